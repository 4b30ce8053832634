using System.Net;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Http;

public sealed class AccountTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task An_invitation_is_opened_by_scanners_without_harm_and_used_once()
    {
        var (_, link) = await InviteAsync("invitee@essai.passerelle");
        var guest = app.Anonymous();
        for (var i = 0; i < 3; i++)
            Assert.Contains("Choisir votre mot de passe", (await guest.Get(link)).Main, StringComparison.Ordinal);

        var form = await guest.Get(link);
        (string, string)[] values = [("Input.Password", "rivage lanterne 12"), ("Input.Again", "rivage lanterne 12")];
        var answer = await guest.SendAndFollow(form, values);
        Assert.Contains("Votre mot de passe est enregistré", answer.Text, StringComparison.Ordinal);
        await app.Anonymous().SignIn("invitee@essai.passerelle", "rivage lanterne 12");

        Assert.Equal(HttpStatusCode.Gone, (await guest.Send(form, values)).Status);
        Assert.Contains("Ce lien ne sert plus", (await guest.Get(link)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_stored_hashed_and_withdrawn_by_the_next_one()
    {
        var (admin, first) = await InviteAsync("deux-liens@essai.passerelle");
        var secret = first.Split("lien=")[1];
        Assert.False(await app.WithDb(db => db.Set<SingleUseLink>().AnyAsync(l => l.Hash == secret)));
        var id = await app.WithDb(db => db.Users.Where(a => a.UserName == "deux-liens@essai.passerelle").Select(a => a.Id).SingleAsync());
        var page = await admin.SendAndFollow(await admin.Get($"/administration/comptes/{id}"), [], "handler=Link");
        var second = new Uri(page.Document.QuerySelector("code.door")!.TextContent).PathAndQuery;
        Assert.Contains("Ce lien ne sert plus", (await app.Anonymous().Get(first)).Main, StringComparison.Ordinal);
        Assert.Contains("Choisir votre mot de passe", (await app.Anonymous().Get(second)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_password_is_refused_and_the_link_stays_good()
    {
        var (_, link) = await InviteAsync("court@essai.passerelle");
        var guest = app.Anonymous();
        var answer = await guest.Send(await guest.Get(link), [("Input.Password", "court"), ("Input.Again", "court")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEqual("", answer.Errors);
        Assert.Contains("Choisir votre mot de passe", (await guest.Get(link)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_account_is_cut_within_five_seconds_and_stays_out()
    {
        var id = await app.AddAccount("coupe@essai.passerelle", Roles.Staff);
        var cut = app.Anonymous();
        await cut.SignIn("coupe@essai.passerelle", IntranetApp.Password);
        Assert.Equal(HttpStatusCode.OK, (await cut.Get("/compte")).Status);
        var admin = await app.SignedIn(Roles.Administration);
        await admin.SendAndFollow(await admin.Get($"/administration/comptes/{id}"), [], "handler=Switch");
        Assert.Equal(HttpStatusCode.Redirect, (await cut.Get("/compte")).Status);
        var answer = await cut.Send(await cut.Get("/connexion"), [("Input.UserName", "coupe@essai.passerelle"), ("Input.Password", IntranetApp.Password)]);
        Assert.Contains("Ce compte est désactivé", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_and_say_so()
    {
        await app.AddAccount("bloque@essai.passerelle", Roles.Staff);
        var browser = app.Anonymous();
        for (var i = 0; i < 5; i++)
            await browser.Send(await browser.Get("/connexion"), [("Input.UserName", "bloque@essai.passerelle"), ("Input.Password", "faux")]);
        var answer = await browser.Send(await browser.Get("/connexion"), [("Input.UserName", "bloque@essai.passerelle"), ("Input.Password", IntranetApp.Password)]);
        Assert.Contains("bloqué pendant 10 minutes", answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_computer_offers_who_signed_in_there_and_only_there()
    {
        await app.AddAccount("partage@essai.passerelle", Roles.Staff);
        var browser = app.Anonymous();
        await browser.SendAndFollow(await browser.Get("/connexion"), [("Input.UserName", "partage@essai.passerelle"), ("Input.Password", IntranetApp.Password), ("Input.Shared", "true")]);
        var home = await browser.Get("/compte");
        using var change = new HttpRequestMessage(HttpMethod.Post, "/deconnexion") { Content = new FormUrlEncodedContent([KeyValuePair.Create("suite", "changer")]) };
        change.Headers.Add("RequestVerificationToken", home.Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content"));
        var signedOut = await browser.Client.SendAsync(change);
        var page = await browser.Get(signedOut.Headers.Location!.OriginalString);
        Assert.Contains("Changer d’utilisateur", page.Main, StringComparison.Ordinal);
        Assert.Contains("Camille Essai", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Camille Essai", (await app.Anonymous().Get("/connexion")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_closes_the_other_sessions_and_keeps_this_one()
    {
        await app.AddAccount("change@essai.passerelle", Roles.Staff);
        var (here, there) = (app.Anonymous(), app.Anonymous());
        await here.SignIn("change@essai.passerelle", IntranetApp.Password);
        await there.SignIn("change@essai.passerelle", IntranetApp.Password);
        var form = await here.Get("/compte");
        var answer = await here.Client.PostAsync("/compte", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Current"] = IntranetApp.Password,
            ["Input.Password"] = "rivage lanterne 12",
            ["Input.Again"] = "rivage lanterne 12",
            ["__RequestVerificationToken"] = form.Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!,
        }));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Get("/compte")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.Get("/compte")).Status);
    }

    [Fact]
    public async Task The_journal_tells_who_changed_an_account()
    {
        var place = await app.AddEstablishment("Le Journal");
        var id = await app.AddAccount("journal@essai.passerelle", Roles.Staff, false, place);
        var admin = await app.SignedIn(Roles.Administration);
        var page = await admin.Get($"/administration/comptes/{id}");
        await admin.SendAndFollow(page, [("Input.Direction", "true"), ("Input.Name", "Dominique Journal")]);
        var journal = await admin.Get("/administration/journal?nature=Account&q=Dominique+Journal");
        Assert.Contains("Direction", journal.Main, StringComparison.Ordinal);
        Assert.Contains("Compte modifié", journal.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_cannot_lock_themselves_out()
    {
        var id = await app.AddAccount("seule@essai.passerelle", Roles.Administration);
        var admin = app.Anonymous();
        await admin.SignIn("seule@essai.passerelle", IntranetApp.Password);
        var answer = await admin.Send(await admin.Get($"/administration/comptes/{id}"), [("Input.Administration", "false")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("votre propre rôle", answer.Errors, StringComparison.Ordinal);
    }

    private async Task<(Browser Admin, string Link)> InviteAsync(string mail)
    {
        var admin = await app.SignedIn(Roles.Administration);
        var page = await admin.SendAndFollow(await admin.Get("/administration/comptes/nouveau"), [("Input.Name", "Invitée Essai"), ("Input.Mail", mail), ("Input.SeesAll", "true")]);
        return (admin, new Uri(page.Document.QuerySelector("code.door")!.TextContent).PathAndQuery);
    }
}
