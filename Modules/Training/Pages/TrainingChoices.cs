using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages;

/// <summary>What the forms of immersions and sharing times offer; what they don't offer is refused.</summary>
internal static class TrainingChoices
{
    /// <summary>All values of a kind, in their order.</summary>
    public static IEnumerable<SelectListItem> Of<T>()
        where T : struct, Enum
        => Enum.GetValues<T>().Select(v => new SelectListItem(Labels.Of(v), v.ToString()));

    /// <param name="kept">Establishments that the record already has; they stay even when out of the writer's scope.</param>
    public static Task<List<SelectListItem>> OwnEstablishmentsAsync(this IntranetDb db, CurrentUser user, IReadOnlyCollection<int> kept, CancellationToken cancellation)
    {
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        return db.Set<Establishment>().AsNoTracking().Where(e => kept.Contains(e.Id) || (e.ClosedOn == null && own.Contains(e.Id)))
            .OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync(cancellation);
    }
}
