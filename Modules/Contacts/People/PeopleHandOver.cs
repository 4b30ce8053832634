using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>What Contacts has in a person's hands: posts, relations kept through them, absences where they stand in.</summary>
internal sealed class PeopleHandOver : IHandOverSource
{
    public async Task<IReadOnlyList<CarriedItem>> CarriedAsync(IntranetDb db, int personId, DateOnly today, CancellationToken cancellation)
    {
        var posts = await db.Set<Holding>().AsNoTracking().Where(h => h.PersonId == personId && (h.To == null || h.To >= today)).OrderBy(h => h.From)
            .Select(h => new { h.PostId, h.Post!.Title, Place = h.Post.Partner != null ? h.Post.Partner.Name : h.Post.Establishment!.Subject.Title, h.To }).ToListAsync(cancellation);
        var held = posts.Select(p => p.PostId).ToList();
        var relations = await db.Set<Partner>().AsNoTracking().Where(p => p.ClosedOn == null && held.Contains(p.RelationOwnerId!.Value)).OrderBy(p => p.Name)
            .Select(p => new { p.Id, p.Name, Post = p.RelationOwner!.Title }).ToListAsync(cancellation);
        var absences = await db.Set<Absence>().AsNoTracking().Where(a => a.SubstituteId == personId && a.To >= today).OrderBy(a => a.From)
            .Select(a => new { a.PersonId, Name = a.Person!.FirstName + " " + a.Person.LastName, a.From, a.To }).ToListAsync(cancellation);
        return
        [
            .. posts.Select(p => new CarriedItem(p.PostId, ContactsModule.Post.Code, $"{p.Title}, {p.Place}", "titulaire", p.To)),
            .. relations.Select(p => new CarriedItem(p.Id, ContactsModule.Partner.Code, p.Name, $"responsable de la relation par le poste « {p.Post} »")),
            .. absences.Select(a => new CarriedItem(a.PersonId, ContactsModule.Person.Code, a.Name.Trim(), $"remplace du {French.Date(a.From)} au {French.Date(a.To)}", a.From)),
        ];
    }

    /// <summary>Posts and relations follow the next holder by themselves; days to stand in for others go to the successor.</summary>
    public async Task GiveAsync(IntranetDb db, int personId, int? successorId, DateOnly lastDay, CancellationToken cancellation)
    {
        var absent = await db.Set<Person>().Include(p => p.Absences).Where(p => p.Absences.Any(a => a.SubstituteId == personId && a.To > lastDay)).ToListAsync(cancellation);
        foreach (var person in absent)
            person.ChangeSubstitute(personId, successorId, lastDay);
    }
}
