namespace Intranet.Shared;

/// <summary>What a mail says; its two forms, text and HTML, are made from it.</summary>
/// <param name="To">Address.</param>
/// <param name="Name">Whom it greets.</param>
/// <param name="Subject">At most 300 characters.</param>
/// <param name="Paragraphs">Plain sentences, one paragraph each; « • » starts an item of a list.</param>
/// <param name="Action">A button, with an absolute address.</param>
public sealed record OutgoingMail(string To, string Name, string Subject, IReadOnlyList<string> Paragraphs, MailAction? Action = null)
{
    /// <summary>Real time, UTC, before which it stays (letters leave between 8:00 and 18:00 on working days).</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>The body opens a door; it is forgotten once the mail has left.</summary>
    public bool IsSecret { get; init; }

    /// <summary>A text that goes with it, such as an invitation for calendars.</summary>
    public MailAttachment? Attachment { get; init; }
}

/// <summary>A text file of a mail.</summary>
/// <param name="Name">As saved by the reader, ASCII, at most 100 characters.</param>
/// <param name="Type">A MIME type with its parameters, at most 100 characters: <c>text/calendar; method=REQUEST</c>.</param>
/// <param name="Text">Its content, sent in UTF-8.</param>
public sealed record MailAttachment(string Name, string Type, string Text);

/// <summary>A button of a mail.</summary>
public sealed record MailAction(string Label, string Address);

/// <summary>Where modules put their mails.</summary>
public interface IMailbox
{
    /// <summary>Adds the mail to the caller's context: it leaves if and when the caller saves.</summary>
    /// <exception cref="BrokenRuleException">There is no address.</exception>
    void Queue(OutgoingMail mail);
}

/// <summary>Queues in the database; while the day is set by hand the mail waits there with the others.</summary>
public sealed class Outbox(IntranetDb db, TimeProvider clock) : IMailbox
{
    public void Queue(OutgoingMail mail)
    {
        if (!mail.To.Contains('@', StringComparison.Ordinal))
            throw new BrokenRuleException("Cette personne n’a pas d’adresse de courriel.");
        db.Add(new OutboxMail(mail, clock.GetUtcNow().UtcDateTime));
    }
}

/// <summary>How mails leave the house: a folder, or a server.</summary>
public interface IMailTransport
{
    /// <summary>Delivering the same mail a second time has no effect (a file of the same name).</summary>
    bool IsRepeatable { get; }

    /// <summary>Hands the mail over; throws when it could not.</summary>
    Task DeliverAsync(OutboxMail mail, CancellationToken cancellation);
}
