using System.Net;
using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Meetings;

/// <summary>A topic is never lost between two meetings, nor stuck in one.</summary>
public sealed class TopicPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_point_put_off_goes_to_the_next_meeting_of_each_partner_and_waits_with_those_who_have_none()
    {
        var scene = await Scene("Chacun", 3);
        var (first, second) = (await Meeting(scene, 20, 0), await Meeting(scene, 30, 1));
        var held = await Held(scene, "À chacun");
        await Say(held, "Moved");
        Assert.Equal(["À chacun"], await Lines(first));
        Assert.Equal(["À chacun"], await Lines(second));
        Assert.Equal([first, second, (int?)null], await Taken(scene));
        Assert.Contains("À chacun", await WaitingPart(scene.Partners[2]), StringComparison.Ordinal);
        Assert.DoesNotContain("À chacun", await WaitingPart(scene.Partners[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_partners_who_meet_together_have_one_point()
    {
        var scene = await Scene("Ensemble", 2);
        var next = await Meeting(scene, 20, 0, 1);
        await Say(await Held(scene, "Une fois"), "Moved");
        Assert.Equal(["Une fois"], await Lines(next));
        Assert.Equal([next, (int?)next], await Taken(scene));
    }

    [Fact]
    public async Task When_the_next_meeting_is_cancelled_the_point_waits_again()
    {
        var scene = await Scene("Annulé", 1);
        var next = await Meeting(scene, 20, 0);
        await Say(await Held(scene, "Pas perdu"), "Moved");
        var browser = await app.SignedIn(Roles.Coordination);
        await browser.SendAndFollow(await browser.Get($"/rencontres/{next}/annulation"), [("Input.Reason", "Grève.")]);
        Assert.Contains("Pas perdu", await WaitingPart(scene.Partners[0]), StringComparison.Ordinal);
        var later = await Meeting(scene, 40, 0);
        Assert.Contains("Pas perdu", (await browser.Get($"/rencontres/{later}/ordre-du-jour")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Said_otherwise_a_point_put_off_is_taken_back_from_the_next_agendas()
    {
        var scene = await Scene("Repris", 2);
        var (first, second) = (await Meeting(scene, 20, 0), await Meeting(scene, 30, 1));
        await Write(second, "Double");
        var held = await Held(scene, "Double");
        await Say(held, "Moved");
        await Say(held, "Treated");
        Assert.Empty(await Lines(first));
        // What was written there by hand stays.
        Assert.Equal(["Double"], await Lines(second));
        Assert.Empty(await Taken(scene));
        await Say(held, "Moved");
        Assert.Equal(["Double"], await Lines(first));
    }

    [Fact]
    public async Task What_was_spoken_of_meanwhile_stays_and_it_is_said()
    {
        var scene = await Scene("Abordé", 1);
        var next = await Meeting(scene, 20, 0);
        var held = await Held(scene, "Déjà dit");
        await Say(held, "Moved");
        await app.WithDb(async db =>
        {
            (await db.Set<AgendaLine>().SingleAsync(l => l.MeetingId == next)).Become(LineFate.Treated);
            return await db.SaveChangesAsync();
        });
        var sheet = await Say(held, "Treated");
        Assert.Contains("reste à l’ordre du jour du", sheet.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Déjà dit"], await Lines(next));
        Assert.Equal([(int?)next], await Taken(scene));
        // Put off again, it isn't put off twice.
        await Say(held, "Moved");
        Assert.Equal([(int?)next], await Taken(scene));
    }

    [Fact]
    public async Task A_point_retitled_then_taken_out_frees_its_topic()
    {
        var scene = await Scene("Retitré", 1);
        await Topic(scene.Partners[0], "Premier titre");
        var next = await Meeting(scene, 20, 0);
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/rencontres/{next}/ordre-du-jour");
        var last = form.Document.QuerySelectorAll("fieldset.line").Length;
        await browser.SendAndFollow(form, [("Input.Topics", form.Document.QuerySelector("input[name='Input.Topics']")!.GetAttribute("value")!)]);
        await browser.SendAndFollow(await browser.Get($"/rencontres/{next}/ordre-du-jour"), [($"Input.Lines[{last}].Title", "Second titre")]);
        Assert.DoesNotContain("Premier titre", await WaitingPart(scene.Partners[0]), StringComparison.Ordinal);
        await browser.SendAndFollow(await browser.Send(await browser.Get($"/rencontres/{next}/ordre-du-jour"), [("lignes", $"retirer-{last}")]), []);
        Assert.Contains("Premier titre", await WaitingPart(scene.Partners[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_taken_meanwhile_is_not_dropped()
    {
        var scene = await Scene("Pris", 1);
        await Topic(scene.Partners[0], "À garder");
        var next = await Meeting(scene, 20, 0);
        var browser = await app.SignedIn(Roles.Coordination);
        var list = await browser.Get($"/rencontres/sujets?partenaire={scene.Partners[0]}");
        await app.WithDb(async db =>
        {
            (await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).SingleAsync(m => m.Id == next)).Speak(await db.Set<PartnerTopic>().SingleAsync(t => t.PartnerId == scene.Partners[0]));
            return await db.SaveChangesAsync();
        });
        var refused = await browser.Send(list, [], "handler=Drop");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Ce sujet est à l’ordre du jour d’une rencontre", refused.Errors, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.Set<PartnerTopic>().AnyAsync(t => t.PartnerId == scene.Partners[0] && t.DroppedOn != null)));
    }

    [Fact]
    public async Task What_a_meeting_out_of_scope_left_is_neither_offered_nor_dropped()
    {
        var scene = await Scene("Portée", 1);
        await Topic(scene.Partners[0], "Pour tous");
        await Say(await Held(scene, "Pour eux seuls"), "Moved");
        var own = await app.AddEstablishment("Maison d’ici Portée");
        var meeting = await Meeting(scene with { Place = own }, 20, 0);
        var outside = await app.SignedIn(Roles.Coordination, false, own);
        var form = (await outside.Get($"/rencontres/{meeting}/ordre-du-jour")).Main;
        Assert.Contains("Pour tous", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Pour eux seuls", form, StringComparison.Ordinal);

        var hidden = await app.WithDb(db => db.Set<PartnerTopic>().Where(t => t.Text == "Pour eux seuls").Select(t => t.Id).SingleAsync());
        var list = await outside.Get($"/rencontres/sujets?partenaire={scene.Partners[0]}");
        Assert.Equal(HttpStatusCode.NotFound, (await outside.Send(list, [("topic", $"{hidden}")], "handler=Drop")).Status);
        Assert.Contains("Pour eux seuls", await WaitingPart(scene.Partners[0]), StringComparison.Ordinal);
    }

    private sealed record World(int Place, int[] Partners);

    private async Task<World> Scene(string name, int partners)
    {
        var ids = new int[partners];
        for (var i = 0; i < partners; i++)
            ids[i] = await app.AddPartner($"SPIP {name} {i}", "spip");
        return new World(await app.AddEstablishment($"Établissement {name}"), ids);
    }

    private Task<int> Meeting(World scene, int days, params int[] partners) => app.WithDb(async db =>
    {
        var meeting = new Meeting("Essai", (await db.Set<MeetingKind>().SingleAsync(k => k.Code == "annual")).Id, MeetingMode.Video, Today.AddDays(days));
        meeting.Between([scene.Place], [.. partners.Select(p => scene.Partners[p])]);
        meeting.Announce(Today);
        if (days <= 0)
            meeting.Hold(Today);
        db.Add(meeting);
        await db.SaveChangesAsync();
        return meeting.Id;
    });

    /// <summary>A meeting of yesterday with all the partners, with one point.</summary>
    private async Task<int> Held(World scene, string point)
    {
        var id = await Meeting(scene, -1, [.. Enumerable.Range(0, scene.Partners.Length)]);
        await Write(id, point);
        return id;
    }

    private Task<int> Write(int meeting, string point) => app.WithDb(async db =>
    {
        (await db.Set<Meeting>().Include(m => m.Subject).Include(m => m.Agenda).SingleAsync(m => m.Id == meeting)).Speak(point);
        return await db.SaveChangesAsync();
    });

    private Task<int> Topic(int partner, string text) => app.WithDb(async db =>
    {
        db.Add(new PartnerTopic(partner, text, Today, "Essai"));
        return await db.SaveChangesAsync();
    });

    private async Task<Page> Say(int meeting, string fate)
    {
        var browser = await app.SignedIn(Roles.Coordination);
        return await browser.SendAndFollow(await browser.Get($"/rencontres/{meeting}/suites"), [("Input.Fates[0].Fate", fate)]);
    }

    private Task<List<string>> Lines(int meeting) => app.WithDb(db => db.Set<AgendaLine>().Where(l => l.MeetingId == meeting).Select(l => l.Title).ToListAsync());

    /// <summary>The meetings whose agenda took the topics of each partner.</summary>
    private Task<List<int?>> Taken(World scene) => app.WithDb(db => db.Set<PartnerTopic>().Where(t => scene.Partners.Contains(t.PartnerId)).OrderBy(t => t.PartnerId).Select(t => t.LineId == null ? null : (int?)t.Line!.MeetingId).ToListAsync());

    private async Task<string> WaitingPart(int partner)
        => (await (await app.SignedIn(Roles.Coordination)).Get($"/rencontres/sujets?partenaire={partner}")).Document.QuerySelector("section.card")!.TextContent;
}
