using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>One line of the inbox.</summary>
internal sealed class InboxRow
{
    public required int Id { get; init; }
    public required string Rule { get; init; }
    public required string Action { get; init; }
    public required string Context { get; init; }
    public required int SubjectId { get; init; }
    public required string SubjectKind { get; init; }
    public required string SubjectTitle { get; init; }
    public required DateOnly Due { get; init; }
    public required string Reason { get; init; }
    public required DateOnly? AcknowledgedOn { get; init; }
    public required string? AcknowledgedBy { get; init; }
    public required DateOnly? PromisedFor { get; init; }
    public required DateOnly? SnoozedUntil { get; init; }
    public required int BrokenPromises { get; init; }
    public required DateOnly? DoneOn { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>« Karim Lebrun s’en occupe depuis le 20/11/2026 », « Reporté au 30/11/2026 »; empty while nobody said anything that holds.</summary>
    public string Said(DateOnly today) => AcknowledgedOn is { } on
        ? $"{AcknowledgedBy ?? "Quelqu’un"} s’en occupe depuis le {French.Date(on)}{(PromisedFor is { } promised ? $", promis pour le {French.Date(promised)}" : "")}"
        : SnoozedUntil > today ? $"Reporté au {French.Date(SnoozedUntil.Value)}" : "";

    /// <summary>« Une date promise est passée. »</summary>
    public string Broken => BrokenPromises switch { 0 => "", 1 => "Une date promise est passée.", _ => $"{BrokenPromises} dates promises sont passées." };

    /// <summary>Told to the reader for information only: somebody else answers.</summary>
    public required bool IsCopy { get; init; }
}

/// <summary>Something past due, whoever answers for it.</summary>
internal sealed class LateRow
{
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required int SubjectId { get; init; }
    public required DateOnly Due { get; init; }

    /// <summary>Who said « Je m’en occupe ».</summary>
    public required string? Taken { get; init; }

    /// <summary>Who was told last.</summary>
    public required string? Told { get; init; }
}

/// <summary>What a person has to do, from what she was told.</summary>
internal static class Inbox
{
    /// <summary>A post is told with its partner or establishment: its title alone says little.</summary>
    public static readonly string PostKind = ContactsModule.Post.Code;

    /// <summary>What this person has to answer: not done, not acknowledged, not snoozed.</summary>
    public static IQueryable<Reminder> ToDo(this IQueryable<Reminder> reminders, int? personId, DateOnly today)
        => reminders.Answerable(personId).Waiting(today);

    /// <summary>Nobody took it on or put it off.</summary>
    public static IQueryable<Reminder> Waiting(this IQueryable<Reminder> reminders, DateOnly today)
        => reminders.Where(r => r.AcknowledgedOn == null && (r.SnoozedUntil == null || r.SnoozedUntil <= today));

    /// <summary>Open reminders that this person answers for: a copy answers for nothing.</summary>
    public static IQueryable<Reminder> Answerable(this IQueryable<Reminder> reminders, int? personId)
        => reminders.Where(r => r.DoneOn == null && r.Deliveries.Any(d => d.RecipientId == personId && d.WithdrawnOn == null && !d.IsCopy));

    /// <summary>Open reminders told to this person, for information too, whatever was answered.</summary>
    public static IQueryable<Reminder> Of(this IQueryable<Reminder> reminders, int? personId)
        => reminders.Where(r => r.DoneOn == null && r.Deliveries.Any(d => d.RecipientId == personId && d.WithdrawnOn == null));

    public static IQueryable<InboxRow> Rows(this IQueryable<Reminder> reminders, int? personId) => reminders
        .OrderBy(r => r.Due).ThenBy(r => r.Id)
        .Select(r => new InboxRow
        {
            Id = r.Id,
            Rule = r.Rule,
            Action = r.Action,
            Context = r.Context,
            SubjectId = r.SubjectId,
            SubjectKind = r.Subject.Kind,
            SubjectTitle = r.Subject.Parent == null || r.Subject.Kind != PostKind ? r.Subject.Title : r.Subject.Title + ", " + r.Subject.Parent.Title,
            Due = r.Due,
            Reason = r.Deliveries.Where(d => d.RecipientId == personId).OrderBy(d => d.WithdrawnOn != null || d.IsCopy).ThenByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault() ?? "",
            AcknowledgedOn = r.AcknowledgedOn,
            AcknowledgedBy = r.AcknowledgedBy == null ? null : r.AcknowledgedBy.Title,
            PromisedFor = r.PromisedFor,
            SnoozedUntil = r.SnoozedUntil,
            BrokenPromises = r.BrokenPromises,
            DoneOn = r.DoneOn,
            IsWithdrawn = r.IsWithdrawn,
            IsCopy = r.Deliveries.Any(d => d.RecipientId == personId && d.WithdrawnOn == null) && !r.Deliveries.Any(d => d.RecipientId == personId && d.WithdrawnOn == null && !d.IsCopy),
        });

    /// <summary>Open reminders on records of the reader's scope that nobody answers for and nobody took on; a copy answers for nothing.</summary>
    public static IQueryable<Reminder> Orphans(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var visible = db.Subjects.InScope(db, user);
        return db.Set<Reminder>().Waiting(today).Where(r => r.DoneOn == null && !r.Deliveries.Any(d => d.WithdrawnOn == null && !d.IsCopy) && visible.Any(s => s.Id == r.SubjectId));
    }

    /// <summary>Records of the reader's scope; partners and posts are everybody's to see but only some's to mind.</summary>
    public static IQueryable<Subject> Minded(this IntranetDb db, CurrentUser user)
    {
        var minded = db.Subjects.InScope(db, user);
        return user.May(Permission.WriteContacts) ? minded : minded.Where(s => s.Reach == Reach.Establishments);
    }

    /// <summary>Open and past due on records of the reader's scope, whoever answers for it.</summary>
    public static IQueryable<Reminder> Late(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var minded = db.Minded(user);
        return db.Set<Reminder>().AsNoTracking().Where(r => r.DoneOn == null && r.Due < today && minded.Any(s => s.Id == r.SubjectId));
    }

    public static IQueryable<LateRow> LateRows(this IQueryable<Reminder> reminders) => reminders.Select(r => new LateRow
    {
        Action = r.Action,
        Subject = r.Subject.Parent == null || r.Subject.Kind != PostKind ? r.Subject.Title : r.Subject.Title + ", " + r.Subject.Parent.Title,
        Kind = r.Subject.Kind,
        SubjectId = r.SubjectId,
        Due = r.Due,
        Taken = r.AcknowledgedBy == null ? null : r.AcknowledgedBy.Title,
        Told = r.Deliveries.Where(d => d.WithdrawnOn == null && !d.IsCopy).OrderByDescending(d => d.Id).Select(d => d.Recipient.Title).FirstOrDefault(),
    });
}
