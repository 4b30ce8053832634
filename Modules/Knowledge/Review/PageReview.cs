using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>How far a published page is to be trusted on a day, from the best to the worst.</summary>
internal enum PageState
{
    /// <summary>Exempt from ageing, which it says.</summary>
    [Display(Name = "Sans échéance")]
    Evergreen,

    [Display(Name = "À jour")]
    Trusted,

    [Display(Name = "À relire bientôt")]
    Soon,

    [Display(Name = "À relire")]
    ToReview,

    [Display(Name = "Dépassée")]
    Overdue,
}

/// <summary>The state of a published page, and the sentence that says why. A rule without a database: the same for lists in memory and for the page itself.</summary>
/// <param name="Due">The day by which somebody is to read it again; null when none is set.</param>
internal sealed record PageReview(PageState State, DateOnly? Due, string Reason)
{
    /// <summary>« Bientôt » begins so many days before the date.</summary>
    public const int SoonDays = 30;

    /// <summary>Beyond so many days late, a page is « dépassée ».</summary>
    public const int OverdueDays = 90;

    /// <summary>Share of pages to be trusted that the association aims at.</summary>
    public const double Goal = 0.8;

    /// <summary>Counts for the goal: nothing asks for a look today.</summary>
    public bool IsTrusted => State < PageState.ToReview;

    /// <param name="reviewedOn">Null for a page brought in without a date: to be read at once.</param>
    /// <param name="hasReader">Somebody answers for it that day (<see cref="PageReaders"/>).</param>
    /// <param name="readerNamed">Somebody was chosen, there or not.</param>
    public static PageReview Of(int? reviewMonths, DateOnly? reviewedOn, DateOnly? askedOn, string askedWhy, bool hasReader, bool readerNamed, DateOnly today)
    {
        var asked = askedOn <= today ? askedOn : null;
        var own = reviewMonths is { } months && reviewedOn is { } on ? on.AddMonths(months) : (DateOnly?)null;
        var due = asked is { } a && (own is null || a < own) ? a : own;
        var late = due is { } d ? today.DayNumber - d.DayNumber : -1;
        if (late > OverdueDays)
            return new(PageState.Overdue, due, $"Relecture dépassée de {French.Count(late, "jour")}{Because(asked, due, askedWhy)}. Ne vous appuyez pas dessus sans vérifier.");
        if (asked is not null)
            return new(PageState.ToReview, due, $"Relecture demandée le {French.Date(asked.Value)}{Because(asked, asked, askedWhy)}. Vérifiez avant de vous en servir.");
        if (late >= 0)
            return new(PageState.ToReview, due, $"À relire depuis le {French.Date(due!.Value)}. Vérifiez avant de vous en servir.");
        if (!hasReader)
            return new(PageState.ToReview, due, readerNamed ? "Qui la relisait n’est plus en poste : à confier à quelqu’un." : "Personne ne tient cette page : à confier à quelqu’un.");
        if (reviewedOn is null)
            return new(PageState.ToReview, null, "Jamais relue depuis son arrivée. Vérifiez avant de vous en servir.");
        if (due is null)
            return new(PageState.Evergreen, null, $"Sans échéance : ce qu’elle dit ne vieillit pas. Relue le {French.Date(reviewedOn.Value)}.");
        return -late <= SoonDays
            ? new(PageState.Soon, due, $"À relire avant le {French.Date(due.Value)}. Le contenu reste valable d’ici là.")
            : new(PageState.Trusted, due, $"Relue le {French.Date(reviewedOn.Value)}, à relire avant le {French.Date(due.Value)}.");
    }

    public static PageReview Of(PageSheet page, DateOnly today)
        => Of(page.ReviewMonths, page.ReviewedOn, page.AskedOn, page.AskedWhy, page.HasReader, page.Answers is not null, today);

    // Only where the date is the one at which it was asked.
    private static string Because(DateOnly? asked, DateOnly? due, string why)
        => asked is null || asked != due || why.Length == 0 ? "" : $" : {why.TrimEnd('.')}";
}

/// <summary>A state in words, with its look and its icon, so that colour is never alone.</summary>
internal static class PageStateLook
{
    public static string Look(this PageState state) => state switch
    {
        PageState.Evergreen => "is-neutral",
        PageState.Trusted => "is-ok",
        PageState.Soon or PageState.ToReview => "is-warn",
        _ => "is-bad",
    };

    public static string Icon(this PageState state) => state switch
    {
        PageState.Evergreen => "circle-check",
        PageState.Trusted => "checks",
        PageState.Soon => "clock",
        PageState.ToReview => "clock-exclamation",
        _ => "alert-triangle",
    };
}
