using System.Reflection;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Makes one partner of two records. Everything that refers to the duplicate comes to the kept one; nothing is deleted.</summary>
internal static class PartnerMerge
{
    /// <summary>Moves and remembers; the caller saves.</summary>
    public static async Task RunAsync(IntranetDb db, Partner kept, Partner duplicate, IActor actor, TimeProvider clock, CancellationToken cancellation)
    {
        var owner = duplicate.RelationOwnerId;
        var since = duplicate.FollowedOn;
        duplicate.GiveWayTo(kept);
        kept.Absorb(duplicate);
        if (kept.RelationOwnerId is null && owner is not null)
            kept.Follow(owner, since);
        await MoveLinksAsync(db, kept, duplicate, cancellation);
        await MoveReferencesAsync(db, kept, duplicate, cancellation);
        db.Add(AuditEntry.Telling(actor, clock, kept.Id, AuditAction.Merged, $"Réuni avec le doublon « {duplicate.Name} » (n° {duplicate.Id}), dont l’adresse mène désormais ici"));
        db.Add(AuditEntry.Telling(actor, clock, duplicate.Id, AuditAction.Merged, $"Réuni avec « {kept.Name} » (n° {kept.Id})"));
    }

    /// <summary>Links are their key: those to and from the duplicate are written anew, those that the kept one has already are dropped.</summary>
    private static async Task MoveLinksAsync(IntranetDb db, Partner kept, Partner duplicate, CancellationToken cancellation)
    {
        var ids = new[] { kept.Id, duplicate.Id };
        var links = await db.SubjectLinks.Include(l => l.From).Where(l => ids.Contains(l.FromId) || ids.Contains(l.ToId)).ToListAsync(cancellation);
        var known = links.Select(l => (l.FromId, l.Role, l.ToId)).ToHashSet();
        foreach (var link in links.Where(l => l.FromId == duplicate.Id || l.ToId == duplicate.Id))
        {
            db.Remove(link);
            var moved = (FromId: link.FromId == duplicate.Id ? kept.Id : link.FromId, link.Role, ToId: link.ToId == duplicate.Id ? kept.Id : link.ToId);
            if (moved.FromId != moved.ToId && known.Add(moved))
                db.Add(SubjectLink.Between(link.FromId == duplicate.Id ? kept.Subject : link.From, moved.ToId, moved.Role));
        }
    }

    /// <summary>Every row of the house that refers to a partner, whichever module owns it, told by the model.</summary>
    private static async Task MoveReferencesAsync(IntranetDb db, Partner kept, Partner duplicate, CancellationToken cancellation)
    {
        var keys = db.Model.GetEntityTypes().SelectMany(t => t.GetForeignKeys())
            .Where(k => k.PrincipalEntityType.ClrType == typeof(Partner) && k.Properties is [{ Name: not nameof(Partner.MergedIntoId) }]);
        foreach (var key in keys)
        {
            var move = typeof(PartnerMerge).GetMethod(nameof(MoveAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(key.DeclaringEntityType.ClrType);
            await (Task)move.Invoke(null, [db, key.Properties[0].Name, kept.Id, duplicate.Id, cancellation])!;
        }
    }

    private static async Task MoveAsync<T>(IntranetDb db, string property, int kept, int duplicate, CancellationToken cancellation)
        where T : class
    {
        foreach (var row in await db.Set<T>().Where(r => EF.Property<int?>(r, property) == duplicate).ToListAsync(cancellation))
        {
            // The kept partner, attached to its own duplicate, would become its own parent.
            if (row is not Partner { Id: var id } || id != kept)
                db.Entry(row).Property(property).CurrentValue = kept;
            else
                db.Entry(row).Property(property).CurrentValue = null;
        }
    }
}
