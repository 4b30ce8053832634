using System.Net;
using ClosedXML.Excel;
using Intranet.Contacts;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Reminders;

/// <summary>Rules settled by administrators, a date played, the register and the load to come.</summary>
public sealed class RulePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_rule_is_switched_on_with_its_own_steps_and_copies()
    {
        var house = await app.AddEstablishment("La Traverse");
        var post = await app.Add(Post.AtEstablishment(house, "Secrétariat général", PostLevel.Management));
        var admin = await app.SignedIn(Roles.Administration);
        var page = await admin.Get("/administration/rappels/contract-ending");
        Assert.DoesNotContain("checked", page.Document.QuerySelector("#Input_IsOn")!.OuterHtml, StringComparison.Ordinal);
        await admin.SendAndFollow(page, [("Input.IsOn", "true"), ("Input.Steps", "7; 45,−3"), ("Input.EscalateAfter", "10"), ("Input.Posts", $"{post}")]);
        var saved = await app.WithDb(db => db.Set<RuleSetting>().Include(s => s.Posts).AsNoTracking().SingleAsync(s => s.Code == "contract-ending"));
        Assert.Equal((true, "45, 7, -3", 10, post), (saved.IsOn, saved.Steps, saved.EscalateAfter, saved.Posts.Single().PostId));
        var list = await admin.Get("/administration/rappels");
        Assert.Contains("45 et 7 jours avant, 3 jours après", list.Main.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bientôt")]
    [InlineData("9000")]
    [InlineData("1,2,3,4,5,6,7,8,9")]
    public async Task Steps_that_say_nothing_are_refused_and_kept_in_the_form(string steps)
    {
        var admin = await app.SignedIn(Roles.Administration);
        var answer = await admin.Send(await admin.Get("/administration/rappels/first-contact"), [("Input.Steps", steps)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(steps, answer.Document.QuerySelector("#Input_Steps")!.GetAttribute("value"));
        Assert.False(await app.WithDb(db => db.Set<RuleSetting>().AnyAsync(s => s.Code == "first-contact")));
    }

    [Fact]
    public async Task Two_administrators_on_one_rule_see_each_other()
    {
        var (one, other) = (await app.SignedIn(Roles.Administration), await app.SignedIn(Roles.Administration));
        var (mine, theirs) = (await one.Get("/administration/rappels/visit-coming"), await other.Get("/administration/rappels/visit-coming"));
        await other.SendAndFollow(theirs, [("Input.Steps", "20")]);
        var answer = await one.Send(mine, [("Input.Steps", "10")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("20", answer.Main, StringComparison.Ordinal);
        await one.SendAndFollow(answer, []);
        Assert.Equal("10", await app.WithDb(db => db.Set<RuleSetting>().Where(s => s.Code == "visit-coming").Select(s => s.Steps).SingleAsync()));
    }

    [Fact]
    public async Task What_was_settled_is_in_the_journal_before_and_after()
    {
        var house = await app.AddEstablishment("La Consignée");
        var post = await app.Add(Post.AtEstablishment(house, "Secrétariat du siège", PostLevel.Management));
        var admin = await app.SignedIn(Roles.Administration);
        await admin.SendAndFollow(await admin.Get("/administration/rappels/authorisation-renewal"), [("Input.IsOn", "true"), ("Input.EscalateAfter", "12"), ("Input.Posts", $"{post}")]);
        await admin.SendAndFollow(await admin.Get("/administration/rappels/authorisation-renewal"), []);
        var journal = await admin.Get("/administration/journal?nature=reglages&q=autorisation");
        var row = Assert.Single(journal.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal("Renouvellement d’une autorisation à demander", row.QuerySelector("th")!.TextContent.Trim());
        Assert.Contains("Camille Essai", row.TextContent, StringComparison.Ordinal);
        var said = string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var label in new[] { "Règle de rappel : changement", "Règle active", "Jours sans réponse avant de prévenir le niveau au-dessus", "21", "12", "Postes en copie", "Secrétariat du siège, La Consignée" })
            Assert.Contains(label, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Étapes", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_says_what_is_known_of_an_end()
    {
        var (gone, moved, again) = (await app.AddPartner("Fin un"), await app.AddPartner("Fin deux"), await app.AddPartner("Fin trois"));
        var person = await app.Add(new Person("Ana", "Fins", "essai"));
        foreach (var (subject, isWithdrawn) in new[] { (gone, false), (moved, true), (again, false) })
            await TellAsync(subject, person, r => r.Finish(r.SeenOn.AddDays(2), isWithdrawn));
        await TellAsync(moved, person, _ => { }, days: 40);
        await TellAsync(again, person, _ => { }, days: 365);
        var page = await (await app.SignedIn(Roles.Coordination)).Get("/rappels/registre?q=fin");
        Assert.Contains("Fait ou supprimé", Row("Fin un"), StringComparison.Ordinal);
        Assert.Contains("Échéance déplacée au 10/04/2027", Row("Fin deux"), StringComparison.Ordinal);
        Assert.Contains("Échéance suivante le 29/02/2028", Row("Fin trois"), StringComparison.Ordinal);

        string Row(string subject) => page.Document.QuerySelectorAll("tbody tr").Last(r => r.TextContent.Contains(subject, StringComparison.Ordinal)).TextContent;
    }

    [Fact]
    public async Task A_date_is_played_and_nothing_is_written()
    {
        await VacantAsync();
        var admin = await app.SignedIn(Roles.Administration);
        var before = await app.WithDb(db => db.Set<Reminder>().CountAsync());
        var today = Paris.DayOf(DateTime.UtcNow);
        var page = await admin.Get($"/administration/rappels/jouer?le={today.AddDays(40):yyyy-MM-dd}");
        Assert.Contains("Poste vacant", page.Main, StringComparison.Ordinal);
        Assert.Contains("Zita Cheffe", page.Main, StringComparison.Ordinal);
        Assert.Equal(before, await app.WithDb(db => db.Set<Reminder>().CountAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Get("/administration/rappels/jouer?le=2019-01-01")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Get("/administration/rappels/jouer?le=demain")).Status);
    }

    [Fact]
    public async Task The_register_says_what_a_telling_caused_and_only_in_scope()
    {
        var (convention, partner) = (await app.AddEstablishment("Maison du registre"), await app.AddPartner("Partenaire du registre"));
        var person = await app.Add(new Person("Ana", "Registre", "essai"));
        await TellAsync(convention, person, r => r.Acknowledge(r.SeenOn, person, r.SeenOn.AddDays(9), DateTime.UnixEpoch));
        await TellAsync(partner, person, r => r.Finish(r.SeenOn.AddDays(2), isWithdrawn: false));
        var coordinator = await app.SignedIn(Roles.Coordination);
        var page = await coordinator.Get("/rappels/registre?q=registre");
        Assert.Contains("Ana Registre s’en occupe depuis le", page.Main, StringComparison.Ordinal);
        Assert.Contains("N’est plus dû depuis le", page.Main, StringComparison.Ordinal);
        Assert.Contains("Partenaire du registre", (await coordinator.Get("/rappels/registre?q=registre&etat=clos")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Maison du registre", (await coordinator.Get("/rappels/registre?q=registre&etat=clos")).Main, StringComparison.Ordinal);
        using var book = new XLWorkbook(new MemoryStream(await (await coordinator.Get("/rappels/registre/export.xlsx?q=registre")).Response.Content.ReadAsByteArrayAsync()));
        Assert.Equal(3, book.Worksheets.Single().RowsUsed().Count());
        var staff = await app.SignedIn(Roles.Staff);
        Assert.DoesNotContain("Partenaire du registre", (await staff.Get("/rappels/registre?q=registre")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_load_to_come_stands_under_who_answers()
    {
        await VacantAsync();
        var page = await (await app.SignedIn(Roles.Coordination)).Get("/rappels/charge");
        var row = page.Document.QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Zita Cheffe", StringComparison.Ordinal));
        Assert.NotEqual("0", row.QuerySelectorAll("td")[0].TextContent.Trim());
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Staff)).Get("/rappels/charge")).Status);
    }

    /// <summary>A post of ours has been vacant for two months; the one above it is held.</summary>
    private async Task VacantAsync()
    {
        var house = await app.AddEstablishment("La Vacance");
        var head = Post.AtEstablishment(house, "Direction de la Vacance", PostLevel.Institution);
        head.Appoint(await app.Add(new Person("Zita", "Cheffe", "essai")), new DateOnly(2020, 1, 1));
        var post = Post.AtEstablishment(house, "Référent de la Vacance", PostLevel.Management);
        post.Describe(post.Title, post.Level, "", await app.Add(head));
        post.Appoint(await app.Add(new Person("Paul", "Parti", "essai")), new DateOnly(2020, 1, 1)).End(Paris.DayOf(DateTime.UtcNow).AddDays(-60));
        await app.Add(post);
    }

    private Task TellAsync(int subject, int person, Action<Reminder> answer, int days = 0) => app.WithDb(db =>
    {
        var day = new DateOnly(2027, 3, 1).AddDays(days);
        var reminder = new Reminder("partner-to-meet", subject, day, day);
        reminder.Confirm(new DueFact { SubjectId = subject, Due = day, Action = "Essayer" });
        reminder.Address(0, [new Recipient(person, "Vous tenez le poste responsable.")], day);
        answer(reminder);
        db.Add(reminder);
        return db.SaveChangesAsync();
    });
}
