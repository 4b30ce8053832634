using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Whom one expects at a meeting with a partner: who keeps the relation, and who holds a post of theirs at the expected level.</summary>
internal sealed record UsualPeople(int PartnerId, string Name, PostLevel Expected, int? OwnerPlace, IReadOnlyList<UsualPerson> Ours, IReadOnlyList<UsualPerson> Theirs)
{
    /// <summary>One command. Theirs come from the lowest level that is enough, the longest in post first.</summary>
    public static async Task<IReadOnlyList<UsualPeople>> ReadAsync(IntranetDb db, IReadOnlyCollection<int> partners, DateOnly day, CancellationToken cancellation = default)
    {
        var rows = await db.Set<Partner>().AsNoTracking().AsSingleQuery().Where(p => partners.Contains(p.Id)).Select(p => new
        {
            p.Id,
            p.Name,
            Expected = p.ExpectedLevel ?? p.Kind.ExpectedLevel,
            Place = p.RelationOwner != null ? p.RelationOwner.EstablishmentId : null,
            Owners = p.RelationOwner!.Holdings.Where(h => h.From <= day && (h.To == null || h.To >= day)).OrderBy(h => h.From)
                .Select(h => new UsualPerson(h.PersonId, h.PostId, h.Person!.FirstName + " " + h.Person.LastName, h.Post!.Title, h.Post.Level)).ToList(),
            Theirs = db.Set<Holding>().Where(h => h.Post!.PartnerId == p.Id && h.Post.ClosedOn == null && h.From <= day && (h.To == null || h.To >= day)).OrderBy(h => h.From)
                .Select(h => new UsualPerson(h.PersonId, h.PostId, h.Person!.FirstName + " " + h.Person.LastName, h.Post!.Title, h.Post.Level)).ToList(),
        }).ToListAsync(cancellation);
        return [.. rows.Select(r => new UsualPeople(r.Id, r.Name, r.Expected, r.Place, r.Owners, [.. r.Theirs.Where(t => t.Level >= r.Expected).OrderBy(t => t.Level)]))];
    }
}

/// <summary>A holder of a post.</summary>
internal sealed record UsualPerson(int PersonId, int PostId, string Name, string Post, PostLevel Level)
{
    /// <summary>As in <see cref="MeetingInput.People"/>.</summary>
    public string Key => $"{PersonId}-{PostId}";
}
