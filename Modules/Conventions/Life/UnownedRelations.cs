using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>
/// A partner with whom a convention is in force and whose relation nobody keeps: an owner is to be named (rules.md, "Partners and the
/// annual obligation"). Due since the first of its conventions took effect; told to those who follow them.
/// </summary>
internal sealed class UnownedRelations : IReminderSource
{
    public ReminderRule Rule { get; } = new("convention-unowned", "Partenaire conventionné que personne ne suit", [0, -30]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var unowned =
            from facts in db.Set<Convention>().AsNoTracking().Where(c => (c.SignedOn != null || c.IsToDocument) && c.AbandonedOn == null && c.Start <= until).Select(ConventionFacts.Projection)
            join link in db.SubjectLinks on facts.Id equals link.FromId
            join partner in db.Set<Partner>() on link.ToId equals partner.Id
            where link.Role == LinkRole.Partner && partner.RelationOwnerId == null && partner.ClosedOn == null && partner.MergedIntoId == null
            orderby partner.Id, facts.Start, facts.Id
            select new { Facts = facts, PartnerId = partner.Id };
        await foreach (var rows in unowned.AsAsyncEnumerable().InRuns(r => r.PartnerId, cancellation))
        {
            var conventions = rows.Where(r => r.Facts.SignedFrom is not null).Select(r => (r.Facts, From: Later(r.Facts.Start!.Value, r.Facts.SignedFrom!.Value)))
                .Where(c => c.From <= until && ConventionStates.Applying.Contains(c.Facts.On(Later(c.From, today)))).OrderBy(c => c.From).ToList();
            if (conventions.Count == 0)
                continue;
            var posts = conventions.Select(c => c.Facts.OwnerPostId).OfType<int>().Distinct().ToList();
            yield return new DueFact
            {
                SubjectId = rows[0].PartnerId,
                Due = conventions[0].From,
                Action = "Désigner qui suit le partenaire",
                Context = $"{French.Count(conventions.Count, "convention")} en vigueur sans responsable de la relation.",
                PostId = posts.Count > 0 ? posts[0] : null,
                Copies = [.. posts.Skip(1)],
            };
        }
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
