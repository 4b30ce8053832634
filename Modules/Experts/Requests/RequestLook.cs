namespace Intranet.Experts;

/// <summary>How states are shown: look and icon of the badge.</summary>
internal static class RequestLook
{
    public static (string Look, string Icon) Look(this RequestState state) => state switch
    {
        RequestState.Answered => ("is-ok", "message-check"),
        RequestState.Closed => ("", "circle-check"),
        RequestState.Taken => ("is-info", "user-check"),
        RequestState.Waiting => ("is-info", "hourglass"),
        RequestState.Basket => ("is-warn", "user-question"),
        RequestState.GivenUp => ("is-warn", "clock-x"),
        _ => ("", "circle-minus"),
    };

    public static (string Look, string Icon) Look(this ExpertAnswer answer) => answer switch
    {
        ExpertAnswer.Answered => ("is-ok", "message-check"),
        ExpertAnswer.Taken => ("is-info", "user-check"),
        ExpertAnswer.Waiting => ("", "hourglass"),
        _ => ("", "circle-minus"),
    };

    public static string Icon(this MessageKind kind) => kind switch
    {
        MessageKind.Answer => "message-check",
        MessageKind.Call => "phone",
        MessageKind.Visit => "calendar-event",
        MessageKind.Immersion => "arrows-exchange",
        _ => "message-circle",
    };
}
