using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>The register's filter, as written in the address.</summary>
internal sealed class ConventionFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "etat")]
    public List<string> States { get; set; } = [];

    [FromQuery(Name = "nature")]
    public int? Kind { get; set; }

    [FromQuery(Name = "partenaires")]
    public string? PartnerKind { get; set; }

    [FromQuery(Name = "dep")]
    public string? Department { get; set; }

    [FromQuery(Name = "etablissement")]
    public int? Establishment { get; set; }

    [FromQuery(Name = "partenaire")]
    public int? Partner { get; set; }

    /// <summary>« retard », or a number of days within which a decision is due.</summary>
    [FromQuery(Name = "decision")]
    public string? Decision { get; set; }

    [FromQuery(Name = "tri")]
    public string? Sort { get; set; }

    public int Count => States.Count + new object?[] { Text, Kind, PartnerKind, Department, Establishment, Partner, Decision }.Count(v => v is not null and not "");

    /// <summary>All that SQL can tell; states and deadlines come after, in memory.</summary>
    public IQueryable<Convention> Apply(IQueryable<Convention> rows, IntranetDb db)
    {
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, c => c.Subject.Folded);
        if (Kind is { } kind)
            rows = rows.Where(c => c.KindId == kind);
        if (Establishment is { } establishment)
            rows = rows.Where(c => c.Subject.Links.Any(l => l.Role == LinkRole.Establishment && l.ToId == establishment));
        if (Partner is { } partner)
            rows = rows.Where(c => c.Subject.Links.Any(l => l.Role == LinkRole.Partner && l.ToId == partner));
        if (!string.IsNullOrEmpty(PartnerKind))
            rows = rows.Where(c => c.Subject.Links.Any(l => l.Role == LinkRole.Partner && db.Set<Partner>().Any(p => p.Id == l.ToId && p.Kind.Code == PartnerKind)));
        if (!string.IsNullOrEmpty(Department))
        {
            rows = rows.Where(c => c.Subject.Links.Any(l => (l.Role == LinkRole.Partner && db.Set<Partner>().Any(p => p.Id == l.ToId && EF.Functions.Like(p.Departments, DepartmentList.Pattern(Department))))
                || (l.Role == LinkRole.Establishment && db.Set<Establishment>().Any(e => e.Id == l.ToId && e.Department == Department))));
        }
        return rows;
    }
}

/// <summary>One line of the register.</summary>
internal sealed record ConventionRow(ConventionFacts Facts, ConventionState State, DateOnly? End, ConventionDecision? Decision)
{
    public IReadOnlyList<string> Establishments { get; set; } = [];
    public IReadOnlyList<string> Partners { get; set; } = [];
}

/// <summary>
/// The register in two commands: the light facts of all that the filter keeps, whose states are computed here by the one rule,
/// then the parties of the page's lines. States in SQL would be a second rule.
/// </summary>
internal sealed class ConventionRegister(IntranetDb db, CurrentUser user, DateOnly today)
{
    /// <summary>Conventions by state under the other filters, for the counts beside the boxes.</summary>
    public IReadOnlyDictionary<ConventionState, int> Counts { get; private set; } = new Dictionary<ConventionState, int>();

    public async Task<List<ConventionRow>> ReadAsync(ConventionFilter filter, CancellationToken cancellation)
    {
        var facts = await filter.Apply(db.Set<Convention>().AsNoTracking().InScope(db, user), db)
            .Select(ConventionFacts.Projection).ToListAsync(cancellation);
        var rows = facts.Select(f => new ConventionRow(f, f.On(today), f.Period(today)?.End, f.Decision(today))).Where(r => IsDue(r, filter.Decision)).ToList();
        Counts = rows.CountBy(r => r.State).ToDictionary();
        return Sorted(rows.Where(r => filter.States.Count == 0 || filter.States.Contains(r.State.Code())), filter.Sort);
    }

    /// <summary>Reads the parties' names of these lines.</summary>
    public async Task<IReadOnlyList<ConventionRow>> WithPartiesAsync(IReadOnlyList<ConventionRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(r => r.Facts.Id).ToList();
        var links = await db.SubjectLinks.AsNoTracking()
            .Where(l => ids.Contains(l.FromId) && (l.Role == LinkRole.Establishment || l.Role == LinkRole.Partner))
            .OrderBy(l => l.To.Title).Select(l => new { l.FromId, l.Role, l.To.Title }).ToListAsync(cancellation);
        var names = links.ToLookup(l => (l.FromId, l.Role), l => l.Title);
        foreach (var row in rows)
        {
            row.Establishments = [.. names[(row.Facts.Id, LinkRole.Establishment)]];
            row.Partners = [.. names[(row.Facts.Id, LinkRole.Partner)]];
        }
        return rows;
    }

    private bool IsDue(ConventionRow row, string? asked) => asked switch
    {
        null or "" => true,
        "retard" => row.Decision?.Deadline < today,
        _ => int.TryParse(asked, out var days) && row.Decision is { } decision && decision.Deadline >= today && decision.Deadline <= today.AddDays(Math.Clamp(days, 0, 3660)),
    };

    private static List<ConventionRow> Sorted(IEnumerable<ConventionRow> rows, string? sort)
    {
        var key = sort?.TrimStart('-');
        Comparison<ConventionRow> compare = key switch
        {
            "fin" => (a, b) => Day(a.End).CompareTo(Day(b.End)),
            "titre" => (a, b) => string.CompareOrdinal(Folding.Fold(a.Facts.Title), Folding.Fold(b.Facts.Title)),
            "numero" => (a, b) => string.CompareOrdinal(a.Facts.Number, b.Facts.Number),
            _ => (a, b) => Day(a.Decision?.Deadline).CompareTo(Day(b.Decision?.Deadline)),
        };
        var sign = sort?.StartsWith('-') == true ? -1 : 1;
        return [.. rows.Order(Comparer<ConventionRow>.Create((a, b) => compare(a, b) * sign is not 0 and var order ? order : b.Facts.Id.CompareTo(a.Facts.Id)))];
        static DateOnly Day(DateOnly? date) => date ?? DateOnly.MaxValue;
    }
}
