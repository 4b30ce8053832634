using System.Globalization;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Intranet.Reminders;

/// <summary>
/// Writes the letters of a working day, in office hours, from what is open at that moment: what was done since the morning is not said.
/// Each letter is claimed by its unique key in the transaction that queues its mail, so that of two nodes one writes it, and a process
/// killed on the way has written it whole or not at all.
/// </summary>
internal sealed class LetterRun(IntranetDb db, IMailbox mailbox, SingleUseLinks links, HouseAddress house, SubjectKinds kinds, BusinessDay day, TimeProvider clock, ILogger<LetterRun> log)
{
    /// <summary>Purpose of the link of a line; its payload is « reminder:recipient ».</summary>
    public const string Answer = "reminder-answer";

    /// <summary>A link outlives its week by a few days.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(10);

    private const int OrphansShown = 50;

    /// <summary>One round.</summary>
    /// <returns>How many letters were queued.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (day.IsSet || OfficeHours.OnOrAfter(now) != now)
            return 0;
        var today = day.Today;
        var (count, failed) = (0, 0);
        foreach (var one in await LetterCases.ReadAsync(db, today, cancellation))
        {
            if (LetterPlan.Of(one) is not { } kind)
                continue;
            switch (await TryWriteAsync(one, kind, today, cancellation))
            {
                case true:
                    count++;
                    break;
                case null:
                    failed++;
                    break;
            }
        }
        return failed == 0 ? count : throw new InvalidOperationException($"{failed} letters could not be written, {count} were.");
    }

    /// <summary>One letter that can't be written keeps nobody else waiting: null then.</summary>
    private async Task<bool?> TryWriteAsync(LetterCase one, LetterKind kind, DateOnly today, CancellationToken cancellation)
    {
        try
        {
            return await WriteAsync(one, kind, today, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (e is DbUpdateException && await db.Set<Letter>().AnyAsync(l => l.RecipientId == one.RecipientId && l.On == today, cancellation))
                return false;
            log.LogError(e, "Letter {Kind} of {Recipient} could not be written", kind, one.RecipientId);
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> WriteAsync(LetterCase one, LetterKind kind, DateOnly today, CancellationToken cancellation)
    {
        if (await LetterLines.WhoAsync(db, one.RecipientId, cancellation) is not { } to)
            return false;
        var open = await LetterLines.ReadAsync(db, one.RecipientId, today, cancellation);
        var lines = kind == LetterKind.Weekly && one.Rhythm == LetterRhythm.Weekly ? open : [.. open.Where(l => one.Rhythm == LetterRhythm.Daily ? l.IsNew : l.IsUrgent)];
        var orphans = kind == LetterKind.Weekly ? await OrphansAsync(to, today, cancellation) : [];
        if (lines.Count + orphans.Count == 0)
            return false;
        var letter = new Letter(to.Id, kind, kind == LetterKind.Weekly ? LetterPlan.Week(today) : today, today);
        db.Add(letter);
        var said = lines.Select(l => l.ReminderId).ToList();
        foreach (var delivery in await db.Set<Delivery>().Unsaid().Where(d => d.RecipientId == to.Id && said.Contains(d.ReminderId)).ToListAsync(cancellation))
            delivery.Tell(letter);
        var answers = await AnswersAsync(to.Id, lines, today, cancellation);
        letter.Carry(mailbox.Queue(LetterText.Write(to, kind, lines, open.Count - lines.Count, orphans, today, house.Web, answers, kinds)));
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>What nobody answers for is the business of those who keep contacts, in their scope.</summary>
    private async Task<List<LetterLine>> OrphansAsync(Addressee to, DateOnly today, CancellationToken cancellation)
    {
        if (to.Account is not { } account || !account.May(Permission.WriteContacts))
            return [];
        var rows = await db.Orphans(account, today).AsNoTracking().Rows(to.Id).Take(OrphansShown).ToListAsync(cancellation);
        return [.. rows.Select(r => new LetterLine { ReminderId = r.Id, Action = r.Action, Subject = r.SubjectTitle, Kind = r.SubjectKind, SubjectId = r.SubjectId, Context = r.Context, Reason = "", Due = r.Due, IsNew = false, IsUrgent = false, IsCopy = true })];
    }

    /// <summary>A link for each line that the letter shows and that is the reader's to answer.</summary>
    private async Task<Dictionary<int, string>> AnswersAsync(int recipient, IReadOnlyList<LetterLine> lines, DateOnly today, CancellationToken cancellation)
    {
        var payloads = lines.Where(l => l.Due < today).Take(LetterText.Shown).Concat(lines.Where(l => l.Due >= today).Take(LetterText.Shown)).Where(l => !l.IsCopy)
            .ToDictionary(l => l.ReminderId, l => string.Create(CultureInfo.InvariantCulture, $"{l.ReminderId}:{recipient}"));
        var secrets = await links.CreateAsync(Answer, payloads.Values, LinkLife, cancellation);
        return payloads.ToDictionary(p => p.Key, p => $"{house.Web}/rappels/lien/{secrets[p.Value]}");
    }
}
