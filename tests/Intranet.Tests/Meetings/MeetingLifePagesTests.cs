using System.Net;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Meetings;

/// <summary>From draft to closed, as a coordinator lives it, without JavaScript.</summary>
public sealed class MeetingLifePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_draft_tells_nobody_then_is_planned_and_tells_if_asked()
    {
        var world = await World("Vie");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={world.Partner}&etablissement={world.Place}&le={Today.AddDays(20):yyyy-MM-dd}");
        Assert.Equal("Invited", form.Document.QuerySelector($"#people-{world.Theirs} option[selected]")!.GetAttribute("value"));
        var sheet = await browser.SendAndFollow(form, [("draft", "true"), ("Input.Start", "14:30"), ("Input.Place", "Salle bleue")]);
        var id = Id(sheet);
        Assert.Contains("Brouillon", Badges(sheet), StringComparison.Ordinal);
        Assert.False(await Told(id));

        var quiet = await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/planification"), [("Tell", "false")]);
        Assert.Contains("Planifiée", Badges(quiet), StringComparison.Ordinal);
        Assert.Contains("14 h 30", quiet.Main.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.False(await Told(id));

        var moved = await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/report"), [("Input.Reason", "Grève."), ("Input.NewDay", $"{Today.AddDays(30):yyyy-MM-dd}"), ("Tell", "true")]);
        Assert.Contains("Planifiée", Badges(moved), StringComparison.Ordinal);
        Assert.Contains("Grève.", moved.Main, StringComparison.Ordinal);
        Assert.True(await Told(id));

        var off = await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/report"), [("Input.Reason", "Sans date.")]);
        Assert.Contains("Reportée", Badges(off), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_agenda_is_written_with_buttons_takes_the_waiting_topics_and_warns_when_too_long()
    {
        var world = await World("Ordre");
        await Topic(world.Partner, "Sujet de l’an passé");
        var browser = await app.SignedIn(Roles.Coordination);
        var id = await Planned(world, 15);
        var form = await browser.Get($"/rencontres/{id}/ordre-du-jour");
        Assert.Equal(4, form.Document.QuerySelectorAll("fieldset.line").Length);
        var added = await browser.Send(form, [("lignes", "ajouter")]);
        Assert.Equal(5, added.Document.QuerySelectorAll("fieldset.line").Length);
        var moved = await browser.Send(added, [("Input.Lines[4].Title", "Dernier venu"), ("Input.Lines[4].Minutes", "90"), ("lignes", "monter-4")]);
        Assert.Equal("Dernier venu", moved.Document.QuerySelector("#Input_Lines_3__Title")!.GetAttribute("value"));
        var topic = moved.Document.QuerySelector("input[name='Input.Topics']")!.GetAttribute("value")!;
        var sheet = await browser.SendAndFollow(moved, [("Input.Topics", topic)]);
        Assert.Contains("trop long de 80 minutes", Badges(sheet), StringComparison.Ordinal);
        Assert.Equal("Sujet de l’an passé", sheet.Document.QuerySelectorAll(".agenda h3").Last().TextContent);
        Assert.DoesNotContain("Sujet de l’an passé", (await browser.Get($"/rencontres/sujets?partenaire={world.Partner}")).Document.QuerySelector("section.card")!.TextContent, StringComparison.Ordinal);

        var again = await browser.Get($"/rencontres/{id}/ordre-du-jour");
        await browser.SendAndFollow(await browser.Send(again, [("lignes", "retirer-5")]), []);
        Assert.Contains("Sujet de l’an passé", (await browser.Get($"/rencontres/sujets?partenaire={world.Partner}")).Document.QuerySelector("section.card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_held_written_remarked_on_closed_and_its_minutes_sent()
    {
        var world = await World("Tenue");
        var browser = await app.SignedIn(Roles.Coordination);
        var id = await Planned(world, 0);
        await AddLines(id, "Bilan", "À revoir");

        var presence = await browser.Get($"/rencontres/{id}/tenue");
        var sheet = await browser.SendAndFollow(presence, [("Input.TheirOthers", "Zoé Martin, stagiaire, zoe@exemple.fr")]);
        Assert.Contains("Tenue", Badges(sheet), StringComparison.Ordinal);
        Assert.Contains("Zoé Martin", sheet.Main, StringComparison.Ordinal);

        var editor = await browser.Get($"/rencontres/{id}/compte-rendu");
        Assert.Contains("## Bilan", editor.Document.QuerySelector("#Input_Minutes")!.TextContent, StringComparison.Ordinal);
        var preview = await browser.Send(editor, [("Input.Minutes", "## Bilan\n\n<b>gras</b> **vrai**"), ("apercu", "true")]);
        Assert.Equal("vrai", preview.Document.QuerySelector("#apercu strong")!.TextContent);
        Assert.Null(preview.Document.QuerySelector("#apercu b"));
        await browser.SendAndFollow(editor, [("Input.Minutes", "## Bilan\n\nUne bonne année."), ("Input.InternalMinutes", "Notes à garder.")]);

        var lines = await app.WithDb(db => db.Set<AgendaLine>().Where(l => l.MeetingId == id).OrderBy(l => l.Order).Select(l => l.Id).ToListAsync());
        var outcomes = await browser.Send(await browser.Get($"/rencontres/{id}/suites"), [("lignes", $"sous-{lines[0]}")]);
        await browser.SendAndFollow(outcomes, [("Input.Lines[0].Kind", "Action"), ("Input.Lines[0].Text", "Envoyer la fiche"), ("Input.Lines[0].Who", world.OurPost.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Input.Lines[0].DueOn", $"{Today.AddDays(-1):yyyy-MM-dd}"), ("Input.Fates[0].Fate", "Treated")]);

        await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/transmission"), []);
        var remarks = await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/remarques"), [("Input.Author", "Claire Tenue"), ("Input.Text", "Le jeudi.")], "remarques");
        Assert.Contains("Le jeudi.", remarks.Main, StringComparison.Ordinal);

        var closing = await browser.Get($"/rencontres/{id}/cloture");
        Assert.Contains("1 remarque n’est pas traitée", closing.Main, StringComparison.Ordinal);
        var closed = await browser.SendAndFollow(closing, [("Input.CarryOver", "true"), ("Input.Send", "true")]);
        Assert.Contains("Close", Badges(closed), StringComparison.Ordinal);
        Assert.Contains("Compte pour la rencontre annuelle", Badges(closed), StringComparison.Ordinal);
        Assert.Contains("À revoir", (await browser.Get($"/rencontres/sujets?partenaire={world.Partner}")).Main, StringComparison.Ordinal);

        var mails = await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.Subject.Contains("Tenue")).ToListAsync());
        Assert.Equal(["claire.tenue@exemple.fr", "claire.tenue@exemple.fr", "remi.tenue@exemple.fr", "remi.tenue@exemple.fr", "zoe@exemple.fr", "zoe@exemple.fr"], mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Contains("Une bonne année.", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("Notes à garder", m.Text + m.Html, StringComparison.Ordinal));

        var print = await browser.Get($"/rencontres/{id}/compte-rendu/imprimer");
        Assert.Contains("Envoyer la fiche", print.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Notes à garder", print.Main, StringComparison.Ordinal);
        foreach (var page in new[] { "compte-rendu", "ordre-du-jour", "suites", "tenue", "cloture", "annulation", "modifier" })
            Assert.Equal($"/rencontres/{id}", (await browser.Get($"/rencontres/{id}/{page}")).RedirectsTo);

        // What was promised is followed after closing.
        var list = await browser.Get($"/rencontres/actions?partenaire={world.Partner}&etat=retard");
        Assert.Contains("Envoyer la fiche", list.Main, StringComparison.Ordinal);
        await browser.SendAndFollow(list, [], "handler=Done");
        Assert.DoesNotContain("Envoyer la fiche", (await browser.Get($"/rencontres/actions?partenaire={world.Partner}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_outside_the_directory_come_from_the_partner_that_is_said()
    {
        var world = await World("Plusieurs");
        var other = await app.AddPartner("TJ Plusieurs", "court");
        var id = await app.WithDb(async db =>
        {
            var meeting = new Meeting("À trois", (await db.Set<MeetingKind>().FirstAsync()).Id, MeetingMode.AtOurs, Today);
            meeting.Between([world.Place], [world.Partner, other]);
            db.Add(meeting);
            await db.SaveChangesAsync();
            return meeting.Id;
        });
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/{id}/tenue");
        var silent = await browser.Send(form, [("Input.TheirOthers", "Zoé Martin, greffière")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("de quel partenaire", silent.Errors, StringComparison.Ordinal);
        await browser.SendAndFollow(silent, [("Input.Side", $"{other}")]);
        Assert.Equal(other, await app.WithDb(db => db.Set<MeetingParticipant>().Where(p => p.MeetingId == id).Select(p => p.PartnerId).SingleAsync()));

        // Those named before stay with theirs.
        await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/tenue"), [("Input.TheirOthers", "Ali Duval"), ("Input.Side", $"{world.Partner}")]);
        Assert.Equal([("Ali Duval", world.Partner), ("Zoé Martin", other)], await app.WithDb(async db => (await db.Set<MeetingParticipant>().Where(p => p.MeetingId == id).ToListAsync()).Select(p => (p.Name, p.PartnerId!.Value)).OrderBy(p => p.Name, StringComparer.Ordinal).ToList()));

        // The form of the meeting asks the same of the new ones, and leaves those already there where they are.
        var edit = await browser.Get($"/rencontres/{id}/modifier");
        Assert.DoesNotContain("de quel partenaire", (await browser.SendAndFollow(edit, [])).Text, StringComparison.Ordinal);
        edit = await browser.Get($"/rencontres/{id}/modifier");
        var unsaid = await browser.Send(edit, [("Input.TheirOthers", "Ali Duval\nZoé Martin, greffière\nLéa Petit")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Contains("de quel partenaire", unsaid.Errors, StringComparison.Ordinal);
        await browser.SendAndFollow(unsaid, [("Input.Side", $"{other}")]);
        Assert.Equal([("Ali Duval", world.Partner), ("Léa Petit", other), ("Zoé Martin", other)], await app.WithDb(async db => (await db.Set<MeetingParticipant>().Where(p => p.MeetingId == id).ToListAsync()).Select(p => (p.Name, p.PartnerId!.Value)).OrderBy(p => p.Name, StringComparer.Ordinal).ToList()));

        // With one partner there is nothing to say.
        Assert.Null((await browser.Get($"/rencontres/{await Planned(world, 0)}/tenue")).Document.QuerySelector("[name='Input.Side']"));
    }

    [Fact]
    public async Task A_point_put_off_goes_to_the_next_meeting_when_there_is_one()
    {
        var world = await World("Suivante");
        var (id, next) = (await Planned(world, 0), await Planned(world, 40));
        await AddLines(id, "À reprendre");
        await app.WithDb(async db =>
        {
            (await db.Set<Meeting>().Include(m => m.Subject).SingleAsync(m => m.Id == id)).Hold(Today);
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/suites"), [("Input.Fates[0].Fate", "Moved")]);
        Assert.Contains("À reprendre", (await browser.Get($"/rencontres/{next}")).Main, StringComparison.Ordinal);
        Assert.Equal(next, await app.WithDb(db => db.Set<PartnerTopic>().Where(t => t.PartnerId == world.Partner).Select(t => t.Line!.MeetingId).SingleAsync()));
    }

    [Fact]
    public async Task All_well_says_whether_it_counts_and_never_twice_running()
    {
        var world = await World("Bien");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/tout-va-bien?partenaire={world.Partner}");
        Assert.Contains("Elle comptera pour la rencontre annuelle.", form.Main, StringComparison.Ordinal);
        Assert.Contains("par téléphone ne compte pas", (await browser.Send(form, [("Input.Mode", "Phone"), ("verifier", "true")])).Main, StringComparison.Ordinal);
        var sheet = await browser.SendAndFollow(form, [("Input.Works", "Les orientations arrivent à temps."), ("Input.Needs", "Une place de plus.")]);
        Assert.Contains("Close", Badges(sheet), StringComparison.Ordinal);
        Assert.Contains("Compte pour la rencontre annuelle", Badges(sheet), StringComparison.Ordinal);

        // Its minutes leave as for any closing; the need stays with us.
        Assert.Equal("Une place de plus.", await app.WithDb(db => db.Set<MeetingOutcome>().Where(o => o.MeetingId == Id(sheet) && o.Kind == OutcomeKind.Need).Select(o => o.Text).SingleAsync()));
        Assert.DoesNotContain("Une place de plus", (await browser.Get($"/rencontres/{Id(sheet)}/compte-rendu/imprimer")).Main, StringComparison.Ordinal);
        var mails = await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.Subject.Contains("SPIP Bien")).ToListAsync());
        Assert.Equal(["claire.bien@exemple.fr", "remi.bien@exemple.fr"], mails.Select(m => m.To).Order(StringComparer.Ordinal));
        Assert.All(mails, m => Assert.Contains("orientations arrivent", m.Text, StringComparison.Ordinal));
        Assert.All(mails, m => Assert.DoesNotContain("Une place de plus", m.Text + m.Html, StringComparison.Ordinal));

        var again = await browser.Get($"/rencontres/tout-va-bien?partenaire={world.Partner}");
        Assert.Contains("jamais deux de suite", again.Main, StringComparison.Ordinal);
        var second = await browser.SendAndFollow(again, [("Input.Works", "Toujours bien."), ("Input.Send", "false")]);
        Assert.Contains("Ne compte pas", Badges(second), StringComparison.Ordinal);
        Assert.Equal(2, await app.WithDb(db => db.Set<OutboxMail>().CountAsync(m => m.Subject.Contains("SPIP Bien"))));
    }

    [Fact]
    public async Task An_internal_meeting_gathers_no_partner_and_never_counts()
    {
        var world = await World("Interne");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/nouvelle?interne=true&etablissement={world.Place}");
        Assert.Equal("Point de situation", form.Document.QuerySelector("#Input_KindId option[selected]")!.TextContent);
        NoPartner(form);
        var sheet = await browser.SendAndFollow(form, [("Input.Title", "Réunion des coordinateurs")]);
        Assert.Contains("Réunion interne", Badges(sheet), StringComparison.Ordinal);
        NoPartner(await browser.Get($"/rencontres/{Id(sheet)}/modifier"));
        var closed = await browser.SendAndFollow(await browser.Get($"/rencontres/{Id(sheet)}/cloture"), []);
        Assert.Contains("Close", Badges(closed), StringComparison.Ordinal);
        Assert.DoesNotContain("Rencontre annuelle", closed.Main, StringComparison.Ordinal);

        // Said internal by mistake on a partner's form, it keeps the partner in sight to be unticked.
        var mixed = await browser.Send(await browser.Get($"/rencontres/nouvelle?partenaire={world.Partner}&etablissement={world.Place}"), [("Input.Mode", "Video"), ("Input.IsInternal", "true")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mixed.Status);
        Assert.NotNull(mixed.Document.QuerySelector($"#Input_Partners input[value='{world.Partner}'][checked]"));

        static void NoPartner(Page page)
        {
            Assert.Null(page.Document.QuerySelector("#Input_Partners, #Input_TheirOthers"));
            Assert.DoesNotContain("chez ce partenaire", page.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_its_day_a_meeting_has_its_agenda_then_its_sheet_to_prepare()
    {
        var world = await World("Prépare");
        var browser = await app.SignedIn(Roles.Coordination);
        var id = await Planned(world, 15);
        Assert.Equal($"/rencontres/{id}/ordre-du-jour", await Primary());
        await AddLines(id, "Bilan");
        Assert.Equal($"/rencontres/{id}/preparation", await Primary());

        async Task<string?> Primary() => (await browser.Get($"/rencontres/{id}")).Document.QuerySelector(".page-actions .btn-primary")!.GetAttribute("href");
    }

    [Fact]
    public async Task A_meeting_of_a_later_day_is_not_noted_as_held()
    {
        var world = await World("Tôt");
        var browser = await app.SignedIn(Roles.Coordination);
        var id = await Planned(world, 0);
        var form = await browser.Get($"/rencontres/{id}/tenue");
        await app.WithDb(async db =>
        {
            (await db.Set<Meeting>().Include(m => m.Subject).SingleAsync(m => m.Id == id)).Move(Today.AddDays(10));
            return await db.SaveChangesAsync();
        });
        foreach (var refused in new[] { await browser.Get($"/rencontres/{id}/tenue"), await browser.Send(form, []) })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("elle ne peut pas encore être notée tenue", refused.Main, StringComparison.Ordinal);
            Assert.Null(refused.Document.QuerySelector("main form"));
        }
        Assert.Equal((Today.AddDays(10), null), await app.WithDb(async db => await db.Set<Meeting>().Where(m => m.Id == id).Select(m => new ValueTuple<DateOnly, DateOnly?>(m.On, m.HeldOn)).SingleAsync()));
    }

    [Fact]
    public async Task Two_people_on_the_minutes_lose_nothing()
    {
        var world = await World("Ensemble");
        var id = await Planned(world, 0);
        var (one, other) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Coordination));
        var mine = await one.Get($"/rencontres/{id}/compte-rendu");
        await other.SendAndFollow(await other.Get($"/rencontres/{id}/compte-rendu"), [("Input.Minutes", "Leur texte.")]);
        var conflict = await one.Send(mine, [("Input.Minutes", "Mon texte.")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Leur texte.", conflict.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mon texte.", conflict.Document.QuerySelector("#Input_Minutes")!.TextContent.Trim());

        var (a, b) = (await one.Get($"/rencontres/{id}/ordre-du-jour"), await other.Get($"/rencontres/{id}/ordre-du-jour"));
        await one.SendAndFollow(a, [("Input.Lines[0].Title", "Premier")]);
        Assert.Equal(HttpStatusCode.Conflict, (await other.Send(b, [("Input.Lines[0].Title", "Second")])).Status);
    }

    [Fact]
    public async Task Everybody_may_say_their_own_action_done_and_nobody_elses()
    {
        var world = await World("Action");
        var id = await Planned(world, 0);
        var (mine, foreign) = await app.WithDb(async db =>
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Subject).SingleAsync(m => m.Id == id);
            var (first, second) = (meeting.Conclude(OutcomeKind.Action, "La mienne"), meeting.Conclude(OutcomeKind.Action, "La leur"));
            first.Entrust(true, world.OurPost, Today);
            second.Entrust(false, null, Today);
            await db.SaveChangesAsync();
            return (first.Id, second.Id);
        });
        var browser = await app.SignedIn(Roles.Staff, false, world.Place);
        await app.WithDb(async db =>
        {
            var account = await db.Users.OrderByDescending(u => u.Id).FirstAsync();
            account.PersonId = world.OurPerson;
            return await db.SaveChangesAsync();
        });
        browser = await Again(world.OurPerson);
        var list = await browser.Get($"/rencontres/actions?partenaire={world.Partner}");
        Assert.Single(list.Document.QuerySelectorAll("form[action*='handler=Done']"));
        await browser.SendAndFollow(list, [], $"actions/{mine}?handler=Done");
        Assert.Equal(Today, await app.WithDb(db => db.Set<MeetingOutcome>().Where(o => o.Id == mine).Select(o => o.DoneOn).SingleAsync()));
        Assert.Null((await browser.Get($"/rencontres/actions/{foreign}")).Document.QuerySelector("main form[method=post]"));

        // A list or a page opened before somebody else spoke overwrites nothing, and what was typed stays.
        var coordinator = await app.SignedIn(Roles.Coordination);
        var (stale, page) = (await coordinator.Get($"/rencontres/actions?partenaire={world.Partner}"), await coordinator.Get($"/rencontres/actions/{foreign}"));
        await coordinator.SendAndFollow(page, [("Reason", "Sans objet.")], "handler=Drop");
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.Send(stale, [], $"actions/{foreign}?handler=Done")).Status);
        var late = await coordinator.Send(page, [("Reason", "Autre raison.")], "handler=Drop");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Autre raison.", late.Document.QuerySelector("#Reason")!.TextContent.Trim());
        Assert.Equal("Sans objet.", await app.WithDb(db => db.Set<MeetingOutcome>().Where(o => o.Id == foreign && o.DoneOn == null).Select(o => o.Comment).SingleAsync()));
    }

    [Fact]
    public async Task Who_said_they_would_not_come_is_excused_and_who_is_of_no_partner_there_stays_out()
    {
        var (world, other) = (await World("Décline"), await World("Tiers"));
        var id = await Planned(world, 0);
        var theirs = int.Parse(world.Theirs.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
        await app.WithDb(async db =>
        {
            var invitation = new MeetingInvitation(id, "claire.decline@exemple.fr", "Claire Décline", theirs);
            invitation.Reply(InvitationAnswer.Declined, DateTime.UtcNow);
            db.Add(invitation);
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        var presence = await browser.Get($"/rencontres/{id}/tenue");
        string[] values = [.. presence.Document.QuerySelectorAll("input[type=radio][checked]").Select(r => $"{r.GetAttribute("aria-label")}")];
        Assert.Equal(["Claire Décline : excusé·e", "Remi Décline : présent·e"], values.Select(v => v.Replace('\u00a0', ' ')).Order(StringComparer.Ordinal));

        await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/modifier"), [($"Input.People[{other.Theirs}]", "Present")]);
        Assert.Equal(2, await app.WithDb(db => db.Set<MeetingParticipant>().CountAsync(p => p.MeetingId == id)));
    }

    [Fact]
    public async Task Two_people_merged_who_met_at_one_post_are_there_once()
    {
        var world = await World("Réunie");
        var id = await Planned(world, 0);
        await app.WithDb(async db =>
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Participants).SingleAsync(m => m.Id == id);
            var holding = await db.Set<Holding>().Include(h => h.Post).SingleAsync(h => h.PostId == world.OurPost);
            meeting.Participants.Add(new MeetingParticipant(holding, holding.Post!, "Remi Réunie", Attendance.Invited));
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/{id}/tenue"), []);
        Assert.Equal(2, await app.WithDb(db => db.Set<MeetingParticipant>().CountAsync(p => p.MeetingId == id)));
    }

    [Fact]
    public async Task Reminders_ask_for_minutes_and_for_late_actions()
    {
        var world = await World("Rappel");
        var id = await Planned(world, 0);
        await app.WithDb(async db =>
        {
            var meeting = await db.Set<Meeting>().Include(m => m.Subject).SingleAsync(m => m.Id == id);
            meeting.Move(Today.AddDays(-8));
            meeting.Hold(Today);
            foreach (var text in new[] { "Une", "Deux" })
                meeting.Conclude(OutcomeKind.Action, text).Entrust(true, null, Today.AddDays(-1));
            return await db.SaveChangesAsync();
        });
        var due = await Due<MinutesMissing>(id);
        Assert.Equal(("Rédiger le compte rendu", Today.AddDays(-1), (int?)world.OurPost), (due.Action, due.Due, due.PostId));
        var actions = await Due<ActionsDue>(id);
        Assert.Equal(("Suivre 2 actions", "Une ; Deux", (int?)world.OurPost), (actions.Action, actions.Context, actions.PostId));
    }

    private Task<DueFact> Due<T>(int meeting)
        where T : IReminderSource => app.WithDb(async db =>
        {
            List<DueFact> facts = [];
            var source = app.Services.GetServices<IReminderSource>().OfType<T>().Single();
            await foreach (var fact in source.DueAsync(db, Today, Today.AddDays(source.Rule.Steps[0]), CancellationToken.None))
                facts.Add(fact);
            return facts.Single(f => f.SubjectId == meeting);
        });

    private sealed record Scene(int Partner, int Place, string Theirs, string Ours, int OurPost, int OurPerson);

    private async Task<Browser> Again(int person)
    {
        var name = await app.WithDb(db => db.Users.Where(u => u.PersonId == person).Select(u => u.UserName!).SingleAsync());
        var browser = app.Anonymous();
        await browser.SignIn(name, IntranetApp.Password);
        return browser;
    }

    private async Task<Scene> World(string name)
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var (theirs, claire) = await Holder(Post.AtPartner(partner, "Direction chez eux", PostLevel.Management), "Claire", name);
        var (ours, rémi) = await Holder(Post.AtEstablishment(place, "Direction chez nous", PostLevel.Management), "Remi", name);
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(ours, Today.AddYears(-3));
            return await db.SaveChangesAsync();
        });
        return new Scene(partner, place, $"{claire}-{theirs}", $"{rémi}-{ours}", ours, rémi);
    }

    private async Task<(int Post, int Person)> Holder(Post post, string first, string last)
    {
        var someone = new Person(first, last, "essai");
        someone.ReachBy("", $"{Folding.Fold(first)}.{Folding.Fold(last)}@exemple.fr");
        var person = await app.Add(someone);
        post.Appoint(person, Today.AddYears(-3));
        return (await app.Add(post), person);
    }

    private async Task<int> Planned(Scene scene, int days)
    {
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/nouvelle?partenaire={scene.Partner}&etablissement={scene.Place}&le={Today.AddDays(days):yyyy-MM-dd}");
        return Id(await browser.SendAndFollow(form, [("Input.Start", "10:00"), ("Tell", "false"), ($"Input.People[{scene.Theirs}]", "Invited"), ($"Input.People[{scene.Ours}]", "Invited")]));
    }

    private Task<int> AddLines(int meeting, params string[] titles) => app.WithDb(async db =>
    {
        var known = await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).SingleAsync(m => m.Id == meeting);
        foreach (var title in titles)
            known.Speak(title, 20);
        return await db.SaveChangesAsync();
    });

    private Task<int> Topic(int partner, string text) => app.WithDb(async db =>
    {
        db.Add(new PartnerTopic(partner, text, Today, "Essai"));
        return await db.SaveChangesAsync();
    });

    private Task<bool> Told(int id) => app.WithDb(db => db.Set<MeetingNotice>().AnyAsync(n => n.MeetingId == id && n.NotifyAt != null));

    private static int Id(Page sheet) => int.Parse(sheet.Address.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private static string Badges(Page sheet) => sheet.Document.QuerySelector(".page-header-badges")!.TextContent;
}
