using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>One thing to do, as a letter says it.</summary>
internal sealed class LetterLine
{
    public required int ReminderId { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required int SubjectId { get; init; }
    public required string Context { get; init; }
    public required string Reason { get; init; }
    public required DateOnly Due { get; init; }

    /// <summary>No letter said it yet.</summary>
    public required bool IsNew { get; init; }
    public required bool IsUrgent { get; init; }

    /// <summary>For information: somebody else answers.</summary>
    public required bool IsCopy { get; init; }
}

/// <summary>Whom a letter goes to.</summary>
internal sealed record Addressee(int Id, string Name, string Email, CurrentUser? Account);

internal static class LetterLines
{
    /// <summary>What this recipient has to do, the most pressing first, then what is told for information.</summary>
    public static Task<List<LetterLine>> ReadAsync(IntranetDb db, int recipient, DateOnly today, CancellationToken cancellation)
    {
        var unsaid = db.Set<Delivery>().Where(d => d.RecipientId == recipient).Unsaid();
        return db.Set<Reminder>().AsNoTracking().Of(recipient).Waiting(today)
            .OrderBy(r => !r.Deliveries.Any(d => d.RecipientId == recipient && d.WithdrawnOn == null && !d.IsCopy)).ThenBy(r => r.Due).ThenBy(r => r.Id).Select(r => new LetterLine
            {
                ReminderId = r.Id,
                Action = r.Action,
                Subject = r.Subject.Parent == null || r.Subject.Kind != Inbox.PostKind ? r.Subject.Title : r.Subject.Title + ", " + r.Subject.Parent.Title,
                Kind = r.Subject.Kind,
                SubjectId = r.SubjectId,
                Context = r.Context,
                Reason = r.Deliveries.Where(d => d.RecipientId == recipient).OrderBy(d => d.WithdrawnOn != null || d.IsCopy).ThenByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault() ?? "",
                Due = r.Due,
                IsNew = unsaid.Any(d => d.ReminderId == r.Id),
                IsUrgent = unsaid.Any(d => d.ReminderId == r.Id && d.Step <= LetterPlan.UrgentDays),
                IsCopy = r.Deliveries.Where(d => d.RecipientId == recipient && d.WithdrawnOn == null).All(d => d.IsCopy),
            }).ToListAsync(cancellation);
    }

    /// <summary>A person at her own address or her account's; a service line at its own. Null when there is none.</summary>
    public static async Task<Addressee?> WhoAsync(IntranetDb db, int recipient, CancellationToken cancellation)
    {
        var person = await db.Set<Person>().AsNoTracking().Where(p => p.Id == recipient).Select(p => new { p.FirstName, p.LastName, p.Email }).FirstOrDefaultAsync(cancellation);
        var account = await db.Users.AsNoTracking().Where(a => a.PersonId == recipient && a.DisabledAt == null).OrderBy(a => a.Id)
            .Select(a => new { a.Email, User = new CurrentUser { Id = a.Id, Name = a.DisplayName, Function = a.Function, Roles = a.Roles, SeesAll = a.SeesAll, PersonId = a.PersonId } }).FirstOrDefaultAsync(cancellation);
        var line = person is null ? await db.Set<Post>().AsNoTracking().Where(p => p.Id == recipient).Select(p => new { p.Title, p.Email }).FirstOrDefaultAsync(cancellation) : null;
        var email = person is { Email.Length: > 0 } ? person.Email : account?.Email ?? line?.Email ?? "";
        return email.Contains('@', StringComparison.Ordinal) ? new Addressee(recipient, person is null ? line?.Title ?? "" : $"{person.FirstName} {person.LastName}".Trim(), email, account?.User) : null;
    }
}
