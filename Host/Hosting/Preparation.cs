using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>What a start needs: schema, demo, a word on where to go.</summary>
internal static class Preparation
{
    /// <summary>Brings the database to the current schema, with its reference lists; answers which migrations were applied.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count == 0)
            return pending;
        await db.Database.MigrateAsync(cancellation);
        foreach (var module in Program.Modules)
            await module.SeedAsync(db, cancellation);
        await db.SaveChangesAsync(cancellation);
        return pending;
    }

    /// <summary>Listens and prepares at the same time: the schema, then the demo when the database is empty and the environment is Development, unless <c>Demo:Enabled</c> says otherwise.</summary>
    public static async Task StartPreparedAsync(this WebApplication app, CancellationToken cancellation)
    {
        app.Services.GetRequiredService<ServerLock>().Take();
        var preparation = Task.Run(() => PrepareAsync(app, cancellation), cancellation);
        await app.StartAsync(cancellation);
        await preparation;
        app.Services.GetRequiredService<Readiness>().Reached();
        Console.WriteLine($"Passerelle: {string.Join(' ', app.Urls)}");
        if (app.Environment.IsDevelopment())
            Console.WriteLine($"Demo accounts: {string.Join(", ", Demo.Accounts.Select(a => a.UserName))}; password {Demo.Password}");
    }

    private static async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        await MigrateAsync(app.Services, cancellation);
        if (app.Configuration.GetValue("Demo:Enabled", app.Environment.IsDevelopment()))
            await Demo.LoadIfEmptyAsync(app.Services, cancellation);
    }
}
