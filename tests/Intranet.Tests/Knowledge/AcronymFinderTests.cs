using System.Net;
using Intranet.Knowledge;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Knowledge;

/// <summary>Which words in capitals are acronyms that nobody explains.</summary>
public sealed class AcronymFinderTests
{
    [Theory]
    [InlineData("La CPIX et la CPIX du site, avec un QZ9.", "CPIX:2 QZ9:1")]
    [InlineData("Le S.P.X.Q. de Lyon.", "SPXQ:1")]
    [InlineData("Le JAP, le SPIP et le CONNU.", "")]
    [InlineData("Livre III, article XIV, phase IV.", "")]
    [InlineData("RAPPEL DES RÈGLES\nLe CPIX vient.", "CPIX:1")]
    [InlineData("On a lu NE PAS OUVRIR sur la CPIX.", "CPIX:1")]
    [InlineData("M. ZORBEC et Mme Anne ZORBEC, Jean LEBRUNX", "")]
    [InlineData("SAINT-ZORB, ZORB-93, mail@ZORB.fr, ZORB.pdf", "")]
    [InlineData("A, B2, 2A, 123, PARIS", "")]
    [InlineData("ABCDEFGHIJKLM", "")]
    [InlineData("d’ABCDX, (QRSX) ; «\u00a0TUVX\u00a0».", "ABCDX:1 QRSX:1 TUVX:1")]
    [InlineData("CPIX", "CPIX:1")]
    [InlineData("> [!TIP]\n> Bon à savoir.", "")]
    public void Words_in_capitals(string text, string found)
    {
        var finder = new AcronymFinder(w => w == "connu", new HashSet<string> { "lebrunx" });
        finder.Read(1, text);
        Assert.Equal(found, string.Join(' ', finder.Met.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{m.Key}:{m.Value.Uses}")));
    }

    [Fact]
    public void Uses_and_records_are_counted_apart()
    {
        var finder = new AcronymFinder(_ => false, new HashSet<string>());
        finder.Read(1, "Le CPIX.");
        finder.Read(2, "Le CPIX et le CPIX.");
        var met = finder.Met["CPIX"];
        Assert.Equal((3, 2, 2), (met.Uses, met.Records, met.Places(1).Single()));
    }
}

/// <summary>The page of unknown acronyms: found in minutes and conventions, defined or set aside, shown where the reader may go.</summary>
public sealed class UnknownAcronymPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private const string Address = "/glossaire/sigles-inconnus";

    [Fact]
    public async Task Found_in_minutes_set_aside_taken_back_and_defined()
    {
        var place = await app.AddEstablishment("Maison des sigles");
        var elsewhere = await app.AddEstablishment("Maison d’ailleurs");
        var meeting = await app.WithDb(async db =>
        {
            var held = new Meeting("Rencontre des sigles", db.Set<MeetingKind>().First().Id, MeetingMode.AtOurs, new(2026, 1, 5));
            held.SetLinks(LinkRole.Establishment, [place]);
            held.Hold(new(2026, 1, 5));
            held.Note("La VWXZ a parlé de la VWXZ et du WQJK.");
            db.Add(held);
            await db.SaveChangesAsync();
            return held.Id;
        });
        var writer = await app.SignedIn(Roles.Coordination);
        var page = await writer.SendAndFollow(await writer.Get(Address), [], "handler=Search");
        var row = Row(page, "VWXZ")!;
        Assert.Contains("2 emplois", row.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal($"/rencontres/{meeting}", row.QuerySelector(".term-place")!.GetAttribute("href"));
        Assert.Equal("/glossaire/nouveau?sigle=VWXZ", row.QuerySelector(".item-end a")!.GetAttribute("href"));

        // Who may not read the minutes isn't told what is written there.
        var other = await app.SignedIn(Roles.Coordination, seesAll: false, elsewhere);
        Assert.Null(Row(await other.Get(Address), "VWXZ"));
        Assert.NotNull(Row(await (await app.SignedIn(Roles.Coordination, seesAll: false, place)).Get(Address), "VWXZ"));

        var id = await app.WithDb(db => db.Set<UnknownAcronym>().Where(u => u.Acronym == "WQJK").Select(u => u.Id).SingleAsync());
        var aside = await writer.SendAndFollow(page, [], $"handler=Ignore&id={id}");
        Assert.Null(Row(aside, "WQJK"));
        await writer.SendAndFollow(aside, [], "handler=Search");
        Assert.Null(Row(await writer.Get(Address), "WQJK"));
        var list = await writer.Get($"{Address}?ecartes=true");
        Assert.NotNull(Row(list, "WQJK"));
        Assert.NotNull(Row(await writer.SendAndFollow(list, [], $"handler=TakeBack&id={id}"), "WQJK"));

        await writer.SendAndFollow(await writer.Get("/glossaire/nouveau?sigle=VWXZ"), [("Input.Name", "vieille wagonnette xylophone"), ("Input.Definition", "Un essai.")]);
        Assert.Null(Row(await writer.Get(Address), "VWXZ"));
        Assert.False(await app.WithDb(db => db.Set<UnknownAcronym>().AnyAsync(u => u.Acronym == "VWXZ")));
    }

    [Fact]
    public async Task The_job_run_again_adds_nothing_and_forgets_what_is_written_no_more()
    {
        var job = app.Services.GetServices<IScheduledJob>().Single(j => j.Code == "unknown-acronyms");
        await app.WithDb(async db =>
        {
            db.Add(new UnknownAcronym("PLUSLA", new(2026, 1, 5)));
            return await db.SaveChangesAsync();
        });
        await job.RunAsync(CancellationToken.None);
        Assert.Equal("", await job.RunAsync(CancellationToken.None));
        Assert.False(await app.WithDb(db => db.Set<UnknownAcronym>().AnyAsync(u => u.Acronym == "PLUSLA")));
    }

    private static AngleSharp.Dom.IElement? Row(Page page, string acronym)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Document.QuerySelectorAll("main .item-list > li").FirstOrDefault(l => l.QuerySelector("strong")?.TextContent == acronym);
    }
}
