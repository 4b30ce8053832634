using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Intranet.Shared;

/// <summary>Delivers what waits in the outbox. Several may run at the same time: a mail is taken by one of them, and never leaves twice.</summary>
public sealed class SendMail(IntranetDb db, IMailTransport transport, IEnumerable<IOfficeMail> letters, BusinessDay day, TimeProvider clock, ILogger<SendMail> log)
{
    private const int Batch = 50;

    /// <summary>After this a claim is of a sender that died.</summary>
    private static readonly TimeSpan ClaimLife = TimeSpan.FromMinutes(10);

    /// <summary>Mails that the round could not hand over, and why the last of them.</summary>
    public (int Count, string Error) Failures { get; private set; }

    /// <summary>One round.</summary>
    /// <returns>How many mails left.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (day.IsSet)
            return 0;
        await SettleInterruptedAsync(cancellation);
        var now = Now;
        var due = await db.Set<OutboxMail>().Where(m => m.SentAt == null && m.GivenUpAt == null && m.ClaimedAt == null && m.DueAt <= now)
            .OrderBy(m => m.DueAt).Take(Batch).Select(m => m.Id).ToListAsync(cancellation);
        var sent = 0;
        foreach (var id in due)
        {
            if (await ClaimAsync(id, cancellation) && await DeliverAsync(id, cancellation))
                sent++;
        }
        return sent;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    // One statement, so that of two senders exactly one sees a row change; it is committed before anything is handed over.
    private async Task<bool> ClaimAsync(int id, CancellationToken cancellation)
    {
        var now = Now;
        return await db.Set<OutboxMail>().Where(m => m.Id == id && m.ClaimedAt == null && m.SentAt == null && m.GivenUpAt == null)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedAt, now), cancellation) == 1;
    }

    private async Task<bool> DeliverAsync(int id, CancellationToken cancellation)
    {
        var mail = await db.Set<OutboxMail>().SingleAsync(m => m.Id == id, cancellation);
        try
        {
            await transport.DeliverAsync(mail, cancellation);
            mail.Sent(Now);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            mail.Failed(e.GetBaseException().Message, await IsLetterAsync(id, cancellation), Now);
            Failures = (Failures.Count + 1, mail.Error);
            log.LogWarning("Mail {Mail} was not delivered at try {Try}: {Kind}", mail.Id, mail.Attempts, e.GetBaseException().GetType().Name);
        }
        // Not the round's token: what was handed over must be written down, even while the program stops.
        await db.SaveChangesAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        return mail.SentAt is not null;
    }

    private async Task<bool> IsLetterAsync(int id, CancellationToken cancellation)
    {
        foreach (var some in letters.Select(l => l.Mails(db)))
        {
            if (await some.ContainsAsync(id, cancellation))
                return true;
        }
        return false;
    }

    // A sender died between claim and result. With a folder the mail is simply delivered again (same file); with a server
    // nobody knows whether it left: it is given up and shown to the administrators, who decide.
    private async Task SettleInterruptedAsync(CancellationToken cancellation)
    {
        var before = Now - ClaimLife;
        var interrupted = await db.Set<OutboxMail>().Where(m => m.ClaimedAt != null && m.ClaimedAt < before && m.SentAt == null && m.GivenUpAt == null).ToListAsync(cancellation);
        foreach (var mail in interrupted)
        {
            if (transport.IsRepeatable)
                mail.Failed(OutboxMail.Interrupted, await IsLetterAsync(mail.Id, cancellation), Now);
            else
                mail.GiveUp(Now, $"{OutboxMail.Interrupted}: it may have left");
        }
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
