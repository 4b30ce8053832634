using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>
/// What a convention said on a day: what was signed first, and what the amendments then in effect replaced. The one place that
/// knows it. The amendments with their parties must be loaded, and for the parties the subject's links.
/// </summary>
internal sealed class ConventionReading
{
    private readonly Convention convention;

    private ConventionReading(Convention convention, DateOnly day, Func<Amendment, bool> applies)
    {
        (this.convention, Day) = (convention, day);
        All = [.. InOrder(convention)];
        Amendments = [.. All.Where(applies)];
    }

    public DateOnly Day { get; }

    /// <summary>Those in effect, in the order in which they apply.</summary>
    public IReadOnlyList<Amendment> Amendments { get; }

    private IReadOnlyList<Amendment> All { get; }

    public int? Places => Amendments.Select(a => a.Places).LastOrDefault(p => p is not null) ?? convention.Places;

    /// <summary>In cents, for a day of one person.</summary>
    public long? DailyPriceCents => Amendments.Select(a => a.DailyPriceCents).LastOrDefault(p => p is not null) ?? convention.DailyPriceCents;

    /// <summary>Last day of the first period as the text then said it; null when open-ended.</summary>
    public DateOnly? End => Amendments.LastOrDefault(a => a.End is not null) is { } last ? last.End
        : All.FirstOrDefault(a => a.End is not null) is { } first ? first.EndBefore
        : convention.End;

    public ConventionTerms Terms => convention.Terms with { End = End };

    /// <summary>The period of that day, ended by a notice when one had been received by then.</summary>
    public ConventionPeriod? Period => Terms.On(Day, convention.NoticeReceivedOn <= Day ? convention.NoticeReceivedOn : null);

    /// <summary>What the amendments in effect add in words.</summary>
    public IEnumerable<Amendment> Texts => Amendments.Where(a => a.Text.Length > 0);

    /// <summary>Those who were parties that day; the links' targets must be loaded.</summary>
    public IEnumerable<Subject> Parties(LinkRole role) => convention.Subject.Links.Where(l => l.Role == role && IsParty(l.ToId)).Select(l => l.To).OrderBy(s => s.Title, StringComparer.Ordinal);

    public IEnumerable<int> PartyIds(LinkRole role) => convention.Subject.Links.Where(l => l.Role == role && IsParty(l.ToId)).Select(l => l.ToId);

    /// <summary>Links hold whoever was a party at any time; who joined or left by an amendment counts from its day.</summary>
    private bool IsParty(int subjectId)
    {
        var moves = All.SelectMany(a => a.Parties.Where(p => p.SubjectId == subjectId), (a, p) => (Applies: Amendments.Contains(a), p.Joins)).ToList();
        return moves.Count == 0 || (moves.Any(m => m.Applies) ? moves.Last(m => m.Applies).Joins : !moves[0].Joins);
    }

    /// <summary>As it read on a day.</summary>
    public static ConventionReading On(Convention convention, DateOnly day) => new(convention, day, a => a.EffectOn <= day);

    /// <summary>As it reads without this amendment, on the day from which it counts.</summary>
    public static ConventionReading Before(Convention convention, Amendment amendment)
        => new(convention, amendment.EffectOn, a => (a.EffectOn, a.Number).CompareTo((amendment.EffectOn, amendment.Number)) < 0);

    /// <summary>The signed amendments in the order in which they apply.</summary>
    public static IEnumerable<Amendment> InOrder(Convention convention) => convention.Amendments.Where(a => a.Holds).OrderBy(a => a.EffectOn).ThenBy(a => a.Number);
}

internal static class ConventionReadings
{
    /// <summary>Loads what a reading needs: the parties with their names, the amendments with theirs.</summary>
    public static IQueryable<Convention> WithAmendments(this IQueryable<Convention> conventions)
        => conventions.Include(c => c.Subject.Links).ThenInclude(l => l.To).Include(c => c.Amendments).ThenInclude(a => a.Parties).ThenInclude(p => p.Subject).AsSingleQuery();
}

internal sealed partial class Convention
{
    /// <summary>What it said on a day; see <see cref="ConventionReading"/> for what must be loaded.</summary>
    public ConventionReading ReadOn(DateOnly day) => ConventionReading.On(this, day);

    /// <summary>Places agreed for a day, amendments included, which must be loaded.</summary>
    public int? PlacesOn(DateOnly day) => ReadOn(day).Places;

    /// <summary>Price of a day in cents, amendments included, which must be loaded.</summary>
    public long? DailyPriceOn(DateOnly day) => ReadOn(day).DailyPriceCents;
}
