using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Visits;

/// <summary>What the filters of visits offer, kept a few seconds.</summary>
internal sealed record VisitChoices(IReadOnlyList<(string Code, string Label)> PartnerKinds, IReadOnlyList<string> Departments, IReadOnlyList<string> HouseKinds)
{
    public static ValueTask<VisitChoices> ReadAsync(IntranetDb db, Choices choices) => choices.GetAsync("visit-choices", async () =>
    {
        var partners = await db.Set<Partner>().Where(p => p.RelationOwnerId != null && p.ClosedOn == null).Select(p => new { p.Kind.Code, p.Kind.Label, p.Departments }).Distinct().ToListAsync();
        var houses = await db.Set<Establishment>().Where(e => e.ClosedOn == null).Select(e => e.Kind).Distinct().OrderBy(k => k).ToListAsync();
        return new VisitChoices([.. partners.Select(p => (p.Code, p.Label)).Distinct().OrderBy(k => k.Label, StringComparer.CurrentCulture)], [.. partners.SelectMany(p => DepartmentList.Split(p.Departments)).Distinct().Order(StringComparer.Ordinal)], houses);
    });
}
