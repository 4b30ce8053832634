using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>« Périmé »: a reader says what is wrong; it stays on the list of who keeps the page until it is settled.</summary>
[Display(Name = "Signalement")]
internal sealed class PageFlag : IPartOf
{
    public const int Longest = 500;

    private PageFlag() { }

    public PageFlag(int byId, string by, DateOnly on, string word)
    {
        if (string.IsNullOrWhiteSpace(word))
            throw new BrokenRuleException("Dites en un mot ce qui est périmé.", nameof(Word));
        (ById, By, On, Word) = (byId, by, on, word.Trim());
    }

    public int Id { get; private set; }
    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }
    int IPartOf.RootId => PageId;

    /// <summary>Account of the reader.</summary>
    public int ById { get; private set; }

    [Display(Name = "Signalé par")]
    public string By { get; private set; } = "";

    [Display(Name = "Signalé le")]
    public DateOnly On { get; private set; }

    /// <summary>500 characters.</summary>
    [Display(Name = "Ce qui est périmé")]
    public string Word { get; private set; } = "";

    [Display(Name = "Réglé le")]
    public DateOnly? SettledOn { get; private set; }

    [Display(Name = "Réglé par")]
    public string SettledBy { get; private set; } = "";

    /// <summary>What was done, or why nothing was; 500 characters.</summary>
    [Display(Name = "Réponse")]
    public string Answer { get; private set; } = "";

    public void Settle(string by, DateOnly on, string answer)
    {
        if (SettledOn is not null)
            throw new BrokenRuleException("Ce signalement est déjà réglé.");
        if (string.IsNullOrWhiteSpace(answer))
            throw new BrokenRuleException("Dites ce qui a été fait, ou pourquoi rien ne l’a été.", nameof(Answer));
        (SettledOn, SettledBy, Answer) = (on, by, answer.Trim());
    }

    public void ForgetName(string name)
    {
        By = By == name ? Person.ErasedName : By;
        SettledBy = SettledBy == name ? Person.ErasedName : SettledBy;
    }
}

/// <summary>Useful or not, once an account; changed by voting again.</summary>
internal sealed class PageVote : IUnaudited
{
    private PageVote() { }

    public PageVote(int accountId, bool isUseful, DateOnly on) => (AccountId, IsUseful, On) = (accountId, isUseful, on);

    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }
    public int AccountId { get; private set; }
    public bool IsUseful { get; private set; }
    public DateOnly On { get; private set; }

    public void Change(bool isUseful, DateOnly on) => (IsUseful, On) = (isUseful, on);
}

/// <summary>Somebody wants to be told when the page changes.</summary>
internal sealed class PageWatch : IUnaudited
{
    private PageWatch() { }

    public PageWatch(int accountId, DateOnly since) => (AccountId, Since) = (accountId, since);

    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }
    public int AccountId { get; private set; }
    public DateOnly Since { get; private set; }
}

/// <summary>Somebody says that they read a page asked of their function.</summary>
internal sealed class PageReceipt : IUnaudited
{
    private PageReceipt() { }

    public PageReceipt(int personId, int number, DateOnly on) => (PersonId, Number, On) = (personId, number, on);

    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>The version that was read.</summary>
    public int Number { get; private set; }
    public DateOnly On { get; private set; }

    public void ReadAgain(int number, DateOnly on) => (Number, On) = (number, on);
}

/// <summary>A page that people of a function read when they arrive (« parcours première semaine »).</summary>
[Display(Name = "Lecture demandée")]
internal sealed class RequiredReading : IPartOf
{
    private RequiredReading() { }

    /// <param name="function">As written on the sheets of staff (list of functions); empty for everybody.</param>
    /// <param name="withinDays">After the arrival, 1 to 90.</param>
    public RequiredReading(string function, int withinDays)
    {
        if (withinDays is < 1 or > 90)
            throw new BrokenRuleException("Entre 1 et 90 jours.", nameof(WithinDays));
        (Function, WithinDays) = (function.Trim(), withinDays);
    }

    public void Within(int days) => WithinDays = new RequiredReading(Function, days).WithinDays;

    public int Id { get; private set; }
    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }
    int IPartOf.RootId => PageId;

    [Display(Name = "Fonction")]
    public string Function { get; private set; } = "";

    [Display(Name = "Dans les (jours)")]
    public int WithinDays { get; private set; }
}

/// <summary>How often a page was opened in a month, by nobody in particular.</summary>
internal sealed class PageViews : IUnaudited
{
    private PageViews() { }

    public PageViews(int pageId, DateOnly month, int count = 0) => (PageId, Month, Count) = (pageId, month, count);

    public int PageId { get; private set; }
    public KnowledgePage? Page { get; private set; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private set; }
    public int Count { get; private set; }
}
