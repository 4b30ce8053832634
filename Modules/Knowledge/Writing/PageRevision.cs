using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>Where a version stands.</summary>
internal enum RevisionState
{
    [Display(Name = "Brouillon")]
    Draft = 1,

    [Display(Name = "À relire")]
    Submitted,

    /// <summary>Its reader said what to mend; its author goes on.</summary>
    [Display(Name = "Rendue")]
    Returned,

    [Display(Name = "Publiée")]
    Published,

    [Display(Name = "Abandonnée")]
    Dropped,
}

/// <summary>One wording of a page: who, when, why, and what became of it.</summary>
[Display(Name = "Version")]
internal sealed class PageRevision : IPartOf
{
    private PageRevision() { }

    internal PageRevision(int number, int basedOn) => (Number, BasedOn) = (number, basedOn);

    public int Id { get; private set; }
    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }
    int IPartOf.RootId => PageId;

    /// <summary>1 for the first of its page.</summary>
    [Display(Name = "Version")]
    public int Number { get; private set; }

    /// <summary>The published version that its author started from; 0 when there was none.</summary>
    [Display(Name = "D’après la version")]
    public int BasedOn { get; private set; }

    [Display(Name = "Titre")]
    public string Title { get; private set; } = "";

    [Display(Name = "Chapeau")]
    public string Summary { get; private set; } = "";

    [Display(Name = "Texte")]
    public string Text { get; private set; } = "";

    /// <summary>What changes and why; 300 characters.</summary>
    [Display(Name = "Motif")]
    public string Why { get; private set; } = "";

    /// <summary>Account of its author.</summary>
    public int ById { get; private set; }

    [Display(Name = "Rédigée par")]
    public string By { get; private set; } = "";

    /// <summary>Real time, UTC.</summary>
    [Display(Name = "Rédigée le")]
    public DateTime At { get; private set; }

    [Display(Name = "Proposée le")]
    public DateTime? SubmittedAt { get; private set; }

    [Display(Name = "Rendue par")]
    public string ReturnedBy { get; private set; } = "";

    /// <summary>What its reader asks to mend; 500 characters.</summary>
    [Display(Name = "À reprendre")]
    public string ReturnedWhy { get; private set; } = "";

    [Display(Name = "Publiée par")]
    public string PublishedBy { get; private set; } = "";

    [Display(Name = "Publiée le")]
    public DateTime? PublishedAt { get; private set; }

    [Display(Name = "Abandonnée le")]
    public DateTime? DroppedAt { get; private set; }

    /// <summary>Kept as it is under its own address, for whom it was handed to.</summary>
    [Display(Name = "Figée le")]
    public DateOnly? FrozenOn { get; private set; }

    [Display(Name = "Figée par")]
    public string FrozenBy { get; private set; } = "";

    /// <summary>What for: « remise au SPIP 93 »; 200 characters.</summary>
    [Display(Name = "Figée pour")]
    public string FrozenWhy { get; private set; } = "";

    public RevisionState State => PublishedAt is not null ? RevisionState.Published : DroppedAt is not null ? RevisionState.Dropped
        : SubmittedAt is not null ? RevisionState.Submitted : ReturnedBy.Length > 0 ? RevisionState.Returned : RevisionState.Draft;

    internal void Write(string title, string summary, string text, string why, int byId, string by, DateTime now)
        => (Title, Summary, Text, Why, ById, By, At) = (title, summary.Trim(), text.ReplaceLineEndings("\n").Trim(), why.Trim(), byId, by, now);

    /// <summary>Asks for the second look.</summary>
    public void Submit(DateTime now)
    {
        if (State is not (RevisionState.Draft or RevisionState.Returned))
            throw new BrokenRuleException("Cette version n’est plus un brouillon.");
        if (Text.Length == 0)
            throw new BrokenRuleException("Écrivez le texte avant de le proposer.", nameof(Text));
        SubmittedAt = now;
    }

    /// <summary>Gives it back to its author, with what to mend.</summary>
    public void Return(string by, string why)
    {
        if (State != RevisionState.Submitted)
            throw new BrokenRuleException("Seule une version à relire peut être rendue.");
        if (string.IsNullOrWhiteSpace(why))
            throw new BrokenRuleException("Dites ce qui est à reprendre.", nameof(ReturnedWhy));
        (SubmittedAt, ReturnedBy, ReturnedWhy) = (null, by, why.Trim());
    }

    public void Drop(DateTime now)
    {
        if (State is RevisionState.Published or RevisionState.Dropped)
            throw new BrokenRuleException("Cette version ne peut plus être abandonnée.");
        DroppedAt = now;
    }

    internal void Publish(string by, DateTime now)
    {
        if (State is RevisionState.Published or RevisionState.Dropped)
            throw new BrokenRuleException("Cette version n’attend plus d’être publiée.");
        if (Text.Length == 0)
            throw new BrokenRuleException("Une page vide ne se publie pas.", nameof(Text));
        (PublishedAt, PublishedBy) = (now, by);
    }

    public void Freeze(string by, DateOnly on, string why)
    {
        if (State != RevisionState.Published)
            throw new BrokenRuleException("Seule une version publiée peut être figée.");
        if (FrozenOn is not null)
            throw new BrokenRuleException("Cette version est déjà figée.");
        (FrozenOn, FrozenBy, FrozenWhy) = (on, by, why.Trim());
    }

    /// <summary>Who wrote, returned, published or froze it is forgotten.</summary>
    public void ForgetName(string name)
        => (By, ReturnedBy, PublishedBy, FrozenBy) = (Without(By, name), Without(ReturnedBy, name), Without(PublishedBy, name), Without(FrozenBy, name));

    private static string Without(string by, string name) => by == name ? Contacts.Person.ErasedName : by;

    public void Unfreeze() => (FrozenOn, FrozenBy, FrozenWhy) = (null, "", "");
}
