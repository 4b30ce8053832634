using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A mail waiting to leave, or gone. Written in the transaction of what it tells, so that neither exists without the other.</summary>
public sealed class OutboxMail : IUnaudited
{
    /// <summary>Waits after each failed try; after the last one the mail is given up.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>A try after so long a wait is made in office hours: nobody is written to in the night because a server was down.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    /// <summary>A link that somebody asked for, an invitation or its cancellation: tried again at once.</summary>
    private bool IsAwaited => IsSecret || Attachment.Length > 0;

    /// <summary>How the error begins when a sender died on the way: the mail may have left.</summary>
    public const string Interrupted = "interrupted";

    private OutboxMail() { }

    internal OutboxMail(OutgoingMail mail, DateTime now)
    {
        (To, ToName, Subject, QueuedAt, IsSecret) = (mail.To.Trim(), mail.Name.Trim(), mail.Subject, now, mail.IsSecret);
        (Text, Html) = (MailBody.Text(mail), MailBody.Html(mail));
        DueAt = mail.NotBefore ?? now;
        if (mail.Attachment is { } file)
            (AttachmentName, AttachmentType, Attachment) = (file.Name, file.Type, file.Text);
    }

    public int Id { get; private set; }
    public string To { get; private set; } = "";
    public string ToName { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";

    public string AttachmentName { get; private set; } = "";
    public string AttachmentType { get; private set; } = "";
    public string Attachment { get; private set; } = "";

    /// <summary>The body opens a door (a link): it is forgotten as soon as the mail has left or was given up.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>Real time, UTC, as all times here.</summary>
    public DateTime QueuedAt { get; private set; }

    /// <summary>Not before.</summary>
    public DateTime DueAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>When a sender took it; only that sender may deliver it.</summary>
    public DateTime? ClaimedAt { get; private set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>When it was given up; an administrator may send it again.</summary>
    public DateTime? GivenUpAt { get; private set; }

    /// <summary>Why the last try failed, in the transport's words.</summary>
    public string Error { get; private set; } = "";

    internal void Sent(DateTime now)
    {
        (SentAt, ClaimedAt, Error) = (now, null, "");
        Attempts++;
        Forget();
    }

    /// <param name="inOfficeHours">It leaves in office hours only (<see cref="IOfficeMail"/>).</param>
    internal void Failed(string error, bool inOfficeHours, DateTime now)
    {
        (ClaimedAt, Error) = (null, error.Length <= 400 ? error : error[..400]);
        if (Attempts >= Waits.Length)
            GiveUp(now);
        else
            DueAt = Waits[Attempts] < Long && IsAwaited && !inOfficeHours ? now + Waits[Attempts] : OfficeHours.OnOrAfter(now + Waits[Attempts]);
        Attempts++;
    }

    /// <summary>No further try: the outcome is unknown or hopeless.</summary>
    internal void GiveUp(DateTime now, string? error = null)
    {
        (GivenUpAt, ClaimedAt, Error) = (now, null, error ?? Error);
        Forget();
    }

    /// <summary>Tries again, at an administrator's demand; impossible once the body was forgotten.</summary>
    public void Retry(DateTime now)
    {
        if (Text.Length == 0)
            throw new BrokenRuleException("Ce courriel contenait un lien à usage unique : il n’est plus gardé. Envoyez un nouveau lien.");
        (GivenUpAt, DueAt, Attempts) = (null, now, 0);
    }

    /// <summary>Forgets whom it was for and what it said, keeping that a mail left.</summary>
    public void Erase() => (To, ToName, Subject, Text, Html, Attachment) = ("", "", "", "", "", "");

    private void Forget()
    {
        if (IsSecret)
            (Text, Html) = ("", "");
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxMail>
{
    public void Configure(EntityTypeBuilder<OutboxMail> builder)
    {
        builder.ToTable("shared_outbox");
        builder.Property(m => m.To).HasMaxLength(256);
        builder.Property(m => m.Subject).HasMaxLength(300);
        builder.Property(m => m.Text).HasMaxLength(-1);
        // The same words as the text, in tags: the guard reads them once.
        builder.Property(m => m.Html).HasMaxLength(-1).IsTechnical();
        builder.Property(m => m.AttachmentName).HasMaxLength(100);
        builder.Property(m => m.AttachmentType).HasMaxLength(100);
        // Lines of a calendar are cut at 75 octets and its times are digits: what it says was read where it was typed.
        builder.Property(m => m.Attachment).HasMaxLength(-1).IsTechnical();
        builder.Property(m => m.Error).HasMaxLength(400).IsTechnical();
        builder.HasIndex(m => new { m.SentAt, m.GivenUpAt, m.DueAt });
    }
}
