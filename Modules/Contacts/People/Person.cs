using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A professional, ours or a partner's; professional data only.</summary>
public sealed class Person : AggregateRoot, IHideable
{
    private Person() { }

    public Person(string firstName, string lastName, string source)
        : base(ContactsModule.Person)
    {
        Rename(firstName, lastName);
        Source = source;
    }

    [Display(Name = "Prénom")]
    public string FirstName { get; private set; } = "";

    [Display(Name = "Nom")]
    public string LastName { get; private set; } = "";

    [Display(Name = "Courriel")]
    public string Email { get; private set; } = "";

    [Display(Name = "Téléphone")]
    public string Phone { get; private set; } = "";

    /// <summary>Where the data came from (rules.md, secrecy): "rencontre du…", "annuaire", "import".</summary>
    [Display(Name = "Source")]
    public string Source { get; private set; } = "";

    [Display(Name = "Coordonnées vérifiées le")]
    public DateOnly? VerifiedOn { get; private set; }

    [Display(Name = "Vérifiées par")]
    public string VerifiedBy { get; private set; } = "";

    /// <summary>Last day of work, as far as known; erasure counts from it.</summary>
    [Display(Name = "Partie le")]
    public DateOnly? DepartedOn { get; private set; }

    /// <summary>The record into which this one, a duplicate, was merged.</summary>
    public int? MergedIntoId { get; private set; }

    /// <summary>When the person's data were erased; ids and dates of holdings stay.</summary>
    public DateOnly? ErasedOn { get; private set; }

    public ICollection<Holding> Holdings { get; } = new HashSet<Holding>();
    public ICollection<Absence> Absences { get; } = new HashSet<Absence>();
    public ICollection<StaffMember> Employments { get; } = new HashSet<StaffMember>();
    public ICollection<Departure> Departures { get; } = new HashSet<Departure>();

    public string FullName => $"{FirstName} {LastName}".Trim();

    public override SubjectFacts Describe() => new(FullName, Reach: MergedIntoId is null && ErasedOn is null ? Reach.Everyone : Reach.Hidden)
    {
        Text = [Email, Phone],
    };

    public void Rename(string firstName, string lastName)
        => (FirstName, LastName) = (firstName.Trim(), string.IsNullOrWhiteSpace(lastName) ? throw new BrokenRuleException("Indiquez le nom de la personne.", nameof(LastName)) : lastName.Trim());

    public void ReachBy(string phone, string email) => (Phone, Email) = (phone.Trim(), email.Trim());

    public void CameFrom(string source) => Source = source.Trim();

    public void Verify(DateOnly on, string by) => (VerifiedOn, VerifiedBy) = (on, by);

    public void Depart(DateOnly lastDay) => DepartedOn = lastDay;

    public void Return() => DepartedOn = null;

    /// <summary>The person left before that day; on the last day of work they still answer.</summary>
    public bool HasLeft(DateOnly day) => DepartedOn < day;

    /// <summary>Adds days away; those that overlap days already written are refused.</summary>
    public Absence BeAway(DateOnly from, DateOnly to, int? substituteId)
    {
        var absence = new Absence(from, to, substituteId);
        absence.CheckIn(this);
        Absences.Add(absence);
        return absence;
    }

    /// <summary>Who stands in leaves: after that day somebody else does, or nobody. Days already gone stay as they were.</summary>
    public void ChangeSubstitute(int leavingId, int? successorId, DateOnly lastDay)
    {
        var next = successorId == Id ? null : successorId;
        foreach (var absence in Absences.Where(a => a.SubstituteId == leavingId && a.To > lastDay).ToList())
        {
            if (absence.From > lastDay)
            {
                absence.ReplaceBy(next);
                continue;
            }
            var to = absence.To;
            absence.Change(this, absence.From, lastDay, leavingId);
            BeAway(lastDay.AddDays(1), to, next);
        }
    }

    /// <summary>Starts working for us at this establishment.</summary>
    public StaffMember Employ(int establishmentId, string function, DateOnly from)
    {
        var employment = new StaffMember(establishmentId, function, from);
        Employments.Add(employment);
        return employment;
    }

    /// <summary>A duplicate gives way to the record that is kept; its address leads there.</summary>
    public void MergeInto(Person kept)
    {
        if (kept.Id == Id || kept.MergedIntoId is not null)
            throw new BrokenRuleException("Choisissez une autre fiche à conserver.");
        MergedIntoId = kept.Id;
    }

    /// <summary>Takes from a duplicate what this record lacks; the latest verification counts.</summary>
    internal void Complete(Person duplicate)
    {
        ReachBy(Phone.Length > 0 ? Phone : duplicate.Phone, Email.Length > 0 ? Email : duplicate.Email);
        CameFrom(Source.Length > 0 ? Source : duplicate.Source);
        if (FirstName.Length == 0)
            Rename(duplicate.FirstName, LastName);
        if (duplicate.VerifiedOn is { } on && (VerifiedOn is null || VerifiedOn < on))
            Verify(on, duplicate.VerifiedBy);
    }

    /// <summary>Forgets who the person was; ids and dates of what they held stay.</summary>
    public void Erase(DateOnly on)
    {
        (FirstName, LastName, Email, Phone, Source) = ("", ErasedName, "", "", "");
        (VerifiedOn, VerifiedBy, ErasedOn) = (null, "", on);
    }

    /// <summary>What stands in place of an erased name.</summary>
    public const string ErasedName = "Personne effacée";
}
