using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>The letters about a meeting, each with its file for calendars.</summary>
internal static class InvitationMail
{
    /// <param name="reply">Absolute address of the page where one answers.</param>
    public static OutgoingMail Invite(ToldMeeting meeting, Guest guest, bool isChange, string reply, MailAttachment file) => new(guest.Email, guest.Name,
        $"{(isChange ? "Changement" : "Invitation")} : {meeting.Title}, {French.LongDate(meeting.On)}",
        [
            isChange ? "Cette rencontre a changé. Voici ce qui est prévu maintenant." : $"{Organisation.Name} vous invite à cette rencontre : {meeting.Title}.",
            .. meeting.Facts,
            "Le fichier joint l’inscrit à votre agenda. Pour dire si vous viendrez, utilisez ce lien plutôt que votre agenda :",
        ],
        new MailAction("Répondre à l’invitation", reply))
    { IsSecret = true, Attachment = file };

    /// <summary>Asks again whoever has not answered.</summary>
    public static OutgoingMail Remind(ToldMeeting meeting, Guest guest, string reply, MailAttachment file) => new(guest.Email, guest.Name,
        $"Votre réponse : {meeting.Title}, {French.LongDate(meeting.On)}",
        [$"{Organisation.Name} vous a invité·e à cette rencontre et n’a pas encore votre réponse : {meeting.Title}.", .. meeting.Facts],
        new MailAction("Répondre à l’invitation", reply))
    { IsSecret = true, Attachment = file };

    /// <summary>The meeting is off, or goes on without them.</summary>
    public static OutgoingMail Cancel(ToldMeeting meeting, Guest guest, MailAttachment file)
    {
        var (subject, sentence) = meeting switch
        {
            { IsCancelled: true } => ("Annulation", "Cette rencontre n’aura pas lieu."),
            { IsOff: true } => ("Report", "Cette rencontre est reportée. Une nouvelle date vous sera proposée."),
            _ => ("Invitation retirée", "Vous n’êtes plus attendu·e à cette rencontre."),
        };
        return new OutgoingMail(guest.Email, guest.Name, $"{subject} : {meeting.Title}, {French.LongDate(meeting.On)}",
            [sentence, .. meeting.Facts, "Le fichier joint la retire de votre agenda."])
        { Attachment = file };
    }
}
