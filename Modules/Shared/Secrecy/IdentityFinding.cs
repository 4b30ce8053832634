namespace Intranet.Shared;

/// <summary>What a text gives away.</summary>
public enum IdentityKind
{
    /// <summary>National register number (NIR), « numéro de sécurité sociale ».</summary>
    SocialSecurityNumber,

    /// <summary>Prison file number, « numéro d’écrou ».</summary>
    PrisonNumber,

    /// <summary>A birth date, or a name beside a year of birth.</summary>
    BirthDate,

    /// <summary>Number of a foreigner's file (AGDREF) or of a residence permit.</summary>
    ForeignerNumber,

    /// <summary>Number of a medical (IPP) or probation (APPI, GENESIS) file.</summary>
    CaseFile,

    /// <summary>The text could not be read in the time allowed, so it can't be said to be free of identities.</summary>
    Unreadable,
}

/// <summary>An identity found in a text. It never carries the identity itself.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="Start">Index of its first character in the text.</param>
/// <param name="Length">Its length in characters, 1 or more.</param>
/// <param name="Sentence">Why the text is refused and what to do, in French.</param>
/// <param name="Masked">A short excerpt around it, with digits and capitalised words masked as well.</param>
public sealed record IdentityFinding(IdentityKind Kind, int Start, int Length, string Sentence, string Masked);
