using Intranet.Shared;

namespace Intranet.Training;

/// <summary>What a course is, in words.</summary>
internal static class CourseWords
{
    /// <summary>« Valable 36 mois à compter de la formation ».</summary>
    public static string InWords(this ValidityTerms terms) => terms.Mode switch
    {
        ValidityMode.None => "Sans limite",
        ValidityMode.FromCompletion => $"{terms.Months} mois à compter de la formation",
        ValidityMode.FromExpiry => $"{terms.Months} mois ; renouvelée {(terms.RenewalMonths == 0 ? "le dernier jour" : $"dans les {terms.RenewalMonths} derniers mois")}, elle repart de l’échéance précédente, sinon du jour de la formation",
        _ => throw new ArgumentOutOfRangeException(nameof(terms), terms.Mode, "Unknown validity."),
    };

    public static string Icon(this CourseKind kind) => kind switch
    {
        CourseKind.Joint => "heart-handshake",
        CourseKind.External => "external-link",
        _ => "school",
    };
}
