using System.Net;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

/// <summary>From the grid of attendance to the records, and what each team hands on.</summary>
public sealed class SessionLifePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task Days_to_come_have_no_box()
    {
        var (house, _, _, _, _) = await app.AddTeam("Cours");
        var person = await app.AddStaff(house, "Lia", "Cours Une");
        var id = await app.AddSession("Session en cours", Today.AddDays(-1), house: house, with: s =>
        {
            s.Schedule([new(Today.AddDays(-1), 540, 210), new(Today.AddDays(6), 540, 210)]);
            Seat(s, person);
        });
        var browser = await app.SignedIn(Roles.Direction);
        var grid = await browser.Get($"/formations/sessions/{id}/presences");
        Assert.Single(grid.Document.QuerySelectorAll("input[name='Input.Present']"));
        Assert.Contains("à venir", grid.Main, StringComparison.Ordinal);
        var (enrolment, later) = await app.WithDb(async db => (await db.Set<Enrolment>().Where(e => e.SessionId == id).Select(e => e.Id).SingleAsync(), await db.Set<SessionSlot>().Where(s => s.SessionId == id).OrderBy(s => s.On).Select(s => s.Id).LastAsync()));
        var refused = await browser.Send(grid, [("Input.Present", $"{enrolment}-{later}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("jour à venir", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(grid, [("Input.Present", "n-importe")])).Status);

        // It can't be closed before its last day.
        var close = await browser.Get($"/formations/sessions/{id}/cloture");
        Assert.Contains("ne peut pas encore être close", close.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_came_without_enrolling_is_added_by_who_holds_the_session()
    {
        var (house, _, head, _, _) = await app.AddTeam("Venue");
        var (seated, came) = (await app.AddStaff(house, "Lou", "Venue Inscrite"), await app.AddStaff(house, "Mia", "Venue Sans"));
        var id = await app.AddSession("Session commencée", Today.AddDays(-2), capacity: 1, house: house, with: s => Seat(s, seated));
        var browser = await app.SignedIn(Roles.Direction);
        var done = await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}/inscriptions?etablissement={house}"), [("Input.People", $"{came}")], "handler=Enrol");
        Assert.Contains("Venue Sans", done.Main, StringComparison.Ordinal);
        Assert.Equal(EnrolmentState.Seated, (await app.StatesOf(id))[came]);
        Assert.Contains("Mia Venue Sans", (await browser.Get($"/formations/sessions/{id}/presences")).Main, StringComparison.Ordinal);
        Assert.Empty(await app.SubjectsTo(Sessions.MailOf("Venue Sans")));

        // The head of service enrols before it begins, not after.
        var led = await (await app.SignedInAs(head)).Get($"/formations/sessions/{id}/inscriptions");
        Assert.Null(led.Document.QuerySelector("input[name='Input.People']"));
    }

    [Fact]
    public async Task Those_who_came_to_all_get_a_record_and_their_teams_a_step_to_hand_on()
    {
        var (house, _, head, _, _) = await app.AddTeam("Clôture");
        var (far, _, _, _, _) = await app.AddTeam("Clôture lointaine");
        var (all, half, never) = (await app.AddStaff(house, "Max", "Clôture Toute"), await app.AddStaff(far, "Noé", "Clôture Moitié"), await app.AddStaff(far, "Oda", "Clôture Jamais"));
        var id = await app.AddSession("Session close", Today.AddDays(-3), house: house, handOnWeeks: 6, with: s =>
        {
            foreach (var person in new[] { all, half, never })
                Seat(s, person);
        });
        var browser = await app.SignedIn(Roles.Direction);
        Assert.Contains("Cette session est terminée", (await browser.Get($"/formations/sessions/{id}")).Main, StringComparison.Ordinal);
        var boxes = await BoxesAsync(id);
        var grid = await browser.Get($"/formations/sessions/{id}/presences");
        var late = await browser.Get($"/formations/sessions/{id}/presences");
        await browser.SendAndFollow(grid, [("Input.Present", boxes[(all, 0)]), ("Input.Present", boxes[(all, 1)]), ("Input.Present", boxes[(half, 0)])]);
        var conflict = await browser.Send(late, [("Input.Present", boxes[(never, 0)])]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Oda Clôture Jamais", conflict.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);

        var closing = await browser.Get($"/formations/sessions/{id}/cloture");
        var ticked = closing.FieldsOf(closing.Form(null)).Where(f => f.Key == "Input.Completed").ToList();
        Assert.Single(ticked);
        Assert.Equal(2, closing.Document.QuerySelectorAll("input[name='Input.Completed']").Length);
        Assert.Contains("Clôture Jamais", closing.Main, StringComparison.Ordinal);
        var again = await browser.Get($"/formations/sessions/{id}/cloture");
        var done = await browser.SendAndFollow(closing, []);
        Assert.Contains("1 attestation est écrite", done.Text, StringComparison.Ordinal);
        var record = await app.WithDb(db => db.Set<TrainingRecord>().SingleAsync(r => r.SessionId == id));
        Assert.Equal((all, Today.AddDays(-3), 420, RecordState.Accepted), (record.PersonId, record.CompletedOn, record.Minutes, record.Status));
        var step = await app.WithDb(db => db.Set<HandOn>().SingleAsync(h => h.SessionId == id));
        Assert.Equal((house, Today.AddDays(42)), (step.EstablishmentId, step.Due));

        // Closed, it changes no more.
        Assert.Equal($"/formations/sessions/{id}", (await browser.Get($"/formations/sessions/{id}/presences")).RedirectsTo);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(again, [])).Status);
        Assert.Equal(1, await app.WithDb(db => db.Set<TrainingRecord>().CountAsync(r => r.SessionId == id)));

        await HandOnAsync(id, head, all, half);
    }

    private async Task HandOnAsync(int id, int head, int participant, int other)
    {
        var address = $"/formations/sessions/{id}/transmission";
        var lead = await app.SignedInAs(head);
        var page = await lead.Get(address);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs(other)).Get(address)).Status);
        var own = await app.SignedInAs(participant);
        var read = await own.Get(address);
        Assert.Throws<InvalidOperationException>(() => read.Form("handler=Do"));
        await lead.SendAndFollow(page, [("person", $"{participant}")], "handler=Entrust");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.Send(await lead.Get(address), [("person", $"{other}")], "handler=Entrust")).Status);

        // Who was entrusted with it writes what was done.
        var mine = await own.Get(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.Send(mine, [("summary", " ")], "handler=Do")).Status);
        var done = await own.SendAndFollow(mine, [("summary", "Un point en réunion d’équipe")], "handler=Do");
        Assert.Contains("Faite le", done.Main, StringComparison.Ordinal);
        await own.SendAndFollow(done, [], "handler=Reopen");
        Assert.Null(await app.WithDb(db => db.Set<HandOn>().Where(h => h.SessionId == id).Select(h => h.DoneOn).SingleAsync()));
    }

    /// <summary>The value of each box, by person and half-day.</summary>
    private Task<Dictionary<(int, int), string>> BoxesAsync(int id) => app.WithDb(async db =>
    {
        var slots = await db.Set<SessionSlot>().Where(s => s.SessionId == id).OrderBy(s => s.On).ThenBy(s => s.StartMinute).Select(s => s.Id).ToListAsync();
        var people = await db.Set<Enrolment>().Where(e => e.SessionId == id).Select(e => new { e.Id, Person = e.PersonId!.Value }).ToListAsync();
        return people.SelectMany(p => slots.Select((s, i) => (Key: (p.Person, i), Value: $"{p.Id}-{s}"))).ToDictionary(b => b.Key, b => b.Value);
    });

    private static void Seat(TrainingSession session, int person)
        => session.Enrol(Enrolment.Of(person, "Essai", DateTime.UtcNow), "Essai", DateTime.UtcNow, session.From);
}
