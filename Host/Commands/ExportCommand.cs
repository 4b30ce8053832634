using System.CommandLine;
using Intranet.Host.Hosting;
using Intranet.Shared;

namespace Intranet.Host.Commands;

/// <summary><c>export &lt;kind&gt; &lt;file&gt;</c>: a workbook, or CSV when the file's name ends so.</summary>
internal static class ExportCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var kind = new Argument<string>("kind") { Description = "What to write: partners, establishments, staff, contacts…" };
        var file = new Argument<FileInfo>("file") { Description = "Ends in .xlsx or .csv." };
        var command = new Command("export", "Exports a kind of records.") { kind, file };
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = parsed.GetRequiredValue(file);
            if (target.Extension.ToLowerInvariant() is not (".xlsx" or ".csv"))
            {
                await Console.Error.WriteLineAsync("The file's name must end in .xlsx or .csv.");
                return 2;
            }
            await using var app = AppHost.Build([.. settings]);
            using var scope = app.Services.CreateScope();
            var kinds = scope.ServiceProvider.GetServices<IExportKind>().ToList();
            if (kinds.FirstOrDefault(k => k.Code == parsed.GetValue(kind)) is not { } known)
            {
                await Console.Error.WriteLineAsync($"Unknown kind '{parsed.GetValue(kind)}'. Kinds: {string.Join(", ", kinds.Select(k => k.Code))}.");
                return 2;
            }
            await Preparation.MigrateAsync(app.Services, cancellation);
            var rows = await known.RowsAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), cancellation);
            await using var content = target.Create();
            ExportFile.Write(content, known, rows, target.Extension);
            Console.WriteLine($"{rows.Count} lines written to {target.FullName}");
            return 0;
        });
        return command;
    }
}
