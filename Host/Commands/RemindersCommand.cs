using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Intranet.Host.Hosting;
using Intranet.Shared;

namespace Intranet.Host.Commands;

/// <summary><c>reminders run</c>: computes what is due and tells it, or says what it would tell.</summary>
internal static class RemindersCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(IReadOnlyList<string> settings)
    {
        var today = CommonOptions.Today();
        var dryRun = new Option<bool>("--dry-run") { Description = "Writes nothing." };
        var format = CommonOptions.Format();
        var run = new Command("run", "Computes what is due that day and tells those who answer for it, once.") { today, dryRun, format };
        run.SetAction(async (parsed, cancellation) =>
        {
            var dry = parsed.GetValue(dryRun);
            await using var app = AppHost.Build([.. settings.With(parsed.GetValue(today)), "--Clock:DryRun", dry ? "true" : "false", "--Jobs:Enabled", "false"]);
            using var scope = app.Services.CreateScope();
            var lines = await scope.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(app.Services.GetRequiredService<BusinessDay>().Today, dry, cancellation);
            if (parsed.GetValue(format) == "json")
            {
                Console.WriteLine(JsonSerializer.Serialize(lines, Json));
            }
            else
            {
                foreach (var line in lines)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.Due:yyyy-MM-dd}  {line.Rule,-22} {line.Subject} -> {line.Recipient}"));
                Console.WriteLine($"{lines.Count} {(dry ? "to tell" : "told")}.");
            }
            return 0;
        });
        return new Command("reminders", "What is due, for whom.") { run };
    }
}
