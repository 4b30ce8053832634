using System.Net;
using System.Text;
using Intranet.Contacts;
using Intranet.Experts;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Tests.Imports;
using Intranet.Tests.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Experts;

/// <summary>Who leaves, is erased, was written twice or is called otherwise; and what files bring.</summary>
public sealed class ExpertsLifeTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task Who_leaves_gives_back_what_they_took_to_the_successor_or_to_the_basket()
    {
        var scene = await app.AddScene("Passation", Today);
        var (first, second) = (await Taken(scene, "Une question que personne d’autre ne lit ?"), await Taken(scene, "Une autre ?"));
        var source = app.Services.GetServices<IHandOverSource>().OfType<ExpertsHandOver>().Single();
        var carried = await app.WithDb(db => source.CarriedAsync(db, scene.Adviser, Today, default));
        Assert.Equal([scene.Expert, first, second], carried.Select(c => c.SubjectId));
        Assert.DoesNotContain(carried, c => c.Title.Contains("question", StringComparison.Ordinal));

        var heir = Expert.OfStaff(scene.Answering.Head, "Héritière");
        var heirId = await app.Add(heir);
        await Give(source, scene.Adviser, scene.Answering.Head);
        Assert.Empty(await app.WithDb(db => source.CarriedAsync(db, scene.Adviser, Today, default)));
        var request = await Read(first);
        Assert.Equal([(scene.Expert, ExpertAnswer.Released), (heirId, ExpertAnswer.Waiting)], request.Experts.OrderBy(e => e.Id).Select(e => (e.ExpertId, e.Answer)));
        Assert.Equal(RequestState.Waiting, request.StateOn(Today));

        var other = await app.AddScene("Sans suite", Today);
        var left = await Taken(other, "Qui reprend ?");
        await Give(source, other.Adviser, null);
        Assert.Equal(RequestState.Basket, (await Read(left)).StateOn(Today));
    }

    [Fact]
    public async Task Erasing_somebody_forgets_the_sheet_the_messages_and_the_names_and_keeps_what_was_said()
    {
        var scene = await app.AddScene("Effacement", Today);
        var person = new Person("Inès", "Effacée", "essai");
        person.Employ(scene.Answering.Place, "Éducatrice", new(2024, 1, 8));
        var id = await app.Add(person);
        var sheet = Expert.OfStaff(id, "Inès Effacée");
        sheet.Declare(scene.Topic, ExpertiseLevel.Knows, null, "Inès Effacée", Today.AddDays(-90));
        sheet.Offer("Quinze ans de terrain.", [], 4, false);
        var expert = await app.Add(sheet);
        var request = new SupportRequest(scene.Asker, scene.Asking.Place, scene.Topic, "Que faire ?", DateTime.UnixEpoch, Today.AddDays(-30));
        var asked = request.Ask(expert, "remplace Inès Effacée", ChosenBy.Routing, DateTime.UnixEpoch, Today.AddDays(-30));
        request.Reply(asked, MessageKind.Answer, "Appeler d’abord.", id, "Inès Effacée", DateTime.UnixEpoch, Today.AddDays(-29));
        var requestId = await app.Add(request);
        var answer = new SharedAnswer(scene.Topic, requestId, "Titre", "Inès Effacée", Today.AddDays(-20));
        answer.Write(scene.Topic, "Titre", "Que faire ?", "Appeler d’abord.", "Inès Effacée", Today.AddDays(-20));
        answer.Publish("Autre personne", Today.AddDays(-19));
        var answerId = await app.Add(answer);
        using (var scope = app.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<Erasure>().EraseAsync(id, default);

        var (kept, after) = (await app.WithDb(db => db.Set<Expert>().AsNoTracking().Include(e => e.Topics).SingleAsync(e => e.Id == expert)), await Read(requestId));
        Assert.Equal((Person.ErasedName, "", Person.ErasedName), (kept.Name, kept.About, kept.Topics.Single().DeclaredBy));
        Assert.Equal(("Appeler d’abord.", Person.ErasedName), (after.Messages.Single().Text, after.Messages.Single().Author));
        Assert.DoesNotContain("Effacée", after.Experts.Single().Why, StringComparison.Ordinal);
        Assert.Equal(Person.ErasedName, (await app.WithDb(db => db.Set<SharedAnswer>().AsNoTracking().SingleAsync(a => a.Id == answerId))).DraftedBy);
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => (a.SubjectId == expert || a.SubjectId == requestId || a.SubjectId == answerId) && a.Changes.Contains("Effac\\u00E9e"))));
        Assert.False(await app.WithDb(db => db.AuditEntries.AnyAsync(a => (a.SubjectId == expert || a.SubjectId == requestId || a.SubjectId == answerId) && a.Changes.Contains("Inès"))));
    }

    [Fact]
    public async Task Two_records_of_one_person_keep_one_sheet_with_what_both_knew()
    {
        var scene = await app.AddScene("Doublon", Today);
        var twin = await app.Employ("Léa", "Salariée Bis", scene.Answering.Place);
        var other = Expert.OfStaff(twin, "Léa Salariée Bis");
        var addictions = await app.TopicOf("Addictions");
        other.Declare(addictions, ExpertiseLevel.Reference, null, "essai", Today.AddDays(-40));
        other.Declare(scene.Topic, ExpertiseLevel.Reference, null, "essai", Today.AddDays(-40)).Confirm(Proof.Head, "Cheffe", Today.AddDays(-35));
        var twinSheet = await app.Add(other);
        var request = await app.AddRequest(scene with { Expert = twinSheet }, Today.AddDays(-3));
        var both = new SupportRequest(scene.Asker, scene.Asking.Place, scene.Topic, "Les deux ?", DateTime.UnixEpoch, Today);
        both.Ask(scene.Expert, "essai", ChosenBy.Routing, DateTime.UnixEpoch, Today);
        both.Ask(twinSheet, "essai", ChosenBy.Routing, DateTime.UnixEpoch, Today);
        both.Mention(scene.Adviser, "essai", Today);
        both.Mention(twin, "essai", Today);
        var bothId = await app.Add(both);

        var browser = await app.SignedIn(Roles.Direction);
        await browser.SendAndFollow(await browser.Get($"/personnes/{scene.Adviser}/fusionner?avec={twin}"), [("Kept", $"{scene.Adviser}")]);
        var sheet = Assert.Single(await app.WithDb(db => db.Set<Expert>().AsNoTracking().Include(e => e.Topics).Where(e => e.WithdrawnOn == null && (e.PersonId == scene.Adviser || e.PersonId == twin)).ToListAsync()));
        Assert.Equal(scene.Expert, sheet.Id);
        Assert.Equal([scene.Topic, addictions], sheet.Topics.OrderBy(t => t.TopicId == addictions).Select(t => t.TopicId));
        // What was declared last says the level; what was confirmed stays so.
        Assert.Equal((ExpertiseLevel.Practises, (DateOnly?)Today.AddDays(-35)), (sheet.Topics.First(t => t.TopicId == scene.Topic).Level, sheet.Topics.First(t => t.TopicId == scene.Topic).ConfirmedOn));
        Assert.Equal(scene.Expert, (await Read(request)).Experts.Single().ExpertId);
        var thread = await Read(bothId);
        Assert.Equal(scene.Expert, Assert.Single(thread.Experts).ExpertId);
        Assert.Equal(scene.Adviser, Assert.Single(thread.Mentions).PersonId);
    }

    [Fact]
    public async Task A_sheet_alone_follows_its_person_and_the_network_calls_people_and_houses_as_they_are_called_today()
    {
        var scene = await app.AddScene("Nom", Today);
        var kept = await app.Employ("Léa", "Mariée", scene.Answering.Place);
        var browser = await app.SignedIn(Roles.Direction);
        await browser.SendAndFollow(await browser.Get($"/personnes/{kept}/fusionner?avec={scene.Adviser}"), [("Kept", $"{kept}")]);
        var sheet = await app.WithDb(db => db.Set<Expert>().AsNoTracking().SingleAsync(e => e.Id == scene.Expert));
        Assert.Equal(((int?)kept, "Léa Mariée"), (sheet.PersonId, sheet.Name));
        var house = await app.Add(Expert.OfHouse(scene.Asking.Place, "Ancien nom"));
        var network = await app.WithDb(db => NetworkBoard.ReadNowAsync(db, Today, default));
        Assert.Equal("CHRS Demande Nom", network.Expert(house)!.Name);
        Assert.Equal("Léa Mariée", network.Expert(scene.Expert)!.Name);
    }

    [Fact]
    public async Task A_file_brings_sheets_and_topics_and_what_is_exported_comes_back_unchanged()
    {
        var place = await app.AddEstablishment("Le Fichier");
        var claire = await app.Employ("Claire", "Mazères", place);
        await app.Employ("Jean", "Petit", place);
        await app.Employ("Jean", "Petit", await app.AddEstablishment("Ailleurs du fichier"));
        const string text = """
            Nom;Prénom;Établissement;Thème;Niveau;Depuis le;Départements;Demandes par mois
            Mazères;Claire;;Placement extérieur;Pratique;01/09/2023;93, 75;6
            MAZERES;Claire;;Addictions;3;;;
            ;;CHRS Le Fichier;Semi-liberté;Fait référence;;77;
            Petit;Jean;CHRS Le Fichier;SPIP;;;;
            Petit;Jean;;SPIP;;;;
            Inconnue;Ada;;SPIP;;;;
            Mazères;Claire;;Astrologie;;;;
            Mazères;Claire;;SPIP;Génial;;;
            Mazères;Claire;;SPIP;;;Paris;
            Mazères;Claire;;SPIP;;;;99
            ;;;SPIP;;;;
            Mazères;Claire;;Placement extérieur;;;;
            """;
        var (plan, run) = await app.Import("experts", text);
        Assert.Equal((3, 8), (plan.Created, plan.Issues.Count));
        Assert.Equal([(6, "lastName"), (7, "lastName"), (8, "topic"), (9, "level"), (10, "departments"), (11, "ceiling"), (12, "lastName"), (13, "topic")], plan.Issues.OrderBy(i => i.Line).Select(i => (i.Line, i.Key)));
        var sheet = await app.WithDb(db => db.Set<Expert>().AsNoTracking().Include(e => e.Topics).SingleAsync(e => e.PersonId == claire));
        Assert.Equal((6, "|93|75|", 2), (sheet.Ceiling, sheet.Departments, sheet.Topics.Count));
        Assert.All(sheet.Topics, t => Assert.Null(t.ConfirmedOn));

        Assert.Equal((0, 0, 3), Counts((await app.Import("experts", text)).Plan));
        using (var scope = app.Services.CreateScope())
        {
            var kind = scope.ServiceProvider.GetServices<IExportKind>().Single(k => k.Code == "experts");
            var file = new MemoryStream();
            ExportFile.Write(file, kind, await kind.RowsAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), default), ".csv");
            var again = (await app.Import("experts", Encoding.UTF8.GetString(file.ToArray()))).Plan;
            Assert.Equal((0, 0, 0), (again.Created, again.Updated, again.Issues.Count));
        }
        var changed = (await app.Import("experts", "Nom;Prénom;Thème;Niveau\nMazères;Claire;Placement extérieur;Fait référence")).Plan;
        Assert.Equal((0, 1, 0), Counts(changed));
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn(Roles.Coordination)).Get("/imports/modeles/experts.xlsx")).Status);
        var undone = await app.Undo(run.Id);
        Assert.Equal((2, 1), (undone.Removed, undone.Kept));
    }

    private static (int, int, int) Counts(ImportPlan plan) => (plan.Created, plan.Updated, plan.Unchanged);

    private async Task<int> Taken(AppuiScene scene, string question)
    {
        var request = new SupportRequest(scene.Asker, scene.Asking.Place, scene.Topic, question, DateTime.UnixEpoch, Today.AddDays(-5));
        request.Take(request.Ask(scene.Expert, "essai", ChosenBy.Routing, DateTime.UnixEpoch, Today.AddDays(-5)), Today.AddDays(-4));
        return await app.Add(request);
    }

    private Task<int> Give(IHandOverSource source, int person, int? heir) => app.WithDb(async db =>
    {
        await source.GiveAsync(db, person, heir, Today, default);
        return await db.SaveChangesAsync();
    });

    private Task<SupportRequest> Read(int id) => app.WithDb(db => db.Set<SupportRequest>().AsNoTracking().Include(r => r.Experts).Include(r => r.Messages).Include(r => r.Mentions).AsSplitQuery().SingleAsync(r => r.Id == id));
}
