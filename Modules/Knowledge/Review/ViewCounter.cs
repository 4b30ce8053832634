using System.Collections.Concurrent;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Intranet.Knowledge;

/// <summary>
/// How often pages are opened, counted in memory and written every few minutes and at the stop: reading a page costs no command, and nobody is in the
/// count. What a crash loses is a few minutes of it.
/// </summary>
internal sealed class ViewCounter(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob, IHostedService
{
    private readonly ConcurrentDictionary<(int Page, DateOnly Month), int> seen = new();

    public string Code => "knowledge-views";
    public string Label => "Compte des lectures";
    public string When => "Toutes les cinq minutes";
    public string Cron => "0 0/5 * * * ?";
    public bool AtStart => false;

    public void Seen(int pageId) => seen.AddOrUpdate((pageId, MonthOf(day.Today)), 1, (_, count) => count + 1);

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        if (seen.IsEmpty)
            return "";
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
        foreach (var key in seen.Keys.ToList())
        {
            if (seen.TryRemove(key, out var count))
                await WriteAsync(db, key.Page, key.Month, count, cancellation);
        }
        return "";
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    // The month's row may have been added meanwhile by another node; the page may be gone, and its count with it.
    private static async Task WriteAsync(IntranetDb db, int page, DateOnly month, int count, CancellationToken cancellation)
    {
        if (await AddAsync() || !await db.Set<KnowledgePage>().AnyAsync(p => p.Id == page, cancellation))
            return;
        try
        {
            db.Add(new PageViews(page, month, count));
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            await AddAsync();
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        async Task<bool> AddAsync() => await db.Set<PageViews>().Where(v => v.PageId == page && v.Month == month)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Count, x => x.Count + count), cancellation) == 1;
    }
}
