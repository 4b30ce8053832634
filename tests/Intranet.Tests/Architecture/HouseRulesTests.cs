using System.Text.RegularExpressions;
using Intranet.Host;
using Intranet.Host.Pages;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Tests.Architecture;

/// <summary>Rules of the house (architecture.md), read in the assemblies and the sources.</summary>
public sealed partial class HouseRulesTests
{
    /// <summary>Pages that a stranger may open; a new one is written here, by hand.</summary>
    private static readonly string[] ForStrangers = ["SignInModel", "ErrorModel", "PasswordModel", "ReplyModel", "FeedModel", "AnswerModel", "ThanksModel", "GuestModel", "LinkModel"];

    [Fact]
    public void Modules_know_Shared_and_Contacts_never_each_other()
    {
        string[] open = ["Intranet.Shared", "Intranet.Contacts"];
        Faults.None(from module in House.Modules.Append(House.Shared)
                    from other in module.GetReferencedAssemblies()
                    where other.Name!.StartsWith("Intranet.", StringComparison.Ordinal) && !open.Contains(other.Name)
                    select $"{module.GetName().Name} references {other.Name}");
        Assert.DoesNotContain(House.Shared.GetReferencedAssemblies(), a => a.Name!.StartsWith("Intranet.", StringComparison.Ordinal));
    }

    [Fact]
    public void Entities_are_internal_save_those_of_Shared_and_Contacts()
    {
        using var db = Database.Contexts.SqlServer();
        var entities = db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => House.Modules.Except([House.Contacts]).Contains(t.Assembly));
        Faults.None(entities.Where(t => t.IsVisible).Select(t => t.FullName));
    }

    [Fact]
    public void A_module_shows_one_class_only()
        => Faults.None(from module in House.Modules.Except([House.Contacts])
                       from type in module.Written()
                       where type.IsVisible && !typeof(IModule).IsAssignableFrom(type)
                       select type.FullName);

    [Fact]
    public void Entities_keep_their_setters_to_themselves()
        => Faults.None(from module in House.Modules
                       from type in module.Written()
                       where typeof(AggregateRoot).IsAssignableFrom(type) || typeof(IPartOf).IsAssignableFrom(type)
                       from property in type.GetProperties()
                       where property.SetMethod?.IsPublic == true
                       select $"{type.Name}.{property.Name}");

    [Fact]
    public void Pages_are_sealed_internal_and_state_who_may_open_them()
    {
        var pages = House.All.SelectMany(a => a.Written()).Where(t => typeof(PageModel).IsAssignableFrom(t)).ToList();
        Assert.NotEmpty(pages);
        Faults.None(pages.Where(p => p.IsVisible || !p.IsSealed).Select(p => $"{p.FullName} is not internal sealed"));
        Faults.None(pages.Where(p => p.IsDefined(typeof(AllowAttribute), false) == p.IsDefined(typeof(AllowAnonymousAttribute), false))
            .Select(p => $"{p.FullName} states no permission, or two"));
        Assert.Equal(ForStrangers.Order(), pages.Where(p => p.IsDefined(typeof(AllowAnonymousAttribute), false)).Select(p => p.Name).Order());
    }

    [Fact]
    public void Nobody_asks_the_machine_what_day_it_is()
    {
        string[] forbidden = ["DateTime.get_Now", "DateTime.get_UtcNow", "DateTime.get_Today", "DateTimeOffset.get_Now", "DateTimeOffset.get_UtcNow"];
        Faults.None(from assembly in House.All
                    from call in Calls.From(assembly)
                    where forbidden.Contains(call)
                    select $"{assembly.GetName().Name} calls {call}");
    }

    [Fact]
    public void Bulk_updates_spare_what_is_indexed_or_audited()
    {
        using var db = Database.Contexts.SqlServer();
        var free = db.Model.GetEntityTypes().Select(e => e.ClrType)
            .Where(t => typeof(IUnaudited).IsAssignableFrom(t) && !typeof(AggregateRoot).IsAssignableFrom(t))
            .Select(t => t.Name).ToHashSet();
        Faults.None(from assembly in House.All
                    from call in Calls.GenericFrom(assembly)
                    where call.Member.Contains(".ExecuteUpdate", StringComparison.Ordinal) || call.Member.Contains(".ExecuteDelete", StringComparison.Ordinal)
                    where !free.Contains(call.For[0])
                    select $"{assembly.GetName().Name}: {call.Member} of {call.For[0]}, which is not IUnaudited");
    }

    [Fact]
    public void Only_Hosting_names_a_database_provider_a_scheduler_a_mail_transport()
    {
        string[] providers = ["Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer", "Microsoft.Data.", "Quartz", "System.Net.Mail"];
        Faults.None(from module in House.Modules.Append(House.Shared)
                    from other in module.GetReferencedAssemblies()
                    where providers.Any(p => other.Name!.StartsWith(p, StringComparison.Ordinal))
                    select $"{module.GetName().Name} references {other.Name}");
        Faults.None(from file in House.Files("*.cs*", "Host")
                    where !file.Path.StartsWith("Host/Hosting/", StringComparison.Ordinal) && !file.Path.StartsWith("Host/Migrations/", StringComparison.Ordinal)
                    where ProviderNames().IsMatch(file.Text)
                    select file.Path);
    }

    [Fact]
    public void Pages_hold_no_style_no_script_no_raw_html()
        => Faults.None(from file in House.Files("*.cshtml", "Modules", "Host")
                       from Match match in Loose().Matches(file.Text)
                       select $"{file.Path}: {match.Value.Trim()}");

    [Fact]
    public void Icons_are_in_the_sprite()
    {
        var sprite = File.ReadAllLines(Path.Combine(House.Root, "build/icons.txt")).Select(l => l.Trim()).ToHashSet();
        var drawn = from file in House.Files("*.cshtml", "Modules", "Host")
                    from Match match in IconNames().Matches(file.Text)
                    from Match word in QuotedWords().Matches(match.Value)
                    select (file.Path, name: word.Groups[1].Value);
        var declared = Program.Modules.SelectMany(m => m.Kinds.Select(k => k.Icon).Concat(m.Menu.Select(e => e.Icon)))
            .Concat(Navigation.Entries.Concat(Navigation.Quick).Select(e => e.Icon));
        Faults.None(drawn.Concat(declared.Select(name => ("menus and kinds", name))).Where(i => !sprite.Contains(i.name)).Select(i => $"{i.Item1}: {i.name}"));
    }

    [Fact]
    public void No_namespace_hides_System_IO_Directory()
        => Faults.None(House.All.SelectMany(a => a.Written()).Where(t => t.Namespace?.Split('.').Contains(nameof(Directory)) == true).Select(t => t.FullName));

    [GeneratedRegex(@"UseSqlite|UseSqlServer|Microsoft\.Data\.Sql|using Quartz|System\.Net\.Mail|SmtpClient")]
    private static partial Regex ProviderNames();

    [GeneratedRegex(@"<[^>@]*\sstyle\s*=.{0,40}|<style[\s>].{0,40}|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*[""'].{0,40}|Html\.Raw.{0,40}|href=""javascript:.{0,40}", RegexOptions.IgnoreCase)]
    private static partial Regex Loose();

    [GeneratedRegex(@"@Icon\((?:[^()]|\([^()]*\))*\)")]
    private static partial Regex IconNames();

    /// <summary>Words that are compared with, or matched against, are no icons.</summary>
    [GeneratedRegex(@"(?<![=!]=\s*|\b(?:is|or|not)\s+)""([a-z0-9-]+)""(?!\s*(?:=>|or\b))")]
    private static partial Regex QuotedWords();
}
