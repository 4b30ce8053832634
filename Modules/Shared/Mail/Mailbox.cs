namespace Intranet.Shared;

/// <summary>What a mail says; its two forms, text and HTML, are made from it.</summary>
/// <param name="To">Address.</param>
/// <param name="Name">Whom it greets.</param>
/// <param name="Subject">At most 300 characters.</param>
/// <param name="Paragraphs">Plain sentences, one paragraph each; « • » starts an item of a list.</param>
/// <param name="Action">A button, with an absolute address.</param>
public sealed record OutgoingMail(string To, string Name, string Subject, IReadOnlyList<string> Paragraphs, MailAction? Action = null)
{
    /// <summary>Lists, after the paragraphs.</summary>
    public IReadOnlyList<MailSection> Sections { get; init; } = [];

    /// <summary>Sentences after the button.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

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

/// <summary>A list of a mail, under a title.</summary>
/// <param name="More">A sentence after the last item; empty for none.</param>
public sealed record MailSection(string Title, IReadOnlyList<MailItem> Items, string More = "");

/// <summary>One thing of a list.</summary>
/// <param name="Title">What, a link to <paramref name="Address"/>.</param>
/// <param name="Address">Absolute.</param>
/// <param name="When">By when.</param>
/// <param name="IsPressing">The date stands out.</param>
/// <param name="Text">Context.</param>
/// <param name="Action">Its one-click answer.</param>
public sealed record MailItem(string Title, string Address, string When, bool IsPressing, string Text, MailAction? Action);

/// <summary>A button of a mail.</summary>
public sealed record MailAction(string Label, string Address);

/// <summary>Where modules put their mails.</summary>
public interface IMailbox
{
    /// <summary>Adds the mail to the caller's context: it leaves if and when the caller saves.</summary>
    /// <returns>The mail as it waits.</returns>
    /// <exception cref="BrokenRuleException">There is no address.</exception>
    OutboxMail Queue(OutgoingMail mail);
}

/// <summary>Queues in the database; while the day is set by hand the mail waits there with the others.</summary>
public sealed class Outbox(IntranetDb db, TimeProvider clock) : IMailbox
{
    public OutboxMail Queue(OutgoingMail mail)
    {
        if (!mail.To.Contains('@', StringComparison.Ordinal))
            throw new BrokenRuleException("Cette personne n’a pas d’adresse de courriel.");
        var waiting = new OutboxMail(mail, clock.GetUtcNow().UtcDateTime);
        db.Add(waiting);
        return waiting;
    }
}

/// <summary>Mails of a module that open a door and yet leave in office hours only, tries after a failure included: nobody is waiting for them.</summary>
public interface IOfficeMail
{
    /// <summary>Ids of these mails.</summary>
    IQueryable<int> Mails(IntranetDb db);
}

/// <summary>How mails leave the house: a folder, or a server.</summary>
public interface IMailTransport
{
    /// <summary>Delivering the same mail a second time has no effect (a file of the same name).</summary>
    bool IsRepeatable { get; }

    /// <summary>Hands the mail over; throws when it could not.</summary>
    Task DeliverAsync(OutboxMail mail, CancellationToken cancellation);
}
