using System.CommandLine;
using Intranet.Host.Hosting;

namespace Intranet.Host.Commands;

/// <summary><c>serve</c>: prepares the database, then answers requests until stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var today = CommonOptions.Today();
        var command = new Command("serve", "Serves the intranet (default command).") { today };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = AppHost.Build(settings.With(parsed.GetValue(today)));
            await app.StartPreparedAsync(cancellation);
            await app.WaitForShutdownAsync(cancellation);
            return 0;
        });
        return command;
    }
}
