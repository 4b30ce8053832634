using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Experts;

internal enum MessageKind
{
    [Display(Name = "Message")]
    Message = 1,

    [Display(Name = "Réponse")]
    Answer,

    [Display(Name = "Appel")]
    Call,

    [Display(Name = "Visite")]
    Visit,

    [Display(Name = "Immersion")]
    Immersion,
}

/// <summary>One message of a request's thread; never changed once sent.</summary>
[Display(Name = "Message")]
internal sealed class SupportMessage : IPartOf
{
    public const int Longest = 4000;

    private SupportMessage() { }

    internal SupportMessage(MessageKind kind, string text, int? authorId, string author, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new BrokenRuleException("Écrivez votre message.", nameof(Text));
        (Kind, Text, AuthorId, Author, At) = (kind, text.Trim(), authorId, author.Trim(), at);
    }

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public SupportRequest? Request { get; private set; }
    public int RootId => RequestId;

    [Display(Name = "Nature")]
    public MessageKind Kind { get; private set; }

    [Display(Name = "Message", AutoGenerateField = false)]
    public string Text { get; private set; } = "";

    /// <summary>Null for an account without person.</summary>
    public int? AuthorId { get; private set; }
    public Person? AuthorPerson { get; private set; }

    [Display(Name = "De")]
    public string Author { get; private set; } = "";

    /// <summary>Real time, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Forgets who wrote it; what was written stays.</summary>
    public void ForgetAuthor() => Author = Person.ErasedName;
}

/// <summary>A colleague brought into a thread.</summary>
[Display(Name = "Collègue mentionné·e")]
internal sealed class SupportMention : IPartOf
{
    private SupportMention() { }

    internal SupportMention(int personId, string by, DateOnly on) => (PersonId, By, On) = (personId, by, on);

    public int Id { get; private set; }
    public int RequestId { get; private set; }
    public SupportRequest? Request { get; private set; }
    public int RootId => RequestId;

    [Display(Name = "Personne")]
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Display(Name = "Mentionnée par")]
    public string By { get; private set; } = "";

    [Display(Name = "Le")]
    public DateOnly On { get; private set; }

    /// <summary>Forgets who brought them in.</summary>
    public void ForgetAuthor() => By = Contacts.Person.ErasedName;
}
