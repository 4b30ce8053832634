using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>The tree that a new database starts with; administration makes it its own.</summary>
internal static class TopicSeed
{
    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<Topic>().AnyAsync(cancellation))
            return;
        var wide = Items.Where(i => i.Under.Length == 0).Select(i => new Topic(i.Family, i.Name, i.Synonyms)).ToList();
        db.AddRange(wide);
        await db.SaveChangesAsync(cancellation);
        foreach (var (family, under, name, synonyms) in Items.Where(i => i.Under.Length > 0))
        {
            var topic = new Topic(family, name, synonyms);
            topic.PlaceUnder(wide.Single(w => w.Family == family && w.Name == under));
            db.Add(topic);
        }
        await db.SaveChangesAsync(cancellation);
    }

    private const TopicFamily Measure = TopicFamily.Measure, Public = TopicFamily.Public, Field = TopicFamily.Field, Partner = TopicFamily.Partner;

    internal static readonly (TopicFamily Family, string Under, string Name, string Synonyms)[] Items =
    [
        (Measure, "", "Aménagements de peine", "aménagement, application des peines"),
        (Measure, "Aménagements de peine", "Placement extérieur", "PE, placement à l’extérieur, accord de prise en charge"),
        (Measure, "Aménagements de peine", "Détention à domicile sous surveillance électronique", "DDSE, PSE, bracelet, bracelet électronique, surveillance électronique"),
        (Measure, "Aménagements de peine", "Semi-liberté", "SL, CSL, QSL, centre de semi-liberté"),
        (Measure, "Aménagements de peine", "Libération conditionnelle", "LC, conditionnelle"),
        (Measure, "Aménagements de peine", "Libération sous contrainte", "LSC"),
        (Measure, "Aménagements de peine", "Permission de sortir", "permission, permissions"),
        (Measure, "", "Mesures avant jugement", "présentenciel"),
        (Measure, "Mesures avant jugement", "Contrôle judiciaire", "CJ, contrôle judiciaire socio-éducatif"),
        (Measure, "Mesures avant jugement", "Assignation à résidence avec surveillance électronique", "ARSE"),
        (Measure, "", "Peines en milieu ouvert", "milieu ouvert, probation"),
        (Measure, "Peines en milieu ouvert", "Sursis probatoire", "SME, sursis avec mise à l’épreuve, probation"),
        (Measure, "Peines en milieu ouvert", "Travail d’intérêt général", "TIG"),
        (Measure, "Peines en milieu ouvert", "Suivi socio-judiciaire", "SSJ, injonction de soins"),
        (Measure, "Peines en milieu ouvert", "Stages et réparation", "stage de citoyenneté, sanction-réparation"),
        (Public, "", "Sortants de détention", "sortie de prison, sortant de prison, sortie sèche, levée d’écrou"),
        (Public, "Sortants de détention", "Femmes sortant de détention", "femme sortant de prison, femmes détenues, femme incarcérée, MAF"),
        (Public, "Sortants de détention", "Longues peines", "longue peine, perpétuité, centrale"),
        (Public, "Sortants de détention", "Courtes peines", "courte peine"),
        (Public, "", "Jeunes majeurs", "jeune majeur, 18-25 ans, jeunes"),
        (Public, "", "Femmes", "femme, mères, femme victime"),
        (Public, "", "Familles et enfants", "famille, parents, enfants"),
        (Public, "", "Personnes âgées ou en perte d’autonomie", "senior, vieillissement, dépendance"),
        (Public, "", "Personnes en situation irrégulière", "sans papiers, étranger, OQTF, ITF, situation irrégulière"),
        (Public, "", "Personnes suivies pour radicalisation", "radicalisation, TIS, terrorisme"),
        (Public, "", "Auteurs de violences conjugales", "violences conjugales, violence intrafamiliale, AVC, BAR"),
        (Public, "", "Auteurs d’infractions à caractère sexuel", "AICS, infraction sexuelle, CRIAVS"),
        (Field, "", "Addictions", "addiction, alcool, drogues, stupéfiants, CSAPA, CAARUD, RDR, réduction des risques"),
        (Field, "", "Santé mentale", "psychiatrie, troubles psychiques, souffrance psychique, suicide, CMP"),
        (Field, "", "Maladies chroniques et soins", "maladie chronique, VIH, hépatite, LHSS, LAM, ACT, soins"),
        (Field, "", "Logement et hébergement", "logement, hébergement, SIAO, DALO, bail"),
        (Field, "Logement et hébergement", "Admission d’une personne sous main de justice", "admission, dossier d’admission, PPSMJ, placée sous main de justice"),
        (Field, "Logement et hébergement", "Fin de prise en charge et exclusion", "fin de séjour, exclusion, retrait, incident"),
        (Field, "", "Emploi et formation", "travail, emploi, insertion professionnelle, IAE, mission locale"),
        (Field, "", "Accès aux droits", "droits, papiers, ouverture de droits, RSA, CPAM, carte d’identité, domiciliation"),
        (Field, "", "Liens familiaux", "parloir, visite, parentalité, médiation familiale"),
        (Field, "", "Secret professionnel et partage d’informations", "secret, secret partagé, confidentialité, RGPD"),
        (Field, "", "Victimes et justice restaurative", "victime, indemnisation, justice restaurative"),
        (Field, "", "Violences et gestion de crise", "violence, crise, conflit, agression"),
        (Field, "", "Effets de l’incarcération", "choc carcéral, prisonniérisation, désocialisation"),
        (Field, "", "Écrits professionnels", "rapport, note, écrit, attestation de présence"),
        (Partner, "", "Juge de l’application des peines", "JAP, application des peines, VPAP, débat contradictoire"),
        (Partner, "", "SPIP", "CPIP, DPIP, conseiller de probation, service pénitentiaire d’insertion et de probation"),
        (Partner, "", "Parquet", "procureur, exécution des peines, BEX, réquisitions"),
        (Partner, "", "Établissements pénitentiaires", "prison, maison d’arrêt, MA, CD, centre de détention, greffe pénitentiaire, UVF"),
        (Partner, "", "Unités sanitaires", "USMP, UCSA, SMPR, UHSA, UHSI, unité sanitaire"),
        (Partner, "", "Protection judiciaire de la jeunesse", "PJJ, juge des enfants, éducateur PJJ"),
        (Partner, "", "Police et gendarmerie", "police, gendarmerie, commissariat, pointage"),
        (Partner, "", "Avocats et barreau", "avocat, barreau, conseil"),
        (Partner, "", "SIAO et DRIHL", "115, SIAO, DRIHL, DDETS"),
    ];
}
