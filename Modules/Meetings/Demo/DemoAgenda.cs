using Intranet.Contacts;
using Intranet.Contacts.Demo;
using Intranet.Shared;

namespace Intranet.Meetings.Demo;

/// <summary>What was spoken of at the recent meetings of "Les Rives": points, decisions, actions on both sides, minutes and remarks.</summary>
internal static class DemoAgenda
{
    /// <summary>Older meetings keep their few lines of minutes only.</summary>
    private const int Recent = 240;

    private static readonly (OutcomeKind Kind, string Text)[] Said =
    [
        (OutcomeKind.Decision, "La fiche du dispositif est diffusée à toutes les permanences avant la fin du mois."),
        (OutcomeKind.Decision, "Un interlocuteur unique reçoit les demandes d’admission, le lundi et le jeudi."),
        (OutcomeKind.Decision, "La partie médicale du dossier part avec la première demande."),
        (OutcomeKind.Finding, "Les délais de réponse ont baissé depuis le printemps."),
        (OutcomeKind.Finding, "La moitié de l’équipe a changé en un an : les dispositifs sont à présenter de nouveau."),
        (OutcomeKind.Need, "Une présentation commune aux nouveaux arrivants, chaque automne."),
        (OutcomeKind.Need, "Des places pour des personnes sans ressources, l’hiver surtout."),
    ];

    private static readonly (string Text, bool IsOurs)[] Actions =
    [
        ("Envoyer la fiche du dispositif à jour", true),
        ("Transmettre la liste des permanences et leurs horaires", false),
        ("Proposer trois dates pour une visite croisée", true),
        ("Confirmer le nom du référent de chaque unité", false),
        ("Préparer un modèle de dossier commun", true),
        ("Inviter l’unité sanitaire à la prochaine rencontre", false),
    ];

    private static readonly string[] Waiting =
    [
        "Accès au parloir avocat pour les entretiens d’admission",
        "Calendrier des commissions de l’an prochain",
        "Accueil des stagiaires de l’un chez l’autre",
        "Horaires de l’astreinte pendant le service allégé",
    ];

    /// <summary>Fills a meeting that is still open.</summary>
    public static void Fill(Meeting meeting, DemoMeeting demo, int index, MeetingKind kind, Dictionary<int, Post> posts, DemoContext context)
    {
        // Copies after the first are for numbers: one meeting in four is enough.
        if (demo.DaysAgo > Recent || demo.Shape is DemoShape.Cancelled || (context.Copy > 0 && index % 4 != 0))
            return;
        meeting.At((9 + (index % 8)) * 60 + (index % 2 * 30), kind.Duration, index % 3 == 0 ? "Salle de réunion, premier étage" : index % 3 == 1 ? "Dans leurs locaux, accueil au rez-de-chaussée" : "");
        var (owner, theirs) = (context.Ids[demo.Partner.Owner], context.Ids[$"{demo.Partner.Key}-poste-2"]);
        foreach (var (title, minutes) in AgendaTemplate.Read(kind.Agenda))
            meeting.Speak(title, minutes, index % 3 == 0 ? owner : null);
        if (demo.Shape == DemoShape.Planned)
        {
            if (index % 3 == 0)
                meeting.Speak("Présentation des nouveaux venus des deux équipes", 45, theirs);
            return;
        }
        var lines = meeting.Agenda.OrderBy(l => l.Order).ToList();
        for (var i = 0; i < 3; i++)
        {
            var (sort, text) = Said[(index + (i * 3)) % Said.Length];
            meeting.Conclude(sort, text, lines.Count > i ? lines[i] : null);
        }
        for (var i = 0; i < 2; i++)
            Promise(meeting, demo, index + i, lines.LastOrDefault(), owner, theirs, posts, context);
        foreach (var line in lines)
            line.Become(LineFate.Treated);
    }

    private static void Promise(Meeting meeting, DemoMeeting demo, int index, AgendaLine? line, int owner, int theirs, Dictionary<int, Post> posts, DemoContext context)
    {
        var (text, isOurs) = Actions[index % Actions.Length];
        var due = WorkingDays.OnOrAfter(meeting.On.AddDays(index % 2 == 0 ? 30 : 75));
        // The day's reminders stay few: nothing falls due just now, and what is late is rare.
        if (due >= context.Today && due <= context.Today.AddDays(8))
            due = WorkingDays.OnOrAfter(due.AddDays(15));
        var action = meeting.Conclude(OutcomeKind.Action, text, line);
        action.Entrust(isOurs, isOurs ? owner : posts[theirs].Id, due);
        // Old ones are mostly done; a few of the last months are late.
        if (due < context.Today.AddDays(-45) || (due < context.Today && index % 7 != 0))
            action.Do(due.AddDays(-3), "", context.Today);
        else if (demo.DaysAgo > 60 && index % 7 == 0)
            action.Drop(context.Today.AddDays(-10), "Sans objet depuis le changement de référent.");
    }

    /// <summary>Minutes with the headings of the agenda.</summary>
    public static string Minutes(Meeting meeting, string sentence) => meeting.Agenda.Count == 0 ? sentence
        : string.Join("\n\n", meeting.Agenda.OrderBy(l => l.Order).Select((l, i) => $"## {l.Title}\n\n{(i == 0 ? sentence : i == 1 ? "- Ce qui marche : les contacts directs entre équipes.\n- Ce qui reste à faire : un **calendrier commun**." : "Les points convenus figurent dans les décisions et actions.")}"));

    /// <summary>The draft of some minutes was sent and remarked on.</summary>
    public static void Remark(Meeting meeting, int index, DateOnly today)
    {
        if (index % 2 != 0 || meeting.Minutes.Length == 0)
            return;
        meeting.Circulate(meeting.On.AddDays(1) < today ? meeting.On.AddDays(1) : today);
        if (meeting.Participants.FirstOrDefault(p => p.PartnerId is not null) is { } author)
            meeting.Remark(author.Name, false, "La permanence a lieu le jeudi, et non le mardi : merci de corriger.", today);
    }

    /// <summary>Topics that wait for the next meeting, with a few partners.</summary>
    public static IEnumerable<PartnerTopic> Topics(DemoContext context) => DemoPartners.All.Where((_, i) => i % 5 == 0)
        .Select((p, i) => new PartnerTopic(context.Ids[p.Key], Waiting[i % Waiting.Length], context.Today.AddDays(-12 - (3 * i)), "Karim Lebrun"));
}
