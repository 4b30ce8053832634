using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>
/// Something due that people were told about: one row a (rule, subject, due date). Acknowledgement, promise and snooze belong to it;
/// who was told, and at which step, are its deliveries.
/// </summary>
internal sealed class Reminder : IUnaudited
{
    private Reminder() { }

    public Reminder(string rule, int subjectId, DateOnly due, DateOnly seenOn)
        => (Rule, SubjectId, Due, SeenOn) = (rule, subjectId, due, seenOn);

    public int Id { get; private set; }
    public string Rule { get; private set; } = "";
    public int SubjectId { get; private set; }
    public Subject Subject { get; private set; } = null!;
    public DateOnly Due { get; private set; }

    /// <summary>What to do, and a sentence of context, as the rule says them today.</summary>
    public string Action { get; private set; } = "";
    public string Context { get; private set; } = "";

    /// <summary>The post responsible; null when nobody is in charge.</summary>
    public int? PostId { get; private set; }

    /// <summary>First day on which it was due to be told.</summary>
    public DateOnly SeenOn { get; private set; }

    /// <summary>The day on which the fact that caused it was found gone.</summary>
    public DateOnly? DoneOn { get; private set; }

    public DateOnly? AcknowledgedOn { get; private set; }
    public int? AcknowledgedById { get; private set; }
    public Subject? AcknowledgedBy { get; private set; }

    /// <summary>The day promised by the one who acknowledged.</summary>
    public DateOnly? PromisedFor { get; private set; }
    public DateOnly? SnoozedUntil { get; private set; }

    public ICollection<Delivery> Deliveries { get; } = new HashSet<Delivery>();

    /// <summary>The rule still says so: keeps the words and the post in step with the data.</summary>
    public void Confirm(DueFact fact)
        => (Action, Context, PostId, DoneOn) = (fact.Action, fact.Context, fact.PostId, null);

    public void Finish(DateOnly on) => DoneOn ??= on;

    public void Acknowledge(DateOnly on, int? personId, DateOnly? promisedFor)
    {
        if (promisedFor < on)
            throw new BrokenRuleException("La date promise est déjà passée.", nameof(PromisedFor));
        (AcknowledgedOn, AcknowledgedById, PromisedFor, SnoozedUntil) = (on, personId, promisedFor, null);
    }

    public void Snooze(DateOnly on, DateOnly until)
    {
        if (until <= on)
            throw new BrokenRuleException("Choisissez un jour à venir.", nameof(SnoozedUntil));
        SnoozedUntil = until;
    }

    /// <summary>Takes back an acknowledgement or a snooze.</summary>
    public void Reopen() => (AcknowledgedOn, AcknowledgedById, PromisedFor, SnoozedUntil) = (null, null, null, null);
}

/// <summary>Told once: unique by (rule, subject, due, step, recipient), which makes a second run harmless.</summary>
internal sealed class Delivery : IUnaudited
{
    private Delivery() { }

    public Delivery(Reminder reminder, int step, int personId, DateOnly on, string reason)
        => (Reminder, Step, PersonId, On, Reason) = (reminder, step, personId, on, reason);

    public int Id { get; private set; }
    public int ReminderId { get; private set; }
    public Reminder Reminder { get; private set; } = null!;

    /// <summary>Days before the due date, as the rule declares them; negative when late.</summary>
    public int Step { get; private set; }
    public int PersonId { get; private set; }
    public Subject Person { get; private set; } = null!;
    public DateOnly On { get; private set; }

    /// <summary>Why this person: « Vous tenez le poste… », or who is missing below.</summary>
    public string Reason { get; private set; } = "";
}
