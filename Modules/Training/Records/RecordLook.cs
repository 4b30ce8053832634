namespace Intranet.Training;

/// <summary>How the state of a record looks.</summary>
internal static class RecordLook
{
    public static string Look(RecordState state) => state switch
    {
        RecordState.Accepted => "is-ok",
        RecordState.Submitted => "is-info",
        RecordState.Refused => "is-bad",
        _ => "",
    };

    public static string Icon(RecordState state) => state switch
    {
        RecordState.Accepted => "circle-check",
        RecordState.Submitted => "hourglass",
        RecordState.Refused => "circle-x",
        _ => "archive",
    };
}
