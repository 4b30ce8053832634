using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>What the rule asks of a partner.</summary>
/// <param name="Expected">Lowest level that counts on their side.</param>
/// <param name="LastWasAllWell">The last meeting that counted was a « Tout va bien ».</param>
/// <param name="NextIsAllWell">So is the first that counts after that day: meetings may be entered out of order.</param>
internal sealed record CountedPartner(int Id, string Name, PostLevel Expected, bool LastWasAllWell = false, bool NextIsAllWell = false);

/// <summary>Whether a meeting counts for one partner, and why not, in a sentence.</summary>
internal sealed record CountingAnswer(CountedPartner Partner, bool Counts, string Reason);

/// <summary>
/// Which meetings count for the annual obligation (rules.md, "Partners and the annual obligation"; trade.md for « Tout va bien »).
/// Asked for each partner apart: an antenna and its SPIP count apart unless both are named.
/// </summary>
internal static class Counting
{
    public static CountingAnswer For(CountedPartner partner, MeetingKind kind, MeetingMode mode, IReadOnlyCollection<MeetingParticipant> participants)
    {
        var present = participants.Where(p => p.Attendance == Attendance.Present && !string.IsNullOrWhiteSpace(p.Name)).ToList();
        var theirs = present.Where(p => p.PartnerId == partner.Id).ToList();
        var ours = present.Where(p => p.PartnerId is null).ToList();
        var reason = !kind.Counts ? $"« {kind.Label} » ne compte pas pour la rencontre annuelle."
            : ours.Count == 0 ? "Personne de chez nous n’est nommé parmi les présents."
            : theirs.Count == 0 ? $"Personne ne représente {partner.Name} parmi les présents."
            : Reached(theirs, partner.Expected) ?? (kind.IsAllWell ? AllWell(partner, mode, ours) : null);
        return new CountingAnswer(partner, reason is null, reason ?? $"Elle compte pour {partner.Name}.");
    }

    public static string Name(PostLevel level) => level switch
    {
        PostLevel.Field => "terrain",
        PostLevel.Management => "encadrement",
        PostLevel.Institution => "institution",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
    };

    private static string? Reached(List<MeetingParticipant> present, PostLevel expected)
    {
        var best = present.Max(p => p.Level);
        return best >= expected ? null
            : best is { } level ? $"Le niveau attendu est « {Name(expected)} » : le plus élevé des présents est « {Name(level)} »."
            : "Le poste des présents n’est pas dans l’annuaire : leur niveau n’est pas connu.";
    }

    private static string? AllWell(CountedPartner partner, MeetingMode mode, List<MeetingParticipant> ours)
        => mode == MeetingMode.Phone ? "Un « Tout va bien » par téléphone ne compte pas."
        : partner.LastWasAllWell ? "La dernière rencontre qui compte était déjà un « Tout va bien » : jamais deux de suite."
        : partner.NextIsAllWell ? "La rencontre suivante qui compte est déjà un « Tout va bien » : jamais deux de suite."
        : Reached(ours, partner.Expected) is not null ? $"Un « Tout va bien » demande le niveau « {Name(partner.Expected)} » des deux côtés."
        : null;
}
