using System.Net;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

public sealed class SigningPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task Signatories_are_chosen_and_sign_one_by_one_until_it_is_signed()
    {
        var project = await Project("Suivie");
        var (coordination, direction) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        var tab = await Choose(coordination, project);
        Assert.Contains("Sans délégation de signature valide aujourd’hui.", tab.Main, StringComparison.Ordinal);
        Assert.Contains("Jeanne Essai", tab.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Enregistrer la signature", tab.Main, StringComparison.Ordinal);

        var (ours, theirs) = await Signatories(project);
        tab = await direction.SendAndFollow(await direction.Get($"{project.Address}/signataires/{ours}/signature"), [("Input.SignedOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Contains("À signer (1 de 2)", tab.Main, StringComparison.Ordinal);
        Assert.Contains("par Jeanne Essai", tab.Main, StringComparison.Ordinal);
        tab = await direction.SendAndFollow(await direction.Get($"{project.Address}/signataires/{theirs}/signature"), [("Input.SignedOn", $"{Today:yyyy-MM-dd}"), ("Input.SignedBy", "Alix Dupont")]);
        Assert.Contains("2 de 2", tab.Main, StringComparison.Ordinal);
        Assert.Equal(Today, await app.WithDb(db => db.Set<Convention>().Where(c => c.Id == project.Id).Select(c => c.SignedOn).SingleAsync()));
        Assert.Equal($"{project.Address}/signataires", (await direction.Get($"{project.Address}/signature")).RedirectsTo);
    }

    [Fact]
    public async Task A_delegation_valid_that_day_is_shown_and_no_longer_missing()
    {
        var project = await Project("Déléguée");
        await app.Add(Delegation.ToPost(project.Ours, "Conventions de placement", Today.AddDays(-30), Today));
        var tab = await Choose(await app.SignedIn(Roles.Coordination), project);
        Assert.Contains("Conventions de placement", tab.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Sans délégation", tab.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_leaves_once_a_week_and_those_without_an_address_are_said()
    {
        var project = await Project("Relancée");
        var browser = await app.SignedIn(Roles.Coordination);
        await Choose(browser, project);
        await app.WithDb(async db =>
        {
            var convention = await db.Set<Convention>().Include(c => c.Subject).Include(c => c.Signatories).SingleAsync(c => c.Id == project.Id);
            convention.SendForSignature(convention.CreatedOn);
            return await db.SaveChangesAsync();
        });
        var form = await browser.Get($"{project.Address}/signataires/relance");
        Assert.Contains("aucune adresse de courriel n’est connue pour ce poste", form.Main, StringComparison.Ordinal);
        var tab = await browser.SendAndFollow(form, [("Input.Word", "Le texte est joint à notre lettre du mois dernier.")]);
        Assert.Contains($"Relancé le {French.Date(Today)}", tab.Main, StringComparison.Ordinal);
        var mail = await app.WithDb(db => db.Set<OutboxMail>().SingleAsync(m => m.To == "signataire-Relancée@essai.fr"));
        Assert.Contains("lettre du mois dernier", mail.Text, StringComparison.Ordinal);
        Assert.Contains(project.Number, mail.Subject, StringComparison.Ordinal);

        var (_, theirs) = await Signatories(project);
        form = await browser.Get($"{project.Address}/signataires/relance");
        Assert.NotNull(form.Document.QuerySelector($"input[value='{theirs}'][disabled]"));
        var refused = await browser.Send(form, [("Input.Signatories", $"{theirs}")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("déjà relancé", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.Set<OutboxMail>().CountAsync(m => m.To == "signataire-Relancée@essai.fr")));
    }

    [Fact]
    public async Task A_signature_is_not_given_to_a_text_changed_meanwhile()
    {
        var project = await Project("Changée");
        var (coordination, direction) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        await Choose(coordination, project);
        var (ours, theirs) = await Signatories(project);
        var form = await direction.Get($"{project.Address}/signataires/{theirs}/signature");
        await direction.SendAndFollow(await direction.Get($"{project.Address}/signataires/{ours}/signature"), [("Input.SignedOn", $"{Today:yyyy-MM-dd}")]);

        var edit = await coordination.Get($"{project.Address}/modifier");
        Assert.Contains("Des signatures sont déjà données.", edit.Main, StringComparison.Ordinal);
        var sheet = await coordination.SendAndFollow(edit, [("Input.DailyPriceCents", "41.5")]);
        Assert.Contains("les signatures déjà données sont annulées", sheet.Text, StringComparison.Ordinal);
        Assert.Equal((4150L, 0), await app.WithDb(async db => (await db.Set<Convention>().Where(c => c.Id == project.Id).Select(c => c.DailyPriceCents!.Value).SingleAsync(), await db.Set<Signatory>().CountAsync(s => s.ConventionId == project.Id && s.SignedOn != null))));

        var conflict = await direction.Send(form, [("Input.SignedOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("La convention vient de changer.", conflict.Main, StringComparison.Ordinal);
        await direction.SendAndFollow(conflict, [("Input.SignedOn", $"{Today:yyyy-MM-dd}")]);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_reason_and_the_ball_passes()
    {
        var project = await Project("Refusée");
        var browser = await app.SignedIn(Roles.Coordination);
        await Choose(browser, project);
        var (_, theirs) = await Signatories(project);
        var form = await browser.Get($"{project.Address}/signataires/{theirs}/refus");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(form, [])).Status);
        var tab = await browser.SendAndFollow(form, [("Input.RefusedReason", "Article 6 à reprendre.")]);
        Assert.Contains("Article 6 à reprendre.", tab.Main, StringComparison.Ordinal);
        Assert.Contains("Chez nous", tab.Main, StringComparison.Ordinal);
        tab = await browser.SendAndFollow(await browser.Get($"{project.Address}/balle"), [("Input.Ball", "Theirs")]);
        Assert.Contains("Chez le partenaire", tab.Document.QuerySelector(".page-header-badges")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Page> Choose(Browser browser, Signed project)
    {
        var form = await browser.Get($"{project.Address}/signataires/choix");
        return await browser.SendAndFollow(form, [("Input.Ours", $"{project.Ours}"), ("Input.Theirs", $"{project.Theirs}")]);
    }

    private Task<(int Ours, int Theirs)> Signatories(Signed project) => app.WithDb(async db =>
    {
        var all = await db.Set<Signatory>().Where(s => s.ConventionId == project.Id).ToListAsync();
        return (all.Single(s => s.IsOurs).Id, all.Single(s => !s.IsOurs).Id);
    });

    /// <summary>A draft between an establishment and a partner with a post each: ours is held by Jeanne Essai, theirs has an address.</summary>
    private Task<Signed> Project(string name) => app.WithDb(async db =>
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var jeanne = new Person("Jeanne", "Essai", "essai");
        db.Add(jeanne);
        await db.SaveChangesAsync();
        var (ours, theirs) = (Post.AtEstablishment(place, "Direction", PostLevel.Management), Post.AtPartner(partner, "Direction", PostLevel.Institution));
        ours.Appoint(jeanne.Id, Today.AddYears(-1));
        theirs.ReachBy("", $"signataire-{name}@essai.fr");
        db.AddRange(ours, theirs);
        var convention = new Convention($"CV-{name}", $"Convention {name}", await db.Set<ConventionKind>().Select(k => k.Id).FirstAsync(), Today);
        convention.Between([place], [partner]);
        convention.Run(new ConventionTerms(Today, Today.AddYears(1), default, RenewalMode.Express, null, null), Today.AddDays(-5));
        db.Add(convention);
        await db.SaveChangesAsync();
        return new Signed(convention.Id, convention.Number, ours.Id, theirs.Id);
    });

    private sealed record Signed(int Id, string Number, int Ours, int Theirs)
    {
        public string Address => $"/conventions/{Id}";
    }
}
