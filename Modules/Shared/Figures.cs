namespace Intranet.Shared;

/// <summary>A count and its list's address, from one query, so that they can never disagree.</summary>
/// <param name="Key">Referred to by <see cref="MenuEntry.Figure"/>.</param>
/// <param name="Ids">What is counted, in the reader's scope.</param>
/// <param name="Why">The same said in words, the most pressing first; only the first ones are read.</param>
public sealed record Figure(string Key, string Label, string Address, IQueryable<int> Ids, IQueryable<string>? Why = null);

/// <summary>A figure once counted.</summary>
public sealed record CountedFigure(string Key, string Label, string Address, int Count, IReadOnlyList<string> Why);

/// <summary>A module's figures for the side bar and the home page.</summary>
public interface IFigureSource
{
    IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today);
}
