using System.CommandLine;
using Intranet.Host.Hosting;

namespace Intranet.Host.Commands;

/// <summary><c>migrate</c>: brings the database to the current schema.</summary>
internal static class MigrateCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("migrate", "Creates the database or brings it to the current schema.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var app = AppHost.Build([.. settings]);
            var pending = await Preparation.MigrateAsync(app.Services, cancellation);
            Console.WriteLine(pending.Count == 0 ? "Up to date." : $"Applied: {string.Join(", ", pending)}.");
            return 0;
        });
        return command;
    }
}
