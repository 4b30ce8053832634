using System.Net;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

/// <summary>
/// Two people who add the same new row at the same instant: one is being saved while the other's form has been read and waits to write.
/// The second gets its own form back, beside what the first stored.
/// </summary>
public sealed class SameInstantTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;
    private DateOnly Month => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);

    [Fact]
    public async Task A_year_of_an_indicator()
    {
        var (id, browser) = await Convention("Année");
        var answer = await Race(browser, $"/conventions/{id}/indicateurs/{Today.Year}", c => c.Indicators.Single().Say(Today.Year, true, 400, "", Today), [("Input.Rows[0].Ours", "5")]);
        Said(answer, "#Input_Rows_0__Ours", "5", "4");
        await browser.SendAndFollow(answer, []);
        Assert.Equal(500, await app.WithDb(db => db.Set<IndicatorValue>().Where(v => v.ConventionId == id).Select(v => v.Hundredths).SingleAsync()));
    }

    [Fact]
    public async Task A_month_of_referrals()
    {
        var (id, browser) = await Convention("Mois");
        var source = await app.WithDb(db => db.Set<ReferenceItem>().Where(i => i.List == ConventionLists.ReferralSources.Code).OrderBy(i => i.Order).Select(i => i.Code).FirstAsync());
        var answer = await Race(browser, $"/conventions/{id}/orientations?mois={Month:yyyy-MM}", c => c.CountReferrals(Month, [(source, 7, null, null, null)], [], Today), [("Input.Sources[0].Received", "9")]);
        Said(answer, "#Input_Sources_0__Received", "9", "7");
        await browser.SendAndFollow(answer, []);
        Assert.Equal(9, await app.WithDb(db => db.Set<Referral>().Where(r => r.ConventionId == id).Select(r => r.Received).SingleAsync()));
    }

    [Fact]
    public async Task A_year_of_money()
    {
        var (id, browser) = await Convention("Argent");
        var answer = await Race(browser, $"/conventions/{id}/finances/{Today.Year}", c => c.Finance(Today.Year, 4000, 100, null, null, null, null, Today), [("Input.DaysPlanned", "200")]);
        Said(answer, "#Input_DaysPlanned", "200", "100");
    }

    [Fact]
    public async Task A_review()
    {
        var (id, browser) = await Convention("Bilan");
        var answer = await Race(browser, $"/conventions/{id}/bilans/{Today.Year - 1}/modifier", c => c.Review(Today.Year - 1, Today).Write(null, "Leur texte.", null, "", Today), [("Input.Difficulties", "Mon texte.")]);
        Said(answer, "#Input_Difficulties", "Mon texte.", "Leur texte.");
    }

    [Fact]
    public async Task An_incident_protocol()
    {
        var (id, browser) = await Convention("Incident");
        var answer = await Race(browser, $"/conventions/{id}/incidents", c => c.PrepareForIncidents(Proposals.Degrees, "Leurs nuits.", "", ""), [("Input.NightsAndWeekends", "Mes nuits.")]);
        Said(answer, "#Input_NightsAndWeekends", "Mes nuits.", "Leurs nuits.");
    }

    [Fact]
    public async Task A_count_of_places()
    {
        var (id, browser) = await Convention("Places");
        var answer = await Race(browser, $"/conventions/{id}/places", c => c.CountPlaces(Today, 8, Today), [("Input.On", $"{Today:yyyy-MM-dd}"), ("Input.Used", "9")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("8 places", answer.Errors, StringComparison.Ordinal);
        Assert.Equal("9", answer.Document.QuerySelector("#Input_Used")!.GetAttribute("value"));
        await browser.SendAndFollow(answer, []);
        Assert.Equal(9, await app.WithDb(db => db.Set<PlaceCount>().Where(c => c.ConventionId == id).Select(c => c.Used).SingleAsync()));
    }

    [Fact]
    public async Task A_new_amendment()
    {
        var (id, browser) = await Convention("Avenant");
        var answer = await Race(browser, $"/conventions/{id}/avenants/nouveau", c => c.Amend("Le leur", null, Today), [("Input.Purpose", "Le mien"), ("Input.EffectOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Equal((HttpStatusCode.Conflict, "Le mien"), (answer.Status, answer.Document.QuerySelector("#Input_Purpose")!.GetAttribute("value")));
        await browser.SendAndFollow(answer, []);
        Assert.Equal(["Le leur", "Le mien"], await app.WithDb(db => db.Set<Amendment>().Where(a => a.ConventionId == id).OrderBy(a => a.Number).Select(a => a.Purpose).ToListAsync()));
    }

    private static void Said(Page answer, string field, string mine, string theirs)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        var box = answer.Document.QuerySelector(field)!;
        Assert.Equal(mine, box.GetAttribute("value") ?? box.TextContent.Trim());
        var table = answer.Document.QuerySelector("table.conflict")!.TextContent;
        Assert.Contains(mine, table, StringComparison.Ordinal);
        Assert.Contains(theirs, table, StringComparison.Ordinal);
    }

    /// <summary>Somebody else's row is written but not committed when the form is read; it is by the time the form saves.</summary>
    private async Task<Page> Race(Browser browser, string address, Action<Convention> other, (string, string)[] typed)
    {
        var form = await browser.Get(address);
        var id = int.Parse(address.Split('/')[2], System.Globalization.CultureInfo.InvariantCulture);
        return await app.WithDb(async db =>
        {
            var convention = await db.Set<Convention>().AsSplitQuery().Include(c => c.Subject.Links).Include(c => c.Indicators).ThenInclude(i => i.Values).Include(c => c.Amendments).SingleAsync(c => c.Id == id);
            await using var transaction = await db.Database.BeginTransactionAsync();
            other(convention);
            db.Entry(convention).Property(c => c.Version).IsModified = true;
            await db.SaveChangesAsync();
            var answer = browser.Send(form, typed);
            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1.5)));
            await transaction.CommitAsync();
            return await answer;
        });
    }

    private async Task<(int Id, Browser Browser)> Convention(string name)
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().OrderBy(k => k.Order).Select(k => k.Id).FirstAsync());
        var convention = new Convention($"CV-{partner}", $"Convention {name}", kind, Today.AddYears(-3));
        convention.About(convention.Title, kind, "", 12, 4150, null);
        convention.Between([place], [partner]);
        convention.Run(new ConventionTerms(Today.AddYears(-2), Today.AddYears(2), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), null);
        convention.DefineIndicators([(null, "Rencontres", "", null, false)]);
        convention.Sign(Today.AddYears(-2), null, Today);
        return (await app.Add(convention), await app.SignedIn(Roles.Direction));
    }
}
