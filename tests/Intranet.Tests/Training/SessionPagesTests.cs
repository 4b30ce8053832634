using System.Net;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

/// <summary>Planning a session, taking seats in it, giving them back.</summary>
public sealed class SessionPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_session_of_several_half_days_is_planned_without_JavaScript()
    {
        var course = await app.AddCourse("Prévention");
        var (house, _, _, _, _) = await app.AddTeam("Prévention");
        var partner = await app.AddPartner("SPIP Prévention", "spip");
        var browser = await app.SignedIn(Roles.Direction);
        var on = WorkingDays.Next(Today.AddDays(20));
        var form = await browser.Get($"/formations/sessions/nouvelle?formation={course}&le={on:yyyy-MM-dd}&etablissement={house}");
        Assert.Equal(2, form.Document.QuerySelectorAll("fieldset.line").Length);
        Assert.Equal($"{on:yyyy-MM-dd}", form.Document.QuerySelector("#Input_Lines_0__On")!.GetAttribute("value"));

        // A line more, a line less, a partner searched for: the form comes back with what was typed.
        var longer = await browser.Send(form, [("lignes", "ajouter"), ("Input.Trainer", "Odile Ferrand")]);
        Assert.Equal((HttpStatusCode.OK, 3), (longer.Status, longer.Document.QuerySelectorAll("fieldset.line").Length));
        Assert.Equal($"{WorkingDays.Next(on):yyyy-MM-dd}", longer.Document.QuerySelector("#Input_Lines_2__On")!.GetAttribute("value"));
        var shorter = await browser.Send(longer, [("lignes", "retirer-2")]);
        Assert.Equal(2, shorter.Document.QuerySelectorAll("fieldset.line").Length);
        var found = await browser.Send(shorter, [("lignes", "chercher"), ("cherche", "spip prevention")]);
        Assert.Equal("Odile Ferrand", found.Document.QuerySelector("#Input_Trainer")!.GetAttribute("value"));
        Assert.NotNull(found.Document.QuerySelector($"input[name='Input.Partners'][value='{partner}']"));

        var page = await browser.SendAndFollow(found, [("Input.Partners", $"{partner}"), ("Input.IsOpenToPartners", "true"), ("Input.Capacity", "10"), ("Input.Minimum", "4"), ("Input.FixedCost", "900")]);
        Assert.Contains("10 places", page.Main, StringComparison.Ordinal);
        Assert.Contains("Il manque 4 inscriptions", page.Main, StringComparison.Ordinal);
        var id = IdOf(page);
        var session = await app.WithDb(db => db.Set<TrainingSession>().Include(s => s.Slots).SingleAsync(s => s.Id == id));
        Assert.Equal((on, on, 420, house, 900_00L), (session.From, session.To, session.Slots.Sum(s => s.Duration), session.EstablishmentId, session.FixedCost));
        Assert.Contains("Prévention", (await browser.Get($"/partenaires/{partner}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("900", (await (await app.SignedIn(Roles.Coordination)).Get($"/formations/sessions/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_says_which_half_day_is_wrong_and_keeps_what_was_typed()
    {
        var course = await app.AddCourse("Refusée");
        var browser = await app.SignedIn(Roles.Direction);
        var form = await browser.Get($"/formations/sessions/nouvelle?formation={course}");
        var on = $"{Today.AddDays(9):yyyy-MM-dd}";
        async Task Refused(string sentence, params (string, string)[] values)
        {
            (string Name, string Value)[] right = [("Input.Lines[0].On", on), ("Input.Lines[1].On", ""), ("Input.Notes", "Apporter un carnet")];
            var answer = await browser.Send(form, [.. right.Where(r => values.All(v => v.Item1 != r.Name)), .. values]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Errors, StringComparison.Ordinal);
            Assert.Equal("Apporter un carnet", answer.Document.QuerySelector("#Input_Notes")!.TextContent.Trim());
        }
        await Refused("Indiquez la date", ("Input.Lines[0].On", ""));
        await Refused("La fin vient après le début", ("Input.Lines[0].End", "08:00"));
        await Refused("se recouvrent", ("Input.Lines[1].Start", "10:00"));
        await Refused("500 places", ("Input.Capacity", "0"));
        await Refused("effectif minimal", ("Input.Minimum", "40"));
        await Refused("au plus tôt aujourd’hui", ("Input.Lines[0].On", $"{Today.AddDays(-2):yyyy-MM-dd}"));
        await Refused("de la liste", ("Input.EstablishmentId", "999999"));
    }

    [Fact]
    public async Task The_month_and_the_list_show_it_filtered()
    {
        var (house, _, _, _, _) = await app.AddTeam("Calendrier");
        var on = WorkingDays.Next(new DateOnly(Today.Year, Today.Month, 1).AddMonths(2).AddDays(7));
        var id = await app.AddSession("Gestion du calendrier", on, house: house, with: s => s.Open(false, true, null));
        var browser = await app.SignedIn(Roles.Staff);
        var course = await app.WithDb(db => db.Set<TrainingSession>().Where(s => s.Id == id).Select(s => s.CourseId).SingleAsync());
        var month = await browser.Get($"/formations/sessions?mois={on:yyyy-MM}");
        Assert.Single(month.Document.QuerySelectorAll($".month-grid a[href='/formations/sessions/{id}']"));
        Assert.Single(month.Document.QuerySelectorAll($".item-list a[href='/formations/sessions/{id}']"));
        foreach (var (query, isThere) in new[] { ($"formation={course}", true), ("formation=1", false), ($"etablissement={house}", true), ("etablissement=1", false), ("partenaires=true", true), ($"mois={on.AddMonths(1):yyyy-MM}", false), ("mois=n-importe", true) })
            Assert.Equal(isThere, (await browser.GetFragment($"/formations/sessions?{query}")).Document.QuerySelector($".item-list a[href='/formations/sessions/{id}']") is not null);
    }

    [Fact]
    public async Task Somebody_enrols_waits_gives_back_and_who_waited_is_told_with_the_file()
    {
        var (house, _, _, _, _) = await app.AddTeam("File");
        var first = await app.AddStaff(house, "Ana", "File Première");
        var second = await app.AddStaff(house, "Bao", "File Seconde");
        var id = await app.AddSession("Secourisme", WorkingDays.Next(Today.AddDays(20)), capacity: 1, house: house);
        var (ana, bao) = (await app.SignedInAs(first), await app.SignedInAs(second));
        var page = await ana.SendAndFollow(await ana.Get($"/formations/sessions/{id}"), [], "handler=Enrol");
        Assert.Contains("Vous êtes inscrit·e", page.Main, StringComparison.Ordinal);
        var letter = await LetterAsync(first);
        Assert.StartsWith("Inscription confirmée", letter.Subject, StringComparison.Ordinal);
        Assert.Equal(2, letter.Attachment.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains($"UID:formation-{id}-1@passerelle", letter.Attachment, StringComparison.Ordinal);

        var full = await bao.Get($"/formations/sessions/{id}");
        Assert.Contains("Complet", full.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("File Première", full.Main, StringComparison.Ordinal);
        var waiting = await bao.SendAndFollow(full, [], "handler=Enrol");
        Assert.Contains("En liste d’attente, 1re", waiting.Main, StringComparison.Ordinal);
        Assert.Empty((await LetterAsync(second)).Attachment);

        await ana.SendAndFollow(await ana.Get($"/formations/sessions/{id}"), [], "handler=Withdraw");
        Assert.Equal((EnrolmentState.Withdrawn, EnrolmentState.Seated), await BothAsync(id, first, second));
        var up = await LetterAsync(second);
        Assert.StartsWith("Vous avez une place", up.Subject, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VEVENT", up.Attachment, StringComparison.Ordinal);

        var file = await bao.Client.GetAsync($"/formations/sessions/{id}/seance.ics");
        Assert.Equal("text/calendar", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("LOCATION:Salle bleue", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Client.GetAsync($"/formations/sessions/{id}/seance.ics")).StatusCode);
    }

    [Fact]
    public async Task A_seat_is_in_the_personal_calendar()
    {
        var (house, _, _, _, _) = await app.AddTeam("Agenda");
        var person = await app.AddStaff(house, "Inès", "Agenda");
        var id = await app.AddSession("Agenda partagé", WorkingDays.Next(Today.AddDays(20)), house: house);
        var browser = await app.SignedInAs(person);
        var opened = await browser.SendAndFollow(await browser.Get("/compte/calendriers"), [("Input.Name", "Mon téléphone")]);
        var address = new Uri(opened.Document.QuerySelector("code.door")!.TextContent).AbsolutePath;
        async Task<string> Feed() => await (await app.Anonymous().Client.GetAsync(address)).Content.ReadAsStringAsync();
        Assert.DoesNotContain($"formation-{id}-", await Feed(), StringComparison.Ordinal);
        await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}"), [], "handler=Enrol");
        Assert.Contains($"UID:formation-{id}-2@passerelle", await Feed(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_clicks_enrol_once()
    {
        var (house, _, _, _, _) = await app.AddTeam("Double");
        var person = await app.AddStaff(house, "Zoé", "Double");
        var id = await app.AddSession("Deux clics", WorkingDays.Next(Today.AddDays(20)), house: house);
        var browser = await app.SignedInAs(person);
        var (page, other) = (await browser.Get($"/formations/sessions/{id}"), await browser.Get($"/formations/sessions/{id}"));
        var answers = await Task.WhenAll(browser.Send(page, [], "handler=Enrol"), browser.Send(page, [], "handler=Enrol"), browser.Send(other, [], "handler=Enrol"));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal(1, await app.WithDb(db => db.Set<Enrolment>().CountAsync(e => e.SessionId == id)));
        Assert.Single(await app.SubjectsTo(Sessions.MailOf("Double")));
    }

    [Fact]
    public async Task Of_several_people_on_the_last_seat_one_has_it_and_the_others_wait()
    {
        var (house, _, _, _, _) = await app.AddTeam("Course");
        var people = new List<int>();
        foreach (var i in Enumerable.Range(1, 4))
            people.Add(await app.AddStaff(house, $"P{i}", $"Course {i}"));
        var id = await app.AddSession("Dernière place", WorkingDays.Next(Today.AddDays(20)), capacity: 1, house: house);
        var ready = new List<(Browser Browser, Page Page)>();
        foreach (var person in people)
        {
            var browser = await app.SignedInAs(person);
            ready.Add((browser, await browser.Get($"/formations/sessions/{id}")));
        }
        var answers = await Task.WhenAll(ready.Select(r => r.Browser.Send(r.Page, [], "handler=Enrol")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.Status));
        Assert.Equal([EnrolmentState.Seated, EnrolmentState.Waiting, EnrolmentState.Waiting, EnrolmentState.Waiting], (await app.StatesOf(id)).Values.Order());
    }

    [Fact]
    public async Task Who_has_no_person_or_comes_too_late_is_told_so()
    {
        var id = await app.AddSession("Trop tard", WorkingDays.Next(Today.AddDays(20)));
        var nobody = await app.SignedIn(Roles.Staff);
        var page = await nobody.Get($"/formations/sessions/{id}");
        Assert.Contains("n’est pas relié", page.Main, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => page.Form("handler=Enrol"));

        var (house, _, _, _, _) = await app.AddTeam("Retard");
        var browser = await app.SignedInAs(await app.AddStaff(house, "Léo", "Retard"));
        var open = await browser.Get($"/formations/sessions/{id}");
        await app.WithDb(async db =>
        {
            var session = await db.Set<TrainingSession>().Include(s => s.Subject).SingleAsync(s => s.Id == id);
            session.Cancel(Today, "Intervenante malade");
            return await db.SaveChangesAsync();
        });
        var late = await browser.Send(open, [], "handler=Enrol");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("annulée", late.Errors, StringComparison.Ordinal);
        Assert.Contains("Intervenante malade", late.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_moves_tells_those_enrolled_and_one_called_off_too()
    {
        var (house, _, _, _, _) = await app.AddTeam("Déplacée");
        var person = await app.AddStaff(house, "Ida", "Déplacée Une");
        var on = WorkingDays.Next(Today.AddDays(20));
        var id = await app.AddSession("Session déplacée", on, capacity: 1, house: house);
        var staff = await app.SignedInAs(person);
        await staff.SendAndFollow(await staff.Get($"/formations/sessions/{id}"), [], "handler=Enrol");
        var waiting = await app.AddStaff(house, "Ugo", "Déplacée Deux");
        var other = await app.SignedInAs(waiting);
        await other.SendAndFollow(await other.Get($"/formations/sessions/{id}"), [], "handler=Enrol");

        var browser = await app.SignedIn(Roles.Direction);
        var mail = Sessions.MailOf("Déplacée Une");
        await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}/modifier"), [("Input.Trainer", "Odile Ferrand")]);
        Assert.Single(await app.SubjectsTo(mail));

        // One half-day instead of two, and a seat more: the file takes the second out of calendars, and who waited has a seat.
        var edit = await browser.Get($"/formations/sessions/{id}/modifier");
        var one = await browser.Send(edit, [("lignes", "retirer-1")]);
        await browser.SendAndFollow(one, [("Input.Capacity", "2"), ("Input.Place", "Salle verte")]);
        var letter = await LetterAsync(person);
        Assert.StartsWith("Changement", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", letter.Attachment[letter.Attachment.IndexOf($"formation-{id}-2@", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.StartsWith("Vous avez une place", (await LetterAsync(waiting)).Subject, StringComparison.Ordinal);

        var late = await browser.Send(edit, [("Input.Place", "Salle rouge")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Salle verte", late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);

        var cancel = await browser.Get($"/formations/sessions/{id}/annulation");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(cancel, [])).Status);
        await browser.SendAndFollow(cancel, [("Input.Reason", "Salle indisponible")]);
        foreach (var who in new[] { person, waiting })
        {
            var off = await LetterAsync(who);
            Assert.StartsWith("Annulation", off.Subject, StringComparison.Ordinal);
            Assert.Contains("Salle indisponible", off.Text, StringComparison.Ordinal);
            Assert.Contains("STATUS:CANCELLED", off.Attachment, StringComparison.Ordinal);
        }
        Assert.Contains("Annulée", (await staff.Get($"/formations/sessions/{id}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direction_runs_the_sessions_of_its_scope_only()
    {
        var (house, _, _, _, _) = await app.AddTeam("Ici");
        var (elsewhere, _, _, _, _) = await app.AddTeam("Ailleurs");
        var id = await app.AddSession("Session d’ailleurs", WorkingDays.Next(Today.AddDays(20)), house: elsewhere);
        var browser = await app.SignedIn(Roles.Direction, seesAll: false, house);
        Assert.DoesNotContain("/modifier", (await browser.Get($"/formations/sessions/{id}")).Text, StringComparison.Ordinal);
        foreach (var page in new[] { "modifier", "presences", "cloture", "annulation", "invitation" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/formations/sessions/{id}/{page}")).Status);
    }

    private async Task<OutboxMail> LetterAsync(int person)
    {
        var mail = await app.WithDb(db => db.Set<Intranet.Contacts.Person>().Where(p => p.Id == person).Select(p => p.Email).SingleAsync());
        return await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == mail).OrderByDescending(m => m.Id).FirstAsync());
    }

    private async Task<(EnrolmentState, EnrolmentState)> BothAsync(int session, int first, int second)
    {
        var states = await app.StatesOf(session);
        return (states[first], states[second]);
    }

    private static int IdOf(Page page) => int.Parse(page.Address.Split('/')[^1]);
}
