using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>
/// What a request taught, written anew without anything that identifies: a draft, read a second time by somebody else, then published to all.
/// </summary>
internal sealed class SharedAnswer : AggregateRoot, IHideable
{
    public const int LongestText = 8000;

    private SharedAnswer() { }

    public SharedAnswer(int topicId, int? requestId, string title, string by, DateOnly on)
        : base(ExpertsModule.Answer)
    {
        RequestId = requestId;
        Write(topicId, title, "", "", by, on);
    }

    [Display(Name = "Thème")]
    public int TopicId { get; private set; }
    public Topic? Topic { get; private set; }

    /// <summary>Where it comes from; shown to those who may read the request only.</summary>
    public int? RequestId { get; private set; }
    public SupportRequest? Request { get; private set; }

    [Display(Name = "Titre")]
    public string Title { get; private set; } = "";

    [Display(Name = "La question", AutoGenerateField = false)]
    public string Question { get; private set; } = "";

    /// <summary>Markdown. Neither is in the history: an earlier wording may have designated somebody.</summary>
    [Display(Name = "La réponse", AutoGenerateField = false)]
    public string Text { get; private set; } = "";

    [Display(Name = "Rédigée par")]
    public string DraftedBy { get; private set; } = "";

    [Display(Name = "Rédigée le")]
    public DateOnly DraftedOn { get; private set; }

    /// <summary>The second look: somebody else read that nothing identifies anybody.</summary>
    [Display(Name = "Relue par")]
    public string ReadBy { get; private set; } = "";

    [Display(Name = "Relue le")]
    public DateOnly? ReadOn { get; private set; }

    [Display(Name = "Publiée le")]
    public DateOnly? PublishedOn { get; private set; }

    [Display(Name = "Retirée le")]
    public DateOnly? WithdrawnOn { get; private set; }

    public bool IsPublished => PublishedOn is not null && WithdrawnOn is null;

    public override SubjectFacts Describe() => new(Title, "Réponse du réseau", PublishedOn, Reach: IsPublished ? Reach.Everyone : Reach.Hidden) { Text = [Question, Text] };

    public AnswerState State => WithdrawnOn is not null ? AnswerState.Withdrawn : PublishedOn is not null ? AnswerState.Published
        : Question.Length == 0 || Text.Length == 0 ? AnswerState.Draft : AnswerState.ToRead;

    /// <summary>A change asks for a second look anew, by somebody else than who made it.</summary>
    public void Write(int topicId, string title, string question, string text, string by, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez un titre.", nameof(Title));
        (TopicId, Title, Question, Text) = (topicId, title.Trim(), question.Trim(), text.Trim());
        (DraftedBy, DraftedOn, ReadBy, ReadOn, PublishedOn) = (by, on, "", null, null);
    }

    /// <summary>Somebody else than the author read it: it is published.</summary>
    public void Publish(string by, DateOnly on)
    {
        if (PublishedOn is not null && WithdrawnOn is null)
            throw new BrokenRuleException("Cette réponse est déjà publiée.");
        if (by == DraftedBy)
            throw new BrokenRuleException("La relecture se fait par une autre personne que celle qui a rédigé.");
        if (Question.Length == 0 || Text.Length == 0)
            throw new BrokenRuleException("Écrivez la question et la réponse avant de publier.", nameof(Text));
        (ReadBy, ReadOn, PublishedOn, WithdrawnOn) = (by, on, on, null);
    }

    public void Withdraw(DateOnly on)
    {
        if (WithdrawnOn is not null)
            throw new BrokenRuleException("Cette réponse est déjà retirée.");
        WithdrawnOn = on;
    }

    /// <summary>Forgets who wrote or read it under that name; what is written stays.</summary>
    public void ForgetName(string name)
    {
        DraftedBy = DraftedBy == name ? Contacts.Person.ErasedName : DraftedBy;
        ReadBy = ReadBy == name ? Contacts.Person.ErasedName : ReadBy;
    }
}

/// <summary>Where a shared answer stands.</summary>
internal enum AnswerState
{
    [Display(Name = "Brouillon")]
    Draft = 1,

    /// <summary>Complete; somebody else must read it before everybody does.</summary>
    [Display(Name = "À relire")]
    ToRead,

    [Display(Name = "Publiée")]
    Published,

    [Display(Name = "Retirée")]
    Withdrawn,
}
