using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Demo;

/// <summary>The catalogue and the requirements of "Les Rives": one for all copies of the association.</summary>
internal static class DemoCourses
{
    public const string Law = "Cadre légal des peines";
    public const string Secrecy = "Secret professionnel et partage d’informations";
    public const string Addictions = "Repérage des addictions";
    public const string Suicide = "Prévention du suicide";
    public const string Crisis = "Gestion de crise";
    public const string Referent = "Référente ou référent justice";
    public const string FirstAid = "Sauvetage et secourisme du travail";

    /// <summary>The customer's story: costly, joint, given before a programme opened; nobody of today's team had it.</summary>
    public const string Programme = "Ouvrir un placement extérieur avec le SPIP";
    private const string OldLaw = "Initiation au droit pénal";

    /// <summary>The courses by title; written with the first copy.</summary>
    public static async Task<Dictionary<string, Course>> LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        if (context.Copy > 0)
            return await db.Set<Course>().AsNoTracking().ToDictionaryAsync(c => c.Title, cancellation);
        var courses = All().ToDictionary(c => c.Title);
        db.AddRange(courses.Values);
        await db.SaveChangesAsync(cancellation);
        courses[Law].Replace(courses[OldLaw].Id);
        courses[OldLaw].Retire(context.Today.AddDays(-900));
        var since = context.Today.AddDays(-1500);
        db.AddRange(
            Require("Cadre légal des peines", since, 180, 85, courses[Law]),
            Require("Secret et partage", since, 90, 85, courses[Secrecy]),
            Require("Repérage addictions", since, 365, 85, courses[Addictions]),
            Require("Prévention du suicide", since, 365, 85, courses[Suicide]),
            Require("Gestion de crise", since, 180, 85, courses[Crisis], courses[FirstAid]),
            AtLeast("Référent justice", since, 1, courses[Referent]));
        await db.SaveChangesAsync(cancellation);
        return courses;
    }

    private static IEnumerable<Course> All()
    {
        yield return Make(Law, CourseKind.External, 7, 240_00, ["Justice"], "Institut de démonstration", ValidityMode.FromCompletion, 36, 3, "Situer les mesures pénales, savoir qui décide de quoi, repérer les obligations d’une personne suivie.");
        yield return Make(Secrecy, CourseKind.Internal, 3.5, 0, ["Secret", "Posture"], "Siège", ValidityMode.FromCompletion, 24, 3, "Savoir ce que l’on doit, peut et ne doit pas dire à un partenaire de justice.");
        yield return Make(Addictions, CourseKind.External, 14, 420_00, ["Addictions"], "Institut de démonstration", ValidityMode.None, null, 0, "Repérer un usage, en parler sans juger, orienter vers le soin.");
        yield return Make(Suicide, CourseKind.External, 14, 380_00, ["Santé mentale"], "Centre de formation fictif", ValidityMode.FromCompletion, 48, 6, "Reconnaître une crise, évaluer l’urgence, protéger et passer le relais.");
        yield return Make(Crisis, CourseKind.External, 7, 310_00, ["Violence"], "Centre de formation fictif", ValidityMode.FromExpiry, 24, 6, "Prévenir l’escalade, tenir une conduite commune, analyser l’incident ensuite.");
        var referent = Make(Referent, CourseKind.Joint, 14, 360_00, ["Justice", "Secret"], "Avec le SPIP de Seine-Saint-Denis", ValidityMode.FromCompletion, 36, 6, "Être l’interlocuteur du SPIP et du juge de l’application des peines pour son établissement.");
        referent.AskHandOn(6);
        yield return referent;
        yield return Make(FirstAid, CourseKind.External, 14, 190_00, ["Sécurité"], "Centre de formation fictif", ValidityMode.FromExpiry, 24, 6, "Porter secours et agir en prévention.");
        var programme = Make(Programme, CourseKind.Joint, 35, 1_450_00, ["Justice"], "Avec la DISP et le SPIP", ValidityMode.None, null, 0, "Préparer une équipe mixte à l’ouverture d’un programme de placement extérieur.");
        programme.AskHandOn(4);
        yield return programme;
        yield return Make(OldLaw, CourseKind.External, 14, 300_00, ["Justice"], "Institut de démonstration", ValidityMode.FromCompletion, 60, 0, "Les bases du droit pénal et de l’exécution des peines.");
    }

    private static Course Make(string title, CourseKind kind, double hours, long cost, string[] topics, string provider, ValidityMode validity, int? months, int window, string objectives)
    {
        var course = new Course(title, kind, (int)(hours * 60));
        course.Describe(title, objectives, "", topics, provider);
        course.Take(kind, (int)(hours * 60), cost);
        course.Last(validity, months, window);
        return course;
    }

    private static Requirement Require(string title, DateOnly from, int delay, int target, params Course[] courses)
    {
        var requirement = new Requirement(title, from);
        requirement.Describe(title, target);
        requirement.Oblige(null, delay);
        requirement.AskFor([.. courses.Select(c => c.Id)]);
        return requirement;
    }

    private static Requirement AtLeast(string title, DateOnly from, int number, Course course)
    {
        var requirement = Require(title, from, 0, 85, course);
        requirement.Oblige(number, 0);
        return requirement;
    }
}
