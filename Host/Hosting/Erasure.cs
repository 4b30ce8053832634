using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>What an erasure found, or did.</summary>
/// <param name="People">Ids of the people.</param>
/// <param name="Guests">Those known by their name alone, such as guests of meetings and sessions.</param>
internal sealed record ErasureReport(IReadOnlyList<int> People, int Guests, int Mails, int Drafts, int Links);

/// <summary>
/// Forgets people gone for long: name and details, their account, the values in their history, mails to them, what modules keep of them. Posts, ids and dates
/// of holdings stay. Old mails, drafts and links go too.
/// </summary>
internal sealed class Erasure(IntranetDb db, UserManager<Account> users, BusinessDay day, TimeProvider clock, IConfiguration configuration, IEnumerable<IErasureSource> sources)
{
    /// <summary>Months between the last day of work and erasure (<c>Erasure:Months</c>).</summary>
    public static int MonthsAfterDeparture(IConfiguration configuration) => configuration.GetValue("Erasure:Months", PersonErasure.Months);

    /// <summary>Days that the body of a mail that left is kept.</summary>
    public const int DaysOfMail = 30;

    /// <summary>Days that an abandoned draft is kept.</summary>
    public const int DaysOfDraft = 30;

    public async Task<ErasureReport> RunAsync(bool dryRun, CancellationToken cancellation)
    {
        var months = MonthsAfterDeparture(configuration);
        var people = await PersonErasure.DueAsync(db, months, day.Today, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        var (mailLimit, draftLimit) = (now.AddDays(-DaysOfMail), now.AddDays(-DaysOfDraft));
        var mails = db.Set<OutboxMail>().Where(m => m.To != "" && ((m.SentAt != null && m.SentAt < mailLimit) || (m.GivenUpAt != null && m.GivenUpAt < mailLimit)));
        var drafts = db.Set<Draft>().Where(d => d.SavedAt < draftLimit);
        var links = db.Set<SingleUseLink>().Where(l => l.ExpiresAt < mailLimit);
        var report = new ErasureReport(people, await GuestsAsync(day.Today.AddMonths(-months), dryRun: true, cancellation), await mails.CountAsync(cancellation), await drafts.CountAsync(cancellation), await links.CountAsync(cancellation));
        if (dryRun)
            return report;
        foreach (var id in people)
            await EraseAsync(id, cancellation);
        await GuestsAsync(day.Today.AddMonths(-months), dryRun: false, cancellation);
        foreach (var mail in await mails.ToListAsync(cancellation))
            mail.Erase();
        db.RemoveRange(await drafts.ToListAsync(cancellation));
        db.RemoveRange(await links.ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        return report;
    }

    private async Task<int> GuestsAsync(DateOnly before, bool dryRun, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var count = 0;
        foreach (var source in sources)
            count += await source.ForgetGuestsAsync(db, before, dryRun, cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return count;
    }

    /// <summary>Erases one person at once, at their demand or because the delay has passed: all or nothing.</summary>
    public async Task EraseAsync(int personId, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var person = await db.Set<Person>().Include(p => p.Subject).SingleAsync(p => p.Id == personId, cancellation);
        var (name, mail) = (person.FullName, person.Email);
        person.Erase(day.Today);
        await db.SaveChangesAsync(cancellation);

        var account = await db.Users.FirstOrDefaultAsync(a => a.PersonId == personId, cancellation);
        if (account is not null)
            await EraseAccountAsync(account, cancellation);
        foreach (var sent in await db.Set<OutboxMail>().Where(m => m.To != "" && (m.To == mail || (account != null && m.To == account.Email))).ToListAsync(cancellation))
            sent.Erase();
        foreach (var source in sources)
            await source.ForgetAsync(db, personId, name, mail, cancellation);
        // Last: the erasure itself has just written the name that it removed.
        foreach (var entry in await db.AuditEntries.Where(a => a.SubjectId == personId).ToListAsync(cancellation))
            entry.Redact();
        foreach (var entry in await db.Set<ImportEntry>().Where(e => e.RecordId == personId).ToListAsync(cancellation))
            entry.Redact();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task EraseAccountAsync(Account account, CancellationToken cancellation)
    {
        foreach (var entry in await db.AuditEntries.Where(a => a.AccountId == account.Id).ToListAsync(cancellation))
            entry.ForgetActor();
        foreach (var file in await db.Set<StoredFile>().Where(f => f.UploadedById == account.Id).ToListAsync(cancellation))
            file.ForgetUploader();
        (account.DisplayName, account.Function, account.Email, account.PhoneNumber, account.PasswordHash) = (Person.ErasedName, "", null, null, null);
        account.UserName = $"efface-{account.Id}";
        account.DisabledAt ??= clock.GetUtcNow().UtcDateTime;
        var result = await users.UpdateSecurityStampAsync(account);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
