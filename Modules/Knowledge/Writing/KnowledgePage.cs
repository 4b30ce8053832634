using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>What a page is for, which says how one reads it.</summary>
internal enum PageKind
{
    [Display(Name = "Fiche de référence")]
    Reference = 1,

    [Display(Name = "Fiche pratique")]
    Practical,

    /// <summary>For whoever is alone at night: what to do, whom to call.</summary>
    [Display(Name = "Que faire si")]
    Emergency,

    /// <summary>How an experimental scheme came to be: need, partners, years, cost, failures, evaluation.</summary>
    [Display(Name = "Récit de démarche")]
    Story,
}

/// <summary>
/// A page of knowledge. It holds what is published, so that reading it is one row; each wording, published or not, is a <see cref="PageRevision"/>.
/// Who answers for it and when it was last found true are facts; its state is computed from them (<see cref="PageReview"/>).
/// </summary>
internal sealed partial class KnowledgePage : AggregateRoot, IHideable
{
    public const int LongestText = 60_000;
    public const int LongestSummary = 500;

    private KnowledgePage() { }

    public KnowledgePage(int sectionId, PageKind kind, string title)
        : base(KnowledgeModule.Page)
    {
        Place(sectionId, kind, 0, "");
        Title = Required(title);
    }

    [Display(Name = "Rubrique")]
    public int SectionId { get; private set; }
    public Section? Section { get; private set; }

    [Display(Name = "Nature")]
    public PageKind Kind { get; private set; }

    /// <summary>Place in its section, ascending; pages of one place follow their titles.</summary>
    [Display(Name = "Ordre")]
    public int Order { get; private set; }

    /// <summary>Between bars (<see cref="CodeList"/>); 500 characters.</summary>
    [Display(Name = "Mots-clés")]
    public string Tags { get; private set; } = "";

    /// <summary>Of the published version; before the first, of the latest.</summary>
    [Display(Name = "Titre")]
    public string Title { get; private set; } = "";

    /// <summary>The published lead: what the page tells, in two sentences.</summary>
    [Display(Name = "Chapeau")]
    public string Summary { get; private set; } = "";

    /// <summary>The published Markdown. Histories say that it changed; versions say to what.</summary>
    [Display(Name = "Texte")]
    public string Text { get; private set; } = "";

    /// <summary>Number of the published version; null until the first.</summary>
    [Display(Name = "Version publiée")]
    public int? PublishedNumber { get; private set; }

    [Display(Name = "Publiée le")]
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Number of the last version written, published or not.</summary>
    [Display(Name = "Dernière version")]
    public int LastNumber { get; private set; }

    /// <summary>In the bin: nobody finds it, whoever writes pages may take it out.</summary>
    [Display(Name = "Mise à la corbeille le")]
    public DateOnly? BinnedOn { get; private set; }

    [Display(Name = "Mise à la corbeille par")]
    public string BinnedBy { get; private set; } = "";

    public ICollection<PageRevision> Revisions { get; } = new HashSet<PageRevision>();
    public ICollection<PageFlag> Flags { get; } = new HashSet<PageFlag>();
    public ICollection<PageVote> Votes { get; } = new HashSet<PageVote>();
    public ICollection<PageWatch> Watches { get; } = new HashSet<PageWatch>();
    public ICollection<PageReceipt> Receipts { get; } = new HashSet<PageReceipt>();
    public ICollection<RequiredReading> RequiredFor { get; } = new HashSet<RequiredReading>();
    public ICollection<PageViews> Views { get; } = new HashSet<PageViews>();

    public bool IsPublished => PublishedNumber is not null && BinnedOn is null;

    public override SubjectFacts Describe() => new(Title, Labels.Of(Kind), PublishedOn, Reach: IsPublished ? Reach.Everyone : Reach.Hidden)
    {
        Text = [.. CodeList.Split(Tags), Summary, Text],
        VerifiedOn = ReviewedOn,
    };

    public void Place(int sectionId, PageKind kind, int order, string tags)
    {
        var words = CodeList.Join(tags.Split(['\n', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (words.Length > 500)
            throw new BrokenRuleException("Les mots-clés tiennent en 500 caractères.", nameof(Tags));
        (SectionId, Kind, Order, Tags) = (sectionId, kind, order, words);
    }

    public void Bin(string by, DateOnly on)
    {
        if (BinnedOn is not null)
            throw new BrokenRuleException("Cette page est déjà à la corbeille.");
        (BinnedOn, BinnedBy) = (on, by);
    }

    public void TakeOut()
    {
        if (BinnedOn is null)
            throw new BrokenRuleException("Cette page n’est pas à la corbeille.");
        (BinnedOn, BinnedBy) = (null, "");
    }

    private static string Required(string title) => string.IsNullOrWhiteSpace(title) ? throw new BrokenRuleException("Indiquez un titre.", nameof(Title)) : title.Trim();
}
