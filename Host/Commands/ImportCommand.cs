using System.CommandLine;
using Intranet.Host.Hosting;
using Intranet.Shared;

namespace Intranet.Host.Commands;

/// <summary><c>import &lt;kind&gt; &lt;file&gt;</c>: the same plan as the wizard's, without its questions. One line in error and nothing is written, unless <c>--valid-only</c>.</summary>
internal static class ImportCommand
{
    private const int UsageError = 2;

    public static Command Create(IReadOnlyList<string> settings)
    {
        var kind = new Argument<string>("kind") { Description = "What the file holds: spip, courts, prisons, establishments, staff, contacts…" };
        var file = new Argument<FileInfo>("file") { Description = "CSV or XLSX; encoding and separator are detected." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be done; writes nothing." };
        var validOnly = new Option<bool>("--valid-only") { Description = "Imports the valid lines even when others are in error." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("import", "Imports a file.") { kind, file, dryRun, validOnly, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            HttpActor.CommandName = "Import en ligne de commande";
            await using var app = AppHost.Build([.. settings]);
            using var scope = app.Services.CreateScope();
            var importer = scope.ServiceProvider.GetRequiredService<Importer>();
            if (importer.Kind(parsed.GetRequiredValue(kind)) is not { } known)
                return await UsageAsync($"Unknown kind '{parsed.GetValue(kind)}'. Kinds: {string.Join(", ", importer.Kinds.Select(k => k.Code))}.");
            if (parsed.GetRequiredValue(file) is not { Exists: true } source)
                return await UsageAsync($"No such file: {parsed.GetValue(file)}");
            await Preparation.MigrateAsync(app.Services, cancellation);
            var run = new CommandRun(importer, app.Services.GetRequiredService<TimeProvider>(), known, source, parsed.GetValue(dryRun), parsed.GetValue(validOnly), parsed.GetValue(format) == "json");
            return await run.GoAsync(cancellation);
        });
        return command;
    }

    private static async Task<int> UsageAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return UsageError;
    }

    private sealed record CommandRun(Importer Importer, TimeProvider Clock, IImportKind Kind, FileInfo File, bool DryRun, bool ValidOnly, bool Json)
    {
        public async Task<int> GoAsync(CancellationToken cancellation)
        {
            ImportSheet sheet;
            try
            {
                await using var content = File.OpenRead();
                sheet = Importer.Read(Kind, content, File.Name);
            }
            catch (TableException e)
            {
                await Console.Error.WriteLineAsync(e.Message);
                if (Json)
                    Console.WriteLine(new ImportReport(Kind.Code, File.Name, DryRun, 0, 0, 0, 0, [new(e.Line ?? 1, "", "", e.Message)]).ToJson());
                return 1;
            }
            var plan = await Importer.PlanAsync(Kind, sheet, cancellation);
            var refused = plan.Issues.Count > 0 && !ValidOnly;
            if (!DryRun && !refused)
            {
                var planned = plan.Fingerprint;
                var run = new ImportRun(Kind.Code, File.Name, Clock.GetUtcNow().UtcDateTime, null, HttpActor.CommandName) { ValidOnly = ValidOnly, Sheet = sheet.Sheet ?? "" };
                plan = await Importer.WriteAsync(run, Kind, sheet, planned, cancellation);
                if (plan!.Fingerprint != planned)
                {
                    await Console.Error.WriteLineAsync("The data changed while the file was read: nothing was written. Run the command again.");
                    return 1;
                }
            }
            await ReportAsync(plan, refused);
            return refused ? 1 : 0;
        }

        private async Task ReportAsync(ImportPlan plan, bool refused)
        {
            var report = ImportReport.Of(Kind.Code, File.Name, DryRun, plan, DryRun || !refused);
            if (Json)
            {
                Console.WriteLine(report.ToJson());
                return;
            }
            Console.WriteLine($"{report.Kind}: {report.File}{(DryRun ? " (dry run)" : "")}");
            Console.WriteLine($"{plan.Lines} lines read. Created {report.Created}, updated {report.Updated}, unchanged {report.Unchanged}, skipped {report.Skipped}, errors {report.Errors.Count}.");
            foreach (var error in report.Errors)
                await Console.Error.WriteLineAsync($"line {error.Line}, {error.Column}: {error.Value} - {error.Message}");
            if (refused)
                await Console.Error.WriteLineAsync("Nothing was written. Correct the lines, or import the others with --valid-only.");
        }
    }
}
