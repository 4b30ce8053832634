using System.Net;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

/// <summary>Partners enrol by a link, without account.</summary>
public sealed class SessionGuestTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_partner_enrols_by_the_link_and_the_full_session_makes_them_wait()
    {
        var partner = await app.AddPartner("SPIP du lien", "spip");
        var (id, browser, address) = await OpenAsync("Session ouverte", capacity: 1, partner);
        var stranger = app.Anonymous();
        var page = await stranger.Get(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(0, await CountAsync(id));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Send(page, [("Input.Name", "Ana Lopes"), ("Input.Mail", "ana.lopes@exemple.fr")])).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Send(page, [("Input.Name", "Ana Lopes"), ("Input.Mail", "ana"), ("Input.PartnerId", $"{partner}")])).Status);
        var accompanied = await stranger.Send(page, [("Input.Name", "Ana Lopes"), ("Input.Function", "CPIP de M. Durand, né le 12/03/1985"), ("Input.Mail", "ana.lopes@exemple.fr"), ("Input.PartnerId", $"{partner}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, accompanied.Status);
        Assert.Equal(0, await CountAsync(id));

        (string, string)[] ana = [("Input.Name", "Ana Lopes"), ("Input.Function", "CPIP"), ("Input.Mail", "ana.lopes@exemple.fr"), ("Input.PartnerId", $"{partner}")];
        var done = await stranger.SendAndFollow(page, ana);
        Assert.Contains("Votre demande est enregistrée", done.Text, StringComparison.Ordinal);
        var guest = await app.WithDb(db => db.Set<Enrolment>().SingleAsync(e => e.SessionId == id));
        Assert.Equal((EnrolmentState.Seated, (int?)partner, "SPIP du lien"), (guest.State, guest.PartnerId, guest.GuestOrganisation));
        Assert.StartsWith("Inscription confirmée", Assert.Single(await app.SubjectsTo("ana.lopes@exemple.fr")), StringComparison.Ordinal);

        // Sent again, it enrols nobody twice and tells nothing of it.
        Assert.Contains("Votre demande est enregistrée", (await stranger.SendAndFollow(page, ana)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(id));
        await stranger.SendAndFollow(page, [("Input.Name", "Bruno Key"), ("Input.Mail", "bruno.key@exemple.fr"), ("Input.Organisation", "Barreau")]);
        Assert.StartsWith("Liste d’attente", Assert.Single(await app.SubjectsTo("bruno.key@exemple.fr")), StringComparison.Ordinal);

        // The direction reads their names; others count.
        Assert.Contains("Ana Lopes", (await browser.Get($"/formations/sessions/{id}")).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Ana Lopes", (await (await app.SignedIn(Roles.Coordination)).Get($"/formations/sessions/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_forgotten_three_years_after_the_session()
    {
        var (old, young) = (await GuestOfAsync(Today.AddMonths(-37), "Zénobie Ancienne"), await GuestOfAsync(Today.AddMonths(-35), "Ysaline Récente"));
        using (var scope = app.Services.CreateScope())
            Assert.Equal(1, (await scope.ServiceProvider.GetRequiredService<Erasure>().RunAsync(dryRun: false, default)).Guests);
        var names = await app.WithDb(db => db.Set<Enrolment>().Where(e => e.SessionId == old || e.SessionId == young).OrderBy(e => e.SessionId).Select(e => e.GuestName).ToListAsync());
        Assert.Equal([Intranet.Contacts.Person.ErasedName, "Ysaline Récente"], names);
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.Changes.Contains("Zénobie") || a.Changes.Contains("zenobie"))));
        Assert.True(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.SubjectId == young && a.Entity == nameof(Enrolment))));

        Task<int> GuestOfAsync(DateOnly on, string name)
            => app.AddSession($"Session de {name}", on, with: s => s.Enrol(Enrolment.Guest(name, "CPIP", $"{name[..3]}@exemple.fr", "SPIP", null, DateTime.UtcNow), "essai", DateTime.UtcNow, on));
    }

    [Fact]
    public async Task A_guest_s_request_is_told_to_who_receives_the_session_and_never_to_partners()
    {
        var partner = await app.AddPartner("SPIP étranger à la session", "spip");
        var director = new Intranet.Contacts.Person("Dora", "Partenaire", "essai");
        director.ReachBy("", "dora.partenaire@exemple.fr");
        var post = Intranet.Contacts.Post.AtPartner(partner, "DPIP", Intranet.Contacts.PostLevel.Management);
        post.Appoint(await app.Add(director), new(2020, 1, 1));
        await app.Add(post);
        // Nobody receives it: it takes place at a distance.
        var id = await app.AddSession("Session sans hôte", WorkingDays.Next(Today.AddDays(20)), with: s => s.Open(true, true, null));
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Enrolling>().EnrolAsync(id, now => Enrolment.Guest("Ana Lopes", "CPIP", "ana.sans-hote@exemple.fr", "SPIP", partner, now), default);
        Assert.StartsWith("Demande reçue", Assert.Single(await app.SubjectsTo("ana.sans-hote@exemple.fr")), StringComparison.Ordinal);
        Assert.Empty(await app.SubjectsTo("dora.partenaire@exemple.fr"));
        Assert.False(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.Subject.StartsWith("Demande d’inscription : Session sans hôte"))));
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_a_new_link_ends_the_former()
    {
        var (id, browser, address) = await OpenAsync("Session à lien renouvelé", 5);
        Assert.DoesNotContain("/formations/inscription/", (await browser.Get($"/formations/sessions/{id}/invitation")).Text, StringComparison.Ordinal);
        var secret = address.Split('/')[^1];
        Assert.False(await app.WithDb(db => db.Set<TrainingSession>().AnyAsync(s => s.InvitationHash == secret)));
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Changes.Contains("InvitationHash"))));

        var renewed = await LinkAsync(browser, id);
        Assert.Equal(HttpStatusCode.Gone, (await app.Anonymous().Get(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().Get(renewed)).Status);
        await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}/invitation"), [], "handler=End");
        Assert.Equal(HttpStatusCode.Gone, (await app.Anonymous().Get(renewed)).Status);
    }

    [Fact]
    public async Task A_link_past_its_day_says_whom_to_ask()
    {
        var (house, _, _, _, _) = await app.AddTeam("Accueil du lien");
        var (id, _, address) = await OpenAsync("Session à lien échu", 5, house: house);
        var stranger = app.Anonymous();
        var open = await stranger.Get(address);
        await app.WithDb(db => db.Set<TrainingSession>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.InvitationUntil, Today.AddDays(-1))));
        var gone = await stranger.Get(address);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Contains("CHRS Accueil du lien", gone.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await stranger.Send(open, [("Input.Name", "Cleo Roy"), ("Input.Mail", "cleo@exemple.fr"), ("Input.Organisation", "Barreau")])).Status);
        Assert.Equal(0, await CountAsync(id));
        Assert.Equal(HttpStatusCode.Gone, (await stranger.Get("/formations/inscription/" + new string('x', 300))).Status);
    }

    [Fact]
    public async Task A_session_that_is_not_open_has_no_link()
    {
        var id = await app.AddSession("Session entre nous", WorkingDays.Next(Today.AddDays(20)));
        var browser = await app.SignedIn(Roles.Direction);
        var page = await browser.Get($"/formations/sessions/{id}/invitation");
        Assert.Contains("n’est pas ouverte aux partenaires", page.Main, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => page.Form(null));
    }

    private Task<int> CountAsync(int id) => app.WithDb(db => db.Set<Enrolment>().CountAsync(e => e.SessionId == id));

    /// <summary>A session open to partners, who runs it, and the address of its link.</summary>
    private async Task<(int Id, Browser Browser, string Address)> OpenAsync(string title, int capacity, int? partner = null, int? house = null)
    {
        var id = await app.AddSession(title, WorkingDays.Next(Today.AddDays(20)), capacity, house, s =>
        {
            s.Open(false, true, null);
            s.SetLinks(LinkRole.Partner, partner is { } linked ? [linked] : []);
        });
        var browser = await app.SignedIn(Roles.Direction);
        return (id, browser, await LinkAsync(browser, id));
    }

    private static async Task<string> LinkAsync(Browser browser, int id)
    {
        var shown = await browser.SendAndFollow(await browser.Get($"/formations/sessions/{id}/invitation"), []);
        return new Uri(shown.Document.QuerySelector("code.door")!.TextContent).AbsolutePath;
    }
}
