using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>The four trees of topics.</summary>
internal enum TopicFamily
{
    [Display(Name = "Mesure")]
    Measure = 1,

    [Display(Name = "Public")]
    Public = 2,

    [Display(Name = "Domaine")]
    Field = 3,

    [Display(Name = "Partenaire")]
    Partner = 4,
}

/// <summary>What one may be asked about: a controlled tree, two levels deep, with the words and acronyms by which people call it.</summary>
internal sealed class Topic : AggregateRoot, IHideable
{
    private Topic() { }

    public Topic(TopicFamily family, string name, string synonyms = "")
        : base(ExpertsModule.Topic)
    {
        Family = family;
        Call(name, synonyms);
    }

    [Display(Name = "Famille")]
    public TopicFamily Family { get; private set; }

    /// <summary>The wider topic; null for those of the first level.</summary>
    [Display(Name = "Thème plus large")]
    public int? ParentId { get; private set; }
    public Topic? Parent { get; private set; }

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>Acronyms and other words, between bars (<see cref="CodeList"/>); 1,000 characters.</summary>
    [Display(Name = "Synonymes et sigles")]
    public string Synonyms { get; private set; } = "";

    /// <summary>No longer proposed; what was said under it stays.</summary>
    [Display(Name = "Retiré le")]
    public DateOnly? RetiredOn { get; private set; }

    public override SubjectFacts Describe() => new(Name, $"Thème : {Labels.Of(Family).ToLowerInvariant()}", Reach: RetiredOn is null ? Reach.Everyone : Reach.Hidden)
    {
        Text = [.. CodeList.Split(Synonyms)],
    };

    /// <param name="synonyms">One a line, or between commas.</param>
    public void Call(string name, string synonyms)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Indiquez le nom du thème.", nameof(Name));
        var words = CodeList.Join(synonyms.Split(['\n', ',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (words.Length > 1000)
            throw new BrokenRuleException("Les synonymes tiennent en 1 000 caractères.", nameof(Synonyms));
        (Name, Synonyms) = (name.Trim(), words);
    }

    /// <summary>Places it under a wider topic of its family, or at the first level.</summary>
    public void PlaceUnder(Topic? parent)
    {
        if (parent is not null && (parent.Family != Family || parent.ParentId is not null || parent == this))
            throw new BrokenRuleException("Un thème se range sous un thème de premier niveau de la même famille.", nameof(ParentId));
        ParentId = parent?.Id;
    }

    public void Retire(DateOnly on) => RetiredOn = on;

    public void Restore() => RetiredOn = null;
}
