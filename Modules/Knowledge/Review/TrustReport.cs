namespace Intranet.Knowledge;

internal sealed record TrustSection(int Id, int? ParentId, string Name);

/// <param name="Trusted">Those for which nothing asks for a look today.</param>
internal sealed record TrustLine(string Name, int Pages, int Trusted, int ToReview, int Overdue)
{
    public double Share => Pages == 0 ? 0 : (double)Trusted / Pages;
    public bool ReachesGoal => Pages > 0 && Share >= PageReview.Goal;

    public static TrustLine Of(string name, IReadOnlyCollection<ReviewedPage> pages)
        => new(name, pages.Count, pages.Count(p => p.Review.IsTrusted), pages.Count(p => p.Review.State == PageState.ToReview), pages.Count(p => p.Review.State == PageState.Overdue));
}

/// <summary>Share of pages to be trusted, by section of the first level, those below counted with it.</summary>
internal sealed record TrustReport(TrustLine Total, IReadOnlyList<TrustLine> Sections)
{
    public static TrustReport Of(IReadOnlyList<TrustSection> sections, IReadOnlyList<ReviewedPage> pages)
    {
        var parents = sections.ToDictionary(s => s.Id, s => s.ParentId);
        var byRoot = pages.ToLookup(p => Root(p.SectionId));
        return new(TrustLine.Of("Ensemble", pages), [.. sections.Where(s => s.ParentId is null).Select(s => TrustLine.Of(s.Name, [.. byRoot[s.Id]])).Where(l => l.Pages > 0)]);

        int Root(int id) => parents.TryGetValue(id, out var parent) && parent is { } above ? Root(above) : id;
    }
}
