using Intranet.Shared;

namespace Intranet.Host.Hosting;

/// <summary>Runs <see cref="SendMail"/> every few seconds while the server answers requests.</summary>
internal sealed class MailLoop(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MailLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The outbox could not be read");
            }
        }
    }
}
