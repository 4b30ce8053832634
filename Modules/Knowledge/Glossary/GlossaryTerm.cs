using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>Who uses a word in which sense.</summary>
internal enum MeaningField
{
    [Display(Name = "Justice")]
    Justice = 1,

    [Display(Name = "Santé")]
    Health,

    [Display(Name = "Hébergement et social")]
    Housing,
}

/// <summary>A word of the field, its acronyms, and what it means to each side.</summary>
internal sealed class GlossaryTerm : AggregateRoot, IHideable
{
    public const int LongestDefinition = 800;

    private GlossaryTerm() { }

    public GlossaryTerm(string name, string acronyms, string definition)
        : base(KnowledgeModule.Term)
        => Call(name, acronyms, "", definition);

    /// <summary>In full: « juge de l’application des peines »; 200 characters.</summary>
    [Display(Name = "Terme")]
    public string Name { get; private set; } = "";

    /// <summary>Between bars (<see cref="CodeList"/>), the usual one first: « JAP »; 200 characters.</summary>
    [Display(Name = "Sigles")]
    public string Acronyms { get; private set; } = "";

    /// <summary>Other ways to write it, plurals of phrases included, between bars; 500 characters.</summary>
    [Display(Name = "Autres formes")]
    public string Variants { get; private set; } = "";

    /// <summary>Plain French, one or two sentences that fit in a bubble.</summary>
    [Display(Name = "Définition")]
    public string Definition { get; private set; } = "";

    /// <summary>Where it comes from: a text of law, a page, the customer; 300 characters.</summary>
    [Display(Name = "Source")]
    public string Source { get; private set; } = "";

    /// <summary>First day on which the word was right.</summary>
    [Display(Name = "En usage depuis le")]
    public DateOnly? Since { get; private set; }

    /// <summary>Last day: « TGI » until 31 December 2019.</summary>
    [Display(Name = "En usage jusqu’au")]
    public DateOnly? Until { get; private set; }

    /// <summary>The word that took its place.</summary>
    [Display(Name = "Remplacé par")]
    public int? ReplacedById { get; private set; }
    public GlossaryTerm? ReplacedBy { get; private set; }

    /// <summary>Explained where it is met; words that everybody knows, or that mean too many things, are only in the list.</summary>
    [Display(Name = "Expliqué dans les pages")]
    public bool IsMarked { get; private set; } = true;

    [Display(Name = "Vérifié le")]
    public DateOnly? VerifiedOn { get; private set; }

    [Display(Name = "Retiré le")]
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>One a field at most, shown side by side.</summary>
    public ICollection<TermMeaning> Meanings { get; } = new HashSet<TermMeaning>();

    public override SubjectFacts Describe() => new(CodeList.Split(Acronyms) is [var first, ..] ? $"{first} : {Name}" : Name, "Terme du glossaire", Reach: RetiredOn is null ? Reach.Everyone : Reach.Hidden)
    {
        Text = [.. CodeList.Split(Acronyms), .. CodeList.Split(Variants), Definition],
        VerifiedOn = VerifiedOn,
    };

    public void Call(string name, string acronyms, string variants, string definition)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Indiquez le terme.", nameof(Name));
        if (string.IsNullOrWhiteSpace(definition))
            throw new BrokenRuleException("Donnez la définition.", nameof(Definition));
        (Name, Acronyms, Variants, Definition) = (name.Trim(), Join(acronyms, 200, nameof(Acronyms)), Join(variants, 500, nameof(Variants)), definition.Trim());
    }

    /// <param name="replacedById">Only for a word that is no longer in use.</param>
    public void LastFrom(DateOnly? since, DateOnly? until, int? replacedById)
    {
        if (until < since)
            throw new BrokenRuleException("Le dernier jour d’usage précède le premier.", nameof(Until));
        if (replacedById is not null && replacedById == Id)
            throw new BrokenRuleException("Un terme ne se remplace pas lui-même.", nameof(ReplacedById));
        (Since, Until, ReplacedById) = (since, until, replacedById);
    }

    public void From(string source, bool isMarked) => (Source, IsMarked) = (source.Trim(), isMarked);

    /// <summary>What the word means in a field; an empty text takes it away. The meanings must be loaded.</summary>
    public void Means(MeaningField field, string text)
    {
        var meaning = Meanings.FirstOrDefault(m => m.Field == field);
        if (string.IsNullOrWhiteSpace(text))
        {
            if (meaning is not null)
                Meanings.Remove(meaning);
            return;
        }
        if (meaning is null)
            Meanings.Add(meaning = new TermMeaning(field));
        meaning.Write(text.Trim());
    }

    public void Verify(DateOnly on) => VerifiedOn = on;

    public void Retire(DateOnly on) => RetiredOn = on;

    public void Restore() => RetiredOn = null;

    private static string Join(string words, int longest, string field)
    {
        var joined = CodeList.Join(words.Split(['\n', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return joined.Length <= longest ? joined : throw new BrokenRuleException($"{longest} caractères au plus.", field);
    }
}

/// <summary>What a word means to one side.</summary>
[Display(Name = "Sens")]
internal sealed class TermMeaning : IPartOf
{
    private TermMeaning() { }

    internal TermMeaning(MeaningField field) => Field = field;

    public int Id { get; private set; }
    public int TermId { get; private set; }
    public GlossaryTerm? Term { get; private set; }
    int IPartOf.RootId => TermId;

    [Display(Name = "Domaine")]
    public MeaningField Field { get; private set; }

    [Display(Name = "Sens")]
    public string Text { get; private set; } = "";

    internal void Write(string text) => Text = text;
}

/// <summary>A word in capitals met in texts that the glossary doesn't know; found by a job, settled by defining it or setting it aside.</summary>
internal sealed class UnknownAcronym : IUnaudited
{
    public const int Longest = 12;

    private UnknownAcronym() { }

    public UnknownAcronym(string acronym, DateOnly firstSeenOn) => (Acronym, FirstSeenOn) = (acronym, firstSeenOn);

    public int Id { get; private set; }

    /// <summary>As written, 2 to 12 characters.</summary>
    public string Acronym { get; private set; } = "";
    public int Uses { get; private set; }

    /// <summary>In how many records.</summary>
    public int Records { get; private set; }

    /// <summary>Records that hold it, a few, most uses first; between bars.</summary>
    public string Places { get; private set; } = "";
    public DateOnly FirstSeenOn { get; private set; }

    /// <summary>Set aside: it is no acronym, or everybody knows it.</summary>
    public DateOnly? IgnoredOn { get; private set; }
    public string IgnoredBy { get; private set; } = "";

    /// <param name="places">Ids of subjects.</param>
    public void Count(int uses, int records, IEnumerable<int> places)
        => (Uses, Records, Places) = (uses, records, CodeList.Join(places.Select(p => p.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    public void Ignore(string by, DateOnly on) => (IgnoredOn, IgnoredBy) = (on, by);

    public void TakeBack() => (IgnoredOn, IgnoredBy) = (null, "");
}
