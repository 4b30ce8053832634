using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intranet.Shared;

/// <summary>The report of a run, as <c>--format json</c> writes it: one count per record.</summary>
public sealed record ImportReport(string Kind, string File, bool DryRun, int Created, int Updated, int Unchanged, int Skipped, IReadOnlyList<ImportReportError> Errors)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="written">False when nothing was or would be written: only the errors and the skipped lines count then.</param>
    public static ImportReport Of(string kind, string file, bool dryRun, ImportPlan plan, bool written)
        => new(kind, file, dryRun, written ? plan.Created : 0, written ? plan.Updated : 0, plan.Unchanged, plan.Skipped,
            [.. plan.Issues.OrderBy(i => i.Line).Select(i => new ImportReportError(i.Line, i.Column, i.Value, i.Message))]);

    public string ToJson() => JsonSerializer.Serialize(this, Options);
}

/// <summary>A line in error; the value is masked where it looked like an identity.</summary>
public sealed record ImportReportError(int Line, string Column, string Value, string Message);
