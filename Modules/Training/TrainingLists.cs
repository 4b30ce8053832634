using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The lists that Training reads, and what a new database starts with.</summary>
internal static class TrainingLists
{
    public static readonly ReferenceList Topics = new("training-topics", "Thèmes de formation", "Proposés sur la fiche d’une formation.");

    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<ReferenceItem>().AnyAsync(i => i.List == Topics.Code, cancellation))
            return;
        var order = 0;
        foreach (var (code, label) in Items)
            db.Add(new ReferenceItem(Topics.Code, code, label, order += 10));
    }

    private static readonly (string Code, string Label)[] Items =
    [
        ("Justice", "Justice et mesures pénales"),
        ("Secret", "Secret professionnel et partage d’informations"),
        ("Addictions", "Addictions et réduction des risques"),
        ("Santé mentale", "Santé mentale et prévention du suicide"),
        ("Violence", "Violences et gestion de crise"),
        ("Hébergement", "Hébergement et accès au logement"),
        ("Droits", "Accès aux droits et séjour"),
        ("Emploi", "Emploi et insertion professionnelle"),
        ("Sécurité", "Sécurité et secours"),
        ("Posture", "Posture professionnelle et écrits"),
    ];
}
