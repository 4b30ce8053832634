using System.Net;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

/// <summary>Amendments, rectification, what follows and what rolls, through the pages.</summary>
public sealed class ConventionLifePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task An_amendment_is_prepared_signed_and_read_on_both_sides_of_its_day()
    {
        var (id, _) = await Signed("Amendée");
        var (coordination, direction) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        var joining = await app.AddPartner("Tribunal qui rejoint", "court");
        var (effect, text) = (Today.AddDays(-10), Today.AddDays(-40));
        var form = await coordination.Get($"/conventions/{id}/avenants/nouveau");
        var found = await coordination.Send(form, [("Input.Purpose", "Plus de places"), ("cherche", "tribunal qui rejoint"), ("chercher", "1")]);
        Assert.Equal((HttpStatusCode.OK, "Plus de places"), (found.Status, found.Document.QuerySelector("#Input_Purpose")!.GetAttribute("value")));
        Assert.NotNull(found.Document.QuerySelector($"input[name='Input.Partners'][value='{joining}']"));
        var sheet = await coordination.SendAndFollow(found, [("Input.EffectOn", $"{effect:yyyy-MM-dd}"), ("Input.TextDate", $"{text:yyyy-MM-dd}"),
            ("Input.Places", "14"), ("Input.DailyPriceCents", "41,50"), ("Input.Partners", $"{joining}"), ("Input.Text", "Deux places au rez-de-chaussée.")]);
        Assert.Contains("Projet", sheet.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("14", (await coordination.Get($"/conventions/{id}/au")).Document.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        var refused = await direction.Send(await direction.Get($"/conventions/{id}/avenants/1/signature"), [("Input.SignedOn", $"{text.AddDays(-1):yyyy-MM-dd}")]);
        Assert.Contains("La signature ne peut pas précéder le texte", refused.Errors, StringComparison.Ordinal);
        await direction.SendAndFollow(refused, [("Input.SignedOn", $"{text.AddDays(5):yyyy-MM-dd}")]);

        var (before, after) = ((await direction.Get($"/conventions/{id}/au?le={effect.AddDays(-1):yyyy-MM-dd}")).Main, (await direction.Get($"/conventions/{id}/au?le={effect:yyyy-MM-dd}")).Main);
        Assert.All(new[] { "38,50", "12" }, t => Assert.Contains(t, before, StringComparison.Ordinal));
        Assert.All(new[] { "Tribunal qui rejoint", "Deux places au rez-de-chaussée." }, t => Assert.DoesNotContain(t, before, StringComparison.Ordinal));
        Assert.All(new[] { "41,50", "14", "Tribunal qui rejoint", "Deux places au rez-de-chaussée.", "Avenant n°" }, t => Assert.Contains(t, after, StringComparison.Ordinal));
        Assert.Equal($"/conventions/{id}/avenants/1", (await coordination.Get($"/conventions/{id}/avenants/1/modifier")).RedirectsTo);
    }

    [Fact]
    public async Task A_signed_amendment_is_rectified_with_a_reason_which_stays_in_the_history()
    {
        var (id, _) = await Signed("Avenant rectifié");
        var (direction, effect) = (await app.SignedIn(Roles.Direction), Today.AddDays(-10));
        var (wrong, right) = (await app.AddPartner("Tribunal par erreur", "court"), await app.AddPartner("Tribunal voulu", "court"));
        var sheet = await direction.SendAndFollow(await direction.Get($"/conventions/{id}/avenants/nouveau"),
            [("Input.Purpose", "Plus de places"), ("Input.EffectOn", $"{effect:yyyy-MM-dd}"), ("Input.Places", "41"), ("Input.Partners", $"{wrong}")]);
        Assert.Equal(sheet.Address, (await direction.Get($"{sheet.Address}/rectification")).RedirectsTo);
        await direction.SendAndFollow(await direction.Get($"{sheet.Address}/signature"), [("Input.SignedOn", $"{effect:yyyy-MM-dd}")]);

        var form = await direction.Get($"{sheet.Address}/rectification");
        Assert.Contains("Jusqu’ici : 12 places.", form.Main, StringComparison.Ordinal);
        var refused = await direction.Send(form, [("Input.Places", "14"), ("Why.SignedOn", $"{Today.AddDays(1):yyyy-MM-dd}"), ("Why.Reason", "Chiffres inversés.")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "14"), (refused.Status, refused.Document.QuerySelector("#Input_Places")!.GetAttribute("value")));
        Assert.Contains("ne se date pas d’avance", refused.Errors, StringComparison.Ordinal);
        sheet = await direction.SendAndFollow(refused, [("Input.Places", "14"), ("Why.SignedOn", $"{effect.AddDays(-1):yyyy-MM-dd}"), ("Why.Reason", "Chiffres inversés."), ("Input.Partners", $"{right}")]);
        Assert.Contains("12 → 14", System.Text.RegularExpressions.Regex.Replace(sheet.Main, @"\s+", " "), StringComparison.Ordinal);
        Assert.Contains("Tribunal voulu", sheet.Main, StringComparison.Ordinal);
        var links = await app.WithDb(db => db.SubjectLinks.Where(l => l.FromId == id).Select(l => l.ToId).ToListAsync());
        Assert.Contains(right, links);
        Assert.DoesNotContain(wrong, links);
        var history = (await direction.Get($"/historique/{id}")).Main;
        Assert.All(new[] { "Avenant n° 1 : Chiffres inversés.", "41", "14" }, t => Assert.Contains(t, history, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Coordination)).Get($"{sheet.Address}/rectification")).Status);
    }

    [Fact]
    public async Task Two_people_on_one_amendment_see_both_versions_and_nobody_signs_what_has_just_changed()
    {
        var (id, _) = await Signed("Avenant à deux");
        var (one, other) = (await app.SignedIn(Roles.Direction), await app.SignedIn(Roles.Coordination));
        var sheet = await one.SendAndFollow(await one.Get($"/conventions/{id}/avenants/nouveau"), [("Input.Purpose", "Plus de places"), ("Input.EffectOn", $"{Today:yyyy-MM-dd}"), ("Input.Places", "14")]);
        var (mine, signing) = (await one.Get($"{sheet.Address}/modifier"), await one.Get($"{sheet.Address}/signature"));
        await other.SendAndFollow(await other.Get($"{sheet.Address}/modifier"), [("Input.Places", "16")]);

        var stale = await one.Send(signing, [("Input.SignedOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
        Assert.Contains("12 → 16", stale.Main, StringComparison.Ordinal);

        var conflict = await one.Send(mine, [("Input.Places", "18"), ("Input.Text", "Six places de plus.")]);
        Assert.Equal((HttpStatusCode.Conflict, "18"), (conflict.Status, conflict.Document.QuerySelector("#Input_Places")!.GetAttribute("value")));
        var rows = conflict.Document.QuerySelectorAll("table.conflict tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(["Places | 18 | 16", "Texte | Six places de plus. | (vide)"], rows);
        await one.SendAndFollow(conflict, []);
        Assert.Equal(18, await app.WithDb(db => db.Set<Amendment>().Where(a => a.ConventionId == id).Select(a => a.Places).SingleAsync()));
    }

    [Fact]
    public async Task An_old_agreement_whose_day_of_signature_is_unknown_lives_by_its_dates()
    {
        var (partner, place) = (await app.AddPartner("SPIP de l’ancien", "spip"), await app.AddEstablishment("L’Ancienne"));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().Where(k => k.Code == "placement").Select(k => k.Id).SingleAsync());
        var direction = await app.SignedIn(Roles.Direction);
        var form = await direction.Get($"/conventions/nouvelle?partenaire={partner}&etablissement={place}");
        var sheet = await direction.SendAndFollow(form, [("Input.KindId", $"{kind}"), ("Input.Title", "Accord ancien"), ("Input.Start", "2015-01-01"), ("Input.Renewal", "Express"), ("Input.IsToDocument", "true"), ("Input.Missing", "Le texte signé.")]);
        Assert.Contains("En vigueur", sheet.Document.QuerySelector(".page-header-badges")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("jour de signature inconnu", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("À documenter", sheet.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Engager la négociation", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Accord ancien", (await direction.Get("/conventions?etat=en-vigueur&q=ancien")).Main, StringComparison.Ordinal);

        // Found since: its day is recorded, and from then on it is frozen.
        sheet = await direction.SendAndFollow(await direction.Get($"{sheet.Address}/signature"), [("Input.SignedOn", "2014-12-10")]);
        Assert.Contains("signé le 10/12/2014", sheet.Main, StringComparison.Ordinal);
        Assert.Null((await direction.Get($"{sheet.Address}/modifier")).Document.QuerySelector("#Input_Start"));
    }

    [Fact]
    public async Task A_post_vacated_between_signature_and_end_leaves_a_referent_to_name_with_the_date()
    {
        var (id, _) = await Signed("Sans référent");
        await app.WithDb(async db =>
        {
            var convention = await db.Set<Convention>().Include(c => c.Subject.Links).SingleAsync(c => c.Id == id);
            var post = Post.AtEstablishment(convention.Subject.Links.First(l => l.Role == LinkRole.Establishment).ToId, "Référence justice", PostLevel.Management);
            var person = new Person("Ada", "Partie", "essai");
            db.AddRange(post, person);
            await db.SaveChangesAsync();
            post.Appoint(person.Id, Today.AddYears(-3)).End(Today.AddDays(-4));
            convention.Entrust(post.Id, null);
            return await db.SaveChangesAsync();
        });
        var browser = await app.SignedIn(Roles.Direction);
        var sheet = await browser.Get($"/conventions/{id}");
        Assert.Contains("En vigueur", sheet.Document.QuerySelector(".page-header-badges")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Référent à désigner", sheet.Main, StringComparison.Ordinal);
        Assert.Contains($"poste vacant depuis le {French.Date(Today.AddDays(-3))}", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Convention Sans référent", (await browser.Get("/conventions?risque=interlocuteur&q=Sans+référent")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_does_not_exist_shows_today_and_says_so()
    {
        var (id, _) = await Signed("Relue");
        Assert.Contains("Cette date n’existe pas.", (await (await app.SignedIn(Roles.Staff)).Get($"/conventions/{id}/au?le=2025-02-30")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rectification_needs_its_reason_which_stays_in_the_history()
    {
        var (id, _) = await Signed("Rectifiée");
        var direction = await app.SignedIn(Roles.Direction);
        var form = await direction.Get($"/conventions/{id}/rectification");
        var refused = await direction.Send(form, [("Input.Places", "21")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        await direction.SendAndFollow(refused, [("Why.Reason", "Un chiffre inversé.")]);
        Assert.Equal(21, await app.WithDb(db => db.Set<Convention>().Where(c => c.Id == id).Select(c => c.Places).SingleAsync()));
        var history = (await direction.Get($"/historique/{id}")).Main;
        Assert.Contains("Un chiffre inversé.", history, StringComparison.Ordinal);
        Assert.Contains("21", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_habits_of_a_kind_fill_the_form_without_script_and_State_money_warns()
    {
        var (partner, place) = (await app.AddPartner("SPIP des usages", "spip"), await app.AddEstablishment("Les Usages"));
        var kind = await app.WithDb(db => db.Set<ConventionKind>().SingleAsync(k => k.Code == "placement"));
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/nouvelle?partenaire={partner}&etablissement={place}");
        form = await browser.Send(form, [("Input.KindId", $"{kind.Id}"), ("Input.Title", "Convention des usages"), ("Input.Start", "2027-03-01"), ("usages", "1")]);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        Assert.Equal(["Convention des usages", "2030-02-28", "3", "Express"], new[] { "#Input_Title", "#Input_End", "#Input_Notice", "#Input_Renewal option[selected]" }.Select(s => form.Document.QuerySelector(s)!.GetAttribute("value")));
        Assert.DoesNotContain("Reconduction tacite avec de l’argent", form.Main, StringComparison.Ordinal);

        var sheet = await browser.SendAndFollow(form, [("Input.Renewal", "Tacit")]);
        Assert.Contains("reconduction tacite avec de l’argent de l’État", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("Reconduction tacite avec de l’argent de l’État.", (await browser.Get($"{sheet.Address}/modifier")).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successor_is_refused_while_one_is_pending_and_a_copy_brings_the_content()
    {
        var (id, _) = await Signed("Suivie", source => source.Promise("Une place réservée", true, null));
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/nouvelle?suite={id}");
        var second = await browser.Get($"/conventions/nouvelle?suite={id}");
        var next = await browser.SendAndFollow(form, []);
        Assert.Contains("Fait suite à", next.Main, StringComparison.Ordinal);
        var refused = await browser.Send(second, [("Input.Title", "Autre suite")]);
        Assert.Contains("La suite est déjà en préparation", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(next.Address, (await browser.Get($"/conventions/nouvelle?suite={id}")).RedirectsTo);

        var copy = await browser.Get($"/conventions/nouvelle?copie={id}");
        Assert.Empty(copy.Document.QuerySelector("#Input_Start")!.GetAttribute("value") ?? "");
        var copied = await browser.SendAndFollow(copy, [("Input.Title", "Une copie")]);
        var bare = await browser.SendAndFollow(await browser.Get($"/conventions/nouvelle?copie={id}"), [("contenu", "false"), ("Input.Title", "Une copie nue")]);
        Assert.Equal((1, 0), await app.WithDb(async db => (await Promises(db, copied), await Promises(db, bare))));

        static Task<int> Promises(IntranetDb db, Page sheet)
        {
            var made = int.Parse(sheet.Address.Split('/')[^1]);
            return db.Set<Commitment>().CountAsync(c => c.ConventionId == made);
        }
    }

    [Fact]
    public async Task Renewals_are_decided_asked_for_and_what_has_ended_may_be_applied()
    {
        var (id, _) = await Signed("Décidée");
        var direction = await app.SignedIn(Roles.Direction);
        await direction.SendAndFollow(await direction.Get($"/conventions/{id}/demande"), [("Input.RequestedOn", $"{Today.AddDays(-2):yyyy-MM-dd}")]);
        var sheet = await direction.SendAndFollow(await direction.Get($"/conventions/{id}/decision"), [("Input.RenewalDecidedOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Contains("Renouvellement", sheet.Document.QuerySelector(".page-header-badges")!.TextContent, StringComparison.Ordinal);
        var early = await direction.Send(await direction.Get($"/conventions/{id}/prolongation"), [("Input.AcceptedBy", "La direction"), ("Input.AcceptedReason", "En attente."), ("Input.AcceptedSince", $"{Today:yyyy-MM-dd}")]);
        Assert.Contains("à partir du lendemain", early.Errors, StringComparison.Ordinal);

        var (ended, _) = await Signed("Finie", end: Today.AddDays(-5));
        sheet = await direction.SendAndFollow(await direction.Get($"/conventions/{ended}/prolongation"), [("Input.AcceptedBy", "La direction"), ("Input.AcceptedReason", "En attente.")]);
        Assert.Contains("Échue mais appliquée", sheet.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tacit_renewals_are_written_once_and_change_no_state()
    {
        var (id, _) = await Signed("Roulée", renewal: RenewalMode.Tacit, end: Today.AddDays(-400));
        var reader = await app.SignedIn(Roles.Staff);
        var before = (await reader.Get($"/conventions/{id}")).Document.QuerySelector(".page-header-badges")!.TextContent;
        var job = app.Services.GetServices<IScheduledJob>().Single(j => j.Code == "tacit-renewals");
        Assert.NotEqual("", await job.RunAsync(CancellationToken.None));
        Assert.Equal("", await job.RunAsync(CancellationToken.None));
        Assert.Equal(before, (await reader.Get($"/conventions/{id}")).Document.QuerySelector(".page-header-badges")!.TextContent);
        Assert.Equal(1, await app.WithDb(db => db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == AuditAction.Event && a.Changes.Contains("Reconduite tacitement"))));
    }

    [Fact]
    public async Task Kinds_and_their_habits_are_edited_by_administrators()
    {
        var admin = await app.SignedIn(Roles.Administration);
        var list = await admin.SendAndFollow(await admin.Get("/administration/natures-de-convention/fiche"), [("Input.Label", "Convention d’essai"), ("Input.Months", "18"), ("Input.Renewal", "Tacit"), ("Input.IsStateFunded", "true"), ("Input.Authorisation", "Agrément PE")]);
        Assert.Contains("Convention d’essai", list.Main, StringComparison.Ordinal);
        var again = await admin.Send(await admin.Get("/administration/natures-de-convention/fiche"), [("Input.Label", "Convention d’essai")]);
        Assert.Contains("Cette nature existe déjà.", again.Errors, StringComparison.Ordinal);
        var kind = await app.WithDb(db => db.Set<ConventionKind>().SingleAsync(k => k.Label == "Convention d’essai"));
        Assert.Equal((18, RenewalMode.Tacit, true, "Agrément PE"), (kind.Months!.Value, kind.Renewal, kind.IsStateFunded, kind.Authorisation));
    }

    private Task<(int Id, string Number)> Signed(string name, Action<Convention>? with = null, RenewalMode renewal = RenewalMode.Express, DateOnly? end = null) => app.WithDb(async db =>
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        var kind = await db.Set<ConventionKind>().Where(k => k.Code == "placement").Select(k => k.Id).SingleAsync();
        var convention = new Convention($"CV-{name}", $"Convention {name}", kind, Today.AddYears(-2));
        convention.About(convention.Title, kind, "", 12, 3850, null);
        convention.Between([place], [partner]);
        convention.Run(new ConventionTerms(Today.AddYears(-2), end ?? Today.AddDays(300), NoticePeriod.OfMonths(3), renewal, 12, null), null);
        with?.Invoke(convention);
        convention.Sign(Today.AddYears(-2).AddDays(-5), null, Today);
        db.Add(convention);
        await db.SaveChangesAsync();
        return (convention.Id, convention.Number);
    });
}
