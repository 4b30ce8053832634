namespace Intranet.Shared;

/// <summary>Who may see a record.</summary>
public enum Reach
{
    /// <summary>Everybody signed in (partners, posts, establishments, knowledge).</summary>
    Everyone = 0,

    /// <summary>Those whose scope holds one of the establishments that the record is linked to.</summary>
    Establishments = 1,

    /// <summary>Nobody through lists or search; the owning module decides.</summary>
    Hidden = 2,
}

/// <summary>
/// What every record is to the rest of the house: search, timeline, audit, files, links, reminders and scope refer to it.
/// Its id is the record's id; it is written in the same transaction as the record.
/// </summary>
public sealed class Subject
{
    /// <summary>Characters of a record that are searched.</summary>
    public const int Longest = 20_000;

    private Subject() { }

    internal Subject(SubjectKind kind) => Kind = kind.Code;

    /// <summary>Also the id of the record.</summary>
    public int Id { get; private set; }

    /// <summary><see cref="SubjectKind.Code"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What a person calls the record; at most 200 characters.</summary>
    public string Title { get; private set; } = "";

    /// <summary>A second line: place, function, dates; at most 300 characters.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>All searched words, folded (no accents, lower case); at most 20,000 characters.</summary>
    public string Folded { get; private set; } = "";

    /// <summary>The title, folded: what is found there comes first.</summary>
    public string FoldedTitle { get; private set; } = "";

    /// <summary>Further words as written, from which a search shows what it found; at most 20,000 characters.</summary>
    public string Words { get; private set; } = "";

    /// <summary>When somebody last made sure that it is true.</summary>
    public DateOnly? VerifiedOn { get; private set; }

    /// <summary>The day that places the record on a timeline, if it has one.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>The record that this one belongs to (a post's partner, an establishment's pole).</summary>
    public int? ParentId { get; private set; }
    public Subject? Parent { get; private set; }

    public Reach Reach { get; private set; }

    /// <summary>Links that this record holds to others.</summary>
    public ICollection<SubjectLink> Links { get; } = new HashSet<SubjectLink>();

    /// <summary>Links that others hold to this record.</summary>
    public ICollection<SubjectLink> LinkedFrom { get; } = new HashSet<SubjectLink>();

    /// <summary>Makes one of this record's links point at another record, as when a duplicate is merged; a link that is there already is enough.</summary>
    public void Redirect(SubjectLink link, int toId)
    {
        Links.Remove(link);
        if (!Links.Any(l => l.Role == link.Role && l.ToId == toId))
            Links.Add(new SubjectLink(this, toId, link.Role));
    }

    internal void Apply(SubjectFacts facts)
    {
        Title = Limit(facts.Title, 200);
        Detail = Limit(facts.Detail ?? "", 300);
        Folded = Limit(Folding.Fold(string.Join(' ', facts.Text.Prepend(facts.Detail).Prepend(facts.Title))), Longest);
        FoldedTitle = Limit(Folding.Fold(Title), 200);
        Words = Limit(string.Join('\n', facts.Text.Where(t => !string.IsNullOrWhiteSpace(t))), Longest);
        VerifiedOn = facts.VerifiedOn;
        Date = facts.Date;
        ParentId = facts.ParentId;
        Reach = facts.Reach;
    }

    private static string Limit(string text, int length) => text.Length <= length ? text : text[..length];
}

/// <summary>How a record presents itself to the rest of the house.</summary>
public sealed record SubjectFacts(string Title, string? Detail = null, DateOnly? Date = null, int? ParentId = null, Reach Reach = Reach.Everyone)
{
    /// <summary>Further words to search for, as written.</summary>
    public IReadOnlyList<string?> Text { get; init; } = [];

    /// <summary>When somebody last made sure that it is true; what is fresh is found first.</summary>
    public DateOnly? VerifiedOn { get; init; }
}
