using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>One telling, and what it caused.</summary>
internal sealed class RegisterRow
{
    public required DateOnly On { get; init; }
    public required int Step { get; init; }
    public required string Recipient { get; init; }
    public required string Reason { get; init; }
    public required bool IsCopy { get; init; }
    public required int Level { get; init; }
    public required int ReminderId { get; init; }
    public required string Rule { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string Kind { get; init; }
    public required int SubjectId { get; init; }
    public required DateOnly Due { get; init; }
    public required DateOnly? DoneOn { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>Another date under which the same thing is due now.</summary>
    public required DateOnly? NowDue { get; init; }

    /// <summary>The last thing said of it: taken on, put off, taken back.</summary>
    public required AnswerKind? Answer { get; init; }
    public required DateOnly? AnsweredOn { get; init; }
    public required DateOnly? AnswerFor { get; init; }
    public required string? AnsweredBy { get; init; }

    /// <summary>The letter that said it: written, and gone.</summary>
    public required DateOnly? WrittenOn { get; init; }
    public required bool IsSent { get; init; }
    public required bool IsLost { get; init; }

    /// <summary>The sender died while handing it over: nobody knows.</summary>
    public required bool IsDoubtful { get; init; }

    public string State => Ending.State(DoneOn, IsWithdrawn, NowDue);
    public string Why => Ending.Why(DoneOn, IsWithdrawn, NowDue);

    public string Said => Answer switch
    {
        AnswerKind.Taken => $"{AnsweredBy ?? "Quelqu’un"} s’en occupe depuis le {French.Date(AnsweredOn!.Value)}{(AnswerFor is { } day ? $", promis pour le {French.Date(day)}" : "")}",
        AnswerKind.PutOff => $"Reporté au {French.Date(AnswerFor!.Value)}{(AnsweredBy is { } by ? $" par {by}" : "")}",
        AnswerKind.TakenBack => $"Remis à traiter le {French.Date(AnsweredOn!.Value)}",
        _ => "",
    };

    public string Letter => WrittenOn is null ? "Dans les rappels seulement" : IsDoubtful ? "Lettre peut-être partie" : IsLost ? "Lettre non remise" : IsSent ? $"Lettre du {French.Date(WrittenOn.Value)}" : "Lettre en partance";
}

/// <summary>How a reminder ended, as far as it is known: the data no longer say what is due, not why.</summary>
internal static class Ending
{
    public static string State(DateOnly? doneOn, bool isWithdrawn, DateOnly? nowDue) => (doneOn, isWithdrawn, nowDue) switch
    {
        (null, _, _) => "Ouvert",
        (_, true, { } due) => $"Échéance déplacée au {French.Date(due)}",
        ({ } on, true, null) => $"Retiré le {French.Date(on)}",
        ({ } on, false, _) => $"N’est plus dû depuis le {French.Date(on)}",
    };

    public static string Why(DateOnly? doneOn, bool isWithdrawn, DateOnly? nowDue) => (doneOn, isWithdrawn, nowDue) switch
    {
        (null, _, _) or (_, true, { }) => "",
        (_, true, null) => "La règle est arrêtée, ou l’échéance a été déplacée",
        (_, false, { } due) => $"Échéance suivante le {French.Date(due)}",
        (_, false, null) => "Fait ou supprimé, ou repoussé à une date encore lointaine",
    };
}

/// <summary>Which tellings are shown, as written in the address.</summary>
internal sealed class RegisterFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "regle")]
    public string? Rule { get; set; }

    /// <summary>« ouverts », « clos », « retires »; all when empty.</summary>
    [FromQuery(Name = "etat")]
    public string? State { get; set; }

    /// <summary>« sans » answer, « monte »: told to a level above, « lettre »: a letter that could not be delivered.</summary>
    [FromQuery(Name = "suite")]
    public string? What { get; set; }

    [FromQuery(Name = "depuis")]
    public DateOnly? Since { get; set; }

    public int Count => new object?[] { Text, Rule, State, What, Since }.Count(v => v is not null and not "");

    public static IReadOnlyList<(string Value, string Label)> States { get; } = [("", "Tous"), ("ouverts", "Ouverts"), ("clos", "Plus dus"), ("retires", "Retirés")];

    public static IReadOnlyList<(string Value, string Label)> Whats { get; } = [("", "Toutes"), ("sans", "Sans réponse"), ("monte", "Monté d’un niveau"), ("lettre", "Lettre non remise")];

    public IQueryable<Delivery> Apply(IQueryable<Delivery> told)
    {
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
        {
            var (subject, recipient) = (told.WhereMatches(terms, d => d.Reminder.Subject.Folded), told.WhereMatches(terms, d => d.Recipient.Folded));
            told = told.Where(d => subject.Any(s => s.Id == d.Id) || recipient.Any(r => r.Id == d.Id));
        }
        if (!string.IsNullOrEmpty(Rule))
            told = told.Where(d => d.Reminder.Rule == Rule);
        if (Since is { } since)
            told = told.Where(d => d.On >= since);
        told = State switch
        {
            "ouverts" => told.Where(d => d.Reminder.DoneOn == null),
            "clos" => told.Where(d => d.Reminder.DoneOn != null && !d.Reminder.IsWithdrawn),
            "retires" => told.Where(d => d.Reminder.DoneOn != null && d.Reminder.IsWithdrawn),
            _ => told,
        };
        told = What switch
        {
            "sans" => told.Where(d => !d.Reminder.Answers.Any()),
            "monte" => told.Where(d => d.Level > 0 && !d.IsCopy),
            "lettre" => told.Where(d => d.Letter!.Mail!.GivenUpAt != null),
            _ => told,
        };
        return told.OrderByDescending(d => d.On).ThenByDescending(d => d.Id);
    }
}

internal static class Register
{
    /// <summary>What was told about records that the reader minds.</summary>
    public static IQueryable<Delivery> Told(this IntranetDb db, CurrentUser user)
    {
        var minded = db.Minded(user);
        return db.Set<Delivery>().AsNoTracking().Where(d => minded.Any(s => s.Id == d.Reminder.SubjectId));
    }

    public static IQueryable<RegisterRow> Rows(this IQueryable<Delivery> told, IntranetDb db) => told.Select(d => new
    {
        Told = d,
        Last = d.Reminder.Answers.OrderByDescending(a => a.Id).Select(a => new { a.Kind, a.On, a.For, By = a.By == null ? null : a.By.Title }).FirstOrDefault(),
    }).Select(x => new RegisterRow
    {
        On = x.Told.On,
        Step = x.Told.Step,
        Recipient = x.Told.Recipient.Title,
        Reason = x.Told.Reason,
        IsCopy = x.Told.IsCopy,
        Level = x.Told.Level,
        ReminderId = x.Told.ReminderId,
        Rule = x.Told.Reminder.Rule,
        Action = x.Told.Reminder.Action,
        Subject = x.Told.Reminder.Subject.Parent == null || x.Told.Reminder.Subject.Kind != Inbox.PostKind ? x.Told.Reminder.Subject.Title : x.Told.Reminder.Subject.Title + ", " + x.Told.Reminder.Subject.Parent.Title,
        Kind = x.Told.Reminder.Subject.Kind,
        SubjectId = x.Told.Reminder.SubjectId,
        Due = x.Told.Reminder.Due,
        DoneOn = x.Told.Reminder.DoneOn,
        IsWithdrawn = x.Told.Reminder.IsWithdrawn,
        NowDue = x.Told.Reminder.DoneOn == null ? null : db.Set<Reminder>().Where(o => o.DoneOn == null && o.Rule == x.Told.Reminder.Rule && o.SubjectId == x.Told.Reminder.SubjectId).Min(o => (DateOnly?)o.Due),
        Answer = x.Last == null ? null : x.Last.Kind,
        AnsweredOn = x.Last == null ? null : x.Last.On,
        AnswerFor = x.Last == null ? null : x.Last.For,
        AnsweredBy = x.Last == null ? null : x.Last.By,
        WrittenOn = x.Told.Letter == null ? null : x.Told.Letter.On,
        IsSent = x.Told.Letter != null && x.Told.Letter.Mail != null && x.Told.Letter.Mail.SentAt != null,
        IsDoubtful = x.Told.Letter != null && x.Told.Letter.Mail != null && x.Told.Letter.Mail.GivenUpAt != null && x.Told.Letter.Mail.Error.StartsWith(OutboxMail.Interrupted),
        IsLost = x.Told.Letter != null && x.Told.Letter.Mail != null && x.Told.Letter.Mail.GivenUpAt != null,
    });
}
