using System.Globalization;
using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

public sealed class RecordPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task What_one_declares_counts_once_the_head_of_service_has_accepted_it()
    {
        var team = await app.AddTeam("Déclare");
        var (mine, head) = (await app.SignedInAs(team.Person), await app.SignedInAs(team.Head));
        var record = await Declare(mine, team, Today.AddDays(-10));
        Assert.Contains("elle comptera une fois vérifiée", record.Main, StringComparison.Ordinal);
        Assert.Contains("Rien à vérifier", (await mine.Get("/formations/a-verifier")).Main, StringComparison.Ordinal);
        Assert.False((await Read(IdOf(record))).Counts);

        var list = await head.Get("/formations/a-verifier");
        Assert.Contains("Léa Salariée Déclare", list.Main, StringComparison.Ordinal);
        var after = await head.SendAndFollow(list, [], $"attestations/{IdOf(record)}?handler=Accept");
        Assert.Contains("Rien à vérifier", after.Main, StringComparison.Ordinal);
        var stored = await Read(IdOf(record));
        Assert.Equal((true, 420, RecordOrigin.Entered), (stored.Counts, stored.Minutes, stored.Origin));
        var own = await mine.Get("/formations/moi");
        Assert.Contains("Gestion de crise Déclare", own.Document.QuerySelector("[aria-labelledby=acquis]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("sans limite", own.Main, StringComparison.Ordinal);

        // Their sheet leads to it those who may read it, and nobody else.
        var sheet = $"/personnes/{team.Person}";
        Assert.NotNull((await mine.Get(sheet)).Document.QuerySelector("[aria-labelledby=formations] a[href='/formations/moi']"));
        Assert.Contains("1 formation suivie", (await head.Get(sheet)).Document.QuerySelector("[aria-labelledby=formations]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await (await app.SignedInAs((await app.AddTeam("Curieuse")).Head)).Get(sheet)).Document.QuerySelector("[aria-labelledby=formations]"));
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_is_sent_again_is_to_be_verified_again()
    {
        var team = await app.AddTeam("Refus");
        var (mine, head) = (await app.SignedInAs(team.Person), await app.SignedInAs(team.Head));
        var id = IdOf(await Declare(mine, team, Today.AddDays(-10)));
        var page = await head.Get($"/formations/attestations/{id}");
        var silent = await head.Send(page, [], "handler=Refuse");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("Dites pourquoi", silent.Errors, StringComparison.Ordinal);
        await head.SendAndFollow(page, [("Reason", "La date n’est pas celle du certificat.")], "handler=Refuse");
        Assert.Contains("La date n’est pas celle du certificat.", (await mine.Get("/formations/moi")).Main, StringComparison.Ordinal);

        var again = await mine.Get($"/formations/attestations/{id}/reprise");
        await mine.SendAndFollow(again, [("Input.CompletedOn", Day(Today.AddDays(-12)))]);
        var stored = await Read(id);
        Assert.Equal((RecordState.Submitted, Today.AddDays(-12), ""), (stored.Status, stored.CompletedOn, stored.RefusedReason));
        // The page that the head had open tells of another state.
        Assert.Equal(HttpStatusCode.Conflict, (await head.Send(page, [], "handler=Accept")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/formations/attestations/{id}/reprise")).Status);
    }

    [Fact]
    public async Task Who_answers_for_the_person_enters_it_at_once_and_the_same_twice_only_knowingly()
    {
        var team = await app.AddTeam("Saisie");
        var head = await app.SignedInAs(team.Head);
        var form = await head.Get($"/formations/attestations/nouvelle?personne={team.Person}");
        (string, string)[] values = [("Input.CourseId", $"{team.Course}"), ("Input.CompletedOn", Day(Today.AddYears(-1))), ("Input.Hours", "3,5"), ("Input.Cost", "900")];
        var id = IdOf(await head.SendAndFollow(form, values));
        var stored = await Read(id);
        // A head of service doesn't give costs.
        Assert.Equal((true, 210, 0L), (stored.Counts, stored.Minutes, stored.Cost));
        form = await head.Get(form.Address);
        var twice = await head.Send(form, values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("déjà enregistrée", twice.Errors, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await head.Send(twice, [.. values, ("Input.IsAnother", "true")])).Status);
        form = await head.Get(form.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(form, [("Input.CourseId", $"{team.Course}"), ("Input.CompletedOn", Day(Today.AddDays(1)))])).Status);
        var vague = await head.Send(form, [("Input.CourseId", $"{team.Course}"), ("Input.CompletedOn", Day(Today)), ("Input.Hours", "beaucoup")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, vague.Status);
        Assert.Contains("Écrivez une durée", vague.Errors, StringComparison.Ordinal);
        Assert.Contains(vague.FieldsOf(vague.Form(null)), f => f is { Key: "Input.Hours", Value: "beaucoup" });
        // Nobody accepts their own: it waits for the direction.
        var own = await Declare(head, team, Today.AddDays(-3));
        Assert.Equal(RecordState.Submitted, (await Read(IdOf(own))).Status);
        Assert.Null(own.Document.QuerySelector("form[action*='handler=Accept']"));
    }

    [Fact]
    public async Task Nobody_reads_the_records_of_others_beyond_role_and_scope()
    {
        var (team, other) = (await app.AddTeam("Secret"), await app.AddTeam("Ailleurs"));
        var id = await app.AddRecord(team.Person, team.Course, Today.AddDays(-20), 250_00);
        string[] pages = [$"/formations/personnes/{team.Person}", $"/formations/personnes/{team.Person}/historique", $"/formations/personnes/{team.Person}/export.xlsx", $"/formations/attestations/{id}", $"/formations/attestations/{id}/imprimer"];
        var colleague = await app.SignedInAs(await app.Employ("Omar", "Collègue", team.Place));
        var elsewhere = await app.SignedInAs(other.Head, Roles.Staff, team.Place);
        var outside = await app.SignedIn(Roles.Coordination | Roles.Direction, seesAll: false, other.Place);
        var administrator = await app.SignedIn(Roles.Administration);
        foreach (var stranger in new[] { colleague, elsewhere, outside, administrator })
        {
            foreach (var page in pages)
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(page)).Status);
        }
        var coordinator = await app.SignedIn(Roles.Coordination, seesAll: false, team.Place);
        foreach (var reader in new[] { await app.SignedInAs(team.Person), await app.SignedInAs(team.Head), coordinator })
        {
            foreach (var page in pages)
            {
                var read = await reader.Get(page);
                Assert.Equal(HttpStatusCode.OK, read.Status);
                // Costs are the direction's.
                Assert.DoesNotContain("250", read.Main, StringComparison.Ordinal);
            }
        }
        Assert.Contains("250", (await (await app.SignedIn(Roles.Direction, seesAll: false, team.Place)).Get(pages[0])).Main, StringComparison.Ordinal);
        foreach (var write in new[] { "corriger", "annulation" })
            Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get($"/formations/attestations/{id}/{write}")).Status);
    }

    [Fact]
    public async Task A_correction_says_why_and_the_history_keeps_what_stood_before()
    {
        var team = await app.AddTeam("Correction");
        var head = await app.SignedInAs(team.Head);
        var id = await app.AddRecord(team.Person, team.Course, Today.AddDays(-20));
        var (form, stale) = (await head.Get($"/formations/attestations/{id}/corriger"), await head.Get($"/formations/attestations/{id}/corriger"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await head.Send(form, [("Input.CompletedOn", Day(Today.AddDays(-25)))])).Status);
        await head.SendAndFollow(form, [("Input.CompletedOn", Day(Today.AddDays(-25))), ("Input.Reason", "Jour du certificat.")]);
        var late = await head.Send(stale, [("Input.CompletedOn", Day(Today.AddDays(-30))), ("Input.Reason", "Autre jour.")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains(French.Date(Today.AddDays(-25)), late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Autre jour.", late.Document.QuerySelector("#Input_Reason")!.GetAttribute("value"));

        var history = (await head.Get($"/formations/personnes/{team.Person}/historique")).Main;
        Assert.Contains(French.Date(Today.AddDays(-20)), history, StringComparison.Ordinal);
        Assert.Contains(French.Date(Today.AddDays(-25)), history, StringComparison.Ordinal);
        Assert.Contains("Jour du certificat.", history, StringComparison.Ordinal);

        var off = await head.SendAndFollow(await head.Get($"/formations/attestations/{id}/annulation"), [("Input.Reason", "Saisie sur la mauvaise personne.")]);
        Assert.Contains("Annulée", off.Main, StringComparison.Ordinal);
        Assert.False((await Read(id)).Counts);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/formations/attestations/{id}/imprimer")).Status);
    }

    [Fact]
    public async Task A_proof_goes_to_who_may_read_its_record_and_to_nobody_else()
    {
        var team = await app.AddTeam("Preuve");
        var (mine, head) = (await app.SignedInAs(team.Person), await app.SignedInAs(team.Head));
        var form = await mine.Get("/formations/attestations/nouvelle");
        var refused = await Upload(mine, form, team, "attestation.pdf", "<html></html>"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(await app.WithDb(db => db.Set<TrainingRecord>().AnyAsync(r => r.PersonId == team.Person)));
        var sent = await Upload(mine, form, team, "attestation.pdf", "%PDF-1.7 fictional"u8.ToArray());
        var page = await head.Get(sent.Headers.Location!.OriginalString);
        var link = page.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        var file = await head.Client.GetAsync(link);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        var colleague = await app.SignedInAs(await app.Employ("Omar", "Curieux", team.Place));
        Assert.Equal(HttpStatusCode.NotFound, (await colleague.Get(link)).Status);
        // The common pages know nothing of it, for anybody.
        var id = link.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/fichiers/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/historique/{link.Split('/')[^3]}")).Status);
        // Once accepted, the person's own proof stays.
        await head.SendAndFollow(page, [], "handler=Accept");
        Assert.Null((await mine.Get(page.Address)).Document.QuerySelector("form[action*='handler=Remove']"));
    }

    [Fact]
    public async Task A_certificate_says_who_what_and_until_when()
    {
        var team = await app.AddTeam("Certificat");
        await app.WithDb(async db =>
        {
            var course = await db.Set<Course>().Include(c => c.Subject).SingleAsync(c => c.Id == team.Course);
            course.Last(ValidityMode.FromCompletion, 24, 3);
            return await db.SaveChangesAsync();
        });
        var id = await app.AddRecord(team.Person, team.Course, new(2026, 3, 2));
        var sheet = (await (await app.SignedInAs(team.Person)).Get($"/formations/attestations/{id}/imprimer")).Main;
        Assert.Contains("Léa Salariée Certificat", sheet, StringComparison.Ordinal);
        Assert.Contains("Gestion de crise Certificat", sheet, StringComparison.Ordinal);
        Assert.Contains(French.LongDate(new(2028, 3, 1)), sheet, StringComparison.Ordinal);
        Assert.Contains(Organisation.Name, sheet, StringComparison.Ordinal);
        Assert.Contains("CHRS Certificat", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_departed_persons_record_stays_with_the_last_team()
    {
        var (team, before) = (await app.AddTeam("Départ"), await app.AddTeam("Avant"));
        var gone = await app.Employ("Paul", "Garnier", before.Place, new(2022, 1, 3), new(2023, 12, 31));
        await app.WithDb(async db =>
        {
            var person = await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == gone);
            person.Employ(team.Place, "Éducateur", new(2024, 1, 1)).Leave(new(2026, 3, 31));
            return await db.SaveChangesAsync();
        });
        await app.AddRecord(gone, team.Course, new(2025, 5, 5));
        var page = await (await app.SignedInAs(team.Head)).Get($"/formations/personnes/{gone}");
        Assert.Contains("Gestion de crise Départ", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedInAs(before.Head)).Get($"/formations/personnes/{gone}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(Roles.Direction, seesAll: false, team.Place)).Get($"/formations/personnes/{gone}")).Status);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int IdOf(Page page) => int.Parse(page.Address.Split('/')[^1].Split('?')[0], CultureInfo.InvariantCulture);

    private static async Task<Page> Declare(Browser browser, TrainingTeam team, DateOnly on)
        => await browser.SendAndFollow(await browser.Get("/formations/attestations/nouvelle"), [("Input.CourseId", $"{team.Course}"), ("Input.CompletedOn", Day(on))]);

    private Task<TrainingRecord> Read(int id) => app.WithDb(db => db.Set<TrainingRecord>().AsNoTracking().SingleAsync(r => r.Id == id));

    private async Task<HttpResponseMessage> Upload(Browser browser, Page form, TrainingTeam team, string name, byte[] content)
    {
        var token = form.Document.QuerySelector("meta[name=request-token]")!.GetAttribute("content")!;
        using var body = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent($"{team.Course}"), "Input.CourseId" },
            { new StringContent(Day(Today.AddDays(-4))), "Input.CompletedOn" },
            { new ByteArrayContent(content), "file", name },
        };
        return await browser.Client.PostAsync(form.Address, body);
    }
}
