namespace Intranet.Meetings;

/// <summary>Points that a kind's agendas start with, one a line: « Point | minutes ».</summary>
internal static class AgendaTemplate
{
    public static IReadOnlyList<(string Title, int? Minutes)> Read(string text)
        => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line).Where(l => l.Title.Length > 0)];

    private static (string Title, int? Minutes) Line(string line)
    {
        var at = line.LastIndexOf('|');
        var title = (at < 0 ? line : line[..at]).Trim();
        return (title.Length <= 300 ? title : title[..300], at >= 0 && int.TryParse(line[(at + 1)..].Trim(), out var minutes) && minutes is >= 1 and <= 480 ? minutes : null);
    }
}
