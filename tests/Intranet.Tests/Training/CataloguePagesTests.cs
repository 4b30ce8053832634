using System.Net;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Training;

public sealed class CataloguePagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_course_is_added_read_changed_retired_and_put_back()
    {
        var older = await app.AddCourse("Ancien cadre légal");
        var browser = await app.SignedIn(Roles.Direction);
        var sheet = await browser.SendAndFollow(await browser.Get("/formations/nouvelle"),
        [
            ("Input.Title", "Cadre légal des peines"), ("Input.Kind", "External"), ("Input.Duration", "3 h 30"), ("Input.Cost", "240,50"), ("Input.Objectives", "Situer les mesures"),
            ("Input.Topics", "Justice"), ("Input.Validity", "FromExpiry"), ("Input.ValidityMonths", "36"), ("Input.RenewalMonths", "6"), ("Input.ReplacesId", $"{older}"), ("Input.HandOnWeeks", "6"),
        ]);
        var id = int.Parse(sheet.Address.Split('/')[^1]);
        var course = await app.WithDb(db => db.Set<Course>().SingleAsync(c => c.Id == id));
        Assert.Equal((210, 240_50L, ValidityMode.FromExpiry, 36, 6, older, 6), (course.Duration, course.Cost, course.Validity, course.ValidityMonths, course.RenewalMonths, course.ReplacesId, course.HandOnWeeks));
        Assert.Contains("240,50", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("36 mois", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Cadre légal des peines", (await browser.Get($"/formations/{older}")).Main, StringComparison.Ordinal);

        // What it costs is for the direction.
        foreach (var role in new[] { Roles.Staff, Roles.Coordination, Roles.Administration })
            Assert.DoesNotContain("240,50", (await (await app.SignedIn(role)).Get($"/formations/{id}")).Main, StringComparison.Ordinal);

        await browser.SendAndFollow(await browser.Get($"/formations/{id}/modifier"), [("Input.Duration", "7 h")]);
        Assert.Equal((420, 240_50L), await app.WithDb(async db => { var c = await db.Set<Course>().SingleAsync(c => c.Id == id); return (c.Duration, c.Cost ?? 0); }));

        await browser.SendAndFollow(await browser.Get($"/formations/{id}/retrait"), []);
        Assert.DoesNotContain("Cadre légal des peines", (await browser.Get("/formations/catalogue?q=cadre")).Main, StringComparison.Ordinal);
        Assert.Contains("Cadre légal des peines", (await browser.Get("/formations/catalogue?q=cadre&retirees=true")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/formations/sessions/nouvelle?formation={id}")).Status);
        await browser.SendAndFollow(await browser.Get($"/formations/{id}/retrait"), []);
        Assert.Null(await app.WithDb(db => db.Set<Course>().Where(c => c.Id == id).Select(c => c.RetiredOn).SingleAsync()));
    }

    [Fact]
    public async Task The_catalogue_is_filtered_by_words_kind_and_topic()
    {
        var course = new Course("Repérage des usages", CourseKind.Joint, 840);
        course.Describe("Repérage des usages", "", "", ["Addictions", "Santé mentale"], "CSAPA");
        await app.Add(course);
        var browser = await app.SignedIn(Roles.Staff);
        foreach (var (query, isThere) in new[] { ("q=usages", true), ("q=csapa&nature=Joint", true), ("nature=Internal", false), ("theme=Addictions", true), ("theme=Justice", false) })
            Assert.Equal(isThere, (await browser.GetFragment($"/formations/catalogue?{query}")).Text.Contains("Repérage des usages", StringComparison.Ordinal));
        Assert.DoesNotContain("<html", (await browser.GetFragment("/formations/catalogue")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_says_what_is_wrong_and_keeps_what_was_typed()
    {
        var browser = await app.SignedIn(Roles.Direction);
        var form = await browser.Get("/formations/nouvelle");
        async Task Refused(string field, string value, string sentence)
        {
            (string Name, string Value)[] right = [("Input.Title", "Essai de saisie"), ("Input.Duration", "7 h"), ("Input.Objectives", "Gardé")];
            var answer = await browser.Send(form, [.. right.Where(r => r.Name != field), (field, value)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Errors, StringComparison.Ordinal);
            Assert.Equal("Gardé", answer.Document.QuerySelector("#Input_Objectives")!.TextContent.Trim());
        }
        await Refused("Input.Title", "", "");
        await Refused("Input.Duration", "longtemps", "Écrivez une durée");
        await Refused("Input.Duration", "5 min", "15 minutes");
        await Refused("Input.Cost", "gratuit", "Écrivez un prix");
        await Refused("Input.Validity", "FromCompletion", "durée de validité");
        await Refused("Input.HandOnWeeks", "60", "1 à 26 semaines");
        Assert.False(await app.WithDb(db => db.Set<Course>().AnyAsync(c => c.Title == "Essai de saisie")));
    }

    [Fact]
    public async Task Two_people_on_one_course_see_each_other()
    {
        var id = await app.AddCourse("Partagée");
        var browser = await app.SignedIn(Roles.Direction);
        var (edit, retire) = (await browser.Get($"/formations/{id}/modifier"), await browser.Get($"/formations/{id}/retrait"));
        await browser.SendAndFollow(await browser.Get($"/formations/{id}/modifier"), [("Input.Provider", "Siège")]);
        var late = await browser.Send(edit, [("Input.Provider", "Institut")]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Siège", late.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.Send(retire, [])).Status);
        await browser.SendAndFollow(late, []);
        Assert.Equal("Institut", await app.WithDb(db => db.Set<Course>().Where(c => c.Id == id).Select(c => c.Provider).SingleAsync()));
    }

    [Fact]
    public async Task A_course_replaces_neither_itself_nor_what_replaces_it()
    {
        var older = await app.AddCourse("Première version");
        var newer = await app.AddCourse("Deuxième version");
        var browser = await app.SignedIn(Roles.Direction);
        await browser.SendAndFollow(await browser.Get($"/formations/{newer}/modifier"), [("Input.ReplacesId", $"{older}")]);
        var form = await browser.Get($"/formations/{older}/modifier");
        Assert.Null(form.Document.QuerySelector($"#Input_ReplacesId option[value='{newer}']"));
        foreach (var id in new[] { older, newer })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Send(form, [("Input.ReplacesId", $"{id}")])).Status);
    }
}
