using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Reminders;

/// <summary>Looks every five minutes for letters to write; they leave in office hours only.</summary>
internal sealed class LetterJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "reminder-letters";
    public string Label => "Lettres de rappels";
    public string When => "Toutes les cinq minutes, de 8\u00a0h à 18\u00a0h, les jours ouvrés";
    public string Cron => "0 2/5 8-17 ? * MON-FRI";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var written = await scope.ServiceProvider.GetRequiredService<LetterRun>().RunAsync(cancellation);
        return written == 0 ? "" : French.Count(written, "lettre écrite", "lettres écrites");
    }
}
