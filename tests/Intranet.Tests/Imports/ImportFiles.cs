using System.Text;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Imports;

/// <summary>Small files written by hand, each with the defects of the real ones.</summary>
internal static class ImportFiles
{
    public const string Spip = """
        spip,siege,antenne,ressort_pipe_separe
        Service pénitentiaire d'insertion et de probation de la Seine-Saint-Denis,Pantin,Néant,Circonscription judiciaire de Bobigny|Maison d'arrêt de Villepinte|Centre de semi-liberté de Gagny
        Service pénitentiaire d'insertion et de probation de la Haute-Corse,Bastia,(Arr. 17 févr. 2004 art. 2) Antenne de Bastia-Borgo,(Arr. 17 févr. 2004 art. 2) Circonscription judiciaire de Bastia|(Arr. 17 févr. 2004 art. 2) Centre pénitentiaire de Borgo
        Service pénitentiaire d'insertion et de probation de la Haute-Corse,Bastia,Antenne de Casabianda,(Arr. 17 sept. 2003 art. 5) Centre de détention de Casabianda
        Service pénitentiaire d'insertion et de probation de la Meuse,"(Arr. 30 mars 2005, art. 2) Bar-le-Duc",Antenne de Verdun,Circonscription judiciaire de Verdun
        Service pénitentiaire d'insertion et de probation de la Meuse,,,Centre de détention d'Ecrouves
        Service pénitentiaire d'insertion et de probation d'Eure-et-Loir,Chartres,Châteaudun,"Circonscription judiciaire de Chartres, à l'exception des cantons de Dreux"
        Service pénitentiaire d'insertion et de probation des Landes,Mont-de-Marsan,Antenne de Mont-de-Marsan,Circonscription judiciaire de Mont-de-Marsan
        Service pénitentiaire d'insertion et de probation des Landes,Mont-de-Marsan,Antenne de Mont-de-Marsan,Maison d'arrêt de Mont-de-Marsan
        Service pénitentiaire d'insertion et de probation de La Réunion,Saint-Denis,Antenne du Port,Centre détention du Port
        """;

    public const string Courts = """
        code_judilibre,insee_commune,departement,libelle
        tj93008,93008,93,Tribunal judiciaire de Bobigny
        tj91228,91228,91,Tribunal judiciaire d'Évry
        tj76351,76351,76,Tribunal judiciaire du Havre
        tj85194,85194,85,Tribunal judiciaire des Sables-d'Olonne
        tj39198,39198,39,Tribunal judiciaire de Dole (chambre détachée)
        tj2b033,2B033,2B,Tribunal judiciaire de Bastia
        tj97105,97105,971,Tribunal judiciaire de Basse-Terre
        """;

    public const string Prisons = """
        date_reference,origine_de_la_date,etablissement,quartier,disp,capacite_norme,capacite_operationnelle,ecroues_detenus,densite
        2026-06-01,titre,CP SEINE SAINT DENIS,MA/QMA,DISP PARIS,583,583,1203,2.063
        2026-06-01,titre,CSL GAGNY,CSL/QSL,DISP PARIS,49,49,98,2.0
        2026-06-01,titre,CP VENDIN LE VIEIL,MC/QMC,DISP LILLE,0,0,108,
        2026-06-01,titre,CD ST SULPICE LA POINTE,CD/QCD,DISP TOULOUSE,99,99,NC,
        2026-06-01,titre,CD KONE,CD/QCD,MOM,120,120,119,0.992
        2026-06-01,titre,CP BORGO,MA/QMA,DISP MARSEILLE,193,193,283,1.466
        2026-06-01,titre,CP SEINE SAINT DENIS,SAS,DISP PARIS,120,120,134,1.117
        2026-06-01,titre,CP MATA UTU,MA/QMA,DISP MSPOM - Mission Outre Mer,5,5,NC,
        """;

    public static Stream Open(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>Plans and, unless it is a dry run, writes.</summary>
    public static async Task<(ImportPlan Plan, ImportRun Run)> Import(this IntranetApp app, string kind, string text, bool dryRun = false)
    {
        using var scope = app.Services.CreateScope();
        var importer = scope.ServiceProvider.GetRequiredService<Importer>();
        var known = importer.Kind(kind)!;
        using var content = Open(text);
        var sheet = importer.Read(known, content, "essai.csv");
        var plan = await importer.PlanAsync(known, sheet, default);
        var run = new ImportRun(kind, "essai.csv", new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc), null, "essai");
        return (dryRun ? plan : (await importer.WriteAsync(run, known, sheet, plan.Fingerprint, default))!, run);
    }

    public static async Task<ImportRun> Undo(this IntranetApp app, int runId)
    {
        using var scope = app.Services.CreateScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<ImportUndo>().RunAsync(runId, "essai", default));
        return (await scope.ServiceProvider.GetRequiredService<IntranetDb>().Set<ImportRun>().FindAsync(runId))!;
    }
}
