using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>How often somebody is written to; the inbox always holds everything.</summary>
internal enum LetterRhythm
{
    [Display(Name = "Une lettre par semaine, le lundi")]
    Weekly = 0,

    [Display(Name = "Une lettre par jour, s’il y a du nouveau")]
    Daily = 1,

    [Display(Name = "Seulement l’urgent")]
    UrgentOnly = 2,
}

internal enum LetterKind
{
    /// <summary>Everything open, once a week.</summary>
    [Display(Name = "Lettre de la semaine")]
    Weekly = 1,

    /// <summary>What is new since the last letter.</summary>
    [Display(Name = "Lettre du jour")]
    Daily = 2,
}

/// <summary>
/// A letter of reminders, written at most once by (recipient, kind, period), in the transaction that queues its mail: two nodes that
/// write it at the same time send one.
/// </summary>
internal sealed class Letter : IUnaudited
{
    private Letter() { }

    public Letter(int recipientId, LetterKind kind, DateOnly period, DateOnly on)
        => (RecipientId, Kind, Period, On) = (recipientId, kind, period, on);

    public int Id { get; private set; }

    /// <summary>A person, or a service line.</summary>
    public int RecipientId { get; private set; }
    public Subject Recipient { get; private set; } = null!;
    public LetterKind Kind { get; private set; }

    /// <summary>Monday of the week, or the day.</summary>
    public DateOnly Period { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>The mail that carries it.</summary>
    public int? MailId { get; private set; }
    public OutboxMail? Mail { get; private set; }

    public void Carry(OutboxMail mail) => Mail = mail;
}

/// <summary>Letters of reminders are written in office hours, and leave in office hours.</summary>
internal sealed class LetterMail : IOfficeMail
{
    public IQueryable<int> Mails(IntranetDb db) => db.Set<Letter>().Where(l => l.MailId != null).Select(l => l.MailId!.Value);
}

/// <summary>What a person chose; weekly for who chose nothing.</summary>
internal sealed class LetterPreference : IUnaudited
{
    private LetterPreference() { }

    public LetterPreference(int personId, LetterRhythm rhythm) => (PersonId, Rhythm) = (personId, rhythm);

    public int PersonId { get; private set; }
    public LetterRhythm Rhythm { get; private set; }

    public void Choose(LetterRhythm rhythm) => Rhythm = rhythm;
}
