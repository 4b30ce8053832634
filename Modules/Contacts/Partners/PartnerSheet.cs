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

    /// <summary>The sheets of all partners; one is one command.</summary>
    public static IQueryable<PartnerSheet> All(IntranetDb db, PartnerObligations obligations, DateOnly today)
    {
        var met = obligations.Met(db);
        return db.Set<Partner>().AsNoTracking().Select(p => new PartnerSheet
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
        });
    }
}

/// <summary>A post of the partner with everyone who held it.</summary>
internal sealed class PartnerPost
{
    private readonly List<Holder> holders = [];

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
    public IReadOnlyList<Holder> Holders => holders;

    /// <summary>A verification is advised once its delay has passed.</summary>
    public bool IsStale(DateOnly today) => VerifiedOn is not { } on || on.AddMonths(VerifyEveryMonths) < today;

    public IEnumerable<Holder> Current(DateOnly today) => Holders.Where(h => h.From <= today && (h.To is null || h.To >= today));

    public IEnumerable<Holder> Former(DateOnly today) => Holders.Where(h => h.To < today).OrderByDescending(h => h.To);

    /// <summary>First day without holder; null when nobody ever held the post.</summary>
    public DateOnly? VacantSince(DateOnly today) => Former(today).FirstOrDefault()?.To?.AddDays(1);

    /// <summary>
    /// A row a post and a holder, put together by <see cref="ReadAsync"/>: as a list inside each post, SQLite would first gather the
    /// holders of every post there is.
    /// </summary>
    private static readonly Func<IntranetDb, int, IAsyncEnumerable<Line>> Lines = EF.CompileAsyncQuery((IntranetDb db, int partner) => db.Set<Post>().AsNoTracking()
        .Where(o => o.PartnerId == partner && o.ClosedOn == null)
        .SelectMany(o => o.Holdings.DefaultIfEmpty(), (o, h) => new { Post = o, Holding = h })
        .OrderByDescending(r => r.Post.IsServiceLine).ThenByDescending(r => r.Post.Level).ThenBy(r => r.Post.Title).ThenBy(r => r.Post.Id).ThenBy(r => r.Holding!.From)
        .Select(r => new Line
        {
            Post = new PartnerPost
            {
                Id = r.Post.Id,
                PartnerId = partner,
                Title = r.Post.Title,
                Level = r.Post.Level,
                IsServiceLine = r.Post.IsServiceLine,
                Hours = r.Post.Hours,
                Site = r.Post.Site,
                Phone = r.Post.Phone,
                Email = r.Post.Email,
                VerifiedOn = r.Post.VerifiedOn,
                VerifiedBy = r.Post.VerifiedBy,
                VerifyEveryMonths = r.Post.VerifyEveryMonths,
            },
            Holder = r.Holding == null ? null : new Holder
            {
                PersonId = r.Holding.PersonId,
                Name = r.Holding.Person!.FirstName + " " + r.Holding.Person.LastName,
                Phone = r.Holding.Person.Phone,
                Email = r.Holding.Person.Email,
                From = r.Holding.From,
                To = r.Holding.To,
            },
        }));

    /// <summary>Open posts in the order in which one looks for somebody: service lines, then the highest; one command.</summary>
    public static async Task<IReadOnlyList<PartnerPost>> ReadAsync(IntranetDb db, int partner, CancellationToken cancellation)
    {
        List<PartnerPost> posts = [];
        await foreach (var line in Lines(db, partner).WithCancellation(cancellation))
        {
            if (posts.LastOrDefault()?.Id != line.Post.Id)
                posts.Add(line.Post);
            if (line.Holder is not null)
                posts[^1].holders.Add(line.Holder);
        }
        return posts;
    }

    private sealed class Line
    {
        public required PartnerPost Post { get; init; }
        public required Holder? Holder { get; init; }
    }
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
        // Each of the three through its own index; as conditions joined by "or", they would be tried on every subject there is.
        var near = db.Subjects.Where(s => s.ParentId == id && s.Kind == ContactsModule.Partner.Code).Select(s => s.Id)
            .Concat(db.SubjectLinks.Where(l => l.ToId == id).Select(l => l.FromId))
            .Concat(db.SubjectLinks.Where(l => l.FromId == id && l.Role == LinkRole.Territory).Select(l => l.ToId));
        return db.Subjects.AsNoTracking().InScope(db, user)
            .Where(s => near.Contains(s.Id))
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
