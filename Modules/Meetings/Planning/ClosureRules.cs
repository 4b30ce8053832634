namespace Intranet.Meetings;

/// <summary>Which closures touch which partner.</summary>
internal static class ClosureRules
{
    /// <summary>
    /// A reduced service of all courts gives way to a court's own that overlaps it: each court sets its own (trade.md, "Meetings"). It
    /// doesn't touch others than courts; a closure touches everybody of its département, or everybody.
    /// </summary>
    public static IEnumerable<Closure> Of(PlannerPartner partner, IReadOnlyCollection<Closure> closures) => closures.Where(c =>
        c.PartnerId is { } id ? id == partner.Id
        : (c.Department.Length == 0 || c.Department == partner.Department)
            && (c.Kind == ClosureKind.Closed
                || (partner.IsCourt && !closures.Any(own => own.PartnerId == partner.Id && own.Kind == ClosureKind.ReducedService && own.From <= c.To && c.From <= own.To))));

    /// <summary>The usual periods of reduced service of a year, to be adjusted court by court: about eight weeks in summer, two at Christmas, two at Easter.</summary>
    public static IEnumerable<Closure> Usual(int year)
    {
        var easter = Shared.FrenchHolidays.Easter(year);
        yield return new Closure(ClosureKind.ReducedService, $"Service allégé de Pâques {year}", easter.AddDays(-1), easter.AddDays(14));
        yield return new Closure(ClosureKind.ReducedService, $"Service allégé d’été {year}", new DateOnly(year, 7, 4), new DateOnly(year, 8, 31));
        yield return new Closure(ClosureKind.ReducedService, $"Service allégé de fin d’année {year}", new DateOnly(year, 12, 20), new DateOnly(year + 1, 1, 3));
    }
}
