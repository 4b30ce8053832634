using Intranet.Contacts;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Walk;

/// <summary>One record of each kind at an establishment of ours, by the name that <see cref="Door.Address"/> uses.</summary>
internal static class Records
{
    /// <summary>Those seen only by those whose scope holds their establishment.</summary>
    public static IReadOnlySet<string> Scoped { get; } = new HashSet<string> { "authorisation", "access", "articulation" };

    /// <summary>New records, one of each kind, that take place at this establishment.</summary>
    public static Task<Dictionary<string, int>> AddAsync(IntranetApp app, int establishment) => app.WithDb(async db =>
    {
        var records = new Dictionary<string, int> { ["establishment"] = establishment };

        async Task<int> Add(string name, AggregateRoot record)
        {
            db.Add(record);
            await db.SaveChangesAsync();
            return records[name] = record.Id;
        }

        var kind = db.Set<PartnerKind>().First(k => k.Code == "spip").Id;
        var partner = await Add("partner", new Partner("SPIP de la visite", kind));
        var claude = new Person("Claude", "Marchand", "visite");
        var absence = claude.BeAway(new DateOnly(2020, 2, 3), new DateOnly(2020, 2, 7), null);
        var employment = claude.Employ(establishment, "Éducatrice", new DateOnly(2020, 1, 6));
        var person = await Add("person", claude);
        (records["absence"], records["employment"]) = (absence.Id, employment.Id);
        var post = Post.AtPartner(partner, "Directrice ou directeur", PostLevel.Management);
        var holding = post.Appoint(person, new DateOnly(2020, 1, 6));
        await Add("post", post);
        records["holding"] = holding.Id;
        await Add("service", new Service(establishment, "Hébergement d’insertion"));
        await Add("pole", new Pole("Pôle de la visite"));
        await Add("authorisation", new Authorisation("CPOM", establishment, new DateOnly(2024, 1, 1), new DateOnly(2028, 12, 31)));
        await Add("delegation", Delegation.ToPerson(person, "Conventions de la visite", new DateOnly(2024, 1, 1), null));
        await Add("access", new PrisonAccess(person, establishment, partner, new DateOnly(2026, 1, 5), null));
        var reminder = new Reminder("visit", partner, new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 5));
        db.Add(reminder);
        await db.SaveChangesAsync();
        records["reminder"] = reminder.Id;
        var name = $"visite-{partner}";
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = "Compte visité", SecurityStamp = name };
        db.Add(account);
        await db.SaveChangesAsync();
        records["account"] = account.Id;
        using var scope = app.Services.CreateScope();
        var author = new CurrentUser { Id = account.Id, Name = "Compte visité", Function = "", Roles = Roles.Staff, SeesAll = true };
        records["file"] = (await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(partner, "visite.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), author, default)).Id;
        await Add("articulation", new ArticulationObservation(establishment, partner, new DateOnly(2026, 6, 16), ArticulationLevel.Formal, null, "", "Visite"));
        return records;
    });
}
