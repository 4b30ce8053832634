using System.CommandLine;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Commands;

/// <summary><c>users add | list | disable</c>: accounts without the pages, for the first administrator and for scripts.</summary>
internal static class UsersCommand
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var command = new Command("users", "Accounts: add, list, disable.");
        command.Subcommands.Add(Add(settings));
        command.Subcommands.Add(List(settings));
        command.Subcommands.Add(Disable(settings));
        return command;
    }

    private static Command Add(IReadOnlyList<string> settings)
    {
        var name = new Option<string>("--name") { Description = "Name shown.", Required = true };
        var function = new Option<string>("--function") { Description = "Function shown under the name." };
        var mail = new Option<string>("--mail") { Description = "Address; also the user name unless --user is given." };
        var user = new Option<string>("--user") { Description = "User name, for who has no address." };
        var role = new Option<string[]>("--role") { Description = "staff (default), coordination, direction, administration; may be repeated." };
        role.AcceptOnlyFromAmong("staff", "coordination", "direction", "administration");
        var scope = new Option<string[]>("--scope") { Description = "all, or the name of a pole or an establishment; may be repeated." };
        var password = new Option<string>("--password") { Description = "Password; without it a single-use link is printed." };
        var command = new Command("add", "Adds an account and prints a link with which its password is chosen.") { name, function, mail, user, role, scope, password };
        command.Validators.Add(result =>
        {
            if (result.GetValue(mail) is null && result.GetValue(user) is null)
                result.AddError("--mail or --user is required.");
        });
        command.SetAction((parsed, cancellation) => CommandScope.RunAsync(settings, "users add", async services =>
        {
            var db = services.GetRequiredService<IntranetDb>();
            var scopes = parsed.GetValue(scope) ?? [];
            var seesAll = scopes.Contains("all", StringComparer.OrdinalIgnoreCase);
            List<int> places = [];
            foreach (var place in scopes.Where(_ => !seesAll))
            {
                var folded = Folding.Fold(place);
                var found = (await db.Subjects.Where(s => s.Kind == "pole" || s.Kind == "establishment").Select(s => new { s.Id, s.Title }).ToListAsync(cancellation)).Where(s => Folding.Fold(s.Title) == folded || Folding.Fold(s.Title).EndsWith(" " + folded, StringComparison.Ordinal)).ToList();
                if (found.Count != 1)
                    throw new InvalidOperationException($"{(found.Count == 0 ? "No" : "More than one")} pole or establishment is called '{place}'.");
                places.Add(found[0].Id);
            }
            var roles = (parsed.GetValue(role) ?? []).Aggregate(Roles.Staff, (all, one) => all | Enum.Parse<Roles>(one, ignoreCase: true));
            var facts = new AccountFacts(parsed.GetValue(name)!, parsed.GetValue(function) ?? "", parsed.GetValue(user) ?? parsed.GetValue(mail)!, parsed.GetValue(mail), roles, seesAll, places, null);
            var (accounts, account) = (services.GetRequiredService<Accounts>(), new Account());
            var problems = await accounts.SaveAsync(account, facts, parsed.GetValue(password));
            if (problems.Count > 0)
                throw new InvalidOperationException(string.Join(' ', problems));
            Console.WriteLine($"Added: {account.UserName} ({account.DisplayName}), {(roles == Roles.Staff ? "staff" : roles.ToString().ToLowerInvariant())}");
            if (parsed.GetValue(password) is null)
                Console.WriteLine((await accounts.OpenDoorAsync(account, BaseAddress(services.GetRequiredService<IConfiguration>()))).Address);
            return 0;
        }, cancellation));
        return command;
    }

    private static Command List(IReadOnlyList<string> settings)
    {
        var command = new Command("list", "Lists the accounts: user name, name, roles, scope, state.");
        command.SetAction((_, cancellation) => CommandScope.RunAsync(settings, "users list", async services =>
        {
            var accounts = await services.GetRequiredService<IntranetDb>().Users.AsNoTracking().OrderBy(a => a.UserName)
                .Select(a => new { a.UserName, a.DisplayName, a.Roles, a.SeesAll, a.DisabledAt, Places = a.Scopes.Select(s => s.Subject.Title).ToList() }).ToListAsync(cancellation);
            foreach (var a in accounts)
                Console.WriteLine(string.Join('\t', a.UserName, a.DisplayName, a.Roles == Roles.Staff ? "staff" : a.Roles.ToString().ToLowerInvariant(), a.SeesAll ? "all" : string.Join(", ", a.Places), a.DisabledAt is null ? "enabled" : "disabled"));
            return 0;
        }, cancellation));
        return command;
    }

    private static Command Disable(IReadOnlyList<string> settings)
    {
        var name = new Argument<string>("name") { Description = "User name or address." };
        var command = new Command("disable", "Disables an account; its sessions close within five seconds.") { name };
        command.SetAction((parsed, cancellation) => CommandScope.RunAsync(settings, "users disable", async services =>
        {
            var users = services.GetRequiredService<UserManager<Account>>();
            var text = parsed.GetValue(name)!;
            var account = await users.FindByNameAsync(text) ?? await users.FindByEmailAsync(text) ?? throw new InvalidOperationException($"No account is called '{text}'.");
            await services.GetRequiredService<Accounts>().SetDisabledAsync(account, true);
            Console.WriteLine($"Disabled: {account.UserName}");
            return 0;
        }, cancellation));
        return command;
    }

    private static string BaseAddress(IConfiguration configuration) => (configuration["urls"] ?? AppHost.DefaultUrl).Split(';')[0];
}
