namespace Intranet.Shared;

/// <summary>Where a part of the home page stands.</summary>
public enum HomePlace
{
    Main,
    Aside,
}

/// <summary>A module's part of the home page.</summary>
public interface IHomePart
{
    HomePlace Place { get; }

    /// <summary>Place among the parts of the same column, ascending.</summary>
    int Order { get; }

    /// <summary>Reads it in one command; null when it has nothing for this person.</summary>
    Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation);
}

/// <summary>A partial view and what it shows.</summary>
public sealed record HomeCard(string View, object Model);
