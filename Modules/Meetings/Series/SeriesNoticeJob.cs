using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Meetings;

/// <summary>Each hour of the day, so that a notice missed by a stop leaves when the application is back.</summary>
internal sealed class SeriesNoticeJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "series-notices";
    public string Label => "Annonce des permanences";
    public string When => "Toutes les heures, de 8\u00a0h à 18\u00a0h";
    public string Cron => "0 10 8-17 * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sent = await scope.ServiceProvider.GetRequiredService<SeriesNotices>().RunAsync(cancellation);
        return sent == 0 ? "" : French.Count(sent, "avis écrit", "avis écrits");
    }
}
