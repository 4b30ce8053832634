using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>Which actions of meetings are shown, as written in the address.</summary>
internal sealed class ActionFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>« miennes », « nous », « eux »; all when empty.</summary>
    [FromQuery(Name = "cote")]
    public string? Side { get; set; }

    /// <summary>« retard », « faites », « abandonnees », « toutes »; those to do when empty.</summary>
    [FromQuery(Name = "etat")]
    public string? State { get; set; }

    [FromQuery(Name = "partenaire")]
    public int? Partner { get; set; }

    /// <summary>Due by that day.</summary>
    [FromQuery(Name = "avant")]
    public DateOnly? Before { get; set; }

    public int Count => new object?[] { Text, Side, State, Partner, Before }.Count(v => v is not null and not "");

    public static IReadOnlyList<(string Value, string Label)> Sides { get; } = [("", "Toutes"), ("miennes", "Les miennes"), ("nous", "De notre côté"), ("eux", "Chez les partenaires")];

    public static IReadOnlyList<(string Value, string Label)> States { get; } = [("", "À faire"), ("retard", "En retard"), ("faites", "Faites"), ("abandonnees", "Abandonnées"), ("toutes", "Toutes")];

    public IQueryable<MeetingOutcome> Apply(IQueryable<MeetingOutcome> rows, IQueryable<Meeting> meetings, int? me, DateOnly today)
    {
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
        {
            var (typed, found) = ($"%{Text!.Trim().Replace("%", "", StringComparison.Ordinal)}%", meetings.WhereMatches(terms, m => m.Subject.Folded));
            rows = rows.Where(o => EF.Functions.Like(o.Text, typed) || found.Any(m => m.Id == o.MeetingId));
        }
        if (Partner is { } partner)
            rows = rows.Where(o => o.Meeting!.Subject.Links.Any(l => l.Role == LinkRole.Partner && l.ToId == partner));
        if (Before is { } before)
            rows = rows.Where(o => o.DueOn <= before);
        rows = Side switch
        {
            "nous" => rows.Where(o => o.IsOurs == true),
            "eux" => rows.Where(o => o.IsOurs == false),
            "miennes" => rows.Where(o => o.Post!.Holdings.Any(h => h.PersonId == me && h.From <= today && (h.To == null || h.To >= today))),
            _ => rows,
        };
        rows = State switch
        {
            "retard" => rows.Late(today),
            "faites" => rows.Where(o => o.DoneOn != null),
            "abandonnees" => rows.Where(o => o.DoneOn == null && o.DroppedOn != null),
            "toutes" => rows,
            _ => rows.Where(o => o.DoneOn == null && o.DroppedOn == null),
        };
        return State is "faites" ? rows.OrderByDescending(o => o.DoneOn).ThenByDescending(o => o.Id)
            : State is "abandonnees" ? rows.OrderByDescending(o => o.DroppedOn).ThenByDescending(o => o.Id)
            : rows.OrderBy(o => o.DueOn == null).ThenBy(o => o.DueOn).ThenBy(o => o.Id);
    }
}

/// <summary>One action of a meeting.</summary>
internal sealed class ActionRow
{
    public required int Id { get; init; }
    public required string Text { get; init; }
    public required int MeetingId { get; init; }
    public required string Meeting { get; init; }
    public required DateOnly MeetingOn { get; init; }
    public required bool IsOurs { get; init; }
    public required int? PostId { get; init; }
    public required string? Post { get; init; }
    public required List<string> Holders { get; init; }
    public required List<string> Partners { get; init; }
    public required DateOnly? DueOn { get; init; }
    public required DateOnly? DoneOn { get; init; }
    public required DateOnly? DroppedOn { get; init; }
    public required string Comment { get; init; }

    /// <summary>The reader holds the post that does it.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The meeting is in the reader's scope.</summary>
    public required bool IsVisible { get; init; }

    /// <summary>Follows from what was said of it: an action has no version of its own.</summary>
    public int Version => new Said { DoneOn = DoneOn, DroppedOn = DroppedOn, Comment = Comment }.Stamped().Version;

    public ActionState StateOn(DateOnly day) => MeetingOutcome.StateOf(DoneOn, DroppedOn, DueOn, day);
}

file sealed class Said : IVersionedInput
{
    public DateOnly? DoneOn { get; init; }
    public DateOnly? DroppedOn { get; init; }
    public string Comment { get; init; } = "";
    public int Version { get; set; }
}

internal static class ActionList
{
    /// <summary>The actions that the reader may see: those of meetings in scope, and their own wherever they come from.</summary>
    public static IQueryable<MeetingOutcome> Actions(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (visible, me) = (db.Set<Meeting>().InScope(db, user), user.PersonId);
        return db.Set<MeetingOutcome>().Where(o => o.Kind == OutcomeKind.Action && o.Meeting!.CancelledOn == null
            && (visible.Any(m => m.Id == o.MeetingId) || (me != null && o.Post!.Holdings.Any(h => h.PersonId == me && h.From <= today && (h.To == null || h.To >= today)))));
    }

    /// <summary>Not done, and its day has passed.</summary>
    public static IQueryable<MeetingOutcome> Late(this IQueryable<MeetingOutcome> actions, DateOnly today)
        => actions.Where(o => o.DoneOn == null && o.DroppedOn == null && o.DueOn < today);

    public static IQueryable<ActionRow> Rows(this IQueryable<MeetingOutcome> actions, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (visible, me) = (db.Set<Meeting>().InScope(db, user), user.PersonId);
        return actions.AsSingleQuery().Select(o => new ActionRow
        {
            Id = o.Id,
            Text = o.Text,
            MeetingId = o.MeetingId,
            Meeting = o.Meeting!.Title,
            MeetingOn = o.Meeting.On,
            IsOurs = o.IsOurs == true,
            PostId = o.PostId,
            Post = o.Post == null ? null : o.Post.Title,
            Holders = o.Post!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.Person!.FirstName + " " + h.Person.LastName).ToList(),
            Partners = o.Meeting.Subject.Links.Where(l => l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
            DueOn = o.DueOn,
            DoneOn = o.DoneOn,
            DroppedOn = o.DroppedOn,
            Comment = o.Comment,
            IsMine = me != null && o.Post.Holdings.Any(h => h.PersonId == me && h.From <= today && (h.To == null || h.To >= today)),
            IsVisible = visible.Any(m => m.Id == o.MeetingId),
        });
    }
}
