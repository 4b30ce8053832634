using System.Net;
using Intranet.Shared;

namespace Intranet.Tests.Http;

public sealed class SignInTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_back()
    {
        var browser = app.Anonymous();
        var answer = await browser.Get("/partenaires?q=bobigny");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/connexion?retour=%2Fpartenaires%3Fq%3Dbobigny", answer.RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_name_and_says_so()
    {
        await app.AddAccount("agathe@essai.passerelle", Roles.Staff);
        var browser = app.Anonymous();
        var answer = await browser.Send(await browser.Get("/connexion"), [("Input.UserName", "agathe@essai.passerelle"), ("Input.Password", "pas le bon")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Identifiant ou mot de passe incorrect.", answer.Main, StringComparison.Ordinal);
        Assert.Equal("agathe@essai.passerelle", answer.Document.QuerySelector("#Input_UserName")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_expired_session_tells_htmx_where_to_sign_in()
    {
        var answer = await app.Anonymous().GetFragment("/partenaires");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.True(answer.Response.Headers.Contains("HX-Redirect"));
    }

    [Fact]
    public async Task Accents_leave_as_they_are()
    {
        await app.AddPartner("Association Évasion d’été");
        var page = await (await app.SignedIn(Roles.Staff)).Get("/partenaires?q=evasion");
        Assert.Contains("Association Évasion d’été", page.Text, StringComparison.Ordinal);
    }
}
