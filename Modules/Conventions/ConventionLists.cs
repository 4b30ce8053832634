using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>The lists that conventions read, and what a new database starts with (trade.md, "Conventions").</summary>
internal static class ConventionLists
{
    /// <summary>Codes of the lists, as records name them.</summary>
    public const string Bases = "sharing-bases", Sources = "referral-sources", Reasons = "not-concluded-reasons";

    public static readonly ReferenceList SharingBases = new(Bases, "Fondements du partage d’informations", "Proposés dans le cadre de partage d’une convention ; à valider par le siège.");
    public static readonly ReferenceList ReferralSources = new(Sources, "Sources d’orientation", "Proposées dans le suivi des orientations d’une convention.");
    public static readonly ReferenceList NotConcludedReasons = new(Reasons, "Raisons de non-admission", "Proposées dans le suivi des orientations d’une convention.");

    public static IReadOnlyList<ReferenceList> All { get; } = [SharingBases, ReferralSources, NotConcludedReasons];

    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        var known = await db.Set<ReferenceItem>().Select(i => i.List).Distinct().ToListAsync(cancellation);
        foreach (var (list, items) in Items.Where(l => !known.Contains(l.List.Code)))
        {
            var order = 0;
            foreach (var (code, label) in items)
                db.Add(new ReferenceItem(list.Code, code, label, order += 10));
        }
    }

    private static readonly (ReferenceList List, (string Code, string Label)[] Items)[] Items =
    [
        (SharingBases,
        [
            ("accord", "Accord de la personne, écrit et daté"),
            ("decision", "Obligation fixée par la décision de justice"),
            ("L345-1", "CASF, art. L. 345-1 (entre professionnels d’un CHRS)"),
            ("convention", "Clause de la convention, rappelée à la personne"),
            ("danger", "Danger grave et imminent"),
            ("sante", "Secret médical : rien sans la personne"),
            ("226-13", "Secret professionnel, Code pénal, art. 226-13"),
        ]),
        (ReferralSources,
        [
            ("SPIP-MO", "SPIP, milieu ouvert"),
            ("SPIP-MF", "SPIP, milieu fermé"),
            ("JAP", "Juge de l’application des peines"),
            ("Parquet", "Parquet"),
            ("USMP", "Unité sanitaire"),
            ("CSAPA", "CSAPA référent"),
            ("SIAO", "SIAO"),
        ]),
        (NotConcludedReasons,
        [
            ("medical", "Volet médical manquant"),
            ("reliquat", "Reliquat de peine trop court"),
            ("place", "Pas de place"),
            ("refus", "Refus de la personne"),
            ("juge", "Décision du juge"),
            ("autre", "Autre raison"),
        ]),
    ];
}
