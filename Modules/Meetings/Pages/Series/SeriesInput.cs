using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Series;

/// <summary>What the form of a series holds.</summary>
internal sealed class SeriesInput : IVersionedInput
{
    [Display(Name = "Nature"), Required]
    public SeriesKind? Kind { get; set; } = SeriesKind.Permanence;

    [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Rythme"), Required]
    public SeriesRhythm? Rhythm { get; set; } = SeriesRhythm.Weekly;

    [Display(Name = "Jour"), Required]
    public int? Weekday { get; set; } = 2;

    [Display(Name = "Rang dans le mois")]
    public int? Rank { get; set; } = 1;

    [Display(Name = "Heure")]
    public TimeOnly? Start { get; set; }

    [Display(Name = "Durée (minutes)"), Required, Range(15, 720)]
    public int? Duration { get; set; } = 120;

    [Display(Name = "Lieu"), StringLength(300), NoIdentity]
    public string? Place { get; set; }

    [Display(Name = "À partir du"), Required]
    public DateOnly? From { get; set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; set; }

    [Display(Name = "Assurée par"), Required]
    public int? PostId { get; set; }

    [Display(Name = "Prévenir")]
    public int? NoticePostId { get; set; }

    [Display(Name = "Combien de jours avant"), Range(1, 30), Required]
    public int? NoticeDays { get; set; } = 7;

    [Display(Name = "Notes"), StringLength(2000), NoIdentity]
    public string? Notes { get; set; }

    public int Version { get; set; }

    public static SeriesInput Of(MeetingSeries s) => new()
    {
        Kind = s.Kind,
        Title = s.Title,
        Rhythm = s.Rhythm,
        Weekday = s.Weekday,
        Rank = s.Rank,
        Start = s.Start,
        Duration = s.Duration,
        Place = s.Place,
        From = s.From,
        To = s.To,
        PostId = s.PostId,
        NoticePostId = s.NoticePostId,
        NoticeDays = s.NoticeDays,
        Notes = s.Notes,
        Version = s.Version,
    };

    public void Write(MeetingSeries series, SeriesChoices choices)
    {
        var post = choices.Posts.FirstOrDefault(p => p.Id == PostId) ?? throw new BrokenRuleException("Choisissez un poste de la liste.", nameof(PostId));
        if (NoticePostId is not null && choices.NoticePosts.All(p => p.Id != NoticePostId))
            throw new BrokenRuleException("Choisissez un poste de la liste.", nameof(NoticePostId));
        series.Describe(Title!, Place ?? "", Notes ?? "");
        series.Recur(Rhythm!.Value, Weekday!.Value, Rank ?? 1, Start is { } start ? (start.Hour * 60) + start.Minute : null, Duration!.Value, From!.Value, To);
        series.Entrust(post.Id, NoticePostId, NoticeDays!.Value);
        series.SetLinks(LinkRole.Establishment, [post.PlaceId]);
        series.SetLinks(LinkRole.Partner, [series.PartnerId]);
    }
}

/// <summary>A post that may be chosen.</summary>
internal sealed class ChosenPost
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public required int PlaceId { get; init; }
    public required bool HasMail { get; init; }
}

/// <summary>What the form offers; what it doesn't offer is refused.</summary>
internal sealed record SeriesChoices(string Partner, IReadOnlyList<ChosenPost> Posts, IReadOnlyList<ChosenPost> NoticePosts)
{
    public IReadOnlyList<SelectListItem> PostItems => [.. Posts.Select(p => new SelectListItem($"{p.Place} : {p.Title}", Text(p.Id)))];
    public IReadOnlyList<SelectListItem> NoticeItems => [.. NoticePosts.Select(p => new SelectListItem($"{p.Title}{(p.Place == Partner ? "" : $", {p.Place}")}{(p.HasMail ? "" : " (sans courriel)")}", Text(p.Id)))];

    public static IReadOnlyList<SelectListItem> Weekdays => [.. Occurrences.WeekdayChoices.Select(w => new SelectListItem(w.Label, Text(w.Value)))];
    public static IReadOnlyList<SelectListItem> Ranks => [.. Occurrences.RankChoices.Select(r => new SelectListItem(r.Label, Text(r.Value)))];
    public static IReadOnlyList<SelectListItem> Rhythms => [.. Enum.GetValues<SeriesRhythm>().Select(r => new SelectListItem(Labels.Of(r), r.ToString()))];
    public static IReadOnlyList<SelectListItem> Kinds => [.. Enum.GetValues<SeriesKind>().Select(k => new SelectListItem(Labels.Of(k), k.ToString()))];

    /// <summary>Our posts that could go: those of the writer's scope in the partner's département, of who keeps the relation, of the writer, and the one already chosen. Three commands.</summary>
    public static async Task<SeriesChoices?> ReadAsync(IntranetDb db, CurrentUser user, int partnerId, int? chosen, int? chosenNotice, DateOnly today, CancellationToken cancellation)
    {
        if (await db.Set<Partner>().AsNoTracking().Where(p => p.Id == partnerId && p.MergedIntoId == null).Select(p => new { p.Name, p.Departments, p.ParentId, p.RelationOwnerId }).FirstOrDefaultAsync(cancellation) is not { } partner)
            return null;
        var departments = DepartmentList.Split(partner.Departments).ToList();
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user);
        var posts = db.Set<Post>().AsNoTracking().Where(p => !p.IsServiceLine && (p.ClosedOn == null || p.ClosedOn >= today));
        var ours = await Choices(posts.Where(p => p.EstablishmentId != null && (p.Id == chosen || own.Any(o => o.Id == p.EstablishmentId))
                && (p.Id == chosen || departments.Count == 0 || departments.Contains(p.Establishment!.Department) || p.Id == partner.RelationOwnerId || p.Holdings.Any(h => h.PersonId == user.PersonId))))
            .ToListAsync(cancellation);
        // A prison's duty probation officer is of the SPIP that covers it, an antenna's of its SPIP.
        var theirs = await Choices(db.Set<Post>().AsNoTracking().Where(p => p.PartnerId != null && (p.ClosedOn == null || p.ClosedOn >= today)
                && (p.PartnerId == partnerId || p.PartnerId == partner.ParentId || p.Partner!.ParentId == partnerId
                    || p.Partner.Subject.Links.Any(l => l.Role == LinkRole.Territory && l.ToId == partnerId) || p.Id == chosenNotice)))
            .ToListAsync(cancellation);
        return new SeriesChoices(partner.Name, ours, theirs);
    }

    private static IQueryable<ChosenPost> Choices(IQueryable<Post> posts) => posts
        .OrderBy(p => p.Partner != null ? p.Partner.Name : p.Establishment!.Subject.Title).ThenByDescending(p => p.IsServiceLine).ThenBy(p => p.Title).ThenBy(p => p.Id)
        .Select(p => new ChosenPost
        {
            Id = p.Id,
            Title = p.Title,
            Place = p.Partner != null ? p.Partner.Name : p.Establishment!.Subject.Title,
            PlaceId = p.PartnerId ?? p.EstablishmentId!.Value,
            HasMail = p.Email != "" || p.Holdings.Any(h => h.To == null && h.Person!.Email != ""),
        });

    private static string Text(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What the shared fields read.</summary>
internal interface ISeriesForm
{
    SeriesInput Input { get; }
    SeriesChoices Choices { get; }
}
