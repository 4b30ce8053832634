using Intranet.Host.Hosting;

namespace Intranet.Host.Commands;

/// <summary>What most commands need: the application put together but not serving, its schema up to date, a scope.</summary>
internal static class CommandScope
{
    /// <param name="name">Written in histories as the author of what the command changes.</param>
    public static async Task<int> RunAsync(IEnumerable<string> settings, string name, Func<IServiceProvider, Task<int>> work, CancellationToken cancellation)
    {
        await using var app = AppHost.Build([.. settings]);
        await Preparation.MigrateAsync(app.Services, cancellation);
        HttpActor.CommandName = $"Commande {name}";
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
