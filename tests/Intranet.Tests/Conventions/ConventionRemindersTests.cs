using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

/// <summary>What each rule of the conventions says is due, until when, to whom, and what ends it; the letter before a tacit renewal.</summary>
public sealed class ConventionRemindersTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    /// <summary>A Monday.</summary>
    private static readonly DateOnly Day = new(2026, 11, 2);

    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Theory]
    [InlineData(nameof(RenewalMode.Tacit), "2027-02-28", 3, "2026-11-30", "Décider du renouvellement", "se reconduit tacitement")]
    [InlineData(nameof(RenewalMode.Express), "2027-02-28", 3, "2026-11-30", "Décider du renouvellement", "prend fin le 28/02/2027")]
    [InlineData(nameof(RenewalMode.Express), "2027-01-29", 2, "2026-11-27", "Décider du renouvellement", "Un préavis doit être reçu au plus tard le 29/11/2026.")]
    [InlineData(nameof(RenewalMode.None), "2027-02-26", 3, "2027-02-26", "Décider de la suite", "rien ne la suit")]
    public async Task A_decision_is_due_before_the_limit_of_notice(string renewal, string end, int notice, string due, string action, string said)
    {
        var world = await Signed(Enum.Parse<RenewalMode>(renewal), DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture), notice);
        var fact = await app.DueOne("convention-decision", world.Id, Day);
        Assert.Equal((due, action, (int?)world.Owner), (fact.Due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), fact.Action, fact.PostId));
        Assert.Contains(said, fact.Context, StringComparison.Ordinal);
        Assert.Empty(await app.Due("convention-decision", [world.Id], Day, fact.Due.AddDays(-1)));
        await Change(world.Id, c => c.DecideRenewal(Day, Day));
        Assert.Empty(await app.Due("convention-decision", [world.Id], Day));
    }

    [Fact]
    public async Task A_tacit_renewal_is_announced_until_somebody_decides_or_it_rolls()
    {
        var world = await Signed(RenewalMode.Tacit, new(2027, 2, 28), 3);
        var fact = await app.DueOne("convention-tacit", world.Id, Day);
        Assert.Equal((new DateOnly(2026, 11, 30), (int?)world.Owner), (fact.Due, fact.PostId));
        Assert.Contains("01/03/2027 pour un an", fact.Context, StringComparison.Ordinal);
        // After the limit the next one is a year ahead, which the forecast sees and the day does not.
        Assert.Empty(await app.Due("convention-tacit", [world.Id], new(2026, 12, 1)));
        Assert.Equal(new DateOnly(2027, 11, 30), (await app.DueOne("convention-tacit", world.Id, new(2026, 12, 1), new(2027, 12, 1))).Due);
        await Change(world.Id, c => c.Denounce(Day, byPartner: true, Day));
        Assert.Empty(await app.Due("convention-tacit", [world.Id], Day));
        var express = await Signed(RenewalMode.Express, new(2027, 2, 28), 3);
        Assert.Empty(await app.Due("convention-tacit", [express.Id], Day));
    }

    [Fact]
    public async Task A_review_is_due_on_31_March_and_missing_after_it_is_asked_for_until_it_is_held()
    {
        var world = await Signed(RenewalMode.Express, new(2029, 6, 30), 3, new(2025, 7, 1));
        Assert.Empty(await app.Due("convention-review", [world.Id], new(2026, 1, 29)));
        var fact = await app.DueOne("convention-review", world.Id, new(2026, 1, 30));
        Assert.Equal((new DateOnly(2026, 3, 31), "Tenir le bilan 2025", (int?)world.Owner), (fact.Due, fact.Action, fact.PostId));
        // Six months of 2025 from 1 July; signed a day later it owes none.
        var late = await Signed(RenewalMode.Express, new(2029, 6, 30), 3, new(2025, 7, 2));
        Assert.Empty(await app.Due("convention-review", [late.Id], new(2026, 3, 31)));
        Assert.Equal([new(2026, 3, 31), new(2027, 3, 31)], (await app.Due("convention-review", [world.Id], Day, Day.AddYears(1))).Select(f => f.Due));
        await Change(world.Id, c => c.Review(2025, Day).Write(new(2026, 3, 10), "", null, "", Day));
        Assert.Empty(await app.Due("convention-review", [world.Id], Day));
    }

    [Fact]
    public async Task Promises_due_one_day_are_one_reminder_until_they_are_kept()
    {
        var world = await Signed(RenewalMode.Express, new(2029, 6, 30), 3, new(2026, 1, 1), promises: [("Répondre sous dix jours.", true, Day.AddDays(20)), ("Nommer un suppléant.", false, Day.AddDays(20)), ("Se réunir.", false, Day.AddDays(-9)), ("Sans date.", true, null)]);
        var due = await app.Due("convention-commitment", [world.Id], Day);
        Assert.Equal([("Relancer le partenaire sur son engagement", Day.AddDays(-9), "Se réunir."), ("Suivre 2 engagements", Day.AddDays(20), "Répondre sous dix jours. Nommer un suppléant.")], due.Select(f => (f.Action, f.Due, f.Context)));
        Assert.All(due, f => Assert.Equal(world.Owner, f.PostId));
        await Change(world.Id, c => c.Commitments.Single(p => p.DueOn < Day).Fulfil(Day, "", Day));
        Assert.Equal(Day.AddDays(20), (await app.DueOne("convention-commitment", world.Id, Day)).Due);
        await Change(world.Id, c => c.Denounce(Day, byPartner: false, Day));
        // The agreement ends in 2029; promises of its last years are still owed, those beyond its end are not.
        Assert.NotEmpty(await app.Due("convention-commitment", [world.Id], Day));
        Assert.Empty(await app.Due("convention-commitment", [world.Id], new(2029, 7, 1)));
    }

    [Fact]
    public async Task A_text_sent_for_signature_is_asked_after_three_weeks_with_who_is_awaited()
    {
        var world = await Add((c, ours, theirs) =>
        {
            c.Run(new ConventionTerms(Day.AddYears(1), Day.AddYears(3), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), null);
            c.SignedThrough([(ours, true), (theirs, false)]);
            c.SendForSignature(Day.AddDays(-21));
        });
        Assert.Empty(await app.Due("convention-signature", [world.Id], Day.AddDays(-1)));
        var fact = await app.DueOne("convention-signature", world.Id, Day);
        Assert.Equal((Day, "Relancer les signataires", (int?)world.Owner), (fact.Due, fact.Action, fact.PostId));
        Assert.Contains("0 sur 2 reçue ; en attente\u00a0: Coordination ; Direction du partenaire, SPIP", fact.Context, StringComparison.Ordinal);
        await Change(world.Id, c => c.Sign(c.Signatories.Single(s => s.IsOurs), Day, "Ada", null, Day));
        Assert.Equal("Relancer le signataire", (await app.DueOne("convention-signature", world.Id, Day)).Action);
        await Change(world.Id, c => c.Sign(c.Signatories.Single(s => !s.IsOurs), Day, "Bea", null, Day));
        Assert.Empty(await app.Due("convention-signature", [world.Id], Day));
    }

    [Fact]
    public async Task A_partner_under_convention_whom_nobody_follows_wants_an_owner()
    {
        var world = await Signed(RenewalMode.Express, new(2029, 6, 30), 3, new(2026, 7, 1));
        var fact = await app.DueOne("convention-unowned", world.Partner, Day);
        Assert.Equal((new DateOnly(2026, 7, 1), (int?)world.Owner, "Désigner qui suit le partenaire"), (fact.Due, fact.PostId, fact.Action));
        // Everybody sees partners, not every convention: it is counted, not named.
        Assert.Equal("1 convention en vigueur sans responsable de la relation.", fact.Context);
        // Not yet in force, it asks nothing; the forecast sees it coming.
        Assert.Empty(await app.Due("convention-unowned", [world.Partner], new(2026, 6, 30)));
        Assert.Single(await app.Due("convention-unowned", [world.Partner], new(2026, 6, 30), new(2026, 12, 31)));
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == world.Partner)).Follow(world.Owner, Day);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await app.Due("convention-unowned", [world.Partner], Day));
    }

    [Fact]
    public async Task The_letter_before_a_tacit_renewal_says_the_dates_and_decides_nothing()
    {
        var end = Today.AddMonths(5);
        var world = await Signed(RenewalMode.Tacit, end, 3, Today.AddMonths(-7));
        var reader = await app.SignedIn(Roles.Coordination);
        Assert.NotNull((await reader.Get($"/conventions/{world.Id}")).Document.QuerySelector($"a[href='/conventions/{world.Id}/lettre-reconduction']"));
        var page = await reader.Get($"/conventions/{world.Id}/lettre-reconduction");
        var letter = Plain(page.Document.QuerySelector("article")!.TextContent);
        foreach (var said in new[] { world.Number, "Direction du partenaire", "Ada Suivante, Coordination", "Sauf préavis de l’une des parties", "se reconduit tacitement pour un an", "[à compléter : date et lieu]" })
            Assert.Contains(said, letter, StringComparison.Ordinal);
        using var answer = await reader.Client.GetAsync($"/conventions/{world.Id}/lettre-reconduction.docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), false);
        Faults.None([.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}")]);
        Assert.Contains("se reconduit tacitement pour un an", Plain(document.MainDocumentPart!.Document.InnerText), StringComparison.Ordinal);

        await Change(world.Id, c => c.DecideRenewal(Today, Today));
        Assert.Contains("Aucune reconduction tacite à annoncer", (await reader.Get($"/conventions/{world.Id}/lettre-reconduction")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Get($"/conventions/{world.Id}/lettre-reconduction.docx")).Status);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private sealed record World(int Id, string Number, int Owner, int Partner);

    private Task<World> Signed(RenewalMode renewal, DateOnly end, int notice, DateOnly? start = null, (string, bool, DateOnly?)[]? promises = null) => Add((c, _, _) =>
    {
        var from = start ?? end.AddDays(1).AddYears(-1);
        c.Run(new ConventionTerms(from, end, NoticePeriod.OfMonths(notice), renewal, renewal == RenewalMode.Tacit ? 12 : null, null), null);
        foreach (var (text, isOurs, due) in promises ?? [])
            c.Promise(text, isOurs, due);
        c.Sign(from < Day ? from : Day, null, Day);
    });

    private async Task<World> Add(Action<Convention, int, int> live)
    {
        var (place, partner) = (await app.AddEstablishment("Les Rappels"), await app.AddPartner("SPIP des rappels", "spip"));
        var ada = await app.Add(new Person("Ada", "Suivante", "essai"));
        var post = Post.AtEstablishment(place, "Coordination", PostLevel.Management);
        post.Appoint(ada, new(2020, 1, 1));
        var (ours, theirs) = (await app.Add(post), await app.Add(Post.AtPartner(partner, "Direction du partenaire", PostLevel.Management)));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().Where(k => k.Code == "framework").Select(k => k.Id).SingleAsync());
        var convention = new Convention($"CV-RAPPEL-{place}", "Convention cadre des rappels", kind, new(2024, 1, 1));
        convention.Between([place], [partner]);
        convention.Entrust(ours, theirs);
        live(convention, ours, theirs);
        return new World(await app.Add(convention), convention.Number, ours, partner);
    }

    private Task<int> Change(int id, Action<Convention> change) => app.WithDb(async db =>
    {
        change(await db.Set<Convention>().Include(c => c.Subject.Links).Include(c => c.Signatories).Include(c => c.Commitments).Include(c => c.Reviews).SingleAsync(c => c.Id == id));
        return await db.SaveChangesAsync();
    });
}
