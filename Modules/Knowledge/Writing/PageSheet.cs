using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>All that the page of a page shows to its reader, in one command whatever the number of pages. Only its links are several rows, so that the text isn't read many times over.</summary>
internal sealed class PageSheet
{
    public required int Id { get; init; }
    public required int Version { get; init; }
    public required PageKind Kind { get; init; }
    public required string Tags { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Text { get; init; }
    public required int? PublishedNumber { get; init; }
    public required DateOnly? PublishedOn { get; init; }
    public required int LastNumber { get; init; }

    public required int SectionId { get; init; }
    public required string SectionName { get; init; }
    public required string? ParentSectionName { get; init; }
    public required int? ParentSectionId { get; init; }
    public required string? TopSectionName { get; init; }
    public required int? TopSectionId { get; init; }

    /// <summary>Null when nobody keeps it yet.</summary>
    public required PageKeeper? Owner { get; init; }

    /// <summary>Null when who keeps it also verifies it.</summary>
    public required PageKeeper? Verifier { get; init; }

    public required int? ReviewMonths { get; init; }
    public required DateOnly? ReviewedOn { get; init; }
    public required string ReviewedBy { get; init; }

    /// <summary>Somebody answers for it today.</summary>
    public required bool HasReader { get; init; }
    public required DateOnly? AskedOn { get; init; }
    public required string AskedWhy { get; init; }

    /// <summary>« Périmé », not settled.</summary>
    public required int OpenFlags { get; init; }

    public required int Votes { get; init; }
    public required int UsefulVotes { get; init; }

    /// <summary>What the reader voted; null when they didn't.</summary>
    public required bool? MyVote { get; init; }
    public required bool IsWatched { get; init; }

    /// <summary>Days after the arrival within which the reader's function is asked to read it; null when it isn't.</summary>
    public required int? RequiredWithin { get; init; }

    /// <summary>The version that the reader said they read.</summary>
    public required int? MyReceipt { get; init; }
    public required DateOnly? MyReceiptOn { get; init; }

    /// <summary>What it rests on, what to read beside it, its topics: in the reader's scope.</summary>
    public required IReadOnlyList<PageLink> Links { get; init; }

    /// <summary>The reader's own latest draft, or what was given back to them.</summary>
    public required int? MyDraft { get; init; }

    /// <summary>Versions that wait for a second look; told to those who publish.</summary>
    public required int Waiting { get; init; }

    /// <summary>The oldest of them.</summary>
    public required int? NextWaiting { get; init; }

    /// <summary>Opened so many times in the last three months.</summary>
    public required int Views { get; init; }

    /// <summary>When the published version was frozen.</summary>
    public required DateOnly? FrozenOn { get; init; }
    public required string? FrozenWhy { get; init; }

    /// <summary>Keeps or verifies it.</summary>
    public required bool IsKeptByMe { get; init; }

    /// <summary>Publishes, confirms, settles: keeps it, or writes any page.</summary>
    public required bool MayPublish { get; init; }

    public bool IsPublished => PublishedNumber is not null;
    public DateOnly? ReviewDue => ReviewMonths is { } months && ReviewedOn is { } on ? on.AddMonths(months) : null;

    /// <summary>Who answers for the page today: who verifies it, else who keeps it.</summary>
    public PageKeeper? Answers => Verifier ?? Owner;

    public IEnumerable<PageLink> RestsOn => Links.Where(l => l.Role == LinkRole.RestsOn);
    public IEnumerable<PageLink> SeeAlso => Links.Where(l => l.Role == LinkRole.SeeAlso);
    public IReadOnlyList<int> Topics => [.. Links.Where(l => l.Role == LinkRole.Topic).Select(l => l.Id)];

    /// <summary>From the root.</summary>
    public IEnumerable<(int Id, string Name)> Path
    {
        get
        {
            if (TopSectionId is { } top)
                yield return (top, TopSectionName!);
            if (ParentSectionId is { } parent)
                yield return (parent, ParentSectionName!);
            yield return (SectionId, SectionName);
        }
    }

    /// <summary>The page that the reader may open, or null.</summary>
    public static Task<PageSheet?> FindAsync(IntranetDb db, CurrentUser user, int id, DateOnly today, CancellationToken cancellation)
        => Of(db.Set<KnowledgePage>().Visible(db, user, today), db, user, today, id).FirstOrDefaultAsync(cancellation);

    /// <summary>One page of those: its id is said to its links too, else the links of every page would be read.</summary>
    public static IQueryable<PageSheet> Of(IQueryable<KnowledgePage> pages, IntranetDb db, CurrentUser user, DateOnly today, int id)
    {
        var (writes, account, person) = (PageAccess.Writes(user), user.Id, user.PersonId ?? 0);
        var kept = db.Set<KnowledgePage>().KeptBy(user, today);
        var held = db.Set<KnowledgePage>().Where(PageReaders.HasReader(today));
        var visible = db.Subjects.InScope(db, user);
        var jobs = db.Set<StaffMember>().InPost(today).Where(s => s.PersonId == person);
        var since = new DateOnly(today.AddDays(-90).Year, today.AddDays(-90).Month, 1);
        return pages.Where(p => p.Id == id).AsNoTracking().AsSingleQuery().Select(p => new PageSheet
        {
            Id = p.Id,
            Version = p.Version,
            Kind = p.Kind,
            Tags = p.Tags,
            Title = p.Title,
            Summary = p.Summary,
            Text = p.Text,
            PublishedNumber = p.PublishedNumber,
            PublishedOn = p.PublishedOn,
            LastNumber = p.LastNumber,
            SectionId = p.SectionId,
            SectionName = p.Section!.Name,
            ParentSectionId = p.Section.ParentId,
            ParentSectionName = p.Section.Parent!.Name,
            TopSectionId = p.Section.Parent.ParentId,
            TopSectionName = p.Section.Parent.Parent!.Name,
            Owner = p.OwnerPostId == null && p.OwnerId == null ? null : new PageKeeper
            {
                PostId = p.OwnerPostId,
                Post = p.OwnerPost!.Title,
                PersonId = p.OwnerId ?? p.OwnerPost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).ThenBy(h => h.Id).Select(h => (int?)h.PersonId).FirstOrDefault(),
                Person = p.OwnerId != null ? p.Owner!.FirstName + " " + p.Owner.LastName
                    : p.OwnerPost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).ThenBy(h => h.Id).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
            },
            Verifier = p.VerifierPostId == null && p.VerifierId == null ? null : new PageKeeper
            {
                PostId = p.VerifierPostId,
                Post = p.VerifierPost!.Title,
                PersonId = p.VerifierId ?? p.VerifierPost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).ThenBy(h => h.Id).Select(h => (int?)h.PersonId).FirstOrDefault(),
                Person = p.VerifierId != null ? p.Verifier!.FirstName + " " + p.Verifier.LastName
                    : p.VerifierPost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).ThenBy(h => h.Id).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
            },
            ReviewMonths = p.ReviewMonths,
            ReviewedOn = p.ReviewedOn,
            ReviewedBy = p.ReviewedBy,
            HasReader = held.Any(h => h.Id == p.Id),
            AskedOn = p.AskedOn,
            AskedWhy = p.AskedWhy,
            OpenFlags = p.Flags.Count(f => f.SettledOn == null),
            Votes = p.Votes.Count,
            UsefulVotes = p.Votes.Count(v => v.IsUseful),
            MyVote = p.Votes.Where(v => v.AccountId == account).Select(v => (bool?)v.IsUseful).FirstOrDefault(),
            IsWatched = p.Watches.Any(w => w.AccountId == account),
            RequiredWithin = p.RequiredFor.Where(r => jobs.Any(j => r.Function == "" || j.Function == r.Function)).Min(r => (int?)r.WithinDays),
            MyReceipt = p.Receipts.Where(r => r.PersonId == person).Select(r => (int?)r.Number).FirstOrDefault(),
            MyReceiptOn = p.Receipts.Where(r => r.PersonId == person).Select(r => (DateOnly?)r.On).FirstOrDefault(),
            Links = p.Subject.Links.Where(l => l.FromId == id && (l.Role == LinkRole.RestsOn || l.Role == LinkRole.SeeAlso || l.Role == LinkRole.Topic) && visible.Any(s => s.Id == l.ToId))
                .OrderBy(l => l.Role).ThenBy(l => l.To.Kind).ThenBy(l => l.To.Title).Select(l => new PageLink { Role = l.Role, Id = l.ToId, Kind = l.To.Kind, Title = l.To.Title, Detail = l.To.Detail }).ToList(),
            MyDraft = p.Revisions.Where(r => r.ById == account && r.PublishedAt == null && r.DroppedAt == null && r.SubmittedAt == null).Max(r => (int?)r.Number),
            Waiting = p.Revisions.Count(r => r.SubmittedAt != null && r.PublishedAt == null && r.DroppedAt == null),
            NextWaiting = p.Revisions.Where(r => r.SubmittedAt != null && r.PublishedAt == null && r.DroppedAt == null).Min(r => (int?)r.Number),
            Views = p.Views.Where(v => v.Month >= since).Sum(v => v.Count),
            FrozenOn = p.Revisions.Where(r => r.Number == p.PublishedNumber).Select(r => r.FrozenOn).FirstOrDefault(),
            FrozenWhy = p.Revisions.Where(r => r.Number == p.PublishedNumber).Select(r => r.FrozenWhy).FirstOrDefault(),
            IsKeptByMe = kept.Any(k => k.Id == p.Id),
            MayPublish = writes || kept.Any(k => k.Id == p.Id),
        });
    }
}

/// <summary>Who keeps or verifies a page: a person, or a post and who holds it today.</summary>
internal sealed class PageKeeper
{
    public required int? PostId { get; init; }

    /// <summary>Null for a person.</summary>
    public required string? Post { get; init; }

    /// <summary>Null while the post is vacant.</summary>
    public required int? PersonId { get; init; }
    public required string? Person { get; init; }

    public string Name => Person?.Trim() ?? Post ?? "";
    public string Address => PersonId is { } person ? $"/personnes/{person}" : $"/postes/{PostId}";
}

/// <summary>A record that the page points at.</summary>
internal sealed class PageLink
{
    public required LinkRole Role { get; init; }
    public required int Id { get; init; }

    /// <summary><see cref="SubjectKind.Code"/>.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }
    public required string Detail { get; init; }
}
