using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What the page of a convention shows: its line of the day, then its words in one command, its partners' meetings in another, and its figures where it has some.</summary>
internal sealed class ConventionSheet
{
    private ConventionSheet(ConventionLine line, SheetWords words, DateOnly today)
    {
        (Line, Words, Today) = (line, words, today);
        Period = Facts.Period(today);
        Steps = ConventionStep.Of(Facts, today);
    }

    public ConventionLine Line { get; }
    public SheetWords Words { get; }
    public DateOnly Today { get; }
    public ConventionPeriod? Period { get; }
    public IReadOnlyList<ConventionStep> Steps { get; }
    public IReadOnlyList<TimelineItem> Meetings { get; private set; } = [];

    /// <summary>Figures by year; null when none was defined.</summary>
    public IndicatorTable? Indicators { get; private set; }

    /// <summary>The line of the first figure worth one.</summary>
    public LineChart? Chart { get; private set; }

    /// <summary>The last documents, the newest first.</summary>
    public IReadOnlyList<FileRow> Documents { get; private set; } = [];

    public int Id => Facts.Id;
    public ConventionFacts Facts => Line.Facts;
    public ConventionState State => Line.State;
    public ConventionDecision? Decision => Line.Decision;
    public PostFacts? Owner => Line.Risk.Owner;

    /// <summary>The posts that follow it, ours first.</summary>
    public IEnumerable<PostFacts> People => new[] { Line.Risk.Owner, Line.Risk.Counterpart }.OfType<PostFacts>();

    /// <summary>Null when the convention doesn't exist or is out of scope.</summary>
    public static async Task<ConventionSheet?> ReadAsync(IntranetDb db, CurrentUser user, ConventionBoard board, DateOnly today, int id, CancellationToken cancellation)
    {
        var words = await db.Set<Convention>().AsNoTracking().InScope(db, user).Where(c => c.Id == id).Select(SheetWords.Projection).FirstOrDefaultAsync(cancellation);
        if (words is null || !(await board.ReadAsync(db, today, cancellation)).TryGetValue(id, out var line))
            return null;
        var partners = line.Partners.Select(p => p.Id).ToList();
        var sheet = new ConventionSheet(line, words, today)
        {
            Meetings = await db.Subjects.AsNoTracking().InScope(db, user)
                .Where(s => s.Kind == "meeting" && s.Links.Any(l => l.Role == LinkRole.Partner && partners.Contains(l.ToId)))
                .OrderByDescending(s => s.Date).ThenByDescending(s => s.Id).Take(5)
                .Select(s => new TimelineItem { Id = s.Id, Kind = s.Kind, Title = s.Title, Detail = s.Detail, Date = s.Date })
                .ToListAsync(cancellation),
        };
        sheet.Documents = [.. (await FileList.ReadAsync(db, id, mayWrite: false, cancellation: cancellation)).Files.Where(f => !f.IsReplaced).Take(DocumentsShown)];
        if (line.Risk.HasIndicator)
            await sheet.ReadIndicatorsAsync(db, cancellation);
        return sheet;
    }

    private const int DocumentsShown = 4;

    private async Task ReadIndicatorsAsync(IntranetDb db, CancellationToken cancellation)
    {
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => i.ConventionId == Id).Include(i => i.Values).ToListAsync(cancellation);
        var counts = await db.Set<PlaceCount>().AsNoTracking().Where(c => c.ConventionId == Id).OrderBy(c => c.On).Select(c => new { c.On, c.Used }).ToListAsync(cancellation);
        var agreed = new AgreedPlaces(Facts.Places, Facts.Start, [.. Words.Amendments.Where(a => a.SignedOn is not null && a.Places is not null).OrderBy(a => a.EffectOn).ThenBy(a => a.Number).Select(a => (a.EffectOn, a.Places!.Value))]);
        List<(DateOnly On, int Used)> used = [.. counts.Select(c => (c.On, c.Used))];
        Indicators = IndicatorTable.Of(indicators, used, agreed, Today);
        Chart = IndicatorChart.First(Indicators, used, agreed, Today);
    }

    /// <summary>Red when late or within a month, amber within three.</summary>
    public static string Tone(DateOnly deadline, DateOnly today)
        => deadline < today.AddDays(30) ? "text-bad" : deadline <= today.AddDays(90) ? "text-warn" : "";
}
