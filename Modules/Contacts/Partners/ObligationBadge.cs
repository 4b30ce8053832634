using Intranet.Shared;
using Microsoft.AspNetCore.Html;

namespace Intranet.Contacts;

/// <summary><c>@ObligationBadge.Of(state)</c>: the annual obligation in a badge. Lists show one a row, so each is written once.</summary>
internal static class ObligationBadge
{
    private static readonly Dictionary<ObligationState, IHtmlContent> Written = Enum.GetValues<ObligationState>().ToDictionary(s => s, IHtmlContent (s) => Write(s));

    public static IHtmlContent Of(ObligationState state) => Written[state];

    private static HtmlString Write(ObligationState state)
    {
        var (colour, icon) = state switch
        {
            ObligationState.NeverSeen => ("is-bad", "calendar-off"),
            ObligationState.Late => ("is-bad", "clock-exclamation"),
            ObligationState.Upcoming => ("is-warn", "calendar-due"),
            ObligationState.UpToDate => ("is-ok", "calendar-check"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
        };
        return new HtmlString($"<span class=\"badge-state {colour}\">{Icons.Icon(icon)}{Labels.Of(state)}</span>");
    }
}
