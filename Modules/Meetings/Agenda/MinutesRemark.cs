using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>What somebody who met says of the draft of the minutes.</summary>
[Display(Name = "Remarque sur le compte rendu")]
internal sealed class MinutesRemark : IPartOf
{
    private MinutesRemark() { }

    public MinutesRemark(string author, bool isOurs, string text, DateOnly on)
        => (Author, IsOurs, Text, On) = (author, isOurs, string.IsNullOrWhiteSpace(text) ? throw new BrokenRuleException("Écrivez la remarque.", nameof(Text)) : text.Trim(), on);

    public int Id { get; private set; }
    public int MeetingId { get; private set; }
    public Meeting? Meeting { get; private set; }
    public int RootId => MeetingId;

    [Display(Name = "Auteur")]
    public string Author { get; private set; } = "";

    [Display(Name = "De notre côté")]
    public bool IsOurs { get; private set; }

    [Display(Name = "Remarque")]
    public string Text { get; private set; } = "";

    [Display(Name = "Reçue le")]
    public DateOnly On { get; private set; }

    /// <summary>The minutes were read again with it in mind.</summary>
    [Display(Name = "Traitée le")]
    public DateOnly? SettledOn { get; private set; }

    public void Settle(DateOnly? on) => SettledOn = on;

    public void ForgetAuthor() => Author = Person.ErasedName;
}
