using ClosedXML.Excel;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

/// <summary>The register on two establishments, one of them out of a reader's scope.</summary>
public sealed class RegisterTests : IAsyncLifetime
{
    private readonly IntranetApp app = new("--Profiling:Everyone", "true");
    private int ours;
    private int theirs;
    private int partner;
    private int post;

    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        (ours, theirs, partner) = (await app.Add(InSeineSaintDenis()), await app.AddEstablishment("L’Autre"), await app.AddPartner("SPIP du Registre", "spip"));
        post = await app.Add(Post.AtEstablishment(ours, "Référence justice", PostLevel.Management));
        await Add("Fin proche", ours, Today.AddDays(40));
        await Add("Fin lointaine", ours, Today.AddDays(800));
        await Add("Ailleurs", theirs, Today.AddDays(40));
    }

    private static Establishment InSeineSaintDenis()
    {
        var house = new Establishment("La Nôtre", "CHRS", null);
        house.Locate("3 rue du Port", "93000", "Bobigny", "93");
        return house;
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Risks_and_ends_filter_and_are_counted()
    {
        var browser = await app.SignedIn(Roles.Direction);
        var all = await browser.Get("/conventions");
        Assert.Equal("2", all.Document.QuerySelector("#count-risque-echeance")!.TextContent);
        Assert.Equal("3", all.Document.QuerySelector("#count-risque-interlocuteur")!.TextContent);
        Assert.Equal(["Ailleurs", "Fin proche"], await Titles(browser, "?risque=echeance&tri=titre"));
        Assert.Equal(["Ailleurs", "Fin proche"], await Titles(browser, "?fin=90&tri=titre"));
        Assert.Equal(["Fin lointaine"], await Titles(browser, $"?fin={ConventionFilter.EndMonth(Today.AddDays(800))}"));
        Assert.Equal(3, (await Titles(browser, "?suivi=aucun&reconduction=Express")).Count);
        Assert.Empty(await Titles(browser, "?reconduction=Tacit"));
        Assert.Equal(3, (await Titles(browser, "?partenaires=spip")).Count);
        Assert.Empty(await Titles(browser, "?partenaires=court"));
        Assert.Equal(["Ailleurs"], await Titles(browser, $"?etablissement={theirs}"));
        Assert.Equal(["Fin lointaine", "Fin proche"], await Titles(browser, "?dep=93&tri=titre"));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().Where(k => k.Code == "other").Select(k => k.Id).SingleAsync());
        Assert.Equal(3, (await Titles(browser, $"?nature={kind}&etat=en-vigueur")).Count);
        Assert.Empty(await Titles(browser, $"?nature={kind + 1000}"));
        var month = all.Document.QuerySelectorAll("svg.chart a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal([$"/conventions?fin={ConventionFilter.EndMonth(Today.AddDays(40))}"], month);
    }

    [Fact]
    public async Task Out_of_scope_lines_are_neither_shown_nor_counted()
    {
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, ours);
        var page = await browser.Get("/conventions");
        Assert.DoesNotContain("Ailleurs", page.Main, StringComparison.Ordinal);
        Assert.Equal("1", page.Document.QuerySelector("#count-risque-echeance")!.TextContent);
        Assert.Equal("2", page.Document.QuerySelector("#count-en-vigueur")!.TextContent);
        var form = await browser.Get("/conventions/affectation");
        Assert.DoesNotContain("Ailleurs", form.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_runs_two_commands_at_most_and_shows_what_has_just_been_saved()
    {
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, ours);
        await browser.Get("/conventions");
        Assert.InRange((await browser.GetFragment("/conventions?risque=tous&tri=fin")).SqlCommands, 1, 2);
        Assert.InRange((await browser.GetFragment("/conventions?q=lointaine")).SqlCommands, 1, 2);
        await Add("Toute neuve", ours, Today.AddDays(300));
        Assert.Contains("Toute neuve", await Titles(browser, ""));
    }

    [Fact]
    public async Task Several_are_given_to_another_post_with_a_report()
    {
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, ours);
        var form = await browser.Get("/conventions/affectation?risque=interlocuteur");
        Assert.Equal(2, form.Document.QuerySelectorAll("input[name='Input.Ids'][checked]").Length);
        var nothing = await browser.Send(form, []);
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("Choisissez un poste", nothing.Errors, StringComparison.Ordinal);
        var report = await browser.Send(form, [("Input.OwnerPostId", post.ToString())]);
        Assert.Contains("2 conventions confiées", report.Main, StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDb(db => db.Set<Convention>().CountAsync(c => c.OwnerPostId == post)));
        Assert.Equal(2, (await Titles(browser, $"?suivi={post}")).Count);
    }

    [Fact]
    public async Task The_workbook_holds_real_dates_and_the_reasons_of_risk()
    {
        var browser = await app.SignedIn(Roles.Direction);
        using var book = new XLWorkbook(await browser.Client.GetStreamAsync("/conventions/export.xlsx?risque=echeance&etablissement=" + ours));
        var sheet = book.Worksheet(1);
        Assert.Equal($"1 convention sur 3, au {French.Date(Today)}.", sheet.Cell(1, 1).GetString());
        var header = sheet.Row(2).CellsUsed().ToDictionary(c => c.GetString(), c => c.Address.ColumnNumber);
        Assert.Equal("Fin proche", sheet.Cell(3, header["Intitulé"]).GetString());
        Assert.Equal(Today.AddDays(40).ToDateTime(default), sheet.Cell(3, header["Fin de la période"]).GetDateTime());
        Assert.Contains("rien ne la suit", sheet.Cell(3, header["Risques"]).GetString(), StringComparison.Ordinal);
        Assert.True(sheet.Cell(4, 1).IsEmpty());
    }

    private static async Task<List<string>> Titles(Browser browser, string query)
        => [.. (await browser.Get("/conventions" + query)).Document.QuerySelectorAll("tbody th a.link-quiet").Select(a => a.TextContent)];

    private Task<int> Add(string title, int establishment, DateOnly end) => app.WithDb(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var number = (await ConventionNumbers.TakeAsync(db, Today.Year))[0];
        var kind = await db.Set<ConventionKind>().SingleAsync(k => k.Code == "other");
        var convention = new Convention(number, title, kind.Id, Today);
        convention.Between([establishment], [partner]);
        convention.Run(new ConventionTerms(Today.AddYears(-1), end, NoticePeriod.None, RenewalMode.Express, null, null), null);
        convention.Sign(Today.AddYears(-1), null, Today);
        db.Add(convention);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return convention.Id;
    });
}
