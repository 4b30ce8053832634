using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Imports;

/// <summary>All meetings gone by, with the columns of their import; who was present only.</summary>
internal sealed class MeetingExport : IExportKind
{
    public string Code => "meetings";
    public string Label => "Rencontres passées";
    public IReadOnlyList<string> Headers { get; } = [.. new MeetingImport().Columns.Select(c => c.Label)];

    public async Task<IReadOnlyList<object?[]>> RowsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var links = (await db.SubjectLinks.AsNoTracking().Where(l => l.From.Kind == MeetingsModule.Meeting.Code).OrderBy(l => l.To.Title).Select(l => new { l.FromId, l.Role, l.To.Title }).ToListAsync(cancellation)).ToLookup(l => (l.FromId, l.Role), l => l.Title);
        var people = (await db.Set<MeetingParticipant>().AsNoTracking().Where(p => p.Attendance == Attendance.Present).OrderBy(p => p.Id).Select(p => new { p.MeetingId, IsOurs = p.PartnerId == null, p.Name, p.Function }).ToListAsync(cancellation))
            .ToLookup(p => (p.MeetingId, p.IsOurs), p => p.Function.Length > 0 ? $"{p.Name}, {p.Function}" : p.Name);
        var rows = await db.Set<Meeting>().AsNoTracking().Where(m => !m.IsInternal && (m.HeldOn != null || m.CancelledOn != null)).OrderBy(m => m.On).ThenBy(m => m.Id)
            .Select(m => new { m.Id, m.On, m.IsApproximate, Kind = m.Kind.Label, m.Title, m.Mode, m.Minutes, m.ClosedOn, m.CancelledOn, m.CancelledReason }).ToListAsync(cancellation);
        return [.. rows.Select(m => new object?[]
        {
            m.IsApproximate ? French.Month(m.On) : m.On, m.Kind, m.Title, Mode(m.Mode), Joined(links[(m.Id, LinkRole.Partner)]), Joined(links[(m.Id, LinkRole.Establishment)]),
            Joined(people[(m.Id, true)]), Joined(people[(m.Id, false)]), m.CancelledOn is null || m.Minutes.Length > 0 ? m.Minutes : m.CancelledReason, m.CancelledOn is not null ? "annulée" : m.ClosedOn is not null ? "close" : "tenue",
        })];
    }

    private static string Joined(IEnumerable<string> names) => string.Join(" ; ", names);

    private static string Mode(MeetingMode mode) => mode switch
    {
        MeetingMode.AtOurs => "chez nous",
        MeetingMode.AtTheirs => "chez eux",
        MeetingMode.Video => "visio",
        MeetingMode.Phone => "téléphone",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "Unknown mode."),
    };
}
