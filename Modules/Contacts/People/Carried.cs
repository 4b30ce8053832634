using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>All that a person carries, from every module; what the reader may not see is only counted.</summary>
internal sealed record Carried(IReadOnlyList<CarriedItem> All, IReadOnlyList<CarriedItem> Visible)
{
    public static readonly Carried Nothing = new([], []);

    public int Hidden => All.Count - Visible.Count;

    /// <summary>Beside the posts, which the page shows one by one.</summary>
    public IEnumerable<CarriedItem> Others => Visible.Where(c => c.Kind != ContactsModule.Post.Code);

    /// <summary>What is carried this day.</summary>
    public static async Task<Carried> ReadAsync(IntranetDb db, CurrentUser user, IEnumerable<IHandOverSource> sources, int personId, DateOnly today, CancellationToken cancellation)
    {
        var all = new List<CarriedItem>();
        foreach (var source in sources)
            all.AddRange(await source.CarriedAsync(db, personId, today, cancellation));
        var ids = all.Select(c => c.SubjectId).Distinct().ToList();
        var visible = await db.Subjects.InScope(db, user).Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation);
        return new Carried(all, [.. all.Where(c => visible.Contains(c.SubjectId))]);
    }

    /// <summary>What was carried on the day of a departure, under today's titles.</summary>
    public static async Task<Carried> ReadAsync(IntranetDb db, CurrentUser user, Departure departure, CancellationToken cancellation)
    {
        var items = departure.Read();
        var ids = items.Select(i => i.SubjectId).Distinct().ToList();
        var subjects = await db.Subjects.AsNoTracking().InScope(db, user).Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new { s.Kind, s.Title }, cancellation);
        var all = items.Select(i => new CarriedItem(i.SubjectId, subjects.GetValueOrDefault(i.SubjectId)?.Kind ?? "", subjects.GetValueOrDefault(i.SubjectId)?.Title ?? "", i.As, i.Due)).ToList();
        return new Carried(all, [.. all.Where(c => c.Kind.Length > 0)]);
    }
}
