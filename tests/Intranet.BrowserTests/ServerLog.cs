namespace Intranet.BrowserTests;

/// <summary>Errors that the server wrote in its log files after this was made.</summary>
internal sealed class ServerLog(string folder)
{
    private readonly Dictionary<string, long> before = Files(folder).ToDictionary(f => f, f => new FileInfo(f).Length);

    public IEnumerable<string> Since() => Files(folder).Order().SelectMany(ErrorsOf);

    private IEnumerable<string> ErrorsOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(before.GetValueOrDefault(path), SeekOrigin.Begin);
        using var reader = new StreamReader(file);
        while (reader.ReadLine() is { } line)
        {
            // Not parsed: the server may be in the middle of a line.
            if (line.Contains("\"Level\":\"Error\"", StringComparison.Ordinal) || line.Contains("\"Level\":\"Fatal\"", StringComparison.Ordinal))
                yield return line;
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(folder, "logs"), "*.json");
}
