using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

internal enum EnrolmentState
{
    [Display(Name = "Demande à examiner")]
    Asked = 1,

    [Display(Name = "Place confirmée")]
    Seated = 2,

    [Display(Name = "En liste d’attente")]
    Waiting = 3,

    [Display(Name = "Demande refusée")]
    Refused = 4,

    [Display(Name = "Désinscription")]
    Withdrawn = 5,
}

/// <summary>Somebody who asked for a seat: one of ours, somebody of a partner's that we know, or a guest who came by the session's link.</summary>
[Display(Name = "Inscription")]
internal sealed class Enrolment : IPartOf
{
    private Enrolment() { }

    /// <param name="askedAt">Real time, UTC.</param>
    public static Enrolment Of(int personId, string askedBy, DateTime askedAt) => new() { PersonId = personId, AskedBy = askedBy, AskedAt = askedAt };

    /// <summary>Somebody without account, of a partner's: professional data only.</summary>
    public static Enrolment Guest(string name, string function, string mail, string organisation, int? partnerId, DateTime askedAt)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Indiquez votre prénom et votre nom.", nameof(GuestName));
        if (string.IsNullOrWhiteSpace(mail))
            throw new BrokenRuleException("Indiquez votre courriel professionnel : la confirmation y sera envoyée.", nameof(GuestMail));
        return new() { GuestName = name.Trim(), GuestFunction = function.Trim(), GuestMail = mail.Trim(), GuestOrganisation = organisation.Trim(), PartnerId = partnerId, AskedBy = name.Trim(), AskedAt = askedAt };
    }

    public int Id { get; private set; }
    public int SessionId { get; private set; }
    public TrainingSession? Session { get; private set; }
    public int RootId => SessionId;

    [Display(Name = "Personne")]
    public int? PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Nom")]
    public string GuestName { get; private set; } = "";

    [Display(Name = "Fonction")]
    public string GuestFunction { get; private set; } = "";

    [Display(Name = "Courriel")]
    public string GuestMail { get; private set; } = "";

    [Display(Name = "Organisation")]
    public string GuestOrganisation { get; private set; } = "";

    [Display(Name = "Partenaire")]
    public int? PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    /// <summary>Real times, UTC.</summary>
    [Display(Name = "Demandée le")]
    public DateTime AskedAt { get; private set; }

    [Display(Name = "Demandée par")]
    public string AskedBy { get; private set; } = "";

    [Display(Name = "Accord donné le")]
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>Empty when no approval was needed.</summary>
    [Display(Name = "Accord donné par")]
    public string ApprovedBy { get; private set; } = "";

    [Display(Name = "Place donnée le")]
    public DateTime? SeatedAt { get; private set; }

    [Display(Name = "Refusée le")]
    public DateOnly? RefusedOn { get; private set; }

    [Display(Name = "Raison du refus")]
    public string RefusedReason { get; private set; } = "";

    [Display(Name = "Désinscrite le")]
    public DateOnly? WithdrawnOn { get; private set; }

    [Display(Name = "Raison")]
    public string WithdrawnReason { get; private set; } = "";

    public EnrolmentState State => WithdrawnOn is not null ? EnrolmentState.Withdrawn
        : RefusedOn is not null ? EnrolmentState.Refused
        : ApprovedAt is null ? EnrolmentState.Asked
        : SeatedAt is null ? EnrolmentState.Waiting
        : EnrolmentState.Seated;

    public bool IsActive => State is EnrolmentState.Asked or EnrolmentState.Waiting or EnrolmentState.Seated;
    public bool IsSeated => State == EnrolmentState.Seated;
    public bool IsWaiting => State == EnrolmentState.Waiting;

    /// <summary>The same person, or the same address.</summary>
    public bool IsSameAs(Enrolment other) => PersonId is not null ? PersonId == other.PersonId
        : other.PersonId is null && string.Equals(GuestMail, other.GuestMail, StringComparison.OrdinalIgnoreCase);

    public void Approve(string by, DateTime now)
    {
        if (!IsActive)
            throw new BrokenRuleException("Cette demande n’est plus à examiner.");
        (ApprovedAt, ApprovedBy) = (ApprovedAt ?? now, ApprovedAt is null ? by : ApprovedBy);
    }

    public void Refuse(DateOnly on, string reason)
    {
        if (State != EnrolmentState.Asked)
            throw new BrokenRuleException("Cette demande a déjà reçu une réponse.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Dites pourquoi : la personne le lira.", nameof(RefusedReason));
        (RefusedOn, RefusedReason) = (on, reason.Trim());
    }

    internal void Seat(DateTime now) => SeatedAt = now;

    internal void Withdraw(DateOnly on, string reason)
    {
        if (!IsActive)
            throw new BrokenRuleException("Cette inscription n’est plus en cours.");
        (WithdrawnOn, WithdrawnReason) = (on, reason.Trim());
    }

    /// <summary>Forgets the guest's name and address; the seat stays.</summary>
    public void ForgetGuest() => (GuestName, GuestFunction, GuestMail, AskedBy) = (Contacts.Person.ErasedName, "", "", "");
}
