namespace Intranet.Training;

/// <summary>Where somebody stands with a requirement on a day.</summary>
internal enum Standing
{
    /// <summary>Holds it that day.</summary>
    Holds = 1,

    /// <summary>Doesn't hold it, and is due.</summary>
    Lacks = 2,

    /// <summary>The delay after arrival still runs: in neither term of the figure.</summary>
    Later = 3,
}

/// <summary>A person of a team and a requirement, on a day.</summary>
/// <param name="DueOn">By when to be trained.</param>
/// <param name="Until">Last day on which it holds without a break; null when for ever, or not held.</param>
/// <param name="Booked">The next session in which a seat is taken, if one is.</param>
internal sealed record PersonStanding(int PersonId, int EstablishmentId, int RequirementId, Standing Standing, DateOnly DueOn, DateOnly? Until, BookedSeat? Booked);

/// <summary>A requirement in an establishment, on a day (rules.md, "Training").</summary>
internal sealed class CoverageCell(RequirementTerms requirement, TeamHouse house, IReadOnlyList<PersonStanding> people, DateOnly day)
{
    /// <summary>Months ahead in which an expiry is near.</summary>
    public const int ExpiringMonths = 6;

    public RequirementTerms Requirement { get; } = requirement;
    public TeamHouse House { get; } = house;

    /// <summary>Those present that it is about, whatever their standing.</summary>
    public IReadOnlyList<PersonStanding> People { get; } = people;

    /// <summary>Holders among <see cref="Concerned"/>; of "at least so many", all who hold it and are present.</summary>
    public int Holders { get; } = people.Count(p => p.Standing == Standing.Holds && (requirement.AtLeast is not null || p.DueOn <= day));

    /// <summary>Present and due; those whose delay runs are in neither term.</summary>
    public int Concerned { get; } = requirement.AtLeast ?? people.Count(p => p.DueOn <= day);

    public IEnumerable<PersonStanding> Lacking => People.Where(p => p.Standing == Standing.Lacks);
    public IEnumerable<PersonStanding> Later => People.Where(p => p.Standing == Standing.Later);

    /// <summary>Who holds it now and won't within six months, unless renewed.</summary>
    public IEnumerable<PersonStanding> Expiring => People.Where(p => p.Standing == Standing.Holds && p.Until <= day.AddMonths(ExpiringMonths));

    /// <summary>Everyone holds it, or enough do.</summary>
    public bool IsMet => Holders >= Concerned;

    /// <summary>0 to 1; null when nobody is concerned. Of "at least so many" it is 0 or 1: yes or no.</summary>
    public double? Share => Requirement.AtLeast is not null ? (IsMet ? 1 : 0) : Concerned == 0 ? null : (double)Holders / Concerned;

    /// <summary>Below what is aimed at.</summary>
    public bool IsShort => Share * 100 < Requirement.Target;

    /// <summary>The one holder, when a team of two or more rests on one.</summary>
    public PersonStanding? SingleHolder => People.Count > 1 && People.Count(p => p.Standing == Standing.Holds) == 1 ? People.Single(p => p.Standing == Standing.Holds) : null;
}

/// <summary>A requirement over several establishments: people counted once, or teams.</summary>
internal sealed record CoverageTotal(RequirementTerms Requirement, int Holders, int Concerned, int Expiring)
{
    public double? Share => Concerned == 0 ? null : (double)Holders / Concerned;
    public bool IsShort => Share * 100 < Requirement.Target;

    /// <summary>Of cells of one requirement. Somebody in two establishments is one person, who must hold it; of "at least so many", teams are counted.</summary>
    public static CoverageTotal Of(RequirementTerms requirement, IReadOnlyCollection<CoverageCell> cells, DateOnly day)
    {
        if (requirement.AtLeast is not null)
            return new(requirement, cells.Count(c => c.IsMet), cells.Count, cells.Sum(c => c.Expiring.Count()));
        var due = cells.SelectMany(c => c.People).Where(p => p.DueOn <= day).GroupBy(p => p.PersonId).ToList();
        return new(requirement, due.Count(g => g.Any(p => p.Standing == Standing.Holds)), due.Count, cells.SelectMany(c => c.Expiring).DistinctBy(p => p.PersonId).Count());
    }
}

/// <summary>The home page's figure: of the people to whom something applies, those who hold all of it.</summary>
internal readonly record struct AllHeld(int Holders, int Concerned)
{
    public double? Share => Concerned == 0 ? null : (double)Holders / Concerned;

    /// <summary>Of cells of one day; teams' requirements ("at least so many") are nobody's own.</summary>
    public static AllHeld Of(IEnumerable<CoverageCell> cells, DateOnly day)
    {
        var people = cells.Where(c => c.Requirement.AtLeast is null).SelectMany(c => c.People).Where(p => p.DueOn <= day).GroupBy(p => p.PersonId).ToList();
        return new(people.Count(g => g.All(p => p.Standing == Standing.Holds)), people.Count);
    }
}
