using System.Text.Json;

namespace Intranet.BrowserTests;

/// <summary>Errors that the server wrote in its log files after this was made.</summary>
internal sealed class ServerLog(string folder)
{
    private readonly int before = Errors(folder).Count;

    public IEnumerable<string> Since() => Errors(folder).Skip(before);

    private static List<string> Errors(string folder)
    {
        var lines = new List<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "logs"), "*.json").Order())
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            while (reader.ReadLine() is { } line)
            {
                using var entry = JsonDocument.Parse(line);
                if (entry.RootElement.GetProperty("Level").GetString() is "Error" or "Fatal")
                    lines.Add(line);
            }
        }
        return lines;
    }
}
