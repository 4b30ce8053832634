using System.Net;
using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Contacts;

/// <summary>Posts, holders, departures, duplicates and erasure through the pages.</summary>
public sealed class PeoplePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_post_is_created_and_a_new_person_holds_it_at_once()
    {
        var partner = await app.AddPartner("SPIP de la Creuse", "spip");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/postes/nouveau?partenaire={partner}");
        Assert.Contains("Encadrement (DPIP responsable d’antenne)", form.Main, StringComparison.Ordinal);
        var sheet = await browser.SendAndFollow(form, [("Input.Title", "DPIP référente"), ("Input.Level", "Management")]);
        Assert.Contains("Vacant", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Poste sans titulaire connu", sheet.Main, StringComparison.Ordinal);

        var post = sheet.Address;
        sheet = await browser.SendAndFollow(await browser.Get(post + "/titulaire"), [("New.FirstName", "Claire"), ("New.LastName", "Mazères"), ("New.Email", "claire.mazeres@justice.example")]);
        Assert.Contains("Claire Mazères", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Pourvu", sheet.Main, StringComparison.Ordinal);

        var list = await browser.Get("/personnes?q=mazeres&org=spip+creuse");
        Assert.Contains("Claire Mazères", list.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/personnes/export.xlsx?q=mazeres")).Status);
    }

    [Fact]
    public async Task Ending_an_old_holding_never_touches_the_current_one()
    {
        var (post, old, _) = await Held("Avant Ancienne", Today.AddYears(-2), Today.AddDays(-100));
        await app.WithDb(async db =>
        {
            var current = new Person("Après", "Actuelle", "essai");
            db.Add(current);
            await db.SaveChangesAsync();
            (await db.Set<Post>().Include(p => p.Holdings).SingleAsync(p => p.Id == post)).Appoint(current.Id, Today.AddDays(-50));
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        var holding = await app.WithDb(db => db.Set<Holding>().Where(h => h.PostId == post && h.PersonId == old).Select(h => h.Id).SingleAsync());
        await browser.SendAndFollow(await browser.Get($"/postes/{post}/titulaires/{holding}"), [("Input.To", Iso(Today.AddDays(-120)))]);
        var holdings = await app.WithDb(db => db.Set<Holding>().AsNoTracking().Where(h => h.PostId == post).OrderBy(h => h.From).ToListAsync());
        Assert.Equal(Today.AddDays(-120), holdings[0].To);
        Assert.Null(holdings[1].To);
    }

    [Fact]
    public async Task Two_people_on_one_post_are_told_and_nothing_typed_is_lost()
    {
        var (post, _, _) = await Held("Conflit Personne", Today.AddYears(-1), null);
        var (first, second) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        var (mine, theirs) = (await first.Get($"/postes/{post}/modifier"), await second.Get($"/postes/{post}/modifier"));
        await second.SendAndFollow(theirs, [("Input.Title", "Intitulé du second")]);
        var conflict = await first.Send(mine, [("Input.Title", "Intitulé du premier")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Intitulé du second", conflict.Main, StringComparison.Ordinal);
        Assert.Equal("Intitulé du premier", conflict.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        var saved = await first.SendAndFollow(conflict, []);
        Assert.Contains("Intitulé du premier", saved.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_departure_hands_over_and_can_be_printed_before_and_after()
    {
        var (post, leaving, _) = await Held("Odile Sortante", Today.AddYears(-3), null);
        var vacant = await app.WithDb(async db =>
        {
            var partner = await db.Set<Post>().Where(p => p.Id == post).Select(p => p.PartnerId!.Value).SingleAsync();
            var other = Post.AtPartner(partner, "Second poste", PostLevel.Field);
            other.Appoint(leaving, Today.AddYears(-1));
            db.Add(other);
            await db.SaveChangesAsync();
            return other.Id;
        });
        var successor = await app.Add(new Person("Solène", "Suivante", "essai"));
        var absent = await app.WithDb(async db =>
        {
            var person = new Person("Alix", "Absente", "essai");
            person.BeAway(Today.AddDays(-2), Today.AddDays(20), leaving);
            db.Add(person);
            await db.SaveChangesAsync();
            return person.Id;
        });

        var browser = await app.SignedIn(Roles.Coordination);
        var before = await browser.Get($"/personnes/{leaving}/releve/imprimer");
        Assert.Contains("Départ à confirmer", before.Main, StringComparison.Ordinal);
        Assert.Contains("Alix Absente", before.Main, StringComparison.Ordinal);
        var form = await browser.Get($"/personnes/{leaving}/releve");
        var lastDay = Today.AddDays(5);
        var sheet = await browser.SendAndFollow(form,
        [
            ("Input.LastDay", Iso(lastDay)), ("Input.Posts[0].Successor", $"Solène Suivante (n° {successor})"), ("Input.Posts[0].Relay", "Voir le greffe le jeudi."), ("Input.Successor", "solene suivante"),
        ]);
        Assert.Contains($"Titulaire suivant : Solène Suivante, à partir du {French.Date(lastDay.AddDays(1))}", sheet.Main, StringComparison.Ordinal);
        Assert.Contains($"Poste vacant depuis le {French.Date(lastDay.AddDays(1))}", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Voir le greffe le jeudi.", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Alix Absente", sheet.Main, StringComparison.Ordinal);

        var holdings = await app.WithDb(db => db.Set<Holding>().AsNoTracking().Where(h => h.PostId == post || h.PostId == vacant).OrderBy(h => h.PostId).ThenBy(h => h.From).ToListAsync());
        Assert.Equal([(leaving, (DateOnly?)lastDay), (successor, null), (leaving, lastDay)], holdings.Select(h => (h.PersonId, h.To)));
        var absences = await app.WithDb(db => db.Set<Absence>().AsNoTracking().Where(a => a.PersonId == absent).OrderBy(a => a.From).ToListAsync());
        Assert.Equal([(lastDay, (int?)leaving), (Today.AddDays(20), successor)], absences.Select(a => (a.To, a.SubstituteId)));
    }

    [Fact]
    public async Task A_successor_nobody_knows_keeps_everything_typed()
    {
        var (_, leaving, _) = await Held("Paul Partant", Today.AddYears(-3), null);
        var browser = await app.SignedIn(Roles.Coordination);
        var answer = await browser.Send(await browser.Get($"/personnes/{leaving}/releve"), [("Input.Posts[0].Successor", "Zoé Introuvable"), ("Input.Posts[0].Relay", "Trois lignes.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Personne ne répond au nom « Zoé Introuvable »", answer.Main, StringComparison.Ordinal);
        Assert.Contains("Trois lignes.", answer.Main, StringComparison.Ordinal);
        Assert.Null(await app.WithDb(db => db.Set<Person>().Where(p => p.Id == leaving).Select(p => p.DepartedOn).SingleAsync()));
    }

    [Fact]
    public async Task A_duplicate_is_proposed_merged_and_leads_to_the_record_kept()
    {
        var (post, kept, partner) = await Held("Élodie Double", Today.AddYears(-1), null);
        var duplicate = await app.Add(new Person("Elodie", "DOUBLE", "import"));
        await app.WithDb(async db =>
        {
            var other = Post.AtPartner(partner, "Poste du doublon", PostLevel.Field);
            other.Appoint(duplicate, Today.AddMonths(-2));
            (await db.Set<Post>().Include(p => p.Holdings).SingleAsync(p => p.Id == post)).Appoint(duplicate, Today.AddYears(-2));
            var absent = new Person("Rémi", "Remplacé", "essai");
            absent.BeAway(Today, Today.AddDays(3), duplicate);
            db.AddRange(other, absent);
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Coordination);
        Assert.Contains("Élodie Double", (await browser.Get("/personnes/doublons")).Main, StringComparison.Ordinal);
        var sheet = await browser.SendAndFollow(await browser.Get($"/personnes/{kept}/fusionner?avec={duplicate}"), [("Kept", $"{kept}")]);
        Assert.Contains("Poste du doublon", sheet.Main, StringComparison.Ordinal);
        Assert.Equal($"/personnes/{kept}", (await browser.Get($"/personnes/{duplicate}")).RedirectsTo);
        Assert.Contains("Fusion", (await browser.Get($"/historique/{kept}")).Main, StringComparison.Ordinal);
        var holdings = await app.WithDb(db => db.Set<Holding>().AsNoTracking().Where(h => h.PostId == post).ToListAsync());
        Assert.Equal((kept, Today.AddYears(-2), (DateOnly?)null), holdings.Select(h => (h.PersonId, h.From, h.To)).Single());
        Assert.True(await app.WithDb(db => db.Set<Absence>().AnyAsync(a => a.SubstituteId == kept)));
        Assert.False(await app.WithDb(db => db.Set<Holding>().AnyAsync(h => h.PersonId == duplicate)));
    }

    [Fact]
    public async Task Long_departed_people_of_partners_are_erased_with_their_history_and_dates_stay()
    {
        var today = Today;
        var (post, gone, _) = await Held("Gaspard Jadis", today.AddYears(-9), today.AddMonths(-40));
        var (_, recent, _) = await Held("Rose Naguère", today.AddYears(-9), today.AddMonths(-30));
        await app.WithDb(async db =>
        {
            var person = await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == gone);
            person.Rename("Gaspard", "Jadis-Naguère");
            person.Depart(today.AddMonths(-40));
            return await db.SaveChangesAsync();
        });
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Erasure>().RunAsync(dryRun: false, CancellationToken.None);

        var person = await app.WithDb(db => db.Set<Person>().AsNoTracking().Include(p => p.Subject).SingleAsync(p => p.Id == gone));
        Assert.Equal(Person.ErasedName, person.FullName);
        Assert.DoesNotContain("jadis", person.Subject.Folded, StringComparison.Ordinal);
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => a.SubjectId == gone && a.Changes.Contains("Jadis"))));
        Assert.True(await app.WithDb(db => db.Set<Holding>().AnyAsync(h => h.PostId == post && h.PersonId == gone)));
        Assert.Null(await app.WithDb(db => db.Set<Person>().Where(p => p.Id == recent).Select(p => p.ErasedOn).SingleAsync()));
        var browser = await app.SignedIn(Roles.Coordination);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/personnes/{gone}")).Status);
        Assert.Contains(Person.ErasedName, (await browser.Get($"/postes/{post}")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vacant_post_of_a_followed_partner_is_due_the_day_after_the_last_holder_left()
    {
        var (post, _, partner) = await Held("Vincent Vacance", Today.AddYears(-1), Today.AddDays(-10));
        var (quiet, _, _) = await Held("Personne Suivie", Today.AddYears(-1), Today.AddDays(-10));
        var owner = await app.WithDb(async db =>
        {
            var establishment = new Establishment("La Vigie", "CHRS", null);
            db.Add(establishment);
            await db.SaveChangesAsync();
            var ours = Post.AtEstablishment(establishment.Id, "Coordination justice", PostLevel.Management);
            db.Add(ours);
            await db.SaveChangesAsync();
            (await db.Set<Partner>().SingleAsync(p => p.Id == partner)).Follow(ours.Id);
            await db.SaveChangesAsync();
            return ours.Id;
        });
        var source = app.Services.GetServices<IReminderSource>().Single(s => s.Rule.Code == "post-vacant");
        var due = await app.WithDb(async db =>
        {
            var facts = new List<DueFact>();
            await foreach (var fact in source.DueAsync(db, Today, Today.AddDays(source.Rule.Steps[0]), CancellationToken.None))
                facts.Add(fact);
            return facts;
        });
        var mine = Assert.Single(due, d => d.SubjectId == post);
        Assert.Equal((Today.AddDays(-9), (int?)owner, "Désigner un interlocuteur"), (mine.Due, mine.PostId, mine.Action));
        Assert.DoesNotContain(due, d => d.SubjectId == quiet);
        Assert.DoesNotContain(due, d => d.SubjectId == owner);
    }

    [Fact]
    public async Task Everybody_verifies_but_only_those_who_may_write_do()
    {
        var (post, person, _) = await Held("Vera Vérifiée", Today.AddYears(-1), null);
        var browser = await app.SignedIn(Roles.Staff);
        var sheet = await browser.SendAndFollow(await browser.Get($"/personnes/{person}"), [], "handler=Verify");
        Assert.Contains($"Coordonnées vérifiées le {French.Date(Today)}", sheet.Main, StringComparison.Ordinal);
        sheet = await browser.SendAndFollow(await browser.Get($"/postes/{post}"), [], "handler=Verify");
        Assert.Contains($"Coordonnées vérifiées le {French.Date(Today)}", sheet.Main, StringComparison.Ordinal);
        foreach (var address in new[] { $"/personnes/{person}/modifier", $"/personnes/{person}/releve", $"/postes/{post}/titulaire", "/personnes/nouvelle" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(address)).Status);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A post of a new partner, held by a new person.</summary>
    private async Task<(int Post, int Person, int Partner)> Held(string name, DateOnly from, DateOnly? to)
    {
        var partner = await app.AddPartner($"Partenaire de {name}");
        var person = await app.Add(new Person(name.Split(' ')[0], name.Split(' ')[1], "essai"));
        return await app.WithDb(async db =>
        {
            var post = Post.AtPartner(partner, $"Poste de {name}", PostLevel.Management);
            var holding = post.Appoint(person, from);
            if (to is { } end)
                holding.End(end);
            db.Add(post);
            await db.SaveChangesAsync();
            return (post.Id, person, partner);
        });
    }
}
