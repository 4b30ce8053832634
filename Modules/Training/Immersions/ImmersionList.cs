using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>An immersion in a list.</summary>
internal sealed class ImmersionRow
{
    public required Immersion Immersion { get; init; }
    public required string Person { get; init; }
    public required string House { get; init; }
    public required string Partner { get; init; }
    public required string? Tutor { get; init; }

    public string Days => Immersion.From == Immersion.To ? $"le {French.Date(Immersion.From)}" : $"du {French.Date(Immersion.From)} au {French.Date(Immersion.To)}";

    /// <summary>Its state that day: label, look and icon of the badge.</summary>
    public (string Label, string Look, string Icon) StateOn(DateOnly day) => Immersion switch
    {
        { CancelledOn: not null } => ("Annulée", "", "calendar-x"),
        { ReturnedOn: not null } => ("Retour fait", "is-ok", "circle-check"),
        _ when Immersion.IsReturnDue(day) => ("Retour à écrire", "is-warn", "writing"),
        _ when Immersion.From <= day => ("En cours", "is-info", "arrows-exchange"),
        _ => ("À venir", "is-info", "calendar-event"),
    };
}

internal static class ImmersionList
{
    /// <summary>Those in the reader's scope, and those in which the reader goes or receives.</summary>
    public static IQueryable<Immersion> Immersions(this IntranetDb db, CurrentUser user)
    {
        var (visible, me) = (db.Set<Immersion>().InScope(db, user).Select(i => i.Id), user.PersonId ?? 0);
        return db.Set<Immersion>().Where(i => i.PersonId == me || i.TutorId == me || visible.Any(id => id == i.Id));
    }

    public static IQueryable<ImmersionRow> Rows(this IQueryable<Immersion> immersions) => immersions.AsNoTracking().Select(i => new ImmersionRow
    {
        Immersion = i,
        Person = i.Person!.FirstName + " " + i.Person.LastName,
        House = i.Establishment!.Subject.Title,
        Partner = i.Partner!.Name,
        Tutor = i.Tutor == null ? null : i.Tutor.FirstName + " " + i.Tutor.LastName,
    });
}
