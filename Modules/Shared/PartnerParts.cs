namespace Intranet.Shared;

/// <summary>A module's part of a partner's sheet.</summary>
public interface IPartnerPart
{
    HomePlace Place { get; }

    /// <summary>Place among the parts of the same column, ascending.</summary>
    int Order { get; }

    /// <summary>Reads it in as few commands as it can; null when it has nothing to say of this partner.</summary>
    Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int partnerId, DateOnly today, CancellationToken cancellation);
}

/// <summary>What a module knows that is worth reading before meeting these partners.</summary>
public interface IPartnerBriefing
{
    /// <summary>Place among the modules, ascending.</summary>
    int Order { get; }

    /// <summary>Sections with at least one line, in the reader's scope.</summary>
    Task<IReadOnlyList<BriefingSection>> ReadAsync(IntranetDb db, CurrentUser user, BriefingRequest request, CancellationToken cancellation);
}

/// <param name="PartnerIds">Who is to be met.</param>
/// <param name="Since">Day of the last meeting held with them; null when there was none.</param>
public sealed record BriefingRequest(IReadOnlyCollection<int> PartnerIds, DateOnly? Since, DateOnly Today);

/// <summary>A few lines under a title.</summary>
public sealed record BriefingSection(string Title, IReadOnlyList<BriefingLine> Lines);

/// <param name="Address">Where it is kept; null when it has no page of its own.</param>
/// <param name="IsLate">To be said first.</param>
public sealed record BriefingLine(string Text, string Detail = "", string? Address = null, bool IsLate = false);
