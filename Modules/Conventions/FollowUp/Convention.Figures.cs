using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What is counted while it runs: indicators, places used, referrals, money. Never frozen.</summary>
internal sealed partial class Convention
{
    /// <summary>Makes the list hold exactly these indicators, in this order; those with an id keep their values. Indicators and values must be loaded.</summary>
    public void DefineIndicators(IReadOnlyList<(int? Id, string Name, string Unit, long? Target, bool CountsPeople)> rows)
    {
        if (rows.Select(r => Folding.Fold(r.Name)).GroupBy(n => n).Any(g => g.Count() > 1))
            throw new BrokenRuleException("Deux indicateurs portent le même nom.");
        foreach (var gone in Indicators.Where(i => rows.All(r => r.Id != i.Id)).ToList())
        {
            if (gone.Values.Count > 0)
                throw new BrokenRuleException($"« {gone.Name} » a déjà des valeurs : effacez-les avant de le retirer.");
            Indicators.Remove(gone);
        }
        foreach (var (row, order) in rows.Select((r, i) => (r, i + 1)))
        {
            if (Indicators.FirstOrDefault(i => row.Id is { } id && i.Id == id) is { } known)
                known.Describe(row.Name, row.Unit, row.Target, row.CountsPeople, order);
            else
                Indicators.Add(new Indicator(row.Name, row.Unit, row.Target, row.CountsPeople, order));
        }
    }

    /// <summary>The places used on a day; a second count of a day corrects the first. The counts must be loaded.</summary>
    public PlaceCount CountPlaces(DateOnly on, int used, DateOnly today)
    {
        if (on > today)
            throw new BrokenRuleException("Un comptage se date au plus tard d’aujourd’hui.", nameof(PlaceCount.On));
        if (Start is null || on < Start)
            throw new BrokenRuleException(Start is { } start ? $"La convention commence le {French.Date(start)}." : "Indiquez d’abord le début de la convention.", nameof(PlaceCount.On));
        var count = PlaceCounts.FirstOrDefault(c => c.On == on);
        if (count is null)
            PlaceCounts.Add(count = new PlaceCount(on, used));
        else
            count.Correct(used);
        return count;
    }

    /// <summary>
    /// The referrals of a month, from every source at once. Null takes a line back: not entered, which is no zero.
    /// Referrals and reasons of that month must be loaded.
    /// </summary>
    public void CountReferrals(DateOnly month, IEnumerable<(string Source, int? Received, int? MetInside, int? DayLeave, int? Admitted)> sources, IEnumerable<(string Reason, int? Count)> reasons, DateOnly today)
    {
        month = new DateOnly(month.Year, month.Month, 1);
        if (month > today || month.Year < 2000)
            throw new BrokenRuleException("Indiquez un mois entre janvier 2000 et le mois en cours.", "Month");
        foreach (var (source, received, met, leave, admitted) in sources)
        {
            var row = Referrals.FirstOrDefault(r => r.Month == month && r.Source == source);
            if ((received ?? met ?? leave ?? admitted) is null)
            {
                if (row is not null)
                    Referrals.Remove(row);
                continue;
            }
            if (row is null)
                Referrals.Add(row = new Referral(month, source));
            row.Count(received ?? 0, met ?? 0, leave ?? 0, admitted ?? 0);
        }
        foreach (var (reason, count) in reasons)
        {
            var row = NotConcluded.FirstOrDefault(n => n.Month == month && n.Reason == reason);
            if (count is null or 0)
            {
                if (row is not null)
                    NotConcluded.Remove(row);
            }
            else if (row is null)
                NotConcluded.Add(new NotConcluded(month, reason, count.Value));
            else
                row.Correct(count.Value);
        }
    }

    /// <summary>The financial annex of a year; nothing at all takes it back. The years must be loaded.</summary>
    public void Finance(int year, long? dailyPriceCents, int? planned, int? done, int? invoiced, int? paid, int? amendmentId, DateOnly today)
    {
        if (year < 2000 || year > today.Year + 1)
            throw new BrokenRuleException($"Indiquez une année entre 2000 et {today.Year + 1}.", nameof(FinancialYear.Year));
        var annex = FinancialYears.FirstOrDefault(f => f.Year == year);
        if (dailyPriceCents is null && (planned ?? done ?? invoiced ?? paid ?? amendmentId) is null)
        {
            if (annex is not null)
                FinancialYears.Remove(annex);
            return;
        }
        if (annex is null)
            FinancialYears.Add(annex = new FinancialYear(year));
        annex.Set(dailyPriceCents, planned, done, invoiced, paid, amendmentId);
    }
}
