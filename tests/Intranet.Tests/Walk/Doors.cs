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
        new("/compte", Everyone, Everyone),
        new("/mot-de-passe", Anybody, Anybody),
        new("/recherche?q=visite", Everyone),
        new("/confidentialite", Everyone),
        new("/brouillons", Everyone, Everyone) { Answers = 302 },
        new("/brouillons/supprimer", Everyone, Everyone) { Answers = 302 },
        new("/fichiers/de/{partner}", Everyone, Writers),
        new("/fichiers/{file}", Everyone),
        new("/administration", Administration),
        new("/administration/comptes", Administration),
        new("/administration/comptes/nouveau", Administration, Administration),
        new("/administration/comptes/{account}", Administration, Administration) { Budget = 5 },
        new("/administration/journal", Administration) { Budget = 5 },
        new("/administration/courriels", Administration, Administration),
        new("/administration/sauvegarde", Administration),
        new("/erreur/{404}", Anybody, Anybody) { Answers = 404 },
        new("/healthz", Anybody),
        new("/filtres", Everyone, Everyone),
        new("/historique/{partner}", Everyone),

        // Partners
        new("/partenaires", Everyone) { Budget = 5 },
        new("/partenaires/export.xlsx", Everyone),
        new("/partenaires/nouveau", Writers, Writers),
        new("/partenaires/{partner}", Everyone, Everyone),
        new("/partenaires/{partner}/modifier", Writers, Writers) { Budget = 4 },
        new("/partenaires/{partner}/suivi", Writers, Writers),
        new("/partenaires/{partner}/fermeture", Writers, Writers),
        new("/partenaires/{partner}/reunir", Writers, Writers),
        new("/partenaires/{partner}/articulation", Writers, Writers),
        new("/administration/natures-de-partenaires", Administration),
        new("/administration/natures-de-partenaires/fiche", Administration, Administration),
        new("/articulation", Everyone),
        new("/articulation/{articulation}", Everyone),

        // Establishments, services, registers, staff
        new("/etablissements", Everyone) { Budget = 4 },
        new("/etablissements/export.xlsx", Everyone),
        new("/etablissements/nouveau", Writers, Writers),
        new("/etablissements/{establishment}", Everyone) { Budget = 7 },
        new("/etablissements/{establishment}/modifier", Writers, Writers),
        new("/etablissements/{establishment}/fermer", Writers, Writers),
        new("/poles", Everyone),
        new("/poles/nouveau", Writers, Writers),
        new("/poles/{pole}", Everyone, Writers),
        new("/dispositifs", Everyone) { Budget = 5 },
        new("/dispositifs/export.xlsx", Everyone),
        new("/dispositifs/livret", Everyone),
        new("/dispositifs/places-libres", Everyone),
        new("/dispositifs/nouveau?etablissement={establishment}", Writers, Writers),
        new("/dispositifs/{service}", Everyone),
        new("/dispositifs/{service}/imprimer", Everyone),
        new("/dispositifs/{service}/modifier", Writers, Writers) { Budget = 4 },
        new("/dispositifs/{service}/places", Everyone, Everyone),
        new("/autorisations", Everyone) { Budget = 5 },
        new("/autorisations/export.xlsx", Everyone),
        new("/autorisations/nouvelle", Writers, Writers) { Budget = 4 },
        new("/autorisations/{authorisation}", Everyone),
        new("/autorisations/{authorisation}/modifier", Writers, Writers) { Budget = 7 },
        new("/delegations/{delegation}", Everyone, Writers),
        new("/acces/{access}", Everyone, Writers) { Budget = 5 },
        new("/personnel", Everyone) { Budget = 4 },
        new("/personnel/export.xlsx", Everyone),
        new("/administration/listes", Administration),
        new("/administration/listes/{0}", Administration, Administration) { Answers = 404 },

        // Reminders
        new("/rappels", Everyone),
        new("/rappels/{reminder}", Writers, Writers) { Refuses = 404 },
    ];
}
