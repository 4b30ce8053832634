using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>A drawer of the tree of pages; one may hold others, at any depth that people still find their way in (three at most).</summary>
internal sealed class Section : AggregateRoot, IHideable
{
    public const int Deepest = 3;

    private Section() { }

    public Section(string name, string purpose, int order)
        : base(KnowledgeModule.Section)
        => Call(name, purpose, order);

    [Display(Name = "Dans la rubrique")]
    public int? ParentId { get; private set; }
    public Section? Parent { get; private set; }

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";

    /// <summary>One sentence: what one finds there; 300 characters.</summary>
    [Display(Name = "Ce qu’on y trouve")]
    public string Purpose { get; private set; } = "";

    /// <summary>Place among its neighbours, ascending.</summary>
    [Display(Name = "Ordre")]
    public int Order { get; private set; }

    /// <summary>No longer offered; it must be empty of pages.</summary>
    [Display(Name = "Retirée le")]
    public DateOnly? RetiredOn { get; private set; }

    public override SubjectFacts Describe() => new(Name, "Rubrique de Connaissances", Reach: RetiredOn is null ? Reach.Everyone : Reach.Hidden) { Text = [Purpose] };

    public void Call(string name, string purpose, int order)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Indiquez le nom de la rubrique.", nameof(Name));
        (Name, Purpose, Order) = (name.Trim(), purpose.Trim(), order);
    }

    /// <param name="above">The sections from the wanted parent to the root; none at the first level.</param>
    /// <param name="below">Levels that hang under this one, 0 for a leaf.</param>
    public void PlaceUnder(IReadOnlyList<Section> above, int below = 0)
    {
        if (above.Contains(this))
            throw new BrokenRuleException("Une rubrique ne se range pas dans elle-même.", nameof(ParentId));
        if (above.Count + 1 + below > Deepest)
            throw new BrokenRuleException("Trois niveaux de rubriques au plus : au-delà, on ne s’y retrouve plus.", nameof(ParentId));
        (ParentId, Parent) = (above.Count == 0 ? null : above[0].Id, above.Count == 0 ? null : above[0]);
    }

    public void Retire(DateOnly on) => RetiredOn = on;

    public void Restore() => RetiredOn = null;
}
