using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>Told once: unique by (rule, subject, due, step, recipient), which makes a second run harmless.</summary>
internal sealed class Delivery : IUnaudited
{
    private Delivery() { }

    public Delivery(Reminder reminder, int step, Recipient recipient, DateOnly on)
        => (Reminder, Step, RecipientId, On, Reason, Level, IsCopy) = (reminder, step, recipient.Id, on, recipient.Reason, recipient.Level, recipient.IsCopy);

    public int Id { get; private set; }
    public int ReminderId { get; private set; }
    public Reminder Reminder { get; private set; } = null!;

    /// <summary>Days before the due date, as the rule declares them; negative when late.</summary>
    public int Step { get; private set; }

    /// <summary>A person, or a service line, which answers as such.</summary>
    public int RecipientId { get; private set; }
    public Subject Recipient { get; private set; } = null!;
    public DateOnly On { get; private set; }

    /// <summary>Why this person: « Vous tenez le poste… », or who is missing below.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Levels climbed because nobody answered below: 0 for who is responsible.</summary>
    public int Level { get; private set; }

    public bool IsCopy { get; private set; }

    /// <summary>Since when somebody else answers.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>The letter that told it; none yet, or none wished.</summary>
    public int? LetterId { get; private set; }
    public Letter? Letter { get; private set; }

    public void Withdraw(DateOnly on) => WithdrawnOn ??= on;

    /// <summary>Still, or again, this person's; somebody who comes back to it, or for whom it becomes more than a copy, is written to again.</summary>
    public void Restore(Recipient recipient)
    {
        if (WithdrawnOn is not null || (IsCopy && !recipient.IsCopy) || recipient.Level > Level)
            TellAgain();
        (WithdrawnOn, Reason, Level, IsCopy) = (null, recipient.Reason, recipient.Level, recipient.IsCopy);
    }

    /// <summary>The next letter says it, though one said it before.</summary>
    public void TellAgain() => (LetterId, Letter) = (null, null);

    public void Tell(Letter letter) => Letter = letter;

    /// <summary>The reason no longer names this person.</summary>
    public void Forget(string name) => Reason = Reason.Replace(name, "une personne effacée", StringComparison.Ordinal);
}

/// <summary>Somebody to tell, and why.</summary>
internal sealed record Recipient(int Id, string Reason, int Level = 0, bool IsCopy = false);
