using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>A figure of the follow-up as the workbook holds it: a number, or the words that mask it.</summary>
internal sealed record FigureLine(string Part, object Period, string Measure, string Side, object? Value, string Comment = "")
{
    public static IEnumerable<FigureLine> Of(FollowUpSheet sheet)
        => Indicators(sheet.Indicators).Concat(Places(sheet)).Concat(Referrals(sheet.Referrals)).Concat(Money(sheet.Money));

    private static IEnumerable<FigureLine> Indicators(IndicatorTable table)
        => from year in table.Years
           from cell in year.Cells.Select((c, i) => (Cell: c, Indicator: table.Indicators[i]))
           from side in new[] { (Name: "nous", Value: cell.Cell.Ours), (Name: "partenaire", Value: cell.Cell.Partner) }
           where side.Value is not null
           select new FigureLine("Indicateurs", year.Year, $"{cell.Indicator.Name}{(cell.Indicator.Unit.Length > 0 ? $" ({cell.Indicator.Unit})" : "")}", side.Name,
               side.Value!.Shown is { } hundredths ? hundredths / 100m : side.Value.Text(), side.Value.IsComputed ? "calculé d’après les places comptées" : side.Value.Comment);

    private static IEnumerable<FigureLine> Places(FollowUpSheet sheet)
        => sheet.Counts.SelectMany(c => new[]
        {
            new FigureLine("Places", c.On, "Places utilisées", "nous", c.Used, sheet.Agreed.IsExceeded(c.On, c.Used) ? "au-dessus du nombre convenu" : ""),
            new FigureLine("Places", c.On, "Places convenues", "", sheet.Agreed.On(c.On)),
        });

    private static IEnumerable<FigureLine> Referrals(ReferralTable table)
    {
        if (table.IsEmpty)
            return [];
        return table.Months.Where(m => m.IsEntered).SelectMany(m => Row(m, m.Month!.Value, "").Append(Line(m.Month!.Value, "Non abouties", "", m.NotConcluded)))
            .Concat(table.Sources.SelectMany(s => Row(s, "12 mois", s.Label)))
            .Concat(table.Reasons.Select(r => Line("12 mois", $"Non abouties : {r.Label}", "", r.Count)))
            .Concat(Row(table.Total, "12 mois", "toutes sources")).Append(Line("12 mois", "Non abouties", "toutes sources", table.Total.NotConcluded));

        static IEnumerable<FigureLine> Row(ReferralRow row, object period, string side) =>
            [Line(period, "Reçues", side, row.Received), Line(period, "Rencontrées en détention", side, row.MetInside), Line(period, "Venues en permission", side, row.DayLeave), Line(period, "Admises", side, row.Admitted)];

        static FigureLine Line(object period, string measure, string side, MaskedCount count) => new("Orientations", period, measure, side, count.Shown is { } shown ? shown : count.Text);
    }

    private static IEnumerable<FigureLine> Money(IEnumerable<FinancialYear> years)
        => from year in years
           from measure in new (string Name, object? Value)[]
           {
               ("Prix de journée (€)", year.DailyPriceCents / 100m), ("Journées prévues", year.DaysPlanned), ("Journées réalisées", year.DaysDone), ("Journées facturées", year.DaysInvoiced),
               ("Journées payées", year.DaysPaid), ("Montant payé (€)", FinancialYear.Amount(year.DailyPriceCents, year.DaysPaid) / 100m),
           }
           where measure.Value is not null
           select new FigureLine("Annexe financière", year.Year, measure.Name, "", measure.Value);
}
