using System.Net;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Http;

public sealed class DraftTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_draft_is_kept_for_its_author_and_updated()
    {
        var author = await app.SignedIn(Roles.Coordination);
        Assert.Equal(HttpStatusCode.NoContent, (await DraftOf.KeepAsync(author, "essai-1", """[["Input.Title","Bilan"]]""")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await DraftOf.KeepAsync(author, "essai-1", """[["Input.Title","Bilan annuel"]]""")).StatusCode);
        var kept = await app.WithDb(db => db.Set<Draft>().SingleAsync(d => d.Key == "essai-1"));
        Assert.Equal("Bilan annuel", kept.Values["Input.Title"].Single());
    }

    [Fact]
    public async Task An_identity_is_refused_and_nothing_is_kept()
    {
        var author = await app.SignedIn(Roles.Coordination);
        var answer = await DraftOf.KeepAsync(author, "essai-2", """[["Input.Notes","M. Durand, né le 12/03/1985"]]""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("date de naissance", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.Set<Draft>().AnyAsync(d => d.Key == "essai-2")));
    }

    [Fact]
    public async Task A_form_offers_its_draft_shows_it_and_deletes_it_once_accepted()
    {
        var author = await app.SignedIn(Roles.Coordination);
        await DraftOf.KeepAsync(author, "partenaire-nouveau", """[["Input.Name","SPIP du brouillon"]]""");
        Assert.Contains("Reprendre le brouillon", (await author.Get("/partenaires/nouveau")).Main, StringComparison.Ordinal);
        var resumed = await author.Get("/partenaires/nouveau?brouillon=partenaire-nouveau");
        Assert.Equal("SPIP du brouillon", resumed.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        var kind = await app.WithDb(db => db.Set<Intranet.Contacts.PartnerKind>().Where(k => k.Code == "spip").Select(k => k.Id).SingleAsync());
        var sent = await author.Send(resumed, [("Input.KindId", $"{kind}")]);
        Assert.True(sent.Status == HttpStatusCode.Redirect, $"{(int)sent.Status} {sent.Errors}");
        Assert.False(await app.WithDb(db => db.Set<Draft>().AnyAsync(d => d.Key == "partenaire-nouveau")));
    }
}
