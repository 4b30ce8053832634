using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Which visitors and which houses are looked at, as written in the address.</summary>
internal sealed class VisitFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "dep")]
    public string? Department { get; set; }

    /// <summary>Code of the kind of partner.</summary>
    [FromQuery(Name = "nature")]
    public string? Kind { get; set; }

    /// <summary>Kind of house: its column alone, and houses instead of kinds.</summary>
    [FromQuery(Name = "maison")]
    public string? House { get; set; }

    /// <summary>Only who saw none of the columns.</summary>
    [FromQuery(Name = "jamais")]
    public bool NeverOnly { get; set; }

    public int Count => new[] { !string.IsNullOrEmpty(Text), !string.IsNullOrEmpty(Department), !string.IsNullOrEmpty(Kind), !string.IsNullOrEmpty(House), NeverOnly }.Count(on => on);
}

internal sealed class VisitingPartner
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string KindCode { get; init; }
    public required string Kind { get; init; }
    public required string Departments { get; init; }
    public required string Folded { get; init; }
}

/// <summary>A house that a partner saw, and when.</summary>
internal sealed class HouseSeen
{
    public required int PartnerId { get; init; }
    public required int HouseId { get; init; }
    public required int MeetingId { get; init; }
    public required DateOnly On { get; init; }
    public required bool IsApproximate { get; init; }
}

/// <param name="Houses">Houses that stand in it: all of a kind, or one.</param>
internal sealed record VisitColumn(string Label, IReadOnlySet<int> Houses);

/// <summary>Visits of our houses by partners: who has seen what, and who never did. Facts and their dates, no count by person.</summary>
internal sealed class VisitBook
{
    /// <summary>More houses than this don't stand side by side.</summary>
    public const int MostColumns = 16;
    private const string HeadOffice = "Siège";

    private readonly ILookup<int, HouseSeen> seen;

    private VisitBook(List<VisitingPartner> partners, List<(int Id, string Kind, string Name, string Department)> houses, ILookup<int, HouseSeen> seen)
    {
        (All, Houses, this.seen) = (partners, houses, seen);
        Kinds = [.. houses.Select(h => h.Kind).Distinct().Order(StringComparer.CurrentCulture)];
    }

    public IReadOnlyList<VisitingPartner> All { get; }
    public IReadOnlyList<(int Id, string Kind, string Name, string Department)> Houses { get; }
    public IReadOnlyList<string> Kinds { get; }

    /// <summary>Visits that were held at ours.</summary>
    public static IQueryable<Meeting> Visits(IntranetDb db, CurrentUser user) => db.Set<Meeting>().AsNoTracking().InScope(db, user)
        .Where(m => m.Kind.Code == "visit" && m.Mode == MeetingMode.AtOurs && m.HeldOn != null && m.CancelledOn == null && !m.IsInternal);

    /// <summary>Three commands: followed partners, open houses, visits in the reader's scope.</summary>
    public static async Task<VisitBook> ReadAsync(IntranetDb db, CurrentUser user, CancellationToken cancellation)
    {
        var partners = await db.Set<Partner>().AsNoTracking().Where(p => p.RelationOwnerId != null && p.ClosedOn == null && p.MergedIntoId == null).OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new VisitingPartner { Id = p.Id, Name = p.Name, KindCode = p.Kind.Code, Kind = p.Kind.Label, Departments = p.Departments, Folded = p.Subject.Folded }).ToListAsync(cancellation);
        var houses = await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null && e.Kind != HeadOffice).OrderBy(e => e.Kind).ThenBy(e => e.Name).Select(e => new ValueTuple<int, string, string, string>(e.Id, e.Kind, e.Name, e.Department)).ToListAsync(cancellation);
        var seen = await (from visit in Visits(db, user)
                          join partner in db.SubjectLinks.Where(l => l.Role == LinkRole.Partner) on visit.Id equals partner.FromId
                          join house in db.SubjectLinks.Where(l => l.Role == LinkRole.Establishment) on visit.Id equals house.FromId
                          select new HouseSeen { PartnerId = partner.ToId, HouseId = house.ToId, MeetingId = visit.Id, On = visit.On, IsApproximate = visit.IsApproximate }).ToListAsync(cancellation);
        return new VisitBook(partners, houses, seen.ToLookup(s => s.PartnerId));
    }

    /// <summary>Kinds of house; the houses of one kind when one is chosen and they stand side by side.</summary>
    public IReadOnlyList<VisitColumn> Columns(VisitFilter filter)
    {
        if (string.IsNullOrEmpty(filter.House))
            return [.. Kinds.Select(k => new VisitColumn(k, Houses.Where(h => h.Kind == k).Select(h => h.Id).ToHashSet()))];
        var houses = Houses.Where(h => h.Kind == filter.House && (string.IsNullOrEmpty(filter.Department) || h.Department == filter.Department)).ToList();
        return houses.Count is > 0 and <= MostColumns
            ? [.. houses.Select(h => new VisitColumn(h.Name, new HashSet<int> { h.Id }))]
            : [new VisitColumn(filter.House, Houses.Where(h => h.Kind == filter.House).Select(h => h.Id).ToHashSet())];
    }

    public List<VisitingPartner> Keep(VisitFilter filter, IReadOnlyList<VisitColumn> columns)
    {
        var terms = SearchTerms.Parse(filter.Text);
        return [.. All.Where(p => (string.IsNullOrEmpty(filter.Department) || DepartmentList.Split(p.Departments).Contains(filter.Department))
            && (string.IsNullOrEmpty(filter.Kind) || p.KindCode == filter.Kind) && (terms.IsEmpty || terms.Matches(p.Folded))
            && (!filter.NeverOnly || columns.All(c => Last(p.Id, c) is null)))];
    }

    /// <summary>The last time that the partner saw a house of the column.</summary>
    public HouseSeen? Last(int partnerId, VisitColumn column) => seen[partnerId].Where(s => column.Houses.Contains(s.HouseId)).MaxBy(s => (s.On, s.MeetingId));
}
