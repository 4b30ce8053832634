using Intranet.Shared;

namespace Intranet.Conventions;

internal static class SharingChoices
{
    /// <summary>The name in full of each basis, retired ones included.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SharingBasesAsync(this Choices choices, IntranetDb db)
        => await choices.GetAsync("sharing-bases", () => db.LabelsAsync(ConventionLists.SharingBases.Code));
}
