using System.Net;
using System.Text.RegularExpressions;
using Intranet.Contacts;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Reminders;

/// <summary>Letters as people receive them, from the telling to the answer by their link.</summary>
public sealed partial class LetterTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly DateOnly Monday = new(2027, 3, 1);
    private readonly Clock clock = new(Paris.ToUtc(Monday, new TimeOnly(9, 0)));

    [Fact]
    public async Task On_monday_one_letter_says_what_is_late_and_what_is_due_with_a_link_for_each()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3), ("Décider du renouvellement", 60));
        await WriteAsync();
        await WriteAsync();
        var letter = Assert.Single(await LettersAsync(person));
        Assert.Equal("Vos rappels de la semaine\u00a0: 1 en retard, 1 à faire", letter.Subject);
        Assert.Contains("EN RETARD (1)", letter.Text, StringComparison.Ordinal);
        Assert.Equal(2, Links().Count(letter.Text));
        Assert.Contains("Rencontrer le partenaire", letter.Html, StringComparison.Ordinal);
        Assert.All(Addresses().Matches(letter.Html).Select(m => m.Groups[1].Value), a => Assert.StartsWith("http", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rest_of_the_week_only_the_urgent_leaves()
    {
        var person = await ToldAsync(("Décider du renouvellement", 60));
        await WriteAsync();
        await TellAsync(person, "Rencontrer bientôt", 30, step: 30);
        clock.Now = clock.Now.AddDays(1);
        await WriteAsync();
        Assert.Single(await LettersAsync(person));
        await TellAsync(person, "Rédiger le compte rendu", 0, step: 0);
        clock.Now = clock.Now.AddDays(1);
        await WriteAsync();
        var urgent = (await LettersAsync(person))[^1];
        Assert.Equal("Rappels du jour\u00a0: 1 en retard", urgent.Subject);
        Assert.Contains("2 autres rappels déjà annoncés restent ouverts", urgent.Text, StringComparison.Ordinal);
        clock.Now = clock.Now.AddDays(1);
        await WriteAsync();
        Assert.Equal(2, (await LettersAsync(person)).Count);
    }

    [Fact]
    public async Task Never_at_night_on_a_sunday_or_on_a_public_holiday()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        foreach (var moment in new[] { Paris.ToUtc(Monday, new TimeOnly(7, 59)), Paris.ToUtc(Monday, new TimeOnly(18, 0)), Paris.ToUtc(new DateOnly(2027, 3, 7), new TimeOnly(10, 0)), Paris.ToUtc(new DateOnly(2027, 3, 29), new TimeOnly(10, 0)) })
        {
            clock.Now = moment;
            await WriteAsync();
        }
        Assert.Empty(await LettersAsync(person));
        clock.Now = Paris.ToUtc(new DateOnly(2027, 3, 30), new TimeOnly(8, 0));
        await WriteAsync();
        Assert.Single(await LettersAsync(person));
    }

    [Fact]
    public async Task Several_nodes_write_it_once()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync()));
        Assert.Single(await LettersAsync(person));
    }

    [Fact]
    public async Task What_was_taken_on_or_put_off_is_not_written()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        await app.WithDb(async db =>
        {
            (await db.Set<Reminder>().SingleAsync(r => r.Deliveries.Any(d => d.RecipientId == person))).Acknowledge(Monday, person, null, clock.Now);
            return await db.SaveChangesAsync();
        });
        await WriteAsync();
        Assert.Empty(await LettersAsync(person));
    }

    [Fact]
    public async Task The_urgent_only_reads_nothing_on_monday_and_the_daily_what_is_new()
    {
        var urgent = await ToldAsync(("Décider du renouvellement", 60));
        var daily = await ToldAsync(("Décider du renouvellement", 60));
        await app.WithDb(db =>
        {
            db.AddRange(new LetterPreference(urgent, LetterRhythm.UrgentOnly), new LetterPreference(daily, LetterRhythm.Daily));
            return db.SaveChangesAsync();
        });
        await WriteAsync();
        clock.Now = clock.Now.AddDays(1);
        await WriteAsync();
        Assert.Empty(await LettersAsync(urgent));
        Assert.StartsWith("Rappels du jour", Assert.Single(await LettersAsync(daily)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_answers_once_and_opening_it_changes_nothing()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        await WriteAsync();
        var link = Links().Match((await LettersAsync(person))[0].Text).Value;
        var somebody = app.Anonymous();
        for (var i = 0; i < 3; i++)
            Assert.Contains("Rencontrer le partenaire", (await somebody.Get(link)).Main, StringComparison.Ordinal);
        Assert.Null((await ReminderAsync(person)).AcknowledgedOn);
        var page = await somebody.Get(link);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await somebody.Send(page, [("Input.PromisedFor", "2020-01-01")], "prendre")).Status);
        var thanks = await somebody.SendAndFollow(page, [], "prendre");
        Assert.Contains("vous vous en occupez", thanks.Main, StringComparison.Ordinal);
        Assert.Equal(person, (await ReminderAsync(person)).AcknowledgedById);
        Assert.Equal(HttpStatusCode.Gone, (await somebody.Get(link)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await somebody.Send(page, [], "reporter")).Status);
    }

    [Fact]
    public async Task Who_answers_no_more_can_t_answer_by_an_old_link()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        await WriteAsync();
        var link = Links().Match((await LettersAsync(person))[0].Text).Value;
        await app.WithDb(async db =>
        {
            (await db.Set<Delivery>().SingleAsync(d => d.RecipientId == person)).Withdraw(Monday);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Gone, (await app.Anonymous().Get(link)).Status);
    }

    [Fact]
    public async Task Copies_come_last_under_a_title_of_their_own_and_ask_for_nothing()
    {
        var person = await ToldAsync(("Décider du renouvellement", 60));
        await TellAsync(person, "Rencontrer pour mémoire", -3, step: -1, isCopy: true);
        await WriteAsync();
        var letter = Assert.Single(await LettersAsync(person));
        Assert.Equal("Vos rappels de la semaine\u00a0: 1 à faire, 1 pour information", letter.Subject);
        Assert.True(letter.Text.IndexOf("Décider du renouvellement", StringComparison.Ordinal) < letter.Text.IndexOf("Rencontrer pour mémoire", StringComparison.Ordinal));
        var copy = letter.Text[letter.Text.IndexOf("Rencontrer pour mémoire", StringComparison.Ordinal)..letter.Text.IndexOf("Ouvrir mes rappels", StringComparison.Ordinal)];
        Assert.DoesNotContain("En retard (", letter.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Pour information (1)", letter.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Pour information.", copy, StringComparison.Ordinal);
        Assert.DoesNotContain("Je m’en occupe", copy, StringComparison.Ordinal);
        Assert.Single(Links().Matches(letter.Text));
    }

    [Fact]
    public async Task A_link_of_who_is_now_in_copy_answers_nothing()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        await WriteAsync();
        var link = Links().Match((await LettersAsync(person))[0].Text).Value;
        await app.WithDb(async db =>
        {
            (await db.Set<Delivery>().SingleAsync(d => d.RecipientId == person)).Restore(new Recipient(person, "Pour information.", IsCopy: true));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.Gone, (await app.Anonymous().Get(link)).Status);
    }

    [Fact]
    public async Task What_a_letter_given_up_told_is_told_by_the_next()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        await WriteAsync();
        for (var i = 0; i < 8; i++)
        {
            await SendAsync(new Broken());
            var mail = (await LettersAsync(person))[0];
            Assert.Equal(i == 7, mail.GivenUpAt is not null);
            clock.Now = mail.GivenUpAt is null ? mail.DueAt : clock.Now;
            await WriteAsync();
            if (i < 7)
                Assert.Single(await LettersAsync(person));
        }
        clock.Now = OfficeHours.OnOrAfter(clock.Now.AddDays(1));
        await WriteAsync();
        var next = (await LettersAsync(person))[^1];
        Assert.Equal(2, (await LettersAsync(person)).Count);
        Assert.Contains("Rencontrer le partenaire", next.Text, StringComparison.Ordinal);
    }

    /// <summary>A link that somebody asked for doesn't wait.</summary>
    [Fact]
    public async Task A_letter_that_failed_at_the_end_of_the_day_leaves_the_next_morning()
    {
        var person = await ToldAsync(("Rencontrer le partenaire", -3));
        var asked = $"demande-{Guid.NewGuid():N}@essai.passerelle";
        clock.Now = Paris.ToUtc(Monday, new TimeOnly(17, 59));
        await WriteAsync();
        await app.WithDb(db =>
        {
            new Outbox(db, clock).Queue(new OutgoingMail(asked, "Camille", "Votre lien", ["Bonjour."]) { IsSecret = true });
            return db.SaveChangesAsync();
        });
        await SendAsync(new Broken());
        Assert.Equal(Paris.ToUtc(Monday.AddDays(1), new TimeOnly(8, 0)), (await LettersAsync(person))[0].DueAt);
        clock.Now = clock.Now.AddMinutes(2);
        var server = new Broken { IsUp = true };
        await SendAsync(server);
        Assert.Contains(asked, server.Asked);
        Assert.Null((await LettersAsync(person))[0].SentAt);
        clock.Now = Paris.ToUtc(Monday.AddDays(1), new TimeOnly(8, 0));
        await SendAsync(server);
        Assert.NotNull((await LettersAsync(person))[0].SentAt);
    }

    [Fact]
    public async Task Everybody_chooses_a_rhythm()
    {
        var person = await app.Add(new Person("Iris", "Rythme", "essai"));
        var browser = await SignedInAsAsync(person);
        await browser.SendAndFollow(await browser.Get("/compte/rappels"), [("Input.Rhythm", "Daily")]);
        Assert.Equal(LetterRhythm.Daily, await app.WithDb(db => db.Set<LetterPreference>().Where(p => p.PersonId == person).Select(p => p.Rhythm).SingleAsync()));
        Assert.Contains("checked", (await browser.Get("/compte/rappels")).Document.QuerySelector("input[value=Daily]")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(await browser.Get("/compte/rappels"), [("Input.Rhythm", "7")])).Status);
    }

    [GeneratedRegex("/rappels/lien/[A-Za-z]{40}", RegexOptions.None, 1000)]
    private static partial Regex Links();

    [GeneratedRegex("href=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Addresses();

    private async Task<int> ToldAsync(params (string Action, int Days)[] facts)
    {
        var person = new Person("Rose", "Lectrice", "essai");
        person.ReachBy("", $"rose-{Guid.NewGuid():N}@essai.passerelle");
        var id = await app.Add(person);
        foreach (var (action, days) in facts)
            await TellAsync(id, action, days, step: days < 0 ? -1 : 90);
        return id;
    }

    private async Task TellAsync(int person, string action, int days, int step, bool isCopy = false)
    {
        var partner = await app.AddPartner("SPIP d’essai");
        await app.WithDb(db =>
        {
            var reminder = new Reminder("partner-to-meet", partner, Monday.AddDays(days), Monday);
            reminder.Confirm(new DueFact { SubjectId = partner, Due = Monday.AddDays(days), Action = action });
            reminder.Address(step, [isCopy ? new Recipient(person, "Pour information.", IsCopy: true) : new Recipient(person, "Vous tenez le poste responsable.")], Monday);
            db.Add(reminder);
            return db.SaveChangesAsync();
        });
    }

    private async Task<Browser> SignedInAsAsync(int person)
    {
        var name = $"iris-{Guid.NewGuid():N}@essai.passerelle";
        await app.AddAccount(name, Roles.Staff);
        await app.WithDb(db => db.Users.Where(a => a.UserName == name).ExecuteUpdateAsync(a => a.SetProperty(x => x.PersonId, person)));
        var browser = app.Anonymous();
        await browser.SignIn(name, IntranetApp.Password);
        return browser;
    }

    private Task<int> WriteAsync() => app.WithDb(db => new LetterRun(db, new Outbox(db, clock), new SingleUseLinks(db, TimeProvider.System), new HouseAddress("https://passerelle.essai", "p@essai"),
        app.Services.GetRequiredService<SubjectKinds>(), new BusinessDay(clock), clock, NullLogger<LetterRun>.Instance).RunAsync(default));

    private Task<int> SendAsync(IMailTransport transport)
        => app.WithDb(db => new SendMail(db, transport, app.Services.GetServices<IOfficeMail>(), new BusinessDay(clock), clock, NullLogger<SendMail>.Instance).RunAsync(default));

    private Task<List<OutboxMail>> LettersAsync(int person) => app.WithDb(db => db.Set<Letter>().Where(l => l.RecipientId == person).OrderBy(l => l.Id).Select(l => l.Mail!).AsNoTracking().ToListAsync());

    private Task<Reminder> ReminderAsync(int person) => app.WithDb(db => db.Set<Reminder>().AsNoTracking().SingleAsync(r => r.Deliveries.Any(d => d.RecipientId == person)));

    private sealed class Broken : IMailTransport
    {
        public bool IsUp { get; init; }
        public List<string> Asked { get; } = [];
        public bool IsRepeatable => false;

        public Task DeliverAsync(OutboxMail mail, CancellationToken cancellation)
        {
            Asked.Add(mail.To);
            return IsUp ? Task.CompletedTask : throw new IOException("The server is away.");
        }
    }

    private sealed class Clock(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;
        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
