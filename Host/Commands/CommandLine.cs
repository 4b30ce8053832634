using System.CommandLine;
using Intranet.Host.Hosting;

namespace Intranet.Host.Commands;

/// <summary>The command line: exit code 0 when all went well, 2 for a usage error, 1 otherwise; messages on stderr, results on stdout.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, words) = Split(args);
        var root = new RootCommand("Passerelle: keeps a social-care association's partnerships with justice alive.");
        root.Subcommands.Add(ServeCommand.Create(settings));
        root.Subcommands.Add(MigrateCommand.Create(settings));
        root.Subcommands.Add(SmallCommands.Demo(settings));
        root.Subcommands.Add(ArchiveCommands.Backup(settings));
        root.Subcommands.Add(ArchiveCommands.Restore(settings));
        root.Subcommands.Add(UsersCommand.Create(settings));
        root.Subcommands.Add(SmallCommands.Search(settings));
        root.Subcommands.Add(SmallCommands.Erase(settings));
        root.Subcommands.Add(ImportCommand.Create(settings));
        root.Subcommands.Add(ExportCommand.Create(settings));
        root.Subcommands.Add(RemindersCommand.Create(settings));
        var parsed = root.Parse(words.Count == 0 ? ["serve"] : words[0].StartsWith('-') && words[0] is not ("--help" or "-h" or "-?" or "--version") ? ["serve", .. words] : words);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is not OperationCanceledException && !e.GetType().Name.StartsWith("HostAborted", StringComparison.Ordinal) && !e.GetType().Name.StartsWith("StopTheHost", StringComparison.Ordinal))
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <summary>Settings may stand anywhere on the line (<c>--Section:Key value</c>, <c>--urls</c>…); the rest are the command's words.</summary>
    private static (List<string> Settings, List<string> Words) Split(string[] args)
    {
        List<string> settings = [], words = [];
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=')[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !(name.Contains(':') || name is "--urls" or "--environment" or "--contentRoot" or "--applicationName"))
            {
                words.Add(args[i]);
                continue;
            }
            settings.Add(args[i]);
            if (!args[i].Contains('=') && i + 1 < args.Length)
                settings.Add(args[++i]);
        }
        return (settings, words);
    }
}

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--today</c>: the business day to reason from.</summary>
    public static Option<DateOnly?> Today() => new("--today") { Description = "Business day to reason from (yyyy-MM-dd)." };

    /// <summary><c>--format</c>: text for people, or json for scripts.</summary>
    public static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }

    public static string[] With(this IEnumerable<string> settings, DateOnly? today)
        => today is null ? [.. settings] : [.. settings, "--Clock:Today", today.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)];
}
