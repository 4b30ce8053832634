using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>« À faire »: the first of my reminders.</summary>
internal sealed class ToDoPart : IHomePart
{
    private const int Shown = 5;

    public HomePlace Place => HomePlace.Aside;
    public int Order => 10;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        if (user.PersonId is null)
            return null;
        var rows = await db.Set<Reminder>().AsNoTracking().ToDo(user.PersonId, today).Rows(user.PersonId).Take(Shown).ToListAsync(cancellation);
        return new HomeCard("/Pages/Reminders/_HomeToDo.cshtml", new ToDoCard(rows, Math.Max(rows.Count, user.Figures.GetValueOrDefault("bell")), today));
    }
}

internal sealed record ToDoCard(IReadOnlyList<InboxRow> Rows, int Total, DateOnly Today);

/// <summary>« En retard dans mon périmètre »: what is past due on the records that I see, whoever answers for it.</summary>
internal sealed class LatePart : IHomePart
{
    private const int Shown = 8;

    public HomePlace Place => HomePlace.Main;
    public int Order => 20;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.Late(user, today).OrderBy(r => r.Due).ThenBy(r => r.Id).Take(Shown)
            .Select(r => new LateRow(r.Id, r.Action, r.Subject.Title, r.Subject.Kind, r.SubjectId, r.Due, r.AcknowledgedBy == null ? null : r.AcknowledgedBy.Title,
                r.Deliveries.OrderByDescending(d => d.Id).Select(d => d.Person.Title).FirstOrDefault()))
            .ToListAsync(cancellation);
        return new HomeCard("/Pages/Reminders/_HomeLate.cshtml", new LateCard(rows, today));
    }
}

/// <param name="Taken">Who said « Je m’en occupe ».</param>
/// <param name="Told">Who was told last.</param>
internal sealed record LateRow(int Id, string Action, string Subject, string Kind, int SubjectId, DateOnly Due, string? Taken, string? Told);

internal sealed record LateCard(IReadOnlyList<LateRow> Rows, DateOnly Today);
