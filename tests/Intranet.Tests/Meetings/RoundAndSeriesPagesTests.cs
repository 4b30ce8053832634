using System.Net;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Meetings;

public sealed class RoundAndSeriesPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_round_makes_a_visit_a_house_with_its_hours_and_its_invitations()
    {
        var (partner, judge) = await VisitorAsync("Tournée");
        var houses = new[] { await HouseAsync("Première"), await HouseAsync("Deuxième"), await HouseAsync("Troisième") };
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/tournees/nouvelle?partenaire={partner}");
        (string, string)[] values =
        [
            ("Input.People", judge), ("Input.Purpose", "Faire connaître nos établissements"),
            ("Input.Legs[0].House", $"CHRS Première (n° {houses[0]})"), ("Input.Legs[1].House", "CHRS Deuxième"), ("Input.Legs[1].Duration", "60"), ("Input.Legs[2].House", "CHRS Troisième"), ("Input.Legs[2].Order", "1"), ("Input.Legs[0].Order", "2"), ("Input.Legs[1].Order", "3"),
        ];
        var proposed = await browser.Send(form, values, null);
        var round = await browser.Get(proposed.RedirectsTo!);
        var main = round.Main;
        Assert.True(main.IndexOf("CHRS Troisième", StringComparison.Ordinal) < main.IndexOf("CHRS Première", StringComparison.Ordinal));
        Assert.Contains("Accueil par Responsable Première", main, StringComparison.Ordinal);

        var id = int.Parse(round.Address.Split('/')[^1]);
        var legs = await app.WithDb(db => db.Set<Meeting>().Include(m => m.Participants).Where(m => m.RoundId == id).OrderBy(m => m.StartMinute).ToListAsync());
        Assert.Equal([570, 690, 810], legs.Select(l => l.StartMinute!.Value));
        Assert.All(legs, l => Assert.Equal((MeetingState.Planned, MeetingMode.AtOurs, 2), (l.State, l.Mode, l.Participants.Count)));
        Assert.Equal(3, await app.WithDb(db => db.Set<MeetingNotice>().CountAsync(n => n.Meeting.RoundId == id && n.NotifyAt != null)));
        var sheets = await browser.Get($"/rencontres/tournees/{id}/fiches");
        Assert.Equal(3, sheets.Document.QuerySelectorAll("article.sheet").Length);
        Assert.Contains("ne rien dire d’une personne accompagnée", sheets.Main, StringComparison.Ordinal);

        // Another order and another day, from the same form.
        var edit = await browser.Get($"/rencontres/tournees/{id}/modifier");
        await browser.SendAndFollow(edit, [("Input.On", $"{WorkingDays.OnOrAfter(Today.AddDays(40)):yyyy-MM-dd}"), ("Input.Legs[0].Order", "9"), ("Input.Legs[0].Start", ""), ("Input.Legs[1].Start", "09:00"), ("Input.Legs[2].Start", "")]);
        var moved = await app.WithDb(db => db.Set<Meeting>().Where(m => m.RoundId == id).OrderBy(m => m.StartMinute).Select(m => new { m.Id, m.On, m.StartMinute }).ToListAsync());
        Assert.Equal(540, moved[0].StartMinute);
        Assert.Equal(legs[1].Id, moved[0].Id);
        Assert.Equal(legs[0].Id, moved[^1].Id);
        Assert.All(moved, m => Assert.Equal(WorkingDays.OnOrAfter(Today.AddDays(40)), m.On));

        // A stop put on another day stays there, and a new title tells nobody.
        var later = WorkingDays.Next(Today.AddDays(60));
        await app.WithDb(async db =>
        {
            var leg = await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).SingleAsync(m => m.Id == legs[0].Id);
            leg.Move(later);
            var topic = new PartnerTopic(partner, "Délai de réponse", Today, "Essai");
            leg.Speak(topic);
            db.Add(topic);
            await db.Set<MeetingNotice>().Where(n => n.Meeting.RoundId == id).ExecuteUpdateAsync(n => n.SetProperty(x => x.NotifyAt, (DateTime?)null));
            return await db.SaveChangesAsync();
        });
        await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/{id}/modifier"), [("Input.Title", "Tournée d’automne")]);
        Assert.Equal(later, await app.WithDb(db => db.Set<Meeting>().Where(m => m.Id == legs[0].Id).Select(m => m.On).SingleAsync()));
        Assert.False(await app.WithDb(db => db.Set<MeetingNotice>().AnyAsync(n => n.Meeting.RoundId == id && n.NotifyAt != null)));

        var off = await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/{id}/annulation"), [("Input.Reason", "Audience imprévue")]);
        Assert.Contains("Annulée", off.Main, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.Set<Meeting>().AnyAsync(m => m.RoundId == id && m.CancelledOn == null)));
        Assert.Equal("Délai de réponse", await app.WithDb(db => db.Set<PartnerTopic>().Waiting().Where(t => t.PartnerId == partner).Select(t => t.Text).SingleAsync()));
    }

    [Fact]
    public async Task A_round_says_what_is_missing_and_keeps_what_was_typed()
    {
        var (partner, _) = await VisitorAsync("Manque");
        await HouseAsync("Unique");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/tournees/nouvelle?partenaire={partner}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(form, [])).Status);
        var twice = await browser.Send(form, [("Input.Legs[0].House", "CHRS Unique"), ("Input.Legs[1].House", "CHRS Unique"), ("Input.Title", "Ma tournée")]);
        Assert.Contains("deux fois", twice.Errors, StringComparison.Ordinal);
        Assert.Equal("Ma tournée", twice.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        var unknown = await browser.Send(form, [("Input.Legs[0].House", "Ailleurs")]);
        Assert.Contains("Ailleurs", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_round_tells_nobody_unless_asked_to()
    {
        var (partner, judge) = await VisitorAsync("Discrète");
        await HouseAsync("Discrète");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/tournees/nouvelle?partenaire={partner}");
        var round = await browser.SendAndFollow(form, [("Input.People", judge), ("Input.Legs[0].House", "CHRS Discrète"), ("Tell", "false")]);
        Assert.Contains("Personne n’est prévenu", round.Text, StringComparison.Ordinal);
        var id = IdOf(round);
        var leg = await app.WithDb(db => db.Set<Meeting>().SingleAsync(m => m.RoundId == id));
        Assert.Equal(MeetingState.Planned, leg.State);
        await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/{id}/modifier"), [("Input.Legs[0].Start", "10:00"), ("Tell", "false")]);
        Assert.False(await app.WithDb(db => db.Set<MeetingNotice>().AnyAsync(n => n.MeetingId == leg.Id)));

        // Asked for this time; the next change without telling says that it leaves all the same.
        await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/{id}/modifier"), [("Input.Legs[0].Start", "11:00")]);
        Assert.True(await app.WithDb(db => db.Set<MeetingNotice>().AnyAsync(n => n.MeetingId == leg.Id && n.NotifyAt != null)));
        var waiting = await browser.Get($"/rencontres/tournees/{id}/modifier");
        Assert.Contains("Une annonce attend déjà", waiting.Main, StringComparison.Ordinal);
        Assert.Contains("part quand même", (await browser.SendAndFollow(waiting, [("Input.Legs[0].Start", "11:30"), ("Tell", "false")])).Text, StringComparison.Ordinal);

        // Called off without a word; and a draft planned without one.
        await app.WithDb(db => db.Set<MeetingNotice>().Where(n => n.MeetingId == leg.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.NotifyAt, (DateTime?)null)));
        await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/{id}/annulation"), [("Input.Reason", "Reportée à l’an prochain"), ("Tell", "false")]);
        Assert.False(await app.WithDb(db => db.Set<MeetingNotice>().AnyAsync(n => n.MeetingId == leg.Id && n.NotifyAt != null)));
        var draft = await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/nouvelle?partenaire={partner}"), [("Input.Legs[0].House", "CHRS Discrète"), ("Input.IsDraft", "true")]);
        var announced = await browser.SendAndFollow(draft, [("tell", "false")], "handler=Announce");
        Assert.Contains("Personne n’est prévenu", announced.Text, StringComparison.Ordinal);
        var draftId = IdOf(draft);
        Assert.True(await app.WithDb(db => db.Set<Meeting>().AllAsync(m => m.RoundId != draftId || m.PlannedOn != null)));
        Assert.False(await app.WithDb(db => db.Set<MeetingNotice>().AnyAsync(n => n.Meeting.RoundId == draftId)));
    }

    [Fact]
    public async Task Two_people_on_one_round_see_each_other()
    {
        var (partner, judge) = await VisitorAsync("Commune");
        await HouseAsync("Commune");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/tournees/nouvelle?partenaire={partner}");
        var id = IdOf(await browser.SendAndFollow(form, [("Input.People", judge), ("Input.Legs[0].House", "CHRS Commune"), ("Input.IsDraft", "true")]));
        var (edit, announce, cancel) = (await browser.Get($"/rencontres/tournees/{id}/modifier"), await browser.Get($"/rencontres/tournees/{id}"), await browser.Get($"/rencontres/tournees/{id}/annulation"));
        await browser.SendAndFollow(await browser.Get($"/rencontres/tournees/{id}/modifier"), [("Input.Legs[0].Start", "10:00")]);

        var late = await browser.Send(edit, [("Input.Legs[0].Start", "14:00"), ("Input.Legs[0].Duration", "60")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("14:00", late.Document.QuerySelector("[name='Input.Legs[0].Start']")!.GetAttribute("value"));
        var rows = late.Document.QuerySelectorAll("table.conflict tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Étapes | 1. CHRS Commune, 14 h, 60 minutes | 1. CHRS Commune, 10 h, 90 minutes"], rows.Select(r => r.Replace('\u00a0', ' ')));
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(announce, [], "handler=Announce")).Status);
        Assert.False(await app.WithDb(db => db.Set<Meeting>().AnyAsync(m => m.RoundId == id && m.PlannedOn != null)));
        var refused = await browser.Send(cancel, [("Input.Reason", "Audience imprévue")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Audience imprévue", refused.Document.QuerySelector("#Input_Reason")!.TextContent.Trim());

        // A stop moved from its own page meanwhile is not overwritten either; saving again is a knowing choice.
        await app.WithDb(async db =>
        {
            var leg = await db.Set<Meeting>().Include(m => m.Subject).SingleAsync(m => m.RoundId == id);
            leg.At(16 * 60, 45, "");
            return await db.SaveChangesAsync();
        });
        var again = await browser.Send(late, []);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("16", again.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        await browser.SendAndFollow(again, []);
        Assert.Equal(14 * 60, await app.WithDb(db => db.Set<Meeting>().Where(m => m.RoundId == id).Select(m => m.StartMinute).SingleAsync()));
    }

    [Fact]
    public async Task Two_people_on_one_series_see_each_other()
    {
        var on = WorkingDays.Next(Today.AddDays(7));
        var id = await SeriesAsync("Partagée", on, noticeDays: 30);
        var browser = await app.SignedIn(Roles.Coordination);
        var address = $"/rencontres/permanences/{id}/exception?le={on:yyyy-MM-dd}";
        var (first, second, edit) = (await browser.Get(address), await browser.Get(address), await browser.Get($"/rencontres/permanences/{id}/modifier"));
        await browser.SendAndFollow(first, [("Input.Reason", "Formation du personnel")]);
        var late = await browser.Send(second, [("Input.Reason", "Congés")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Congés", late.Document.QuerySelector("#Input_Reason")!.GetAttribute("value"));
        Assert.Contains("Formation du personnel", late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(edit, [("Input.Start", "09:00")])).Status);

        var stale = await browser.Get($"/rencontres/permanences/{id}");
        await browser.SendAndFollow(late, []);
        var kept = await browser.Send(stale, [], "handler=Restore");
        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.Contains("a changé entre-temps", kept.Errors, StringComparison.Ordinal);
        Assert.Equal("Congés", await app.WithDb(db => db.Set<MeetingSeries>().Where(s => s.Id == id).SelectMany(s => s.Exceptions).Select(e => e.Reason).SingleAsync()));
        await browser.SendAndFollow(kept, [], "handler=Restore");
        Assert.False(await app.WithDb(db => db.Set<MeetingSeries>().Where(s => s.Id == id).SelectMany(s => s.Exceptions).AnyAsync()));
    }

    [Fact]
    public async Task A_session_restored_onto_a_public_holiday_is_called_off_not_announced()
    {
        var holiday = Enumerable.Range(Today.Year, 2).SelectMany(y => FrenchHolidays.Of(y, "")).Select(h => h.Day).Where(d => d > Today.AddDays(14)).Min();
        var moved = WorkingDays.Next(Today.AddDays(7));
        var id = await SeriesAsync("Fériée", holiday, noticeDays: 30);
        await app.WithDb(async db =>
        {
            var series = await db.Set<MeetingSeries>().Include(s => s.Subject).Include(s => s.Exceptions).SingleAsync(s => s.Id == id);
            series.Except(holiday, moved, "Jour férié", "");
            return await db.SaveChangesAsync();
        });
        await ToldAsync(id, moved);
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}"), [], "handler=Restore");
        Assert.Equal(["annulation"], await CorrectionsAsync("Fériée"));
        Assert.False(await app.WithDb(db => db.Set<SeriesNotice>().AnyAsync(n => n.SeriesId == id && n.On == holiday)));
    }

    [Fact]
    public async Task Another_session_moved_onto_a_day_told_and_called_off_is_told()
    {
        var on = WorkingDays.Next(Today.AddDays(7));
        var id = await SeriesAsync("Remplacée", on, noticeDays: 1);
        await ToldAsync(id, on);
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}/exception?le={on:yyyy-MM-dd}"), [("Input.Reason", "Formation")]);
        await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}/exception?le={on.AddDays(7):yyyy-MM-dd}"), [("Input.MovedTo", $"{on:yyyy-MM-dd}"), ("Input.Reason", "À la place")]);
        Assert.Equal(["annulation", "rétablissement"], await CorrectionsAsync("Remplacée"));
    }

    [Fact]
    public async Task Another_post_to_tell_hears_of_the_days_already_told_and_the_former_one_that_it_is_over()
    {
        var on = WorkingDays.Next(Today.AddDays(7));
        var id = await SeriesAsync("Ancienne", on, noticeDays: 30);
        await ToldAsync(id, on);
        var partner = await app.WithDb(db => db.Set<MeetingSeries>().Where(s => s.Id == id).Select(s => s.PartnerId).SingleAsync());
        var line = Post.AtPartner(partner, "Permanence du quartier arrivants", PostLevel.Field);
        line.BecomeServiceLine("le matin");
        line.ReachBy("", MailOf("Nouvelle"));
        var lineId = await app.Add(line);
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}/modifier"), [("Input.NoticePostId", $"{lineId}"), ("Input.Start", "09:00")]);
        Assert.Equal(["annonces"], await CorrectionsAsync("Ancienne"));
        await TellAsync(id, WorkingDays.Next(Today));
        var mail = MailOf("Nouvelle");
        var told = await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == mail).OrderBy(m => m.Id).Select(m => m.Text).FirstAsync());
        Assert.Contains(French.LongDate(on), told, StringComparison.Ordinal);
        Assert.Equal(["annonces"], await CorrectionsAsync("Ancienne"));
    }

    private static int IdOf(Page page) => int.Parse(page.Address.Split('/')[^1]);

    [Fact]
    public async Task A_permanence_tells_the_partner_before_each_and_never_twice()
    {
        var (partner, _) = await VisitorAsync("Permanence");
        var line = Post.AtPartner(partner, "Permanence CPIP", PostLevel.Field);
        line.BecomeServiceLine("le matin");
        line.ReachBy("", "cpip-permanence@essai.passerelle");
        var lineId = await app.Add(line);
        var house = await HouseAsync("Permanente");
        var ours = await app.WithDb(db => db.Set<Post>().Where(p => p.EstablishmentId == house).Select(p => p.Id).SingleAsync());
        var clock = new Clock(Paris.ToUtc(WorkingDays.Next(Today), new TimeOnly(10, 0)));
        var now = Paris.DayOf(clock.Now);
        var weekday = now.AddDays(3).DayOfWeek == DayOfWeek.Sunday ? 7 : (int)now.AddDays(3).DayOfWeek;

        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/permanences/nouvelle?partenaire={partner}");
        var page = await browser.SendAndFollow(form,
        [
            ("Input.Title", "Permanence des arrivants"), ("Input.Weekday", $"{weekday}"), ("Input.Start", "14:00"), ("Input.PostId", $"{ours}"), ("Input.NoticePostId", $"{lineId}"), ("Input.From", "2026-01-01"),
        ]);
        Assert.Contains("chaque ", page.Main, StringComparison.Ordinal);
        Assert.Contains("Responsable Permanente", page.Main, StringComparison.Ordinal);
        var id = int.Parse(page.Address.Split('/')[^1]);

        async Task<int> Tell() => await app.WithDb(db => new SeriesNotices(db, new Outbox(db, clock), new BusinessDay(clock), clock).RunAsync(default));
        await Tell();
        Assert.Equal(0, await Tell());
        var expected = (await app.WithDb(db => db.Set<MeetingSeries>().Where(s => s.Id == id).Rows(now).SingleAsync())).Between(now.AddDays(1), WorkingDays.Next(now).AddDays(6)).Where(o => o.TakesPlace).Select(o => o.On).ToList();
        Assert.Equal(expected, await app.WithDb(db => db.Set<SeriesNotice>().Where(n => n.SeriesId == id).OrderBy(n => n.On).Select(n => n.On).ToListAsync()));
        Assert.Equal(expected.Count, await LettersAsync());

        // Moved after it was told: corrected at once, and its new day is not told again.
        if (expected.Count > 0)
        {
            var move = await browser.Get($"/rencontres/permanences/{id}/exception?le={expected[0]:yyyy-MM-dd}");
            var to = WorkingDays.Next(expected[0]);
            await browser.SendAndFollow(move, [("Input.MovedTo", $"{to:yyyy-MM-dd}"), ("Input.Reason", "Formation du personnel")]);
            Assert.Equal(2, await LettersAsync());
            Assert.Equal(0, await Tell());
            Assert.Contains("au lieu du", (await browser.Get($"/rencontres/permanences/{id}")).Main, StringComparison.Ordinal);
        }

        Task<int> LettersAsync() => app.WithDb(db => db.Set<OutboxMail>().CountAsync(m => m.To == "cpip-permanence@essai.passerelle"));
    }

    [Fact]
    public async Task A_permanence_on_a_Monday_is_told_on_the_Friday_before()
    {
        var id = await SeriesAsync("Lundi", new(2027, 3, 8), noticeDays: 1);
        Assert.Empty(await TellAsync(id, new(2027, 3, 4)));
        Assert.Equal([new(2027, 3, 8)], await TellAsync(id, new(2027, 3, 5)));
        // Easter Monday is off as well: the Tuesday after it is told on the Friday.
        var tuesday = await SeriesAsync("Mardi", new(2027, 3, 30), noticeDays: 1);
        Assert.Equal([new(2027, 3, 30)], await TellAsync(tuesday, new(2027, 3, 26)));
    }

    [Fact]
    public async Task A_day_called_off_then_restored_after_it_was_told_is_told_again()
    {
        var on = WorkingDays.Next(Today.AddDays(7));
        var id = await SeriesAsync("Rétablie", on, noticeDays: 30);
        await ToldAsync(id, on);
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}/exception?le={on:yyyy-MM-dd}"), [("Input.Reason", "Formation")]);
        await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}"), [], "handler=Restore");
        Assert.Equal(["annulation", "rétablissement"], await CorrectionsAsync("Rétablie"));
    }

    [Fact]
    public async Task A_series_that_changes_corrects_the_days_already_told()
    {
        var on = WorkingDays.Next(Today.AddDays(7));
        var id = await SeriesAsync("Changée", on, noticeDays: 30);
        await ToldAsync(id, on);
        var browser = await app.SignedIn(Roles.Coordination);
        async Task Edit(string field, string value) => await browser.SendAndFollow(await browser.Get($"/rencontres/permanences/{id}/modifier"), [(field, value)]);
        await Edit("Input.Notes", "Sonner deux fois");
        Assert.Empty(await CorrectionsAsync("Changée"));
        await Edit("Input.Start", "09:00");
        Assert.Equal(["changement"], await CorrectionsAsync("Changée"));
        await Edit("Input.Weekday", on.DayOfWeek == DayOfWeek.Friday ? "1" : $"{(int)on.DayOfWeek + 1}");
        Assert.Equal(["changement", "annulation"], await CorrectionsAsync("Changée"));
    }

    private Task ToldAsync(int id, DateOnly on) => app.WithDb(async db =>
    {
        db.Add(new SeriesNotice(id, on, Paris.ToUtc(Today, new TimeOnly(10, 0))));
        return await db.SaveChangesAsync();
    });

    /// <summary>The last word of each subject: what became of the day told.</summary>
    private async Task<List<string>> CorrectionsAsync(string name)
    {
        var mail = MailOf(name);
        var subjects = await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == mail).OrderBy(m => m.Id).Select(m => m.Subject).ToListAsync());
        return [.. subjects.Select(s => s[(s.LastIndexOf(' ') + 1)..])];
    }

    private static string MailOf(string name) => $"cpip-{Folding.Fold(name)}@essai.passerelle";

    /// <summary>A weekly permanence at 14:00 whose first day is given, and whose partner is told.</summary>
    private async Task<int> SeriesAsync(string name, DateOnly from, int noticeDays)
    {
        var (partner, _) = await VisitorAsync(name);
        var line = Post.AtPartner(partner, "Permanence CPIP", PostLevel.Field);
        line.BecomeServiceLine("le matin");
        line.ReachBy("", MailOf(name));
        var lineId = await app.Add(line);
        var house = await HouseAsync(name);
        var ours = await app.WithDb(db => db.Set<Post>().Where(p => p.EstablishmentId == house).Select(p => p.Id).SingleAsync());
        var series = new MeetingSeries(SeriesKind.Permanence, $"Permanence {name}", partner);
        series.Recur(SeriesRhythm.Weekly, from.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)from.DayOfWeek, 1, 840, 120, from, null);
        series.Entrust(ours, lineId, noticeDays);
        series.SetLinks(LinkRole.Establishment, [house]);
        series.SetLinks(LinkRole.Partner, [partner]);
        return await app.Add(series);
    }

    /// <summary>The days told once the job ran on that day.</summary>
    private async Task<List<DateOnly>> TellAsync(int id, DateOnly on)
    {
        var clock = new Clock(Paris.ToUtc(on, new TimeOnly(10, 0)));
        await app.WithDb(db => new SeriesNotices(db, new Outbox(db, clock), new BusinessDay(clock), clock).RunAsync(default));
        return await app.WithDb(db => db.Set<SeriesNotice>().Where(n => n.SeriesId == id).OrderBy(n => n.On).Select(n => n.On).ToListAsync());
    }

    private async Task<(int Partner, string Judge)> VisitorAsync(string name)
    {
        var partner = await app.AddPartner($"TJ {name}", "court");
        var person = await app.Add(new Person("Hélène", $"Juge {name}", "essai"));
        var post = Post.AtPartner(partner, "Juge de l’application des peines", PostLevel.Institution);
        post.Appoint(person, new(2020, 1, 1));
        return (partner, $"{person}-{await app.Add(post)}");
    }

    private async Task<int> HouseAsync(string name)
    {
        var house = await app.AddEstablishment(name);
        var post = Post.AtEstablishment(house, "Responsable de service", PostLevel.Management);
        post.Appoint(await app.Add(new Person("Responsable", name, "essai")), new(2020, 1, 1));
        await app.Add(post);
        return house;
    }

    private sealed class Clock(DateTime now) : TimeProvider
    {
        public DateTime Now { get; set; } = now;
        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
