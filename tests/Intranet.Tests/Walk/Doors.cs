using static Intranet.Tests.Walk.Who;

namespace Intranet.Tests.Walk;

/// <summary>
/// Every address of the product and who may come in: the table that the walk follows. A page without its line fails, and the failure
/// proposes the line. A budget that is written is an exception to the usual three commands. A name that starts with "own-" is a record that only those of its establishment may change.
/// </summary>
internal static class Doors
{
    /// <summary>Commands that read the day's conventions, which a page pays only when something was saved since the last reading (ConventionBoard).</summary>
    private const int Board = 8;

    public static IReadOnlyList<Door> All { get; } =
    [
        // The house
        new("/", Everyone) { Budget = 4 + Board },
        new("/connexion", Strangers, Strangers),
        new("/mot-de-passe", Anybody, Anybody),
        new("/deconnexion", Everyone, Everyone) { Answers = 302 },
        new("/compte", Everyone, Everyone),
        new("/compte/apparence", Everyone, Everyone) { Answers = 302 },
        new("/erreur/{404}", Anybody, Anybody) { Answers = 404 },
        new("/healthz", Anybody),
        new("/recherche?q=visite", Everyone),
        new("/filtres", Everyone, Everyone),
        new("/brouillons", Everyone, Everyone) { Answers = 302, Empty = 400 },
        new("/brouillons/supprimer", Everyone, Everyone) { Answers = 302 },
        new("/historique/{authorisation}", Everyone) { Budget = 4 },
        new("/fichiers/{file}", Everyone),
        new("/fichiers/de/{authorisation}", Everyone, Writers),
        new("/confidentialite", Everyone),
        new("/administration", Administration),
        new("/administration/comptes", Administration),
        new("/administration/comptes/nouveau", Administration, Administration),
        new("/administration/comptes/{account}", Administration, Administration) { Budget = 5 },
        new("/administration/courriels", Administration, Administration),
        new("/administration/journal", Administration) { Budget = 5 },
        new("/administration/sauvegarde", Administration),
        new("/administration/listes", Administration),
        new("/administration/listes/{=measures}", Administration, Administration),
        new("/administration/natures-de-partenaires", Administration),
        new("/administration/natures-de-partenaires/fiche", Administration, Administration),

        // Partners
        new("/partenaires?q=visite", Everyone) { Budget = 5 },
        new("/partenaires/export.xlsx", Everyone),
        new("/partenaires/nouveau", Writers, Writers),
        new("/partenaires/{partner}", Everyone, Everyone),
        new("/partenaires/{partner}/modifier", Writers, Writers) { Budget = 4 },
        new("/partenaires/{partner}/suivi", Writers, Writers),
        new("/partenaires/{partner}/fermeture", Writers, Writers),
        new("/partenaires/{partner}/reunir", Writers, Writers) { Empty = 404 },
        new("/partenaires/{partner}/articulation", Writers, Writers),
        new("/articulation", Everyone),
        new("/articulation/{articulation}", Everyone),

        // Posts and people
        new("/postes/nouveau?partenaire={partner}", Writers, Writers),
        new("/postes/{post}", Everyone, Everyone) { Budget = 5 },
        new("/postes/{post}/modifier", Writers, Writers),
        new("/postes/{post}/supprimer", Writers, Writers),
        new("/postes/{post}/titulaire", Writers, Writers),
        new("/postes/{post}/titulaires/{holding}", Writers, Writers),
        new("/personnes", Everyone) { Budget = 4 },
        new("/personnes/export.xlsx", Everyone),
        new("/personnes/choix", Everyone),
        new("/personnes/doublons", Writers),
        new("/personnes/nouvelle", Writers, Writers),
        new("/personnes/{person}", Everyone, Everyone) { Budget = 5 },
        new("/personnes/{person}/modifier", Writers, Writers),
        new("/personnes/{person}/absences?absenceId={absence}", Writers, Writers),
        new("/personnes/{person}/emplois?employmentId={employment}", Writers, Writers),
        new("/personnes/{person}/releve", Writers, Writers) { Budget = 14 },
        new("/personnes/{person}/releve/imprimer", Writers) { Budget = 12 },
        new("/personnes/{departed}/retour", Writers, Writers),
        new("/personnes/{person}/fusionner", Writers, Writers) { Empty = 404, Budget = 5 },
        new("/personnel", Everyone) { Budget = 4 },
        new("/personnel/export.xlsx", Everyone),

        // Establishments and what they hold
        new("/etablissements", Everyone) { Budget = 4 },
        new("/etablissements/export.xlsx", Everyone),
        new("/etablissements/nouveau", Writers, Writers),
        new("/etablissements/{establishment}", Everyone) { Budget = 7 },
        new("/etablissements/{own-establishment}/modifier", Writers, Writers),
        new("/etablissements/{own-establishment}/fermer", Writers, Writers),
        new("/poles", Everyone),
        new("/poles/nouveau", Writers, Writers),
        new("/poles/{pole}", Everyone, Writers),
        new("/dispositifs", Everyone) { Budget = 5 },
        new("/dispositifs/export.xlsx", Everyone),
        new("/dispositifs/livret", Everyone),
        new("/dispositifs/places-libres", Everyone),
        new("/dispositifs/nouveau", Writers, Writers) { Empty = 404 },
        new("/dispositifs/{service}", Everyone),
        new("/dispositifs/{service}/imprimer", Everyone),
        new("/dispositifs/{own-service}/modifier", Writers, Writers) { Budget = 4 },
        new("/dispositifs/{own-service}/places", Everyone, Everyone),
        new("/autorisations", Everyone) { Budget = 5 },
        new("/autorisations/export.xlsx", Everyone),
        new("/autorisations/nouvelle", Writers, Writers) { Budget = 4 },
        new("/autorisations/{authorisation}", Everyone),
        new("/autorisations/{authorisation}/modifier", Writers, Writers) { Budget = 7 },
        new("/acces/{access}", Everyone, Writers) { Budget = 5 },
        new("/delegations/{delegation}", Everyone, Writers),

        // Conventions
        new("/partenaires/choix", Everyone),
        new("/conventions", Everyone) { Budget = 5 + Board },
        new("/conventions/export.xlsx", Everyone) { Budget = 2 + Board },
        new("/conventions/nouvelle?partenaire={partner}", Writers, Writers) { Budget = 9 },
        new("/conventions/{convention}", Everyone) { Budget = 5 + Board },
        new("/conventions/{convention}/modifier", Writers, Writers) { Budget = 6 },
        new("/conventions/{convention}/negociation", Writers, Writers),
        new("/conventions/{convention}/envoi", Writers, Writers),
        new("/conventions/{project}/signature", Direction, Direction),
        new("/conventions/{convention}/abandon", Writers, Writers),
        new("/conventions/{convention}/denonciation", Direction, Direction),

        // Conventions: signing, amendments, end
        new("/conventions/{convention}/signataires", Everyone) { Budget = 4 },
        new("/conventions/{convention}/signataires/choix", Writers, Writers),
        new("/conventions/{convention}/signataires/relance", Writers, Writers),
        new("/conventions/{convention}/signataires/{signatory}/signature", Direction, Direction),
        new("/conventions/{convention}/signataires/{signatory}/refus", Writers, Writers),
        new("/conventions/{convention}/balle", Writers, Writers),
        new("/conventions/{agreement}/avenants/nouveau", Writers, Writers) { Budget = 4 },
        new("/conventions/{agreement}/avenants/{1}", Everyone),
        new("/conventions/{agreement}/avenants/{1}/modifier", Writers, Writers) { Budget = 4 },
        new("/conventions/{agreement}/avenants/{1}/signature", Direction, Direction),
        new("/conventions/{agreement}/avenants/{1}/abandon", Writers, Writers),
        new("/conventions/{agreement}/avenants/{2}/rectification", Direction, Direction) { Budget = 4 },
        new("/conventions/{agreement}/au?le=2026-02-01", Everyone),
        new("/conventions/{agreement}/rectification", Direction, Direction) { Budget = 6 },
        new("/conventions/{agreement}/decision", Direction, Direction),
        new("/conventions/{agreement}/demande", Writers, Writers),
        new("/conventions/{agreement}/prolongation", Direction, Direction),
        new("/administration/natures-de-convention", Administration),
        new("/administration/natures-de-convention/fiche", Administration, Administration),

        // Conventions: follow-up and reviews
        new("/conventions/{convention}/suivi", Everyone) { Budget = 6 },
        new("/conventions/{convention}/suivi.xlsx", Everyone) { Budget = 6 },
        new("/conventions/{convention}/dossier", Everyone) { Budget = 8 },
        new("/conventions/{convention}/indicateurs", Writers, Writers),
        new("/conventions/{convention}/indicateurs/{2026}", Writers, Writers),
        new("/conventions/{convention}/places", Writers, Writers),
        new("/conventions/{convention}/orientations?mois=2026-10", Writers, Writers) { Budget = 4 },
        new("/conventions/{convention}/finances/{2026}", Writers, Writers),
        new("/conventions/{convention}/bilans", Everyone),
        new("/conventions/{convention}/bilans/{2025}", Everyone),
        new("/conventions/{convention}/bilans/{2025}/modifier", Writers, Writers),
        new("/conventions/{convention}/bilans/{2025}/signature", Writers, Writers),
        new("/conventions/{convention}/engagements", Writers, Writers),
        new("/conventions/{convention}/engagements/{commitment}", Writers, Writers),

        // Conventions: texts, frame, documents
        new("/conventions/{convention}/contenu", Everyone) { Budget = 4 },
        new("/conventions/{convention}/partage", Writers, Writers) { Budget = 4 },
        new("/conventions/partage?etablissement={own-establishment}", Everyone) { Budget = 5 },
        new("/conventions/{convention}/incidents", Writers, Writers),
        new("/conventions/{convention}/incidents/fiche", Everyone),
        new("/conventions/{convention}/qui-fait-quoi", Writers, Writers),
        new("/conventions/{convention}/qui-fait-quoi/fiche", Everyone),
        new("/conventions/{convention}/programme", Writers, Writers),
        new("/conventions/{convention}/recit", Writers, Writers),
        new("/conventions/{convention}/documents", Everyone),
        new("/conventions/{convention}/journal", Everyone) { Budget = 5 },
        new("/conventions/{convention}/projet.docx", Everyone) { Budget = 7 },

        // Conventions: register and risks
        new("/conventions/affectation", Writers, Writers) { Budget = 5 + Board },

        // Meetings
        new("/rencontres", Everyone),
        new("/rencontres/export.xlsx", Everyone),
        new("/rencontres/nouvelle?partenaire={partner}", Writers, Writers) { Budget = 8 },
        new("/rencontres/{meeting}", Everyone, Writers) { Budget = 4 },
        new("/rencontres/{meeting}/modifier", Writers, Writers) { Budget = 5 },
        new("/rencontres/{meeting}/annulation", Writers, Writers),

        // The planner
        new("/rencontres/planificateur", Everyone) { Budget = 4 },
        new("/rencontres/planificateur/export.xlsx", Everyone),
        new("/rencontres/planificateur/plan", Writers, Writers),
        new("/rencontres/planificateur/ajout?partenaire={followed}", Writers, Writers),
        new("/rencontres/planificateur/deplacement/{meeting}", Writers, Writers),
        new("/rencontres/planificateur/charge", Writers, Writers) { Empty = 302 },
        new("/rencontres/planificateur/fermetures", Everyone, Writers) { Empty = 302 },
        new("/rencontres/planificateur/fermetures/fiche", Writers, Writers),

        // Calendars
        new("/rencontres/{meeting}/invitations", Everyone, Writers),
        new("/rencontres/reponse/{=inconnu}", Anybody, Anybody) { Answers = 410, Empty = 410 },
        new("/calendrier/{=inconnu}.ics", Anybody) { Answers = 404 },
        new("/compte/calendriers", Everyone, Everyone),
        new("/personnes/{person}/calendriers", Writers, Writers),

        // Rounds and series
        new("/rencontres/tournees", Everyone),
        new("/rencontres/tournees/nouvelle?partenaire={partner}", Writers, Writers),
        new("/rencontres/tournees/{round}", Everyone, Writers),
        new("/rencontres/tournees/{round}/modifier", Writers, Writers) { Budget = 9 },
        new("/rencontres/tournees/{round}/annulation", Writers, Writers) { Budget = 7 },
        new("/rencontres/tournees/{round}/fiches", Everyone) { Budget = 4 },
        new("/rencontres/permanences", Everyone),
        new("/rencontres/permanences/nouvelle?partenaire={partner}", Writers, Writers),
        new("/rencontres/permanences/{series}", Everyone, Writers),
        new("/rencontres/permanences/{series}/modifier", Writers, Writers) { Budget = 4 },
        new("/rencontres/permanences/{series}/exception?le=2026-01-05", Writers, Writers),

        // Imports
        new("/imports", Importers),
        new("/imports/nouveau", Importers, Importers),
        new("/imports/modeles/{=spip}.xlsx", Importers),
        new("/imports/{import}", Importers),
        new("/imports/{import}/colonnes", Importers, Importers) { Answers = 302 },
        new("/imports/{import}/verification", Importers, Importers) { Answers = 302 },
        new("/imports/{import}/lignes-en-erreur.xlsx", Importers),
        new("/imports/{import}/annulation", Importers, Importers),

        // Reminders
        new("/rappels", Everyone),
        new("/rappels/retards", Everyone),
        new("/rappels/{reminder}", Writers, Writers) { Refuses = 404 },
    ];
}
