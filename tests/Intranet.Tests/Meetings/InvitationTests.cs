using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Meetings;

/// <summary>What calendars are told of a meeting, from its saving to the answer.</summary>
public sealed class InvitationTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    /// <summary>A working day to come, at ten: a letter leaves at once.</summary>
    private readonly Clock clock = new(Paris.ToUtc(WorkingDays.Next(Paris.DayOf(DateTime.UtcNow).AddDays(3)), new TimeOnly(10, 0)));
    private static int count;
    private readonly string mail = $"invite-{Interlocked.Increment(ref count)}@essai.passerelle";

    [Fact]
    public async Task A_planned_meeting_is_told_once_after_ten_minutes_whoever_tells()
    {
        var id = await PlanAsync(20);
        Assert.Equal(0, await TellAsync());
        clock.Now += TimeSpan.FromMinutes(11);
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TellAsync()));
        Assert.Equal(1, told.Sum());
        var (letter, what) = await LastAsync(mail);
        Assert.StartsWith("Invitation", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(("REQUEST", "0", $"rencontre-{id}@passerelle"), (what.Method, what.Event["SEQUENCE"].Value, what.Event["UID"].Value));
        Assert.Equal($"mailto:{mail}", what.Event["ATTENDEE"].Value);
        await ChangeAsync(id, _ => { });
        Assert.Equal(0, await LaterAsync());
    }

    [Fact]
    public async Task Several_edits_make_one_letter_and_the_sequence_grows()
    {
        var id = await PlanAsync(20);
        await LaterAsync();
        await ChangeAsync(id, m => m.Move(Day(21)));
        clock.Now += TimeSpan.FromMinutes(5);
        await ChangeAsync(id, m => m.At((15 * 60) + 30, 60, "Salle des Tisserands"));
        Assert.Equal(0, await TellAsync());
        clock.Now += TimeSpan.FromMinutes(6);
        Assert.Equal(1, await TellAsync());
        var (letter, what) = await LastAsync(mail);
        Assert.StartsWith("Changement", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(("1", $"{Day(21):yyyyMMdd}T153000", "Salle des Tisserands"), (what.Event["SEQUENCE"].Value, what.Event["DTSTART"].Value, what.Event["LOCATION"].Text));
    }

    [Fact]
    public async Task Taken_off_put_off_and_back_again()
    {
        var id = await PlanAsync(20);
        await LaterAsync();
        await ChangeAsync(id, m => m.Gather([]));
        Assert.Equal(1, await LaterAsync());
        Assert.Equal(("CANCEL", "1"), await MethodAsync());
        await ChangeAsync(id, m => m.Gather([Guest()]));
        await LaterAsync();
        Assert.Equal(("REQUEST", "2"), await MethodAsync());
        await ChangeAsync(id, m => m.Postpone(Day(0), "Grève"));
        await LaterAsync();
        Assert.Equal(("CANCEL", "3"), await MethodAsync());
        Assert.StartsWith("Report", (await LastAsync(mail)).Letter.Subject, StringComparison.Ordinal);
        await ChangeAsync(id, m => m.Move(Day(30)));
        await LaterAsync();
        Assert.Equal(("REQUEST", "4"), await MethodAsync());
        await ChangeAsync(id, m => m.Cancel(Day(0), "Sans objet"));
        await LaterAsync();
        Assert.Equal(("CANCEL", "5"), await MethodAsync());
    }

    [Fact]
    public async Task An_announcement_that_waits_is_said_to_whoever_saves_without_telling()
    {
        var id = await PlanAsync(20);
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/{id}/modifier");
        Assert.Contains("Une annonce attend déjà", form.Main, StringComparison.Ordinal);
        var saved = await browser.SendAndFollow(form, [("Tell", "false"), ("Input.Place", "Salle des Tisserands")]);
        Assert.Contains("L’annonce déjà en attente part quand même", saved.Text, StringComparison.Ordinal);
        Assert.Equal(1, await LaterAsync());
        Assert.Equal("Salle des Tisserands", (await LastAsync(mail)).File.Event["LOCATION"].Text);

        // Nothing waits any more: this change is not told, and nothing is said of it.
        form = await browser.Get($"/rencontres/{id}/modifier");
        Assert.DoesNotContain("Une annonce attend déjà", form.Main, StringComparison.Ordinal);
        saved = await browser.SendAndFollow(form, [("Tell", "false"), ("Input.Place", "Salle des Fileuses")]);
        Assert.DoesNotContain("part quand même", saved.Text, StringComparison.Ordinal);
        Assert.Equal(0, await LaterAsync());

        // The other pages that save a meeting say it too.
        await ChangeAsync(id, _ => { });
        foreach (var page in (string[])["report", "annulation"])
            Assert.Contains("Une annonce attend déjà", (await browser.Get($"/rencontres/{id}/{page}")).Main, StringComparison.Ordinal);
        var move = await browser.Get($"/rencontres/planificateur/deplacement/{id}");
        Assert.Contains("Une annonce attend déjà", move.Main, StringComparison.Ordinal);
        var moved = await browser.SendAndFollow(move, [("Input.On", $"{Day(21):yyyy-MM-dd}"), ("Input.Notify", "false")]);
        Assert.Contains("L’annonce déjà en attente part quand même", moved.Text, StringComparison.Ordinal);
        var off = await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/annulation"), [("Tell", "false"), ("Input.Reason", "Sans objet")]);
        Assert.Contains("L’annonce déjà en attente part quand même", off.Text, StringComparison.Ordinal);
        Assert.Equal(1, await LaterAsync());
        Assert.Equal("CANCEL", (await LastAsync(mail)).File.Method);

        // Called off before anybody heard of it: nothing leaves, and nothing is said to leave.
        var unheard = await PlanAsync(20);
        off = await browser.SendAndFollow(await browser.Get($"/rencontres/{unheard}/annulation"), [("Tell", "false"), ("Input.Reason", "Sans objet")]);
        Assert.DoesNotContain("part quand même", off.Text, StringComparison.Ordinal);
        Assert.Equal(0, await LaterAsync());
    }

    [Fact]
    public async Task A_draft_and_a_day_set_by_hand_tell_nobody()
    {
        await PlanAsync(20, isDraft: true);
        Assert.Equal(0, await LaterAsync());
        await PlanAsync(20);
        clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(0, await WithInvitations(i => i.RunAsync(default), Day(0)));
        Assert.Equal(1, await TellAsync());
    }

    [Fact]
    public async Task At_night_it_waits_unless_the_meeting_is_near()
    {
        clock.Now = Paris.ToUtc(WorkingDays.Next(Day(0)), new TimeOnly(22, 0));
        await PlanAsync(20);
        Assert.Equal(0, await LaterAsync());
        await PlanAsync(1);
        Assert.Equal(1, await LaterAsync());
    }

    [Fact]
    public async Task The_letter_carries_the_invitation_in_both_ways()
    {
        await PlanAsync(20);
        await LaterAsync();
        var letter = (await LastAsync(mail)).Letter;
        var message = Intranet.Host.Hosting.MailSetup.Compose(letter, new System.Net.Mail.MailAddress("passerelle@localhost"));
        Assert.Contains(message.AlternateViews, v => v.ContentType.MediaType == "text/calendar" && v.ContentType.Parameters["method"] == "REQUEST");
        var file = Assert.Single(message.Attachments);
        Assert.Equal("invite.ics", file.Name);
        using var reader = new StreamReader(file.ContentStream, Encoding.UTF8);
        Assert.Equal(letter.Attachment, await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task One_answers_without_account_and_a_scanner_changes_nothing()
    {
        var id = await PlanAsync(20);
        await LaterAsync();
        var link = await DoorAsync();
        var guest = app.Anonymous();
        for (var i = 0; i < 3; i++)
            Assert.Contains("Rencontre des essais", (await guest.Get(link)).Main, StringComparison.Ordinal);
        Assert.Equal(InvitationAnswer.None, await AnswerAsync(id));
        var page = await guest.Get(link);
        await guest.SendAndFollow(page, [("answer", "Accepted")]);
        Assert.Equal(InvitationAnswer.Accepted, await AnswerAsync(id));
        await guest.SendAndFollow(await guest.Get(link), [("answer", "Declined")]);
        Assert.Equal(InvitationAnswer.Declined, await AnswerAsync(id));
        await guest.SendAndFollow(await guest.Get(link), [("answer", "Accepted")]);
        var followed = await (await app.SignedIn(Roles.Coordination)).Get($"/rencontres/{id}/invitations");
        Assert.Contains("Viendra", followed.Main, StringComparison.Ordinal);

        // Another title keeps the answer, another day asks anew; the former link leads nowhere.
        await ChangeAsync(id, m => m.Plan("Rencontre des essais, suite", m.KindId, m.Mode, m.On, false));
        await LaterAsync();
        Assert.Equal(InvitationAnswer.Accepted, await AnswerAsync(id));
        Assert.Equal("ACCEPTED", (await LastAsync(mail)).File.Event["ATTENDEE"].Parameters["PARTSTAT"]);
        await ChangeAsync(id, m => m.Move(Day(25)));
        await LaterAsync();
        Assert.Equal(InvitationAnswer.None, await AnswerAsync(id));
        Assert.Equal(HttpStatusCode.Gone, (await guest.Get(link)).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.Get(await DoorAsync())).Status);
        await ChangeAsync(id, m => m.Cancel(Day(0), "Sans objet"));
        var off = await guest.Get(await DoorAsync());
        Assert.Equal(HttpStatusCode.Gone, off.Status);
        Assert.Contains("n’aura pas lieu", off.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_not_answered_is_asked_again_once_a_day()
    {
        var id = await PlanAsync(20);
        await LaterAsync();
        Assert.Equal(0, await WithInvitations(i => i.RemindAsync(id, default)));
        clock.Now += TimeSpan.FromHours(25);
        Assert.Equal(1, await WithInvitations(i => i.RemindAsync(id, default)));
        Assert.Equal(("REQUEST", "0"), await MethodAsync());
        Assert.Equal(0, await WithInvitations(i => i.RemindAsync(id, default)));
    }

    [Fact]
    public async Task A_personal_calendar_is_read_by_its_secret_until_withdrawn()
    {
        var person = new Person("Camille", "Abonnée", "essai");
        person.ReachBy("", mail);
        var personId = await app.Add(person);
        var partner = await app.AddPartner($"SPIP {mail}");
        var post = Post.AtPartner(partner, "CPIP", PostLevel.Field);
        var holding = post.Appoint(personId, new(2020, 1, 1));
        await app.Add(post);
        var id = await PlanAsync(20, participant: new MeetingParticipant(holding, post, "Camille Abonnée", Attendance.Invited));
        await PlanAsync(22, isDraft: true, participant: new MeetingParticipant(holding, post, "Camille Abonnée", Attendance.Invited));

        var browser = await app.SignedIn(Roles.Coordination);
        var shown = await browser.SendAndFollow(await browser.Get($"/personnes/{personId}/calendriers"), []);
        var address = new Uri(shown.Document.QuerySelector("code.door")!.TextContent).PathAndQuery;
        Assert.Null((await browser.Get($"/personnes/{personId}/calendriers")).Document.QuerySelector("code.door"));
        Assert.True(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.To == mail && m.IsSecret && m.Text.Contains(address))));

        using var client = new HttpClient { BaseAddress = new Uri(app.Address) };
        var answer = await client.GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        Assert.True(answer.Headers.CacheControl!.Private);
        var calendar = CalendarReader.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(("PUBLISH", $"rencontre-{id}@passerelle"), (calendar["METHOD"].Value, calendar.Events.Single()["UID"].Value));
        Assert.Equal("0", calendar.Events.Single()["SEQUENCE"].Value);
        await LaterAsync();
        await ChangeAsync(id, m => m.Move(Day(21)));
        await LaterAsync();
        Assert.Equal(("REQUEST", "1"), await MethodAsync());
        answer = await client.GetAsync(address);
        Assert.Equal("1", CalendarReader.Read(await answer.Content.ReadAsByteArrayAsync()).Events.Single()["SEQUENCE"].Value);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
        Assert.NotNull(await app.WithDb(db => db.Set<CalendarFeed>().Where(f => f.PersonId == personId).Select(f => f.ReadAt).SingleAsync()));

        await browser.SendAndFollow(await browser.Get($"/personnes/{personId}/calendriers"), [], "handler=Revoke");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_narrow_scope_sends_the_secret_without_seeing_it()
    {
        var person = new Person("Alix", "Partenaire", "essai");
        person.ReachBy("", mail);
        var id = await app.Add(person);
        var browser = await app.SignedIn(Roles.Coordination, seesAll: false, await app.AddEstablishment("Étroit"));
        var shown = await browser.SendAndFollow(await browser.Get($"/personnes/{id}/calendriers"), []);
        Assert.Null(shown.Document.QuerySelector("code.door"));
        Assert.True(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.To == mail && m.IsSecret)));
    }

    private DateOnly Day(int ahead) => Paris.DayOf(clock.Now).AddDays(ahead);

    private MeetingParticipant Guest() => new("Claire Mazères", "DPIP", null, Attendance.Invited, mail);

    private async Task<int> PlanAsync(int ahead, bool isDraft = false, MeetingParticipant? participant = null)
    {
        var place = await app.AddEstablishment("Les Essais");
        var partner = await app.AddPartner("SPIP des essais");
        return await app.WithDb(async db =>
        {
            var meeting = new Meeting("Rencontre des essais", (await db.Set<MeetingKind>().FirstAsync()).Id, MeetingMode.AtOurs, Day(ahead));
            meeting.Between([place], [partner]);
            meeting.At(14 * 60, 90, "");
            meeting.Gather([participant ?? Guest()]);
            if (!isDraft)
                meeting.Announce(Day(0));
            db.Add(meeting);
            await Telling.AskAsync(db, meeting, clock.Now);
            await db.SaveChangesAsync();
            return meeting.Id;
        });
    }

    private Task<int> ChangeAsync(int id, Action<Meeting> change) => app.WithDb(async db =>
    {
        var meeting = await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Participants).SingleAsync(m => m.Id == id);
        change(meeting);
        await Telling.AskAsync(db, meeting, clock.Now);
        return await db.SaveChangesAsync();
    });

    private Task<int> TellAsync() => WithInvitations(i => i.RunAsync(default));

    private Task<int> LaterAsync()
    {
        clock.Now += TimeSpan.FromMinutes(11);
        return TellAsync();
    }

    private Task<int> WithInvitations(Func<Invitations, Task<int>> act, DateOnly? setTo = null) => app.WithDb(db => act(
        new Invitations(db, new Outbox(db, clock), new SingleUseLinks(db, clock), new HouseAddress(app.Address, "passerelle@localhost"), new BusinessDay(clock, setTo), clock, NullLogger<Invitations>.Instance)));

    private Task<InvitationAnswer> AnswerAsync(int id) => app.WithDb(db => db.Set<MeetingInvitation>().Where(i => i.MeetingId == id).Select(i => i.Answer).SingleAsync());

    private async Task<(OutboxMail Letter, (string Method, CalendarReader.Component Event) File)> LastAsync(string to)
    {
        var letter = await app.WithDb(db => db.Set<OutboxMail>().AsNoTracking().Where(m => m.To == to).OrderByDescending(m => m.Id).FirstAsync());
        var calendar = CalendarReader.Read(Encoding.UTF8.GetBytes(letter.Attachment));
        return (letter, (calendar["METHOD"].Value, calendar.Events.Single()));
    }

    private async Task<(string, string)> MethodAsync() => (await LastAsync(mail)).File is var file ? (file.Method, file.Event["SEQUENCE"].Value) : default;

    private async Task<string> DoorAsync() => await app.WithDb(async db =>
    {
        var text = await db.Set<OutboxMail>().Where(m => m.To == mail && m.Text.Contains("/rencontres/reponse/")).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync();
        return Regex.Match(text, "/rencontres/reponse/[A-Za-z]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    });

    private sealed class Clock(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;
        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
