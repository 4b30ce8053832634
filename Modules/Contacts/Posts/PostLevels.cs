using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Contacts;

/// <summary>Levels in words; a kind of partner gives its own examples of each (trade.md).</summary>
internal static class PostLevels
{
    /// <summary>« Encadrement (DPIP responsable d’antenne) »; the level alone at our establishments.</summary>
    public static string Name(PostLevel level, PartnerKind? kind)
        => Examples(level, kind) is { Length: > 0 } examples ? $"{Labels.Of(level)} ({examples})" : Labels.Of(level);

    public static IReadOnlyList<SelectListItem> Items(PartnerKind? kind)
        => [.. Enum.GetValues<PostLevel>().Select(l => new SelectListItem(Name(l, kind), l.ToString()))];

    private static string? Examples(PostLevel level, PartnerKind? kind) => level switch
    {
        PostLevel.Field => kind?.FieldExamples,
        PostLevel.Management => kind?.ManagementExamples,
        PostLevel.Institution => kind?.InstitutionExamples,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown level."),
    };
}
