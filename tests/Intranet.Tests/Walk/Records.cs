using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Experts;
using Intranet.Knowledge;
using Intranet.Meetings;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Tests.Http;
using Intranet.Training;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Walk;

/// <summary>One record of each kind at a new establishment of a pole, by the name that <see cref="Door.Address"/> uses.</summary>
internal static class Records
{
    private static readonly DateOnly Day = new(2026, 1, 5);

    /// <summary>Those seen, or changed for the "own-", only by those whose scope holds their establishment.</summary>
    public static IReadOnlySet<string> Scoped { get; } = new HashSet<string> { "own-establishment", "own-service", "authorisation", "access", "articulation", "file", "reminder", "convention", "project", "agreement", "rolling", "meeting", "round", "series", "planned", "held", "action", "learner", "attestation", "attested", "proof", "own-session", "past-session", "closed-session", "immersion", "sharing", "support", "support-piece", "own-sponsorship" };

    /// <summary>New records, one of each kind, that take place in this pole.</summary>
    public static async Task<Dictionary<string, int>> AddAsync(IntranetApp app, int pole)
    {
        using var services = app.Services.CreateScope();
        var db = services.ServiceProvider.GetRequiredService<IntranetDb>();
        var records = new Dictionary<string, int> { ["pole"] = pole };

        async Task<int> Add(string name, AggregateRoot record)
        {
            db.Add(record);
            await db.SaveChangesAsync();
            return records[name] = record.Id;
        }

        var establishment = records["own-establishment"] = await Add("establishment", new Establishment("La Visite", "CHRS", pole));
        var partner = await Add("partner", new Partner("SPIP de la visite", db.Set<PartnerKind>().First(k => k.Code == "spip").Id));
        var prison = await Add("prison", new Partner("MA de la visite", db.Set<PartnerKind>().First(k => k.Code == "prison").Id));
        var claude = new Person("Claude", "Marchand", "visite");
        var absence = claude.BeAway(Day, Day, null);
        var employment = claude.Employ(establishment, "Éducatrice", Day);
        var person = await Add("person", claude);
        (records["absence"], records["employment"]) = (absence.Id, employment.Id);
        var departed = new Person("Dominique", "Partie", "visite");
        departed.Depart(Day);
        await Add("departed", departed);
        var post = Post.AtPartner(partner, "Directrice ou directeur", PostLevel.Management);
        var holding = post.Appoint(person, Day);
        await Add("post", post);
        var direction = await Add("direction", Post.AtEstablishment(establishment, "Direction", PostLevel.Management));
        records["holding"] = holding.Id;
        records["own-service"] = await Add("service", new Service(establishment, "Hébergement d’insertion"));
        var authorisation = await Add("authorisation", new Authorisation("CHRS", establishment, Day, null));
        await Add("access", new PrisonAccess(person, establishment, prison, Day, null));
        await Add("delegation", Delegation.ToPost(post.Id, "Signer les conventions", Day, null));
        await Add("articulation", new ArticulationObservation(establishment, partner, Day, ArticulationLevel.Formal, null, "", "Visite"));

        var convention = new Convention($"CV-VISITE-{establishment}", "Convention de la visite", db.Set<ConventionKind>().First().Id, Day);
        convention.SetLinks(LinkRole.Establishment, [establishment]);
        convention.SignedThrough([(direction, true), (post.Id, false)]);
        var commitment = convention.Promise("Se rencontrer chaque trimestre.", isOurs: true, null);
        convention.Review(2025, Day);
        await Add("convention", convention);
        records["commitment"] = commitment.Id;
        records["signatory"] = convention.Signatories.First().Id;
        var project = new Convention($"CV-PROJET-{establishment}", "Projet de la visite", db.Set<ConventionKind>().First().Id, Day);
        project.SetLinks(LinkRole.Establishment, [establishment]);
        await Add("project", project);
        var agreement = new Convention($"CV-ACCORD-{establishment}", "Accord de la visite", db.Set<ConventionKind>().First().Id, Day);
        agreement.Between([establishment], [partner]);
        agreement.Run(new ConventionTerms(Day, Day.AddYears(1), default, RenewalMode.Express, null, null), null);
        agreement.Sign(Day, null, Day);
        await Add("agreement", agreement);
        var rolling = new Convention($"CV-TACITE-{establishment}", "Accord tacite de la visite", db.Set<ConventionKind>().First().Id, Day);
        rolling.Between([establishment], [partner]);
        rolling.Run(new ConventionTerms(Day, Day.AddYears(1), NoticePeriod.OfMonths(1), RenewalMode.Tacit, null, null), null);
        rolling.Sign(Day, null, Day);
        await Add("rolling", rolling);
        agreement.Amend("Avenant de la visite", null, Day);
        var signed = agreement.Amend("Avenant signé de la visite", null, Day);
        signed.Change(null, 12, null);
        agreement.SignAmendment(signed, Day, Day);
        await db.SaveChangesAsync();
        var meeting = new Meeting("Rencontre de la visite", db.Set<MeetingKind>().First().Id, MeetingMode.AtOurs, Day);
        meeting.SetLinks(LinkRole.Establishment, [establishment]);
        await Add("meeting", meeting);
        var planned = new Meeting("Rencontre prévue de la visite", db.Set<MeetingKind>().First().Id, MeetingMode.AtOurs, Day.AddYears(20));
        planned.Announce(Day);
        planned.SetLinks(LinkRole.Establishment, [establishment]);
        await Add("planned", planned);
        var held = new Meeting("Rencontre tenue de la visite", db.Set<MeetingKind>().First().Id, MeetingMode.AtOurs, Day);
        held.SetLinks(LinkRole.Establishment, [establishment]);
        held.Hold(Day);
        held.Note("Compte rendu de la visite.");
        held.Circulate(Day);
        var action = held.Conclude(OutcomeKind.Action, "Préparer la visite");
        action.Entrust(true, null, Day);
        await Add("held", held);
        records["action"] = action.Id;
        var followed = new Partner("TJ de la visite", db.Set<PartnerKind>().First(k => k.Code == "court").Id);
        followed.Follow(direction, Day);
        await Add("followed", followed);
        var solicitation = new Solicitation(partner, Day, "Courriel", "", "Visite");
        db.Add(solicitation);
        await db.SaveChangesAsync();
        records["solicitation"] = solicitation.Id;

        var round = new VisitRound("Tournée de la visite", partner, Day, "");
        round.SetLinks(LinkRole.Establishment, [establishment]);
        RoundLegs.Add(round, db.Set<MeetingKind>().First().Id, establishment, "La Visite", "SPIP de la visite", 600, 90, []);
        await Add("round", round);
        var series = new MeetingSeries(SeriesKind.Permanence, "Permanence de la visite", partner);
        series.Recur(SeriesRhythm.Weekly, 1, 1, 600, 90, Day, null);
        series.SetLinks(LinkRole.Establishment, [establishment]);
        await Add("series", series);

        records["learner"] = person;
        var course = await Add("course", new Course("Formation de la visite", CourseKind.Internal, 420));
        var attestation = await Add("attestation", new TrainingRecord(person, course, Day, 420, 0, RecordOrigin.Entered, Day, "Visite"));
        var attested = new TrainingRecord(person, course, Day.AddDays(-1), 420, 0, RecordOrigin.Entered, Day, "Visite");
        attested.Accept(Day, "Visite");
        await Add("attested", attested);
        TrainingSession Session(DateOnly on)
        {
            var session = new TrainingSession(course, "Session de la visite", 8, 1);
            session.Describe("Session de la visite", "Salle", false, establishment, "", "");
            session.Schedule([new(on, 540, 210)]);
            return session;
        }
        records["own-session"] = await Add("session", Session(Day.AddYears(20)));
        await Add("past-session", Session(Day));
        var closed = Session(Day);
        closed.AskHandOn([establishment], Day.AddDays(42));
        await Add("closed-session", closed);
        var requirement = new Requirement("Exigence de la visite", Day);
        requirement.AskFor([course]);
        await Add("requirement", requirement);

        var immersion = new Immersion(ImmersionWay.OursAtPartner, Day, Day);
        immersion.Between(ImmersionWay.OursAtPartner, person, establishment, partner, null);
        await Add("immersion", immersion);
        var sharing = new SharingTime(SharingKind.PracticeAnalysis, "Analyse des pratiques de la visite", 4, Day);
        sharing.Gather([establishment]);
        await Add("sharing", sharing);

        var topic = db.Set<Topic>().OrderBy(t => t.Id).First().Id;
        var support = await Add("support", new SupportRequest(person, establishment, topic, "Question de la visite ?", new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc), Day));

        var resource = await Add("resource", new Establishment("L’Appui de la visite", "CHRS", null));
        records["own-sponsorship"] = await Add("sponsorship", new Sponsorship(establishment, resource, topic, Day));
        SharedAnswer Answer(string title)
        {
            var answer = new SharedAnswer(topic, null, title, "Visite", Day);
            answer.Write(topic, title, "Que faire ?", "Appeler.", "Visite", Day);
            return answer;
        }
        var published = Answer("Réponse de la visite");
        published.Publish("Relecture", Day);
        await Add("shared-answer", published);
        await Add("answer-to-read", Answer("Réponse à relire de la visite"));
        await Add("term", new GlossaryTerm($"mot de la visite {establishment}", "", "Un mot pour la visite."));
        var theme = await Add("topic", new Topic(TopicFamily.Field, $"Thème de la visite {establishment}"));
        var expert = Expert.OfPartner(person, partner, "Claude Marchand");
        expert.Declare(theme, ExpertiseLevel.Knows, Day, "Visite", Day);
        await Add("expert", expert);

        var law = await Add("law", new LawText($"Loi de la visite {establishment}", "", "", Day, null));
        var kept = new KnowledgePage(await Add("kept-section", new Section($"Rubrique de la visite {establishment}", "", 0)), PageKind.Reference, "Page de la visite");
        kept.Publish(kept.Write("Page de la visite", "", "Un texte.", "", 0, 1, "Visite", new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc)), "Visite", Day, new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc));
        kept.AddLink(LinkRole.RestsOn, law);
        await Add("kept-page", kept);

        var section = await Add("knowledge-section", new Section($"Rubrique d’une page de la visite {establishment}", "", 900));
        var page = new KnowledgePage(section, PageKind.Practical, $"Page écrite de la visite {establishment}");
        page.Publish(page.Write(page.Title, "", "## Visite", "", 0, 0, "Visite", DateTime.UnixEpoch), "Visite", Day, DateTime.UnixEpoch);
        page.Write(page.Title, "", "## Autre visite", "", 1, 0, "Visite", DateTime.UnixEpoch).Submit(DateTime.UnixEpoch);
        await Add("knowledge-page", page);

        var run = new ImportRun("spip", "visite.csv", new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc), null, "Visite") { State = ImportState.Done, DoneAt = new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc) };
        db.Add(run);
        await db.SaveChangesAsync();
        records["import"] = run.Id;

        var reader = new CurrentUser { Id = db.Users.First().Id, Name = "Visite", Function = "", Roles = Roles.Direction, SeesAll = true };
        var file = await services.ServiceProvider.GetRequiredService<FileStore>().AddAsync(authorisation, "visite.pdf", new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), reader, CancellationToken.None);
        records["proof"] = (await services.ServiceProvider.GetRequiredService<FileStore>().AddAsync(attestation, "attestation.pdf", new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), reader, CancellationToken.None)).Id;
        records["support-piece"] = (await services.ServiceProvider.GetRequiredService<FileStore>().AddAsync(support, "visite.pdf", new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray()), reader, CancellationToken.None)).Id;
        var reminder = new Reminder("visit", authorisation, Day, Day);
        reminder.Confirm(new DueFact { SubjectId = authorisation, Due = Day, Action = "Préparer la visite", Context = "Rappel de la visite." });
        db.Add(reminder);
        await db.SaveChangesAsync();
        (records["file"], records["reminder"]) = (file.Id, reminder.Id);
        records["account"] = await app.AddAccount($"visite-{authorisation}@essai.passerelle", Roles.Staff);
        return records;
    }
}
