using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Shared;

/// <summary>Deletes each hour the files and previews that nobody confirmed within a day.</summary>
public sealed class ImportFilesJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "import-files";
    public string Label => "Fichiers d’import non confirmés";
    public string When => "Toutes les heures";
    public string Cron => "0 20 * * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        using var scope = scopes.CreateScope();
        var dropped = await scope.ServiceProvider.GetRequiredService<Importer>().DropStaleAsync(cancellation);
        return French.Count(dropped, "fichier supprimé", "fichiers supprimés");
    }
}
