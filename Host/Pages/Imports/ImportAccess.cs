using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Imports;

/// <summary>What a person may import, and the runs of those kinds.</summary>
internal static class ImportAccess
{
    public static IEnumerable<IImportKind> KindsFor(this Importer importer, CurrentUser user) => importer.Kinds.Where(k => user.May(k.Needs));

    /// <summary>The run and its kind; null when it isn't there, or is of a kind that the person may not import.</summary>
    public static async Task<(ImportRun Run, IImportKind Kind)?> RunOfAsync(this IntranetDb db, Importer importer, CurrentUser user, int id)
        => await db.Set<ImportRun>().AsTracking().SingleOrDefaultAsync(r => r.Id == id) is { } run && importer.Kind(run.Kind) is { } kind && user.May(kind.Needs) ? (run, kind) : null;

    /// <summary>The uploaded bytes; null once imported or dropped.</summary>
    public static Task<byte[]?> FileOfAsync(this IntranetDb db, int runId)
        => db.Set<ImportFile>().Where(f => f.RunId == runId).Select(f => (byte[]?)f.Content).SingleOrDefaultAsync();

    /// <summary>Where the run stands: the step to take, or the report.</summary>
    public static string Address(this ImportRun run) => run.State switch
    {
        ImportState.Columns => $"/imports/{run.Id}/colonnes",
        ImportState.Preview => $"/imports/{run.Id}/verification",
        _ => $"/imports/{run.Id}",
    };

    public static string Label(this ImportState state) => state switch
    {
        ImportState.Columns => "Colonnes à vérifier",
        ImportState.Preview => "À confirmer",
        ImportState.Done => "Importé",
        ImportState.Undone => "Annulé",
        ImportState.Abandoned => "Abandonné",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Unknown state."),
    };

    public static string Look(this ImportState state) => state switch
    {
        ImportState.Done => "is-ok",
        ImportState.Undone => "is-violet",
        ImportState.Columns or ImportState.Preview => "is-info",
        _ => "",
    };

    public static string Icon(this ImportState state) => state switch
    {
        ImportState.Done => "circle-check",
        ImportState.Undone => "arrow-back-up",
        ImportState.Columns or ImportState.Preview => "hourglass",
        _ => "archive",
    };
}
