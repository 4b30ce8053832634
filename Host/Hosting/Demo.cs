using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>The fictional association "Les Rives": the modules bring their rows, the host its four accounts.</summary>
internal static class Demo
{
    public const string Password = "Passerelle-2026";

    public sealed record DemoAccount(string UserName, string Name, string Function, Roles Roles, bool SeesAll, string? Person, string? Scope);

    /// <summary>Person and scope are names that the modules gave in <see cref="DemoContext.Ids"/>.</summary>
    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new("directrice@demo.passerelle", "Hélène Vasseur", "Directrice de pôle", Roles.Direction, false, "person-directrice", "pole-idf"),
        new("coordinateur@demo.passerelle", "Karim Lebrun", "Coordinateur justice", Roles.Coordination, true, "person-coordinateur", null),
        new("educatrice@demo.passerelle", "Léa Fontaine", "Éducatrice, L’Escale", Roles.Staff, false, "person-educatrice", "chrs-escale"),
        new("admin@demo.passerelle", "Nora Castel", "Administratrice", Roles.Administration, true, null, null),
    ];

    public static async Task LoadIfEmptyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
        if (await IsEmptyAsync(db, cancellation))
            await LoadAsync(services, 1, cancellation);
    }

    /// <summary>Neither accounts nor records but those that a new database starts with (lists, topics): nobody, no house, no partner.</summary>
    public static async Task<bool> IsEmptyAsync(IntranetDb db, CancellationToken cancellation)
        => !await db.Users.AnyAsync(cancellation) && !await db.Set<Establishment>().AnyAsync(cancellation) && !await db.Set<Partner>().AnyAsync(cancellation) && !await db.Set<Person>().AnyAsync(cancellation);

    /// <summary>Loads so many copies of the association.</summary>
    public static async Task LoadAsync(IServiceProvider services, int scale, CancellationToken cancellation)
    {
        var today = services.GetRequiredService<BusinessDay>().Today;
        for (var copy = 0; copy < scale; copy++)
        {
            using var scope = services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
            // The rules of saving look for changes once themselves; looking again at every row that is added would be quadratic.
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var context = new DemoContext(today, copy);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var source in scope.ServiceProvider.GetServices<IDemoSource>())
            {
                await source.LoadAsync(db, context, cancellation);
                await db.SaveChangesAsync(cancellation);
                db.ChangeTracker.Clear();
            }
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            if (copy == 0)
            {
                await AddAccountsAsync(scope.ServiceProvider, context);
                foreach (var source in scope.ServiceProvider.GetServices<IDemoSource>())
                    await source.LoadForAccountsAsync(db, context, cancellation);
                await db.SaveChangesAsync(cancellation);
            }
            await transaction.CommitAsync(cancellation);
            await db.LearnAsync(cancellation);
        }
    }

    private static async Task AddAccountsAsync(IServiceProvider services, DemoContext context)
    {
        var accounts = services.GetRequiredService<UserManager<Account>>();
        foreach (var demo in Accounts)
        {
            var account = new Account { UserName = demo.UserName, Email = demo.UserName, DisplayName = demo.Name, Function = demo.Function, Roles = demo.Roles, SeesAll = demo.SeesAll };
            if (demo.Person is not null && context.Ids.TryGetValue(demo.Person, out var person))
                account.PersonId = person;
            if (demo.Scope is not null && context.Ids.TryGetValue(demo.Scope, out var place))
                account.Scopes.Add(new AccountScope { SubjectId = place });
            var result = await accounts.CreateAsync(account, Password);
            if (!result.Succeeded)
                throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
