using System.Net;
using System.Text;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Training;
using Intranet.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Imports;

public sealed class TrainingImportTests : IAsyncLifetime
{
    private const string Text = """
        Nom;Prénom;Établissement;Intitulé de la formation;Date;Durée;Coût;Valable jusqu'au;Organisme
        Mazères;Claire;CHRS La Traverse;Gestion de crise;14/03/2025;3,5;120,50;13/03/2027;Croix-Rouge
        MAZERES;Claire;;gestion de crise;02/02/2022;;;;
        Okafor;Sandrine;;Secret professionnel;10/10/2025;;;;
        Petit;Jean;CHRS La Traverse;Secret professionnel;10/10/2025;;;;
        Petit;Jean;;Secret professionnel;11/10/2025;;;;
        Inconnue;Ada;;Secret professionnel;10/10/2025;;;;
        Mazères;Claire;;Gestion de crises;10/10/2025;;;;
        Mazères;Claire;;Gestion de crise;10/10/2035;;;;
        Mazères;Claire;;Gestion de crise;14/03/2025;;;;
        Mazères;Claire;;Gestion de crise;15/03/2025;longtemps;;;
        """;

    private readonly IntranetApp app = new();
    private int claire, here;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        (here, var there) = (await app.AddEstablishment("La Traverse"), await app.AddEstablishment("L’Escale"));
        claire = await app.Employ("Claire", "Mazères", here);
        // Gone: what she learnt is imported all the same.
        await app.Employ("Sandrine", "Okafor", there, new(2020, 1, 6), new(2026, 3, 31));
        await app.Employ("Jean", "Petit", here);
        await app.Employ("Jean", "Petit", there);
        var course = new Course("Gestion de crise", CourseKind.External, 840);
        course.Take(CourseKind.External, 840, 250_00);
        await app.Add(course);
        await app.Add(new Course("Secret professionnel", CourseKind.Internal, 180));
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Lines_become_records_that_count_and_the_others_say_why()
    {
        var (plan, run) = await app.Import("training", Text);
        Assert.Equal((4, 6), (plan.Created, plan.Issues.Count));
        Assert.Contains("Plusieurs personnes", plan.Issues.Single(i => i.Line == 6).Message, StringComparison.Ordinal);
        Assert.Contains("ne porte ce nom", plan.Issues.Single(i => i.Line == 7).Message, StringComparison.Ordinal);
        Assert.Equal("Gestion de crise", plan.Issues.Single(i => i.Line == 8).Suggestions[0]);
        Assert.Contains("au plus tard", plan.Issues.Single(i => i.Line == 9).Message, StringComparison.Ordinal);
        Assert.Contains("précédente", plan.Issues.Single(i => i.Line == 10).Message, StringComparison.Ordinal);
        Assert.Equal("hours", plan.Issues.Single(i => i.Line == 11).Key);

        var records = await app.WithDb(db => db.Set<TrainingRecord>().AsNoTracking().Where(r => r.PersonId == claire).OrderBy(r => r.CompletedOn).ToListAsync());
        Assert.All(records, r => Assert.True(r.Counts));
        Assert.Equal((840, 250_00L, null), (records[0].Minutes, records[0].Cost, records[0].StatedUntil));
        Assert.Equal((210, 120_50L, new DateOnly(2027, 3, 13), "Croix-Rouge"), (records[1].Minutes, records[1].Cost, records[1].StatedUntil, records[1].Note));

        var again = (await app.Import("training", Text)).Plan;
        Assert.Equal((0, 0, 4), (again.Created, again.Updated, again.Unchanged));
        var undone = await app.Undo(run.Id);
        Assert.Equal((4, 0), (undone.Removed, undone.Kept));
    }

    [Fact]
    public async Task What_somebody_declared_still_waits_and_what_is_exported_comes_back_unchanged()
    {
        var course = await app.WithDb(db => db.Set<Course>().Where(c => c.Title == "Gestion de crise").Select(c => c.Id).SingleAsync());
        await app.Add(new TrainingRecord(claire, course, new(2025, 3, 14), 420, 0, RecordOrigin.Entered, new(2025, 4, 1), "Claire"));
        var (plan, _) = await app.Import("training", Text);
        Assert.Equal((3, 1), (plan.Created, plan.Unchanged));
        Assert.False(await app.WithDb(db => db.Set<TrainingRecord>().Where(r => r.PersonId == claire && r.CompletedOn == new DateOnly(2025, 3, 14)).Select(r => r.AcceptedOn != null).SingleAsync()));

        using var scope = app.Services.CreateScope();
        var kind = scope.ServiceProvider.GetServices<IExportKind>().Single(k => k.Code == "training");
        var file = new MemoryStream();
        ExportFile.Write(file, kind, await kind.RowsAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), default), ".csv");
        var again = (await app.Import("training", Encoding.UTF8.GetString(file.ToArray()))).Plan;
        Assert.Equal((0, 0, 3, 0), (again.Created, again.Updated, again.Unchanged, again.Issues.Count));
    }

    [Fact]
    public async Task Direction_and_administration_import_it_and_coordination_does_not()
    {
        foreach (var (roles, expected) in new[] { (Roles.Direction, HttpStatusCode.OK), (Roles.Administration, HttpStatusCode.OK), (Roles.Coordination, HttpStatusCode.NotFound) })
            Assert.Equal(expected, (await (await app.SignedIn(roles)).Get("/imports/modeles/training.xlsx")).Status);
    }
}
