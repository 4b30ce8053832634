namespace Intranet.Shared;

/// <summary>A module's part of the sheet of a record that it doesn't own: a partner, a person, an establishment.</summary>
public interface ISheetPart
{
    /// <summary>Code of the kind of records (<see cref="SubjectKind.Code"/>) whose sheet shows it.</summary>
    string Kind { get; }

    HomePlace Place { get; }

    /// <summary>Place among the parts of the same column, ascending.</summary>
    int Order { get; }

    /// <summary>Reads it in as few commands as it can; null when it has nothing to say of this record to this reader.</summary>
    Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int subjectId, DateOnly today, CancellationToken cancellation);
}

/// <summary>The parts of a sheet, for the page that shows it.</summary>
public sealed class SheetParts(IEnumerable<ISheetPart> parts, IntranetDb db, CurrentUser user, BusinessDay day)
{
    /// <summary>Those of a column that have something to say, in order.</summary>
    public async Task<IReadOnlyList<HomeCard>> ReadAsync(SubjectKind kind, HomePlace place, int subjectId, CancellationToken cancellation)
    {
        List<HomeCard> cards = [];
        foreach (var part in parts.Where(p => p.Kind == kind.Code && p.Place == place).OrderBy(p => p.Order))
        {
            if (await part.ReadAsync(db, user, subjectId, day.Today, cancellation) is { } card)
                cards.Add(card);
        }
        return cards;
    }
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

/// <summary>Who knows about topics: published by the network of experts, for pages that are about them.</summary>
public interface ITopicHelp
{
    /// <summary>A card « Qui peut m’aider », the best ones first; null when nobody knows. One command at most when nothing was saved since.</summary>
    /// <param name="topics">Ids of topics, the main one first.</param>
    Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, IReadOnlyList<int> topics, DateOnly today, CancellationToken cancellation);
}
