using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>
/// Something due that people were told about: one row a (rule, subject, due date). Acknowledgement, promise and snooze belong to it;
/// who was told, and at which step, are its deliveries.
/// </summary>
internal sealed class Reminder : IUnaudited
{
    /// <summary>Days for which an acknowledgement without a promised date keeps silence once the due date has passed.</summary>
    private const int Patience = 30;

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

    /// <summary>It ended because its date was moved or its rule switched off, not because the thing was done.</summary>
    public bool IsWithdrawn { get; private set; }

    public DateOnly? AcknowledgedOn { get; private set; }
    public int? AcknowledgedById { get; private set; }
    public Subject? AcknowledgedBy { get; private set; }

    /// <summary>The day promised by the one who acknowledged.</summary>
    public DateOnly? PromisedFor { get; private set; }
    public DateOnly? SnoozedUntil { get; private set; }

    /// <summary>Since when somebody knows and nobody took it on; putting it off doesn't count as an answer. It says nothing while acknowledged.</summary>
    public DateOnly? WaitingSince { get; private set; }

    /// <summary>Promised days that passed with the thing still to do.</summary>
    public int BrokenPromises { get; private set; }

    public ICollection<Delivery> Deliveries { get; } = new HashSet<Delivery>();
    public ICollection<ReminderAnswer> Answers { get; } = new HashSet<ReminderAnswer>();

    /// <summary>The rule still says so: keeps the words and the post in step with the data. Texts put side by side may look like an identity; one line must not stop the day.</summary>
    public void Confirm(DueFact fact)
        => (Action, Context, PostId, DoneOn, IsWithdrawn) = (fact.Action, fact.Context == Context ? Context : IdentityGuard.Mask(fact.Context), fact.PostId, null, false);

    public void Finish(DateOnly on, bool isWithdrawn)
        => (DoneOn, IsWithdrawn) = (on, isWithdrawn);

    /// <summary>It had ended and is due again: what was said of it then says nothing now.</summary>
    public void Return(DateOnly on)
    {
        if (DoneOn is not null)
            Wait(on);
    }

    /// <summary>Until which day an acknowledgement is believed: the promised day, else the due date, else thirty days.</summary>
    public DateOnly? BelievedUntil => AcknowledgedOn is { } on ? PromisedFor ?? (Due > on ? Due : on.AddDays(Patience)) : null;

    /// <summary>Nothing is told while it is taken on or put off.</summary>
    public bool IsQuiet(DateOnly today) => SnoozedUntil > today || BelievedUntil >= today;

    public void Acknowledge(DateOnly on, int? personId, DateOnly? promisedFor, DateTime now)
    {
        if (promisedFor < on)
            throw new BrokenRuleException("La date promise est déjà passée.", nameof(PromisedFor));
        if (promisedFor > (Due > on ? Due : on).AddDays(Patience))
            throw new BrokenRuleException("Promettez un jour au plus tard trente jours après l’échéance.", nameof(PromisedFor));
        (AcknowledgedOn, AcknowledgedById, PromisedFor, SnoozedUntil) = (on, personId, promisedFor, null);
        Answers.Add(new ReminderAnswer(AnswerKind.Taken, personId, on, promisedFor, now));
    }

    public void Snooze(DateOnly on, int? personId, DateOnly until, DateTime now)
    {
        if (until <= on)
            throw new BrokenRuleException("Choisissez un jour à venir.", nameof(SnoozedUntil));
        if (until > on.AddDays(Patience))
            throw new BrokenRuleException("Un rappel se reporte de trente jours au plus.", nameof(SnoozedUntil));
        SnoozedUntil = until;
        Answers.Add(new ReminderAnswer(AnswerKind.PutOff, personId, on, until, now));
    }

    /// <summary>Takes back an acknowledgement or a snooze.</summary>
    public void Reopen(DateOnly on, int? personId, DateTime now)
    {
        (AcknowledgedOn, AcknowledgedById, PromisedFor, SnoozedUntil) = (null, null, null, null);
        Answers.Add(new ReminderAnswer(AnswerKind.TakenBack, personId, on, null, now));
    }

    /// <summary>
    /// Takes back one's own last answer, others' being loaded: what had been said before and still holds is said again. An answer older
    /// than the waiting is void: its day had passed, or somebody else answers since.
    /// </summary>
    /// <returns>False when somebody answered since, or nothing was answered.</returns>
    public bool Undo(DateOnly on, int? personId, DateTime now)
    {
        var answers = Answers.OrderByDescending(a => a.Id).ToList();
        if (answers.Count == 0 || answers[0].Kind == AnswerKind.TakenBack || answers[0].ById != personId)
            return false;
        var before = answers.Skip(1).TakeWhile(a => a.Kind != AnswerKind.TakenBack && !(a.On < WaitingSince)).ToList();
        Reopen(on, personId, now);
        if (before.Find(a => a.Kind == AnswerKind.Taken) is { } taken)
        {
            (AcknowledgedOn, AcknowledgedById, PromisedFor) = (taken.On, taken.ById, taken.For);
            Answers.Add(new ReminderAnswer(AnswerKind.Taken, taken.ById, taken.On, taken.For, now));
        }
        if (before.FirstOrDefault() is { Kind: AnswerKind.PutOff } off && off.For > on)
        {
            SnoozedUntil = off.For;
            Answers.Add(new ReminderAnswer(AnswerKind.PutOff, off.ById, off.On, off.For, now));
        }
        return true;
    }

    /// <summary>What was said of it no longer holds once its day has passed; a promised day that passed is a broken promise.</summary>
    public void Expire(DateOnly today)
    {
        if (!(SnoozedUntil <= today) && !(BelievedUntil < today))
            return;
        SnoozedUntil = null;
        if (BelievedUntil < today)
        {
            BrokenPromises += PromisedFor is null ? 0 : 1;
            Wait(BelievedUntil!.Value.AddDays(1));
        }
        foreach (var delivery in Deliveries.Where(d => d.WithdrawnOn is null))
            delivery.TellAgain();
    }

    /// <summary>
    /// Addresses it to these people from today. Who answers no more loses it; when somebody else answers, what was said before is void.
    /// </summary>
    /// <returns>The tellings that are new, each once a step and person. Taken on, it tells nobody; put off, only a level that knew nothing yet.</returns>
    public IReadOnlyList<Delivery> Address(int step, IReadOnlyList<Recipient> recipients, DateOnly today)
    {
        if (IsQuiet(today) && HasChangedHands(recipients))
            Wait(today);
        if (BelievedUntil >= today)
            return [];
        if (SnoozedUntil > today)
            recipients = [.. recipients.Where(r => r is { Level: > 0, IsCopy: false })];
        else
            Withdraw(recipients, today);
        List<Delivery> told = [];
        foreach (var recipient in recipients)
        {
            if (Deliveries.FirstOrDefault(d => d.RecipientId == recipient.Id && d.Step == step) is { } known)
            {
                known.Restore(recipient);
                continue;
            }
            var delivery = new Delivery(this, step, recipient, today);
            Deliveries.Add(delivery);
            told.Add(delivery);
        }
        if (recipients.Count > 0 && AcknowledgedOn is null)
            WaitingSince ??= today;
        return told;
    }

    /// <summary>Its words no longer name this person.</summary>
    public void Forget(string name) => Context = Context.Replace(name, "une personne effacée", StringComparison.Ordinal);

    /// <summary>Somebody answers for it now to whom it was never addressed as such.</summary>
    private bool HasChangedHands(IReadOnlyList<Recipient> recipients)
    {
        var responsible = recipients.Where(r => r is { Level: 0, IsCopy: false }).Select(r => r.Id).ToList();
        return responsible.Count > 0 && Deliveries.Count > 0 && !responsible.Exists(id => id == AcknowledgedById || Deliveries.Any(d => d.RecipientId == id && d is { WithdrawnOn: null, IsCopy: false }));
    }

    private void Withdraw(IReadOnlyList<Recipient> kept, DateOnly today)
    {
        foreach (var delivery in Deliveries.Where(d => kept.All(r => r.Id != d.RecipientId)))
            delivery.Withdraw(today);
    }

    private void Wait(DateOnly since)
        => (AcknowledgedOn, AcknowledgedById, PromisedFor, SnoozedUntil, WaitingSince) = (null, null, null, null, since);
}
