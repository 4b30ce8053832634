using static Intranet.Tests.Walk.Who;

namespace Intranet.Tests.Walk;

/// <summary>Every address of the product and who may come in: the table that the walk follows. A page without its line fails.</summary>
internal static class Doors
{
    public static IReadOnlyList<Door> All { get; } =
    [
        // The house
        new("/", Everyone),
        new("/connexion", Strangers, Strangers),
        new("/deconnexion", Everyone, Everyone) { Answers = 302 },
        new("/compte/apparence", Everyone, Everyone) { Answers = 302 },
        new("/erreur/{404}", Anybody, Anybody) { Answers = 404 },
        new("/healthz", Anybody),
        new("/filtres", Everyone, Everyone),
        new("/historique/{partner}", Everyone),

        // Partners
        new("/partenaires", Everyone),
        new("/partenaires/export.xlsx", Everyone),

        // Reminders
        new("/rappels", Everyone),
        new("/rappels/{reminder}", Writers, Writers) { Refuses = 404 },
    ];
}
