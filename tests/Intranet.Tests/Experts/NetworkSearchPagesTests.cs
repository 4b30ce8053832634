using System.Net;
using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Experts;

/// <summary>Search, coverage and topics on their pages; the demo is their network.</summary>
public sealed class NetworkSearchPagesTests : IClassFixture<NetworkSearchPagesTests.WithDemo>
{
    private readonly WithDemo app;

    public NetworkSearchPagesTests(WithDemo app) => this.app = app;

    [Fact]
    public async Task The_page_searches_without_script_and_says_what_it_understood()
    {
        var browser = await app.SignedIn(Roles.Staff);
        var page = await browser.Get("/experts?q=placement+ext%C3%A9rieur+femmes+93");
        var chips = page.Document.QuerySelectorAll(".understood a.chip-filter").Select(c => (Text: c.TextContent, Address: Uri.UnescapeDataString(c.GetAttribute("href")!))).ToList();
        Assert.Contains(chips, c => c.Text.Contains("Mesure : Placement extérieur", StringComparison.Ordinal) && c.Address == "/experts?q=femmes 93");
        Assert.Contains(chips, c => c.Text.Contains("Public : Femmes", StringComparison.Ordinal));
        Assert.Contains(chips, c => c.Text.Contains("93 et voisins", StringComparison.Ordinal) && c.Address == "/experts?q=placement extérieur femmes");
        Assert.Contains("CHRS La Traverse", page.Main, StringComparison.Ordinal);
        var ask = page.Document.QuerySelectorAll(".expert-row a.btn")[0].GetAttribute("href")!;
        Assert.Matches(@"^/appuis/nouveau\?expert=\d+&theme=\d+$", ask);
        Assert.Contains("Disponible", page.Main, StringComparison.Ordinal);

        var fragment = await browser.GetFragment("/experts?q=addictions");
        Assert.DoesNotContain("<html", fragment.Text, StringComparison.Ordinal);
        Assert.Contains("expert-row", fragment.Text, StringComparison.Ordinal);
        Assert.Contains("<mot", (await browser.Get("/experts?q=%3Cmot")).Document.QuerySelector("#q")!.GetAttribute("value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tick_given_twice_or_empty_is_one_tick_or_none()
    {
        var browser = await app.SignedIn(Roles.Staff);
        var page = await browser.Get("/experts?departement=93&departement=93&departement=&theme=&theme=0");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("input[name='departement'][value='93']"));
    }

    [Fact]
    public async Task The_demo_has_its_network_its_hole_and_its_fragile_topics()
    {
        var browser = await app.SignedIn(Roles.Coordination);
        var page = await browser.Get("/experts");
        Assert.Contains("58 collègues et 11 établissements ressources", page.Main, StringComparison.Ordinal);
        Assert.Contains("aucun dans le 77 ; ", (await browser.Get("/experts?q=pse+77")).Main, StringComparison.Ordinal);
        var map = await browser.Get("/experts/carte?famille=Measure");
        var headers = map.Document.QuerySelectorAll("table.network-map thead th").Select(h => h.TextContent.Trim()).ToList();
        var row = map.Document.QuerySelectorAll("table.network-map tbody tr").Single(r => r.TextContent.Contains("Détention à domicile", StringComparison.Ordinal));
        Assert.Contains("0 personne", row.Children[headers.IndexOf("77")].TextContent, StringComparison.Ordinal);
        Assert.NotEqual("0", row.Children[headers.IndexOf("91")].TextContent.Trim()[..1]);
        var fragile = (await browser.Get("/experts/fragiles")).Main;
        Assert.Contains("Longues peines", fragile, StringComparison.Ordinal);
        Assert.Contains("Personnes suivies pour radicalisation", fragile, StringComparison.Ordinal);
        Assert.Contains("départ le", fragile, StringComparison.Ordinal);
        // Who leaves is told to those who manage.
        foreach (var role in new[] { Roles.Staff, Roles.Administration })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(role)).Get("/experts/fragiles")).Status);
            Assert.DoesNotContain("départ", (await (await app.SignedIn(role)).Get("/experts?q=longues+peines")).Main.Replace("département", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        }
        Assert.Equal((true, false), await app.WithDb(async db => (await Has("Fontaine"), await Has("Lebrun"))));

        Task<bool> Has(string name) => app.WithDb(db => db.Set<Expert>().AnyAsync(e => e.Person!.LastName == name && e.PartnerId == null));
    }

    [Fact]
    public async Task Ticks_narrow_pages_follow_and_the_export_holds_the_same()
    {
        var browser = await app.SignedIn(Roles.Staff);
        var first = await browser.Get("/experts");
        Assert.Equal(12, first.Document.QuerySelectorAll(".expert-row").Length);
        var second = await browser.Get("/experts?p=2");
        Assert.Empty(Names(first).Intersect(Names(second)));
        var houses = await browser.Get("/experts?qui=Houses");
        Assert.Equal(11, houses.Document.QuerySelectorAll(".expert-row").Length);
        var box = houses.Document.QuerySelectorAll("input[name=departement]")[0];
        var ticked = await browser.Get($"/experts?qui=Houses&departement={box.GetAttribute("value")}");
        Assert.Equal(int.Parse(box.ParentElement!.QuerySelector(".facet-count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture), ticked.Document.QuerySelectorAll(".expert-row").Length);
        var file = await browser.Client.GetAsync("/experts/export.xlsx?qui=Houses");
        using var book = new ClosedXML.Excel.XLWorkbook(await file.Content.ReadAsStreamAsync());
        Assert.Equal(11, book.Worksheet(1).RowsUsed().Count() - 2);

        static IEnumerable<string?> Names(Page page) => page.Document.QuerySelectorAll(".expert-row h3 a").Select(a => a.GetAttribute("href"));
    }

    [Fact]
    public async Task Search_takes_two_commands_at_most_once_the_network_is_read()
    {
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.Get("/experts");
        foreach (var address in new[] { "/experts", "/experts?q=pse+77", "/experts?q=addictions&p=2", "/experts?qui=People&disponibles=true" })
            Assert.InRange((await browser.Get(address)).SqlCommands, 1, 2);
        // What it isn't read from leaves it as it is; a topic renamed is seen at once.
        await app.Add(new Pole("Pôle sans expert"));
        Assert.InRange((await browser.Get("/experts?q=addictions")).SqlCommands, 1, 2);
        await app.WithDb(async db =>
        {
            (await db.Set<Topic>().Include(t => t.Subject).SingleAsync(t => t.Name == "Stages et réparation")).Call("Stages et réparations pénales", "zorglub");
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Stages et réparations pénales", (await browser.Get("/experts?q=zorglub")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administration_keeps_the_tree_of_topics()
    {
        var admin = await app.SignedIn(Roles.Administration);
        var staff = await app.SignedIn(Roles.Staff);
        var parent = await app.WithDb(db => db.Set<Topic>().Where(t => t.Name == "Mesures avant jugement").Select(t => t.Id).SingleAsync());
        var form = await admin.Get("/experts/themes/nouveau");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.Send(form, [("Input.Name", "")])).Status);
        var twice = await admin.Send(form, [("Input.Name", "Addictions"), ("Input.Family", "Field")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("existe déjà", twice.Errors, StringComparison.Ordinal);
        Assert.Contains("même famille", (await admin.Send(form, [("Input.Name", "Détention provisoire"), ("Input.Family", "Field"), ("Input.ParentId", $"{parent}")])).Errors, StringComparison.Ordinal);
        var sheet = await admin.SendAndFollow(form, [("Input.Name", "Détention provisoire"), ("Input.Family", "Measure"), ("Input.ParentId", $"{parent}"), ("Input.Synonyms", "DP\nprovisoire")]);
        Assert.Contains("DP, provisoire", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Détention provisoire", (await staff.Get("/experts/themes")).Main, StringComparison.Ordinal);
        Assert.Contains("Détention provisoire", (await staff.Get("/experts?q=dp")).Document.QuerySelector(".understood")!.TextContent, StringComparison.Ordinal);

        // A wide topic stays at the first level while others are under it.
        var other = await app.WithDb(db => db.Set<Topic>().Where(t => t.Name == "Aménagements de peine").Select(t => t.Id).SingleAsync());
        Assert.Contains("premier niveau", (await admin.Send(await admin.Get($"/experts/themes/{parent}/modifier"), [("Input.ParentId", $"{other}")])).Errors, StringComparison.Ordinal);

        var (edit, retire) = (await admin.Get($"{sheet.Address}/modifier"), await admin.Get(sheet.Address));
        await admin.SendAndFollow(edit, [("Input.Synonyms", "DP")]);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.Send(edit, [("Input.Name", "Autre nom")])).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await admin.Send(retire, [])).Status);
        Assert.Contains("Retiré le", (await admin.SendAndFollow(await admin.Get(sheet.Address), [])).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Détention provisoire", (await staff.Get("/experts/themes")).Main, StringComparison.Ordinal);
        Assert.Contains("Détention provisoire", (await staff.Get("/experts/themes?retires=true")).Main, StringComparison.Ordinal);
        await admin.SendAndFollow(await admin.Get(sheet.Address), []);
        Assert.Contains("Détention provisoire", (await staff.Get("/experts/themes")).Main, StringComparison.Ordinal);
        foreach (var address in new[] { "/experts/themes/nouveau", $"{sheet.Address}/modifier" })
            Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get(address)).Status);
    }

    /// <summary>The application with the demo, telling its commands.</summary>
    public sealed class WithDemo : IAsyncLifetime
    {
        private readonly IntranetApp app = new("--Demo:Enabled", "true", "--Profiling:Everyone", "true");

        public Task InitializeAsync() => app.InitializeAsync();

        public Task DisposeAsync() => app.DisposeAsync();

        public Task<Browser> SignedIn(Roles roles) => app.SignedIn(roles);

        public Task<int> Add(AggregateRoot record) => app.Add(record);

        public Task<T> WithDb<T>(Func<IntranetDb, Task<T>> work) => app.WithDb(work);
    }
}
