using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Immersions;

/// <summary>What the form of an immersion holds; the partner is chosen before.</summary>
internal sealed class ImmersionInput : IVersionedInput
{
    [Display(Name = "Sens"), Required]
    public ImmersionWay? Way { get; set; } = ImmersionWay.OursAtPartner;

    [Display(Name = "Établissement"), Required]
    public int? EstablishmentId { get; set; }

    [Display(Name = "Personne qui part"), Required, StringLength(300)]
    public string? Person { get; set; }

    [Display(Name = "Tutrice ou tuteur"), StringLength(300)]
    public string? Tutor { get; set; }

    [Display(Name = "Du"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Au")]
    public DateOnly? To { get; set; }

    [Display(Name = "Objectifs"), StringLength(1000), NoIdentity]
    public string? Aims { get; set; }

    public int Version { get; set; }

    public static ImmersionInput Of(Immersion i) => new()
    {
        Way = i.Way,
        EstablishmentId = i.EstablishmentId,
        Person = PersonChoice.Text(i.PersonId, i.Person!.FullName, ""),
        Tutor = i.Tutor is { } tutor ? PersonChoice.Text(tutor.Id, tutor.FullName, "") : null,
        From = i.From,
        To = i.To,
        Aims = i.Aims,
        Version = i.Version,
    };

    /// <summary>The new or known immersion says what the form says.</summary>
    /// <exception cref="BrokenRuleException">Nobody answers to a name, or the one of ours doesn't work there.</exception>
    public async Task<Immersion> WriteAsync(IntranetDb db, Immersion? known, int partnerId, IReadOnlyList<SelectListItem> establishments)
    {
        var (way, from) = (Way!.Value, From!.Value);
        if (establishments.All(e => e.Value != EstablishmentId!.Value.ToString(CultureInfo.InvariantCulture)))
            throw new BrokenRuleException("Choisissez un établissement de votre périmètre.", nameof(EstablishmentId));
        var person = await PersonChoice.ResolveAsync(db, Person, from, nameof(Person)) ?? throw new BrokenRuleException("Choisissez une personne.", nameof(Person));
        var tutor = await PersonChoice.ResolveAsync(db, Tutor, from, nameof(Tutor));
        var (ours, field) = way == ImmersionWay.OursAtPartner ? (person, nameof(Person)) : (tutor ?? 0, nameof(Tutor));
        if (ours > 0 && !await db.Set<StaffMember>().InPost(from).AnyAsync(s => s.PersonId == ours && s.EstablishmentId == EstablishmentId))
            throw new BrokenRuleException("Cette personne ne travaille pas dans cet établissement à cette date.", field);
        if (way == ImmersionWay.TheirsWithUs && await db.Set<StaffMember>().InPost(from).AnyAsync(s => s.PersonId == person))
            throw new BrokenRuleException("Cette personne est de chez nous : choisissez l’autre sens.", nameof(Person));
        var immersion = known ?? new Immersion(way, from, To ?? from);
        immersion.Last(from, To ?? from);
        immersion.Between(way, person, EstablishmentId!.Value, partnerId, tutor);
        immersion.Aim(Aims ?? "");
        return immersion;
    }
}

/// <summary>What the shared fields of New and Edit read.</summary>
internal interface IImmersionForm
{
    ImmersionInput Input { get; }
    IReadOnlyList<SelectListItem> Establishments { get; }

    /// <summary>People of the partner and of one's establishments, proposed before anything is typed.</summary>
    IReadOnlyList<string> People { get; }
}
