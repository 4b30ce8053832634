using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>Kinds of partner that a new database starts with (trade.md); an administrator edits them.</summary>
internal static class ContactsSeed
{
    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<PartnerKind>().AnyAsync(cancellation))
            return;
        var order = 0;
        foreach (var (code, label, field, management, institution) in Kinds)
        {
            db.Add(new PartnerKind(code, label, order += 10)
            {
                FieldExamples = field,
                ManagementExamples = management,
                InstitutionExamples = institution,
            });
        }
    }

    private static readonly (string Code, string Label, string Field, string Management, string Institution)[] Kinds =
    [
        ("spip", "SPIP", "CPIP", "DPIP responsable d’antenne", "DFSPIP"),
        ("spip-antenna", "Antenne de SPIP", "CPIP", "DPIP responsable d’antenne", "DFSPIP"),
        ("court", "Tribunal judiciaire", "greffe", "vice-présidente chargée de l’application des peines, vice-procureur", "JAP, substitut, juge des enfants, chefs de juridiction"),
        ("appeal-court", "Cour d’appel", "greffe", "conseiller, avocat général", "chefs de cour"),
        ("prison", "Établissement pénitentiaire", "officier", "chef de détention, adjoint", "chef d’établissement"),
        ("disp", "DISP", "chargé de mission", "chef de département", "directeur interrégional"),
        ("pjj", "PJJ", "éducateur", "directeur de service", "directeur territorial"),
        ("health-unit", "Unité sanitaire (USMP, SMPR)", "infirmier, psychologue", "cadre de santé, médecin responsable", "chef de pôle"),
        ("hospital", "Hôpital", "soignant, assistant social", "cadre de santé", "directeur"),
        ("ars", "ARS", "chargé de mission", "chef de service", "directeur général, délégué départemental"),
        ("siao", "SIAO", "travailleur social", "chef de service", "directeur"),
        ("prefecture", "Préfecture", "chargé de mission", "chef de bureau", "préfet, directeur de cabinet"),
        ("ddets", "DDETS, DRIHL", "chargé de mission", "chef de service", "directeur"),
        ("department", "Conseil départemental", "travailleur social", "chef de service", "directeur"),
        ("mission-locale", "Mission locale", "conseiller", "responsable de secteur", "directeur"),
        ("association", "Association", "travailleur social", "chef de service", "directeur"),
        ("personality", "Association d’enquêtes de personnalité", "enquêteur", "chef de service", "directeur"),
        ("federation", "Fédération", "chargé de mission", "délégué régional", "directeur général"),
        ("bar", "Barreau", "avocat", "membre du conseil de l’ordre", "bâtonnier"),
        ("police", "Police, gendarmerie", "agent", "officier", "commissaire, commandant de groupement"),
        ("elected", "Élus", "collaborateur", "adjoint", "maire, parlementaire"),
        ("rights", "Défenseur des droits", "délégué", "chef de pôle", "Défenseur des droits"),
        ("other", "Autre", "", "", ""),
    ];
}
