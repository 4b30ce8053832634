using System.Net;
using System.Text.RegularExpressions;
using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Experts;

/// <summary>A partner's expert answers by a link, without account.</summary>
public sealed partial class RequestLinkTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_partners_expert_takes_then_answers_and_opening_changes_nothing()
    {
        var (id, mail, address) = await AskAsync("Lien");
        var stranger = app.Anonymous();
        var page = await stranger.Get(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Une question au partenaire", page.Main, StringComparison.Ordinal);
        Assert.Equal(RequestState.Waiting, await app.StateOf(id));
        Assert.Contains("Merci : la demande est pour vous", (await stranger.SendAndFollow(page, [], "handler=Take")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await stranger.Send(page, [], "handler=Take")).Status);
        var taken = await stranger.Get(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Send(taken, [("Input.Reply", "Je le connais : écrou n° 45678")], "handler=Reply")).Status);
        await stranger.SendAndFollow(await stranger.Get(address), [("Input.Reply", "Voici comment nous faisons.")], "handler=Reply");
        Assert.Equal(RequestState.Answered, await app.StateOf(id));
        Assert.Equal("Ana Lien", (await app.RequestOf(id)).Messages.Single().Author);
        // Still read, and answered further.
        Assert.Equal(HttpStatusCode.OK, (await stranger.Get(address)).Status);
        Assert.Contains(mail, await app.WithDb(db => db.Set<OutboxMail>().Select(m => m.To).ToListAsync()));
    }

    [Fact]
    public async Task A_link_declines_with_a_reason_and_shows_nothing_more()
    {
        var (id, _, address) = await AskAsync("Refus");
        var stranger = app.Anonymous();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Send(await stranger.Get(address), [], "handler=Decline")).Status);
        var done = await stranger.SendAndFollow(await stranger.Get(address), [("Input.DeclinedWhy", "Plus en charge de ce sujet")], "handler=Decline");
        Assert.DoesNotContain("Une question au partenaire", done.Main, StringComparison.Ordinal);
        Assert.Equal(RequestState.Basket, await app.StateOf(id));
    }

    [Fact]
    public async Task An_expired_link_sends_a_new_one_to_the_same_address_once()
    {
        var (id, mail, address) = await AskAsync("Échu");
        var stranger = app.Anonymous();
        await app.WithDb(db => db.Set<SingleUseLink>().Where(l => l.Purpose == ExpertLinks.Purpose && l.ExpiresAt > DateTime.UtcNow.AddDays(9)).ExecuteUpdateAsync(l => l.SetProperty(x => x.ExpiresAt, DateTime.UtcNow.AddMinutes(-1))));
        var gone = await stranger.Get(address);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.DoesNotContain("Une question au partenaire", gone.Text, StringComparison.Ordinal);
        Assert.Contains("Un nouveau lien part", (await stranger.SendAndFollow(gone, [], "handler=Renew")).Main, StringComparison.Ordinal);
        await stranger.SendAndFollow(gone, [], "handler=Renew");
        Assert.Equal(2, (await app.SubjectsTo(mail)).Count);
        var renewed = AddressIn(await app.BodyTo(mail));
        Assert.NotEqual(address, renewed);
        Assert.Equal(HttpStatusCode.OK, (await stranger.Get(renewed)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await stranger.Get(address)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await stranger.Get("/appuis/lien/" + new string('x', 300))).Status);
        Assert.Equal(RequestState.Waiting, await app.StateOf(id));
    }

    private async Task<(int Id, string Mail, string Address)> AskAsync(string name)
    {
        var scene = await app.AddScene($"Partenaire {name}");
        var partner = await app.AddPartner($"SPIP {name}", "spip");
        var person = new Person("Ana", name, "essai");
        person.ReachBy("", Sessions.MailOf($"ana {name}"));
        var theirs = await app.Add(person);
        var post = Post.AtPartner(partner, "CPIP", PostLevel.Field);
        post.Appoint(theirs, new(2024, 1, 8));
        await app.Add(post);
        await app.AddExpert(Expert.OfPartner(theirs, partner, $"Ana {name}"), scene.Topic);
        var id = await app.Ask(await app.SignedInAs(scene.Asker), scene, "Une question au partenaire ?");
        var mail = Sessions.MailOf($"ana {name}");
        return (id, mail, AddressIn(await app.BodyTo(mail)));
    }

    private static string AddressIn(string body) => Link().Match(body).Value;

    [GeneratedRegex("/appuis/lien/[A-Za-z]+")]
    private static partial Regex Link();
}
