using Intranet.Shared;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>What « Prévenir les participants » does, in a sentence.</summary>
internal static class TellWords
{
    /// <summary>The participants must be loaded.</summary>
    public static string Hint(Meeting meeting) => meeting.Participants.Count == 0
        ? "Personne n’est encore nommé : « Modifier » ajoute des participants."
        : $"Un courriel part dans dix minutes à ceux dont l’adresse est connue, parmi {French.Count(meeting.Participants.Count, "participant")} ; plusieurs changements d’ici là n’en font qu’un.";

    /// <summary>To end the toast of a page that saved; <paramref name="leavesAnyway"/> as answered by <see cref="Telling.SettleAsync"/>.</summary>
    public static string After(bool leavesAnyway) => leavesAnyway ? " L’annonce déjà en attente part quand même, avec ce qui vient d’être enregistré." : "";
}
