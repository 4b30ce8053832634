using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>An employment by us: establishment, function, from–to (inclusive days).</summary>
[Display(Name = "Emploi")]
public sealed class StaffMember : IPartOf
{
    private StaffMember() { }

    public StaffMember(int establishmentId, string function, DateOnly from) => (EstablishmentId, Function, From) = (establishmentId, function.Trim(), from);

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int RootId => PersonId;

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Fonction")]
    public string Function { get; private set; } = "";

    [Display(Name = "Depuis le")]
    public DateOnly From { get; private set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; private set; }

    /// <summary>Foreseen end of a fixed-term contract; the person is still there until <see cref="To"/> is written.</summary>
    [Display(Name = "Terme du contrat")]
    public DateOnly? FixedTermEnd { get; private set; }

    /// <summary>Long leave: dates only, nowhere to write a reason.</summary>
    [Display(Name = "Absence longue, du")]
    public DateOnly? LongLeaveFrom { get; private set; }

    [Display(Name = "Absence longue, au")]
    public DateOnly? LongLeaveTo { get; private set; }

    public void Work(int establishmentId, string function, DateOnly from, DateOnly? fixedTermEnd)
        => (EstablishmentId, Function, From, FixedTermEnd) = (establishmentId, function.Trim(), from, fixedTermEnd);

    public void TakeLongLeave(DateOnly? from, DateOnly? to)
    {
        if (from is null ? to is not null : to < from)
            throw new BrokenRuleException("La fin de l’absence longue précède son début.", nameof(LongLeaveTo));
        (LongLeaveFrom, LongLeaveTo) = (from, to);
    }

    public void Leave(DateOnly lastDay)
        => To = lastDay >= From ? lastDay : throw new BrokenRuleException($"Le départ ne peut pas précéder l’arrivée, le {French.Date(From)}.", nameof(To));

    public void Stay() => To = null;

    /// <summary>True when the person works there that day, on leave or not.</summary>
    public bool IsOn(DateOnly day) => From <= day && (To is null || To >= day);

    /// <summary>True on a day of long leave.</summary>
    public bool IsOnLongLeave(DateOnly day) => LongLeaveFrom <= day && (LongLeaveTo is null || LongLeaveTo >= day);

    /// <summary>Moves to the record kept when a duplicate is merged.</summary>
    internal void PassTo(int personId) => PersonId = personId;
}
