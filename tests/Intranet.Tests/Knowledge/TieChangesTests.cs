using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Host.Hosting;
using Intranet.Knowledge;
using Intranet.Shared;
using Intranet.Tests.Experts;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Knowledge;

/// <summary>A page is to be read again because something that it rests on changed; who watches it is told of a new version.</summary>
public sealed class TieChangesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Today();

    [Fact]
    public async Task A_partner_that_changes_makes_the_page_to_be_read_again_once_and_says_what_not_to_what()
    {
        var partner = await app.AddPartner("SPIP lié");
        var (tied, free) = (await app.AddPage("Liée", more: p => p.AddLink(LinkRole.RestsOn, partner)), await app.AddPage("Voisine", more: p => p.AddLink(LinkRole.SeeAlso, partner)));
        await RunAsync();
        Assert.Null((await app.PageOf(tied)).AskedOn);

        // Who follows it and how to reach it are no change of what pages say.
        await ChangePartner(partner, p => p.Locate("", "", "", "0102030405", "spip@exemple.fr"));
        await RunAsync();
        Assert.Null((await app.PageOf(tied)).AskedOn);

        await ChangePartner(partner, p => p.Locate("12 rue Neuve", "93000", "Bobigny", "", ""));
        await RunAsync();
        var page = await app.PageOf(tied);
        Assert.Equal((DateOnly?)Today, page.AskedOn);
        Assert.StartsWith("« SPIP lié » a changé (", page.AskedWhy, StringComparison.Ordinal);
        Assert.Contains("adresse", page.AskedWhy, StringComparison.Ordinal);
        Assert.DoesNotContain("rue Neuve", page.AskedWhy, StringComparison.Ordinal);
        Assert.Null((await app.PageOf(free)).AskedOn);

        // Once somebody has looked, only what comes after asks again.
        await app.Change(tied, p => p.Confirm("essai", Today));
        await RunAsync();
        Assert.Null((await app.PageOf(tied)).AskedOn);
        await ChangePartner(partner, p => p.Locate("14 rue Neuve", "93000", "Bobigny", "", ""));
        await RunAsync();
        Assert.NotNull((await app.PageOf(tied)).AskedOn);
    }

    [Fact]
    public async Task A_convention_is_not_named_to_those_who_may_not_see_it()
    {
        var house = await app.AddEstablishment("Conventionnée");
        var convention = await app.WithDb(async db =>
        {
            var one = new Convention($"CV-LIEN-{house}", "Convention que peu connaissent", db.Set<ConventionKind>().First().Id, Today);
            one.SetLinks(LinkRole.Establishment, [house]);
            db.Add(one);
            await db.SaveChangesAsync();
            return one.Id;
        });
        var id = await app.AddPage("Repose sur une convention", more: p => p.AddLink(LinkRole.RestsOn, convention));
        await app.WithDb(async db =>
        {
            var one = await db.Set<Convention>().Include(c => c.Subject).SingleAsync(c => c.Id == convention);
            db.Entry(one).Property(c => c.Places).CurrentValue = 12;
            return await db.SaveChangesAsync();
        });
        await RunAsync();
        Assert.Equal("une convention liée a changé (places).", (await app.PageOf(id)).AskedWhy);
    }

    [Fact]
    public async Task A_law_asks_when_its_day_comes_and_the_day_after_its_last()
    {
        var law = await app.Add(new LawText("Loi qui vient", "", "", Today.AddDays(-3), Today.AddDays(-1)));
        var future = await app.Add(new LawText("Loi à venir", "", "", Today.AddDays(1), null));
        var (before, after, later) = (await app.AddPage("Avant la loi", reviewed: Today.AddDays(-30), more: p => p.AddLink(LinkRole.RestsOn, law)), await app.AddPage("Depuis la loi", reviewed: Today, more: p => p.AddLink(LinkRole.RestsOn, law)), await app.AddPage("Avant l’autre", reviewed: Today.AddDays(-30), more: p => p.AddLink(LinkRole.RestsOn, future)));
        await RunAsync();
        Assert.Equal($"« Loi qui vient » est entré en vigueur le {French.Date(Today.AddDays(-3))} et n’est plus en vigueur depuis le {French.Date(Today)}.", (await app.PageOf(before)).AskedWhy);
        Assert.Equal((null, null), ((await app.PageOf(after)).AskedOn, (await app.PageOf(later)).AskedOn));
    }

    [Fact]
    public async Task What_is_left_aside_exists()
    {
        // A word that no longer names anything would let everything through unseen.
        var types = await app.WithDb(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));
        Assert.Empty(TieChanges.DailyParts.Except(types.Select(t => t.ClrType.Name)));
        Assert.Empty(TieChanges.DailyValues.Except(types.Where(t => t.ClrType == typeof(Partner) || t.ClrType == typeof(Convention)).SelectMany(t => t.GetProperties()).Select(p => p.Name)));
    }

    [Fact]
    public async Task Who_watches_or_keeps_a_page_is_told_of_its_new_version_and_who_publishes_is_not()
    {
        var keeper = await app.AddColleague("Prévenue", await app.AddEstablishment("Prévenue"));
        var id = await app.AddPage("Suivie", keeper);
        var accounts = new List<int>();
        foreach (var name in new[] { "suit", "publie", "sans-suite" })
            accounts.Add(await app.AddAccount($"{name}-{id}@essai.passerelle", Roles.Coordination));
        await app.Change(id, p => { p.Watches.Add(new PageWatch(accounts[0], Today)); p.Watches.Add(new PageWatch(accounts[1], Today)); });
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
            var page = await db.Set<KnowledgePage>().Include(p => p.Subject).SingleAsync(p => p.Id == id);
            var revision = page.Write("Suivie", "", "Mieux.", "Un chiffre corrigé", 1, accounts[1], "Celle qui publie", DateTime.UnixEpoch);
            page.Publish(revision, "Celle qui publie", Today, DateTime.UnixEpoch);
            var reader = new CurrentUser { Id = accounts[1], Name = "Celle qui publie", Function = "", Roles = Roles.Coordination, SeesAll = true };
            await ActivatorUtilities.CreateInstance<PageNews>(scope.ServiceProvider, reader).TellAsync(page, revision, default);
            await db.SaveChangesAsync();
        }
        var mails = await app.WithDb(db => db.Set<OutboxMail>().AsNoTracking().Where(m => m.Subject == "Page mise à jour : Suivie").OrderBy(m => m.To).ToListAsync());
        Assert.Equal(["prevenue@essai.passerelle", $"suit-{id}@essai.passerelle"], mails.Select(m => m.To));
        Assert.All(mails, m => Assert.Contains("Un chiffre corrigé", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.Equal(OfficeHours.OnOrAfter(m.DueAt), m.DueAt));
    }

    [Fact]
    public async Task Who_leaves_hands_their_pages_over()
    {
        var house = await app.AddEstablishment("Passe");
        var (leaver, heir) = (await app.AddColleague("Partante des pages", house), await app.AddColleague("Héritière des pages", house));
        var (kept, verified) = (await app.AddPage("Tenue", leaver), await app.AddPage("Vérifiée", heir, more: p => p.VerifiedBy(null, leaver)));
        var source = app.Services.GetServices<IHandOverSource>().OfType<KnowledgeHandOver>().Single();
        Assert.Equal([(kept, "tient la page"), (verified, "vérifie la page")], (await app.WithDb(db => source.CarriedAsync(db, leaver, Today, default))).Select(c => (c.SubjectId, c.As)));
        await app.WithDb(async db =>
        {
            await source.GiveAsync(db, leaver, heir, Today, default);
            return await db.SaveChangesAsync();
        });
        Assert.Equal((heir, heir), ((await app.PageOf(kept)).OwnerId, (await app.PageOf(verified)).VerifierId));
        Assert.Empty(await app.WithDb(db => source.CarriedAsync(db, leaver, Today, default)));
    }

    [Fact]
    public async Task Erasing_somebody_forgets_what_they_wrote_flagged_and_read_and_keeps_the_words()
    {
        var person = await app.AddColleague("Oubliée des pages", await app.AddEstablishment("Oubli"));
        const string name = "Ada Oubliée des pages";
        var id = await app.AddPage("Gardée", person);
        await app.Change(id, p =>
        {
            p.Publish(p.Write("Gardée", "", "Le texte reste.", "", 1, 9, name, DateTime.UnixEpoch), name, Today, DateTime.UnixEpoch);
            p.Flags.Add(new PageFlag(9, name, Today, "Le mot reste"));
            p.Receipts.Add(new PageReceipt(person, 1, Today));
        });
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Erasure>().EraseAsync(person, default);
        var page = await app.PageOf(id);
        var revision = await app.WithDb(db => db.Set<PageRevision>().AsNoTracking().SingleAsync(r => r.PageId == id && r.Number == 2));
        Assert.Equal((Person.ErasedName, Person.ErasedName, Person.ErasedName, "Le texte reste."), (page.ReviewedBy, revision.By, revision.PublishedBy, page.Text));
        Assert.Equal((Person.ErasedName, "Le mot reste"), (page.Flags.Single().By, page.Flags.Single().Word));
        Assert.Empty(page.Receipts);
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Changes.Contains("Oubli\\u00E9e"))));
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Changes.Contains("Ada"))));
    }

    [Fact]
    public async Task Two_records_of_one_person_have_read_each_page_once_in_its_latest_version()
    {
        var house = await app.AddEstablishment("Double");
        var (kept, twin) = (await app.AddColleague("Doublée", house), await app.AddColleague("Doublée Bis", house));
        var both = await app.AddPage("Lue deux fois", twin, more: p => { p.Receipts.Add(new PageReceipt(kept, 1, Today.AddDays(-9))); p.Receipts.Add(new PageReceipt(twin, 2, Today)); });
        var one = await app.AddPage("Lue une fois", more: p => p.Receipts.Add(new PageReceipt(twin, 1, Today)));
        var browser = await app.SignedIn(Roles.Direction);
        await browser.SendAndFollow(await browser.Get($"/personnes/{kept}/fusionner?avec={twin}"), [("Kept", $"{kept}")]);
        Assert.Equal([(kept, 2)], (await app.PageOf(both)).Receipts.Select(r => (r.PersonId, r.Number)));
        Assert.Equal([(kept, 1)], (await app.PageOf(one)).Receipts.Select(r => (r.PersonId, r.Number)));
        Assert.Equal(kept, (await app.PageOf(both)).OwnerId);
    }

    [Fact]
    public async Task The_pages_are_exported_with_who_keeps_them_and_their_state()
    {
        var keeper = await app.AddColleague("Exportée", await app.AddEstablishment("Export"));
        await app.AddPage("Une page exportée", keeper, Today.AddYears(-3));
        var kind = app.Services.GetServices<IExportKind>().Single(k => k.Code == "pages");
        var row = Assert.Single(await app.WithDb(db => kind.RowsAsync(db, default)), r => Equals(r[0], "Une page exportée"));
        Assert.Equal(kind.Headers.Count, row.Length);
        Assert.Equal(("Ada Exportée", Today.AddYears(-3), Today.AddYears(-2), "Dépassée"), (row[2], row[3], row[4], row[5]));
    }

    private async Task RunAsync() => await app.Services.GetServices<IScheduledJob>().OfType<TieChanges>().Single().RunAsync(default);

    private Task<int> ChangePartner(int id, Action<Partner> change) => app.WithDb(async db =>
    {
        change(await db.Set<Partner>().Include(p => p.Subject).SingleAsync(p => p.Id == id));
        return await db.SaveChangesAsync();
    });
}
