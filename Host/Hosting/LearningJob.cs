using Intranet.Shared;

namespace Intranet.Host.Hosting;

/// <summary>Each night and at each start, the database learns how its tables have filled (see <see cref="Database.LearnAsync"/>).</summary>
internal sealed class LearningJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "statistics";
    public string Label => "Statistiques de la base";
    public string When => "Chaque nuit à 3\u00a0h\u00a030";
    public string Cron => "0 30 3 * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        using var scope = scopes.CreateScope();
        await scope.ServiceProvider.GetRequiredService<IntranetDb>().LearnAsync(cancellation);
        return "";
    }
}
