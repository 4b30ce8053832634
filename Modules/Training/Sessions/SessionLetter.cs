using Intranet.Shared;

namespace Intranet.Training;

/// <summary>What a letter about a seat says.</summary>
internal enum SeatNews
{
    /// <summary>A seat was given at once.</summary>
    Seated = 1,

    /// <summary>A seat came free for who waited, or whose request was approved.</summary>
    MovedUp,

    Waiting,
    Asked,
    Refused,

    /// <summary>Taken off by somebody else.</summary>
    Withdrawn,

    /// <summary>Other days, hours or place.</summary>
    Changed,

    Cancelled,
}

/// <summary>The letters about a session, with its half-days for calendars when there is a seat to note or to take out.</summary>
internal static class SessionLetter
{
    /// <param name="session">Its slots must be loaded.</param>
    /// <param name="gone">Half-days taken off since the last file, to be taken out of calendars.</param>
    public static OutgoingMail To(string mail, string name, TrainingSession session, Enrolment who, SeatNews news, HouseAddress house, DateTime stamp, int gone = 0)
    {
        var (subject, first) = Say(session, who, news);
        List<string> text = [first, .. Facts(session)];
        if (news is SeatNews.Seated or SeatNews.MovedUp)
            text.Add(who.PersonId is null ? $"Le fichier joint l’inscrit à votre agenda. Si vous ne pouvez plus venir, dites-le à {Organisation.Name} : quelqu’un attend peut-être une place." : "Le fichier joint l’inscrit à votre agenda. Si vous ne pouvez plus venir, désinscrivez-vous : quelqu’un attend peut-être une place.");
        else if (news == SeatNews.Changed)
            text.Add("Le fichier joint met votre agenda à jour.");
        else if (news is SeatNews.Cancelled or SeatNews.Withdrawn && who.SeatedAt is not null)
            text.Add("Le fichier joint la retire de votre agenda.");
        var isOff = news is SeatNews.Cancelled or SeatNews.Withdrawn;
        var withFile = news is SeatNews.Seated or SeatNews.MovedUp || (who.SeatedAt is not null && (isOff || news == SeatNews.Changed));
        return new OutgoingMail(mail, name, Cut($"{subject} : {session.Title}, {SessionWords.Days(session.From, session.To)}"), text,
            who.PersonId is null ? null : new MailAction("Ouvrir la session", $"{house.Web}/formations/sessions/{session.Id}"))
        { Attachment = withFile ? SessionCalendar.Attach(session, house, stamp, isOff, gone) : null };
    }

    /// <summary>To who answers for somebody: a request waits.</summary>
    public static OutgoingMail Asking(string mail, string reader, TrainingSession session, string name, HouseAddress house)
        => new(mail, reader, Cut($"Demande d’inscription : {session.Title}, {SessionWords.Days(session.From, session.To)}"),
            [$"{name} demande une place à la session « {session.Title} ». La demande attend votre accord.", .. Facts(session)],
            new MailAction("Examiner la demande", $"{house.Web}/formations/sessions/{session.Id}/inscriptions"));

    private static string Cut(string subject) => subject.Length <= 300 ? subject : subject[..300];

    private static (string Subject, string First) Say(TrainingSession session, Enrolment who, SeatNews news) => news switch
    {
        SeatNews.Seated => ("Inscription confirmée", $"Vous êtes inscrit·e à cette session de formation : {session.Title}."),
        SeatNews.MovedUp => ("Vous avez une place", $"Une place est pour vous dans cette session de formation : {session.Title}."),
        SeatNews.Waiting => ("Liste d’attente", $"La session « {session.Title} » est complète. Vous êtes en liste d’attente, {SessionWords.Rank(session.WaitingPlace(who) ?? 1)} : un courriel vous préviendra si une place se libère."),
        SeatNews.Asked => ("Demande reçue", $"Votre demande d’inscription à « {session.Title} » est enregistrée. Elle attend un accord : un courriel vous dira la réponse."),
        SeatNews.Refused => ("Réponse à votre demande", $"Votre demande d’inscription à « {session.Title} » n’est pas retenue. Raison : {who.RefusedReason}"),
        SeatNews.Withdrawn => ("Désinscription", $"Vous n’êtes plus inscrit·e à « {session.Title} ».{(who.WithdrawnReason.Length > 0 ? $" Raison : {who.WithdrawnReason}" : "")}"),
        SeatNews.Changed => ("Changement", $"La session « {session.Title} » a changé. Voici ce qui est prévu maintenant."),
        SeatNews.Cancelled => ("Annulation", $"La session « {session.Title} » n’aura pas lieu. Raison : {session.CancelledReason}"),
        _ => throw new ArgumentOutOfRangeException(nameof(news), news, "Unknown news."),
    };

    private static IEnumerable<string> Facts(TrainingSession session)
    {
        foreach (var slot in SessionCalendar.InOrder(session))
            yield return $"• {French.LongDate(slot.On)}, {slot.Hours}";
        if (session.Place.Length > 0 || session.IsRemote)
            yield return $"Où : {(session.Place.Length > 0 ? session.Place : "à distance")}";
        if (session.Trainer.Length > 0)
            yield return $"Avec : {session.Trainer}";
        if (session.Notes.Length > 0)
            yield return session.Notes;
    }
}
