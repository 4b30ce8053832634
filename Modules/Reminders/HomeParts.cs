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
        var late = db.Late(user, today);
        var rows = await late.OrderBy(r => r.Due).ThenBy(r => r.Id).LateRows().Select(r => new { Row = r, Total = late.Count() }).Take(Shown).ToListAsync(cancellation);
        return new HomeCard("/Pages/Reminders/_HomeLate.cshtml", new LateCard([.. rows.Select(r => r.Row)], rows.FirstOrDefault()?.Total ?? 0, today));
    }
}

internal sealed record LateCard(IReadOnlyList<LateRow> Rows, int Total, DateOnly Today);
