using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Training;

/// <summary>What an establishment may spend on training in a year; what it spent is counted from its people's records and its sessions.</summary>
internal sealed class TrainingBudget : IVersioned
{
    private TrainingBudget() { }

    public TrainingBudget(int establishmentId, int year) => (EstablishmentId, Year) = (establishmentId, year);

    public int Id { get; private set; }

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Année")]
    public int Year { get; private set; }

    /// <summary>Cents.</summary>
    [Display(Name = "Budget (centimes)")]
    public long Amount { get; private set; }

    public int Version { get; private set; }

    public void Allow(long amount)
        => Amount = amount is >= 0 and <= 10_000_000_00 ? amount : throw new BrokenRuleException("Un budget va de 0 à 10 000 000 €.", nameof(Amount));
}
