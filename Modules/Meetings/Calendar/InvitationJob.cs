using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Meetings;

/// <summary>Looks each minute for meetings whose calendars are to be told.</summary>
internal sealed class InvitationJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "invitations";
    public string Label => "Invitations aux rencontres";
    public string When => "Chaque minute";
    public string Cron => "0 * * * * ?";
    public bool AtStart => false;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var told = await scope.ServiceProvider.GetRequiredService<Invitations>().RunAsync(cancellation);
        return told == 0 ? "" : French.Count(told, "invitation écrite", "invitations écrites");
    }
}
