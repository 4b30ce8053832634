using Intranet.Shared;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>A version in a list, without its text.</summary>
internal sealed class VersionRow
{
    public required int Number { get; init; }
    public required int BasedOn { get; init; }
    public required string Title { get; init; }
    public required string Why { get; init; }
    public required int ById { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public required DateTime? SubmittedAt { get; init; }
    public required string ReturnedBy { get; init; }
    public required string PublishedBy { get; init; }
    public required DateTime? PublishedAt { get; init; }
    public required DateTime? DroppedAt { get; init; }
    public required DateOnly? FrozenOn { get; init; }
    public required string FrozenWhy { get; init; }

    public RevisionState State => PublishedAt is not null ? RevisionState.Published : DroppedAt is not null ? RevisionState.Dropped
        : SubmittedAt is not null ? RevisionState.Submitted : ReturnedBy.Length > 0 ? RevisionState.Returned : RevisionState.Draft;

    public static IQueryable<VersionRow> Of(IQueryable<PageRevision> revisions) => revisions.Select(r => new VersionRow
    {
        Number = r.Number,
        BasedOn = r.BasedOn,
        Title = r.Title,
        Why = r.Why,
        ById = r.ById,
        By = r.By,
        At = r.At,
        SubmittedAt = r.SubmittedAt,
        ReturnedBy = r.ReturnedBy,
        PublishedBy = r.PublishedBy,
        PublishedAt = r.PublishedAt,
        DroppedAt = r.DroppedAt,
        FrozenOn = r.FrozenOn,
        FrozenWhy = r.FrozenWhy,
    });
}

internal static class VersionStates
{
    public static string Look(this RevisionState state) => state switch { RevisionState.Submitted => "is-warn", RevisionState.Returned => "is-warn", RevisionState.Published => "is-ok", _ => "" };

    public static string Icon(this RevisionState state) => state switch
    {
        RevisionState.Submitted => "eye",
        RevisionState.Returned => "arrow-back-up",
        RevisionState.Published => "circle-check",
        RevisionState.Dropped => "ban",
        _ => "pencil",
    };
}
