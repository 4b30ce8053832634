namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Somebody who isn't in the directory, as typed.</summary>
internal sealed record PersonOutside(string Name, string Function, string Email);

/// <summary>People outside the directory in a box, one a line: « Nom, fonction, courriel ».</summary>
internal static class PeopleOutside
{
    public static IEnumerable<PersonOutside> Read(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Line).Where(p => p.Name.Length > 0);

    public static string Write(IEnumerable<MeetingParticipant> people)
        => string.Join('\n', people.Select(p => string.Join(", ", new[] { p.Name, p.Function, p.Email }.Where(t => t.Length > 0))));

    private static PersonOutside Line(string line)
    {
        var parts = line.Split(',', StringSplitOptions.TrimEntries);
        var email = parts.Skip(1).FirstOrDefault(p => p.Contains('@', StringComparison.Ordinal) && !p.Contains(' ', StringComparison.Ordinal) && p.Length <= 256) ?? "";
        return new PersonOutside(Cut(parts[0]), Cut(string.Join(", ", parts.Skip(1).Where(p => p.Length > 0 && p != email))), email);
    }

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}
