using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Training;

public sealed class RequirementPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task A_requirement_is_written_counted_changed_and_ended()
    {
        var pole = await app.Add(new Pole("Pôle Exigeant"));
        var house = await app.AddEstablishment("Exigeante", pole);
        foreach (var name in new[] { "Ana", "Basile" })
        {
            var person = new Person(name, "Exigeante", "essai");
            person.Employ(house, "Veilleuse ou veilleur", Today.AddYears(-1));
            await app.Add(person);
        }
        var (first, second) = (await app.Add(new Course("Gestes qui sauvent", CourseKind.Internal, 210)), await app.Add(new Course("Secours", CourseKind.External, 840)));
        var browser = await app.SignedIn(Roles.Direction, false, pole);

        var form = await browser.Get("/formations/exigences/nouvelle");
        (string, string)[] values = [("Input.Title", "Secours de nuit"), ("Input.Function", "Veilleuse ou veilleur"), ("Input.EstablishmentId", $"{house}"), ("Input.DelayDays", "0")];
        var refused = await browser.Send(form, values);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choisissez au moins une formation.", refused.Main, StringComparison.Ordinal);
        Assert.Equal("Secours de nuit", refused.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));

        var shown = await browser.SendAndFollow(form, [.. values, ("Input.Courses", $"{first}"), ("Input.Courses", $"{second}")]);
        Assert.Contains("Concerne 2 personnes aujourd’hui", shown.Main, StringComparison.Ordinal);
        Assert.Contains("L’une ou l’autre suffit.", shown.Main, StringComparison.Ordinal);
        Assert.Contains("Secours de nuit", (await browser.Get("/formations/exigences")).Main, StringComparison.Ordinal);
        var address = shown.Address;

        var (mine, theirs) = (await browser.Get($"{address}/modifier"), await browser.Get($"{address}/modifier"));
        await browser.SendAndFollow(theirs, [("Input.Target", "90")]);
        var conflict = await browser.Send(mine, [("Input.Target", "70"), ("Input.AtLeast", "1")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("70", conflict.Document.QuerySelector("#Input_Target")!.GetAttribute("value"));
        var kept = await browser.SendAndFollow(conflict, []);
        Assert.Contains("au moins 1 par établissement", kept.Main, StringComparison.Ordinal);

        // Removing a course is a change like any other: both people stay concerned.
        var once = await browser.Get($"{address}/modifier");
        await browser.SendAndFollow(once, [("Input.Courses", $"{second}"), ("Input.AtLeast", "")]);
        Assert.Equal([second], await app.WithDb(db => db.Set<RequirementCourse>().Where(c => c.Requirement!.Title == "Secours de nuit").Select(c => c.CourseId).ToListAsync()));

        var ended = await browser.SendAndFollow(await browser.Get(address), [], "End");
        Assert.Contains($"jusqu’au {French.Date(Today)}", ended.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_reads_it_and_only_the_direction_of_its_place_changes_it()
    {
        var (inside, outside) = (await app.Add(new Pole("Pôle d’ici")), await app.Add(new Pole("Pôle de là")));
        var house = await app.AddEstablishment("Ici", inside);
        var requirement = new Requirement("Exigence d’ici", Today);
        requirement.AskFor([await app.Add(new Course("Cadre d’ici", CourseKind.Internal, 60))]);
        requirement.Concern("", house, "", null);
        var address = $"/formations/exigences/{await app.Add(requirement)}";
        var staff = await app.SignedIn(Roles.Staff, false, outside);
        var read = await staff.Get(address);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.DoesNotContain("Concerne 1", read.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get($"{address}/modifier")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignedIn(Roles.Coordination)).Get($"{address}/modifier")).Status);
        var other = await app.SignedIn(Roles.Direction, false, outside);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{address}/modifier")).Status);
        Assert.Null((await other.Get(address)).Document.QuerySelector("main form[action*='End']"));
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(Roles.Direction, false, inside)).Get($"{address}/modifier")).Status);

        // What the form doesn't offer is refused: an establishment out of scope.
        var form = await other.Get("/formations/exigences/nouvelle");
        var forged = await other.Send(form, [("Input.Title", "Forcée"), ("Input.EstablishmentId", $"{house}"), ("Input.Courses", form.Document.QuerySelector("[name='Input.Courses']")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
    }
}
