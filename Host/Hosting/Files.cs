using Intranet.Shared;

namespace Intranet.Host.Hosting;

/// <summary>Where documents lie: a folder beside the SQLite file, or SQL Server itself, so that several nodes need nothing else in common.</summary>
internal static class Files
{
    public static void AddFiles(this IServiceCollection services, IConfiguration configuration, AppFolder folder)
    {
        services.AddSingleton<IFileContents>(configuration["Database:Provider"] == "SqlServer" ? new DatabaseFileContents() : new FolderFileContents(folder.Sub("files")));
        services.AddScoped<FileStore>();
    }
}
