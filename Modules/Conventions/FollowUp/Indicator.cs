using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>A figure followed year by year: name, unit, target. Values are kept in hundredths, so that both engines sort them alike.</summary>
[Display(Name = "Indicateur")]
internal sealed class Indicator : IPartOf
{
    private Indicator() { }

    public Indicator(string name, string unit, long? targetHundredths, bool countsPeople, int order)
        => Describe(name, unit, targetHundredths, countsPeople, order);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Indicateur")]
    public string Name { get; private set; } = "";

    /// <summary>« personnes », « jours », « % »…</summary>
    [Display(Name = "Unité")]
    public string Unit { get; private set; } = "";

    [Display(Name = "Cible (centièmes)")]
    public long? TargetHundredths { get; private set; }

    /// <summary>A number of people: under 5 it is masked on screen, in print and in exports (trade.md, "Masking").</summary>
    [Display(Name = "Compte des personnes")]
    public bool CountsPeople { get; private set; }

    [Display(Name = "Ordre", AutoGenerateField = false)]
    public int Order { get; private set; }

    public ICollection<IndicatorValue> Values { get; } = new HashSet<IndicatorValue>();

    public void Describe(string name, string unit, long? targetHundredths, bool countsPeople, int order)
        => (Name, Unit, TargetHundredths, CountsPeople, Order) = (Required(name), unit.Trim(), targetHundredths, countsPeople, order);

    /// <summary>What one side says of a year; null takes it back. The values must be loaded.</summary>
    public void Say(int year, bool isOurs, long? hundredths, string comment, DateOnly today)
    {
        if (year < 2000 || year > today.Year)
            throw new BrokenRuleException($"Indiquez une année entre 2000 et {today.Year}.", nameof(IndicatorValue.Year));
        var value = Values.FirstOrDefault(v => v.Year == year && v.IsOurs == isOurs);
        if (hundredths is null)
        {
            if (value is not null)
                Values.Remove(value);
            return;
        }
        if (value is null)
            Values.Add(value = new IndicatorValue(ConventionId, year, isOurs));
        value.Set(hundredths.Value, comment);
    }

    private static string Required(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new BrokenRuleException("Nommez l’indicateur.", nameof(Name))
        : name.Trim();
}

/// <summary>The value of a year as one side counts it.</summary>
[Display(Name = "Valeur d’indicateur")]
internal sealed class IndicatorValue : IPartOf
{
    private IndicatorValue() { }

    internal IndicatorValue(int conventionId, int year, bool isOurs) => (ConventionId, Year, IsOurs) = (conventionId, year, isOurs);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;
    public int IndicatorId { get; private set; }
    public Indicator? Indicator { get; private set; }

    [Display(Name = "Année")]
    public int Year { get; private set; }

    [Display(Name = "De notre côté")]
    public bool IsOurs { get; private set; }

    [Display(Name = "Valeur (centièmes)")]
    public long Hundredths { get; private set; }

    [Display(Name = "Commentaire")]
    public string Comment { get; private set; } = "";

    internal void Set(long hundredths, string comment) => (Hundredths, Comment) = (hundredths, comment.Trim());
}
