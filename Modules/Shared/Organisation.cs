namespace Intranet.Shared;

/// <summary>Whose intranet it is: named on screen, on letters and on sheets handed to partners.</summary>
public static class Organisation
{
    /// <summary>The association's name.</summary>
    public const string Name = "Association Les Rives";
}
