using System.Net;
using Intranet.Contacts;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Reminders;

public sealed class InboxTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Long = new(2020, 1, 1);

    [Fact]
    public async Task I_take_on_what_I_was_told_and_it_leaves_my_list()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        var inbox = await browser.Get("/rappels");
        Assert.Contains("Rencontrer le SPIP", inbox.Main, StringComparison.Ordinal);
        var after = await browser.SendAndFollow(await browser.Get($"/rappels/{id}"), [], "prendre");
        Assert.Contains("s’en occupe depuis le", after.Main, StringComparison.Ordinal);
        Assert.NotNull((await Read(id)).AcknowledgedOn);
    }

    [Fact]
    public async Task Several_are_taken_on_at_once_and_none_chosen_says_so()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        await Again(id, "Décider de la suite");
        var inbox = await browser.Get("/rappels");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(inbox, [], "/rappels?handler=prendre")).Status);
        var ids = inbox.Document.QuerySelectorAll("input[form=bulk]").Select(b => ("ids", b.GetAttribute("value")!)).ToList();
        Assert.Equal(2, ids.Count);
        await browser.SendAndFollow(inbox, ids, "/rappels?handler=prendre");
        Assert.NotNull((await Read(id)).AcknowledgedOn);
        Assert.Contains("Rien à traiter", (await browser.Get("/rappels")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Putting_off_to_the_past_is_refused_and_the_form_comes_back()
    {
        var (browser, id) = await Told("Décider de la suite");
        var answer = await browser.Send(await browser.Get($"/rappels/{id}"), [("Input.SnoozeUntil", "2020-01-01")], "reporter");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Choisissez un jour à venir.", answer.Errors, StringComparison.Ordinal);
        Assert.Null((await Read(id)).SnoozedUntil);
    }

    [Fact]
    public async Task Somebody_else_s_reminder_does_not_exist_for_me()
    {
        var (_, id) = await Told("Désigner un interlocuteur");
        var other = await app.SignedIn(Roles.Staff);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/rappels/{id}")).Status);
    }

    [Fact]
    public async Task What_was_answered_for_several_is_taken_back_at_once()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        await Again(id, "Décider de la suite");
        var inbox = await browser.Get("/rappels");
        var ids = inbox.Document.QuerySelectorAll("input[form=bulk]").Select(b => ("ids", b.GetAttribute("value")!)).ToList();
        var after = await browser.SendAndFollow(inbox, ids, "/rappels?handler=prendre");
        var toast = after.Document.QuerySelector("[data-toast]")!;
        Assert.Equal("2 rappels pris en main.", toast.GetAttribute("data-toast"));
        var undone = await AsHtmx(browser, after, toast.GetAttribute("data-toast-undo")!);
        Assert.Equal("true", undone.Header("HX-Refresh"));
        Assert.Null((await Read(id)).AcknowledgedOn);
        var back = await browser.Get("/rappels");
        Assert.Equal(2, back.Document.QuerySelectorAll(".reminder-item").Length);
        Assert.Equal("2 rappels de nouveau à traiter.", back.Document.QuerySelector("[data-toast]")!.GetAttribute("data-toast"));
    }

    [Fact]
    public async Task Somebody_else_s_answers_are_not_taken_back()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        await browser.SendAndFollow(await browser.Get($"/rappels/{id}"), [], "prendre");
        var (other, _) = await Told("Décider de la suite");
        await AsHtmx(other, await other.Get("/rappels"), $"/rappels?handler=annuler&ids={id}");
        Assert.NotNull((await Read(id)).AcknowledgedOn);
    }

    [Fact]
    public async Task In_place_the_answer_says_that_the_list_changed_and_how_to_take_it_back()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        var answer = await AsHtmx(browser, await browser.Get("/rappels"), $"/rappels/{id}?handler=prendre");
        Assert.Equal("reminders", answer.Header("HX-Trigger-After-Settle"));
        Assert.Contains($"/rappels/{id}?handler=annuler", answer.Header("HX-Trigger"), StringComparison.Ordinal);
        Assert.Equal("true", (await AsHtmx(browser, await browser.Get("/rappels"), $"/rappels/{id}?handler=annuler")).Header("HX-Refresh"));
        Assert.Null((await Read(id)).AcknowledgedOn);
    }

    /// <summary>Without waiting for the five seconds that the layout's facts are kept.</summary>
    [Fact]
    public async Task The_bell_says_how_many_are_late_and_why_and_follows_what_I_do()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        await Again(id, "Décider de la suite");
        var bell = (await browser.Get("/rappels")).Document.GetElementById("bell")!;
        Assert.Equal("2 rappels à traiter, dont 2 en retard", bell.GetAttribute("aria-label"));
        Assert.Contains("Rencontrer le SPIP\u00a0: Partenaire à voir. Vous tenez le poste responsable.", bell.GetAttribute("title"), StringComparison.Ordinal);
        await AsHtmx(browser, await browser.Get("/rappels"), $"/rappels/{id}?handler=prendre");
        bell = (await browser.Get("/rappels")).Document.GetElementById("bell")!;
        Assert.Equal("1 rappel à traiter, dont 1 en retard", bell.GetAttribute("aria-label"));
        Assert.DoesNotContain("Rencontrer le SPIP", bell.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_a_reminder_says_who_took_it_on_and_gives_it_back()
    {
        var (browser, id) = await Told("Rencontrer le SPIP");
        var promised = app.Services.GetRequiredService<BusinessDay>().Today.AddDays(10);
        await browser.SendAndFollow(await browser.Get($"/rappels/{id}"), [("Input.PromisedFor", $"{promised:yyyy-MM-dd}")], "prendre");
        var page = await browser.Get($"/rappels/{id}");
        Assert.Contains($"promis pour le {French.Date(promised)}", page.Document.QuerySelector(".banner")!.TextContent, StringComparison.Ordinal);
        await browser.SendAndFollow(page, [], "reprendre");
        Assert.Null((await Read(id)).AcknowledgedOn);
        Assert.Empty((await browser.Get($"/rappels/{id}")).Document.QuerySelectorAll(".with-aside .banner"));
    }

    [Fact]
    public async Task A_copy_is_read_for_information_and_asks_for_nothing()
    {
        var (answering, id) = await Told("Rencontrer le SPIP");
        var (browser, own) = await Told("Décider de la suite");
        await Copied(id, await RecipientOf(own));
        var inbox = await browser.Get("/rappels");
        Assert.Contains("Rencontrer le SPIP", inbox.Document.QuerySelector("[aria-labelledby=copies]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(inbox.Document.QuerySelector("[aria-labelledby=copies] button, [aria-labelledby=copies] input"));
        Assert.Equal([$"rappel-{own}"], inbox.Document.QuerySelectorAll("[data-keys] > *").Select(i => i.Id));
        Assert.Equal("1 rappel à traiter", inbox.Document.QuerySelector("#inbox-count")!.TextContent[..18]);
        Assert.Equal("1 rappel à traiter, dont 1 en retard", inbox.Document.GetElementById("bell")!.GetAttribute("aria-label"));
        Assert.DoesNotContain("Rencontrer le SPIP", (await browser.Get("/")).Document.QuerySelector("#todo-card")!.TextContent, StringComparison.Ordinal);

        var page = await browser.Get($"/rappels/{id}");
        Assert.Contains("vous êtes en copie", page.Main, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        foreach (var answer in new[] { "prendre", "reporter", "reprendre", "annuler" })
            Assert.Equal(HttpStatusCode.NotFound, (await AsHtmx(browser, page, $"/rappels/{id}?handler={answer}")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AsHtmx(browser, inbox, $"/rappels?handler=prendre&ids={id}")).Status);
        Assert.Null((await Read(id)).AcknowledgedOn);

        await answering.SendAndFollow(await answering.Get($"/rappels/{id}"), [], "prendre");
        inbox = await browser.Get("/rappels");
        Assert.Contains("s’en occupe depuis le", inbox.Document.QuerySelector("[aria-labelledby=copies]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(inbox.Document.QuerySelector("[aria-labelledby=answered]"));
    }

    [Fact]
    public async Task What_is_late_is_followed_by_who_answers_whoever_has_a_copy()
    {
        var (_, id) = await Told("Rencontrer le SPIP");
        var told = await RecipientOf(id);
        await Copied(id, await app.Add(new Person("Ana", "Copie", "essai")));
        var (late, title) = await app.WithDb(async db => (await db.Set<Reminder>().Where(r => r.Id == id).LateRows().SingleAsync(), await db.Subjects.Where(s => s.Id == told).Select(s => s.Title).SingleAsync()));
        Assert.Equal(title, late.Told);
    }

    [Fact]
    public async Task Who_keeps_contacts_takes_on_what_nobody_answers_for_though_in_copy()
    {
        var (browser, own) = await Told("Décider de la suite");
        var (_, id) = await Told("Rencontrer le SPIP");
        await Copied(id, await RecipientOf(own));
        await app.WithDb(async db =>
        {
            (await db.Set<Delivery>().SingleAsync(d => d.ReminderId == id && !d.IsCopy)).Withdraw(Long);
            return await db.SaveChangesAsync();
        });
        await browser.SendAndFollow(await browser.Get($"/rappels/{id}"), [], "prendre");
        Assert.NotNull((await Read(id)).AcknowledgedOn);
    }

    [Fact]
    public async Task Taking_one_s_answer_back_leaves_what_somebody_had_promised_before()
    {
        var (first, id) = await Told("Rencontrer le SPIP");
        var (second, _) = await Told("Décider de la suite");
        var promised = app.Services.GetRequiredService<BusinessDay>().Today.AddDays(10);
        await first.SendAndFollow(await first.Get($"/rappels/{id}"), [("Input.PromisedFor", $"{promised:yyyy-MM-dd}")], "prendre");
        var before = await Read(id);
        await AsHtmx(second, await second.Get($"/rappels/{id}"), $"/rappels/{id}?handler=prendre");
        Assert.NotEqual(before.PromisedFor, (await Read(id)).PromisedFor);
        await AsHtmx(first, await first.Get("/rappels"), $"/rappels/{id}?handler=annuler");
        Assert.Null((await Read(id)).PromisedFor);
        await AsHtmx(second, await second.Get("/rappels"), $"/rappels/{id}?handler=annuler");
        var after = await Read(id);
        Assert.Equal((before.AcknowledgedOn, before.AcknowledgedById, before.PromisedFor), (after.AcknowledgedOn, after.AcknowledgedById, after.PromisedFor));
        Assert.Contains($"promis pour le {French.Date(promised)}", (await first.Get("/rappels/registre?q=Partenaire")).Main, StringComparison.Ordinal);
    }

    /// <summary>An attribute that is always there must say which: Razor never leaves out a data-* one.</summary>
    [Fact]
    public async Task Single_keys_work_until_they_are_switched_off()
    {
        var browser = await app.SignedIn(Roles.Staff);
        var account = await browser.Get("/compte");
        Assert.Equal("false", account.Document.DocumentElement.GetAttribute("data-keys-off"));
        await browser.SendAndFollow(account, [], "Keys");
        Assert.Equal("true", (await browser.Get("/compte")).Document.DocumentElement.GetAttribute("data-keys-off"));
    }

    [Fact]
    public async Task The_home_page_shows_what_is_mine_and_what_is_late()
    {
        // The oldest of all: the home page shows the first few.
        var (browser, _) = await Told("Clore le compte rendu", Long);
        var home = await browser.Get("/");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains("Clore le compte rendu", home.Document.QuerySelector("aside.stack")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Clore le compte rendu", home.Document.QuerySelector("[aria-labelledby=late-in-scope]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/rappels/retards")).Status);
    }

    private async Task<(Browser Browser, int Reminder)> Told(string action, DateOnly? due = null)
    {
        var partner = await app.AddPartner("Partenaire à voir");
        var person = await app.Add(new Person("Rose", "Essai", "essai"));
        var account = $"rose-{Guid.NewGuid():N}@essai.passerelle";
        await app.AddAccount(account, Roles.Coordination);
        var id = await app.WithDb(async db =>
        {
            (await db.Users.SingleAsync(a => a.UserName == account)).PersonId = person;
            var reminder = new Reminder("partner-to-meet", partner, due ?? Long.AddYears(1), Long);
            reminder.Confirm(new DueFact { SubjectId = partner, Due = reminder.Due, Action = action });
            reminder.Deliveries.Add(new Delivery(reminder, 0, new Recipient(person, "Vous tenez le poste responsable."), Long));
            db.Add(reminder);
            await db.SaveChangesAsync();
            return reminder.Id;
        });
        var browser = app.Anonymous();
        await browser.SignIn(account, IntranetApp.Password);
        return (browser, id);
    }

    /// <summary>Posts as the script of a page does.</summary>
    private static async Task<Page> AsHtmx(Browser browser, Page page, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("RequestVerificationToken", page.Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content"));
        return await Page.From(address, await browser.Client.SendAsync(request));
    }

    private Task<int> RecipientOf(int id) => app.WithDb(db => db.Set<Delivery>().Where(d => d.ReminderId == id).Select(d => d.RecipientId).SingleAsync());

    private Task<int> Copied(int id, int person) => app.WithDb(async db =>
    {
        var reminder = await db.Set<Reminder>().Include(r => r.Deliveries).SingleAsync(r => r.Id == id);
        reminder.Deliveries.Add(new Delivery(reminder, 0, new Recipient(person, "Pour information.", IsCopy: true), Long));
        return await db.SaveChangesAsync();
    });

    /// <summary>The same person is told of something else.</summary>
    private Task<int> Again(int id, string action) => app.WithDb(async db =>
    {
        var known = await db.Set<Reminder>().Include(r => r.Deliveries).SingleAsync(r => r.Id == id);
        var reminder = new Reminder("convention-decision", known.SubjectId, known.Due, known.SeenOn);
        reminder.Confirm(new DueFact { SubjectId = known.SubjectId, Due = known.Due, Action = action });
        reminder.Address(0, [new Recipient(known.Deliveries.Single().RecipientId, "Vous tenez le poste responsable.")], known.SeenOn);
        db.Add(reminder);
        return await db.SaveChangesAsync();
    });

    private Task<Reminder> Read(int id) => app.WithDb(db => db.Set<Reminder>().AsNoTracking().SingleAsync(r => r.Id == id));
}
