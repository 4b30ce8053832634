using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>The letter that carries the minutes, whole: the shared version, the decisions and the actions. Internal notes, findings and needs never leave.</summary>
internal static class MinutesLetter
{
    /// <param name="address">Absolute address of the meeting, for who may sign in.</param>
    /// <param name="contact">Whom to answer, since the letter itself can't be answered.</param>
    public static OutgoingMail To(MinutesReader reader, Meeting meeting, string address, string contact, bool isProject)
    {
        List<string> text =
        [
            $"La rencontre « {meeting.Title} » s’est tenue {(meeting.IsApproximate ? "en" : "le")} {meeting.When()}."
                + (reader.Attendance == Attendance.Excused ? " Vous y étiez excusé·e." : ""),
            isProject ? $"Voici le projet de compte rendu. Vos remarques sont attendues avant qu’il ne soit validé : écrivez à {contact}." : $"Voici le compte rendu validé. Pour toute question : {contact}.",
        ];
        text.AddRange(MarkdownText.Paragraphs(meeting.Minutes));
        Add("Décisions", meeting.Outcomes.Where(o => o.Kind == OutcomeKind.Decision).OrderBy(o => o.Id).Select(o => o.Text));
        Add("Actions", meeting.Outcomes.Where(o => o.Kind == OutcomeKind.Action).OrderBy(o => o.DueOn ?? DateOnly.MaxValue).ThenBy(o => o.Id).Select(Action));
        Add("Présents", meeting.Participants.Where(p => p.Attendance == Attendance.Present).OrderBy(p => p.PartnerId is null).ThenBy(p => p.Name, StringComparer.Ordinal).Select(Person));
        Add("Excusés", meeting.Participants.Where(p => p.Attendance == Attendance.Excused).OrderBy(p => p.Name, StringComparer.Ordinal).Select(Person));
        var title = $"{(isProject ? "Projet de compte rendu" : "Compte rendu")} : {meeting.Title}";
        return new OutgoingMail(reader.Email, reader.Name, title.Length <= 300 ? title : title[..300], text, reader.HasAccount ? new MailAction("Ouvrir la rencontre", address) : null);

        void Add(string heading, IEnumerable<string> lines)
        {
            var items = lines.ToList();
            if (items.Count > 0)
                text.AddRange(items.Select(l => $"• {l}").Prepend(heading));
        }
    }

    /// <summary>« Envoyer la fiche : Direction, pour le 12/03/2027 ».</summary>
    public static string Action(MeetingOutcome action) => $"{action.Text} — {Who(action)}{(action.DueOn is { } due ? $", pour le {French.Date(due)}" : "")}";

    /// <summary>The post that does it, with the partner it is of; else the side.</summary>
    public static string Who(MeetingOutcome action) => action.Post is { } post ? post.Partner is { } partner ? $"{post.Title}, {partner.Name}" : $"{post.Title}, {Organisation.Name}"
        : action.IsOurs == false ? "le partenaire" : Organisation.Name;

    private static string Person(MeetingParticipant person) => person.Function.Length > 0 ? $"{person.Name}, {person.Function}" : person.Name;
}
