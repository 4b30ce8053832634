using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>All that a partner's sheet says of the partner itself; its posts and what concerns it are read beside.</summary>
internal sealed class PartnerSheet
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Aliases { get; init; }
    public required PartnerKind Kind { get; init; }
    public required int? ParentId { get; init; }
    public required string? Parent { get; init; }
    public required string Departments { get; init; }
    public required string Street { get; init; }
    public required string PostalCode { get; init; }
    public required string City { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string Territory { get; init; }
    public required string Notes { get; init; }
    public required string? RelationOwner { get; init; }

    /// <summary>Who holds the relation owner's post today; null while it is vacant.</summary>
    public required string? RelationHolder { get; init; }
    public required DateOnly? LastMet { get; init; }
    public required int WishedMonths { get; init; }
    public required int MaximumMonths { get; init; }
    public required PostLevel ExpectedLevel { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required int? MergedIntoId { get; init; }
    public required IReadOnlyList<PrisonWing> Wings { get; init; }

    public MeetingObligation? Obligation(DateOnly today)
        => RelationOwner is null || ClosedOn is not null ? null : MeetingObligation.Of(LastMet, WishedMonths, MaximumMonths, today);

    /// <summary>One command.</summary>
    public static Task<PartnerSheet?> ReadAsync(IntranetDb db, PartnerObligations obligations, int id, DateOnly today, CancellationToken cancellation)
    {
        var met = obligations.Met(db);
        return db.Set<Partner>().AsNoTracking().Where(p => p.Id == id).Select(p => new PartnerSheet
        {
            Id = p.Id,
            Name = p.Name,
            Aliases = p.Aliases,
            Kind = p.Kind,
            ParentId = p.ParentId,
            Parent = p.Parent == null ? null : p.Parent.Name,
            Departments = p.Departments,
            Street = p.Street,
            PostalCode = p.PostalCode,
            City = p.City,
            Phone = p.Phone,
            Email = p.Email,
            Territory = p.Territory,
            Notes = p.Notes,
            RelationOwner = p.RelationOwner == null ? null : p.RelationOwner.Title,
            RelationHolder = p.RelationOwner!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today))
                .OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
            LastMet = met.Where(m => m.PartnerId == p.Id).Max(m => (DateOnly?)m.On),
            WishedMonths = p.WishedMonths ?? p.Kind.WishedMonths,
            MaximumMonths = p.MaximumMonths ?? p.Kind.MaximumMonths,
            ExpectedLevel = p.ExpectedLevel ?? p.Kind.ExpectedLevel,
            ClosedOn = p.ClosedOn,
            MergedIntoId = p.MergedIntoId,
            Wings = p.Wings.OrderBy(w => w.Name).ToList(),
        }).FirstOrDefaultAsync(cancellation);
    }
}

/// <summary>A post of the partner with everyone who held it.</summary>
internal sealed class PartnerPost
{
    public required int Id { get; init; }
    public required int PartnerId { get; init; }
    public required string Title { get; init; }
    public required PostLevel Level { get; init; }
    public required bool IsServiceLine { get; init; }
    public required string Hours { get; init; }
    public required string Site { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required DateOnly? VerifiedOn { get; init; }
    public required string VerifiedBy { get; init; }
    public required int VerifyEveryMonths { get; init; }
    public required IReadOnlyList<Holder> Holders { get; init; }

    /// <summary>A verification is advised once its delay has passed.</summary>
    public bool IsStale(DateOnly today) => VerifiedOn is not { } on || on.AddMonths(VerifyEveryMonths) < today;

    public IEnumerable<Holder> Current(DateOnly today) => Holders.Where(h => h.From <= today && (h.To is null || h.To >= today));

    public IEnumerable<Holder> Former(DateOnly today) => Holders.Where(h => h.To < today).OrderByDescending(h => h.To);

    /// <summary>First day without holder; null when nobody ever held the post.</summary>
    public DateOnly? VacantSince(DateOnly today) => Former(today).FirstOrDefault()?.To?.AddDays(1);

    /// <summary>Open posts in the order in which one looks for somebody: service lines, then the highest; one command.</summary>
    public static Task<List<PartnerPost>> ReadAsync(IntranetDb db, IQueryable<Post> posts, CancellationToken cancellation) => posts.AsNoTracking()
        .Where(o => o.ClosedOn == null)
        .OrderByDescending(o => o.IsServiceLine).ThenByDescending(o => o.Level).ThenBy(o => o.Title).ThenBy(o => o.Id)
        .Select(o => new PartnerPost
        {
            Id = o.Id,
            PartnerId = o.PartnerId ?? 0,
            Title = o.Title,
            Level = o.Level,
            IsServiceLine = o.IsServiceLine,
            Hours = o.Hours,
            Site = o.Site,
            Phone = o.Phone,
            Email = o.Email,
            VerifiedOn = o.VerifiedOn,
            VerifiedBy = o.VerifiedBy,
            VerifyEveryMonths = o.VerifyEveryMonths,
            Holders = o.Holdings.OrderBy(h => h.From).Select(h => new Holder
            {
                PersonId = h.PersonId,
                Name = h.Person!.FirstName + " " + h.Person.LastName,
                Phone = h.Person.Phone,
                Email = h.Person.Email,
                From = h.From,
                To = h.To,
            }).ToList(),
        }).ToListAsync(cancellation);
}

internal sealed class Holder
{
    public required int PersonId { get; init; }
    public required string Name { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
}

/// <summary>A record beside the partner: attached, in its territory, or concerning it (convention, meeting, observation…).</summary>
internal sealed class PartnerRelated
{
    public required TimelineItem Item { get; init; }

    /// <summary>A partner attached to this one: antenna of a SPIP, prison of a DISP.</summary>
    public required bool IsAttached { get; init; }

    /// <summary>A court or prison of the territory, or whose territory holds this one.</summary>
    public required bool IsTerritory { get; init; }
    public required int? EstablishmentId { get; init; }
    public required string? Establishment { get; init; }
    public required ArticulationLevel? Level { get; init; }
    public required ArticulationLevel? Aimed { get; init; }

    /// <summary>More than a sheet shows; the lists of each module have the rest.</summary>
    public const int Limit = 300;

    /// <summary>In the reader's scope, attached partners first, then the latest; one command.</summary>
    public static Task<List<PartnerRelated>> ReadAsync(IntranetDb db, int id, CurrentUser user, CancellationToken cancellation)
    {
        var observations = db.Set<ArticulationObservation>();
        return db.Subjects.AsNoTracking().InScope(db, user)
            .Where(s => (s.ParentId == id && s.Kind == ContactsModule.Partner.Code) || s.Links.Any(l => l.ToId == id) || s.LinkedFrom.Any(l => l.FromId == id && l.Role == LinkRole.Territory))
            .Select(s => new PartnerRelated
            {
                Item = new TimelineItem { Id = s.Id, Kind = s.Kind, Title = s.Title, Detail = s.Detail, Date = s.Date },
                IsAttached = s.ParentId == id,
                IsTerritory = s.Kind == ContactsModule.Partner.Code && s.ParentId != id,
                EstablishmentId = s.Links.Where(l => l.Role == LinkRole.Establishment).OrderBy(l => l.ToId).Select(l => (int?)l.ToId).FirstOrDefault(),
                Establishment = s.Links.Where(l => l.Role == LinkRole.Establishment).OrderBy(l => l.ToId).Select(l => l.To.Title).FirstOrDefault(),
                Level = observations.Where(o => o.Id == s.Id).Select(o => o.Level).FirstOrDefault(),
                Aimed = observations.Where(o => o.Id == s.Id).Select(o => o.Aimed).FirstOrDefault(),
            })
            .OrderByDescending(r => r.IsAttached || r.IsTerritory).ThenByDescending(r => r.Item.Date).ThenBy(r => r.Item.Title).ThenByDescending(r => r.Item.Id)
            .Take(Limit).ToListAsync(cancellation);
    }
}
