using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>Days away, and who stands in.</summary>
[Display(Name = "Absence")]
public sealed class Absence : IPartOf
{
    private Absence() { }

    public Absence(DateOnly from, DateOnly to, int? substituteId)
    {
        Check(from, to);
        (From, To, SubstituteId) = (from, to, substituteId);
    }

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int RootId => PersonId;

    [Display(Name = "Du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Au")]
    public DateOnly To { get; private set; }

    [Display(Name = "Remplacé par")]
    public int? SubstituteId { get; private set; }
    public Person? Substitute { get; private set; }

    /// <summary>True when the person is away that day.</summary>
    public bool IsOn(DateOnly day) => From <= day && day <= To;

    /// <summary>Other dates or another substitute; <paramref name="person"/> comes with all absences loaded.</summary>
    public void Change(Person person, DateOnly from, DateOnly to, int? substituteId)
    {
        Check(from, to);
        (From, To, SubstituteId) = (from, to, substituteId);
        CheckIn(person);
    }

    /// <summary>Names who stands in, or nobody.</summary>
    public void ReplaceBy(int? substituteId) => SubstituteId = substituteId;

    /// <summary>Moves to the record kept when a duplicate is merged.</summary>
    internal void PassTo(int personId) => PersonId = personId;

    internal void CheckIn(Person person)
    {
        if (SubstituteId is not null && SubstituteId == person.Id)
            throw new BrokenRuleException("Une personne ne se remplace pas elle-même.", nameof(SubstituteId));
        if (person.Absences.Any(a => a != this && a.From <= To && From <= a.To))
            throw new BrokenRuleException("Une absence est déjà notée à ces dates.", nameof(From));
    }

    private static void Check(DateOnly from, DateOnly to)
    {
        if (to < from)
            throw new BrokenRuleException("La fin de l’absence précède son début.", nameof(To));
    }
}
