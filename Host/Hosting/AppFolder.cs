namespace Intranet.Host.Hosting;

/// <summary>Where the host keeps what it writes: database, keys, uploads, pickup mail, logs.</summary>
/// <param name="Root">Absolute path, created when missing.</param>
internal sealed record AppFolder(string Root)
{
    public static AppFolder Under(string contentRoot, string? configured)
    {
        var root = Path.GetFullPath(configured ?? "App_Data", contentRoot);
        Directory.CreateDirectory(root);
        return new AppFolder(root);
    }

    /// <summary>A folder inside, created when missing.</summary>
    public string Sub(string name) => Directory.CreateDirectory(Path.Combine(Root, name)).FullName;
}
