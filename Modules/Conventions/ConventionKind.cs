using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>An editable kind of convention.</summary>
internal sealed class ConventionKind
{
    private ConventionKind() { }

    public ConventionKind(string code, string label, int order) => (Code, Label, Order) = (code, label, order);

    public int Id { get; private set; }

    /// <summary>Referred to by imports and defaults; never changes.</summary>
    public string Code { get; private set; } = "";
    public string Label { get; set; } = "";
    public int Order { get; set; }
    public bool IsActive { get; set; } = true;
}

/// <summary>Kinds that a new database starts with (issue 3).</summary>
internal static class ConventionSeed
{
    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<ConventionKind>().AnyAsync(cancellation))
            return;
        db.AddRange(Kinds.Select((k, i) => new ConventionKind(k.Code, k.Label, (i + 1) * 10)));
    }

    private static readonly (string Code, string Label)[] Kinds =
    [
        ("framework", "Convention cadre"),
        ("placement", "Placement extérieur"),
        ("csapa", "CSAPA référent"),
        ("experiment", "Dispositif expérimental"),
        ("inside", "Permanence en détention"),
        ("sharing", "Protocole d’échange d’informations"),
        ("secondment", "Mise à disposition"),
        ("other", "Autre"),
    ];
}
