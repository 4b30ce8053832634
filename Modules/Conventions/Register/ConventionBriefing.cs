using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>Before meeting a partner: the agreements with it, their dates, what presses, and their last indicators.</summary>
internal sealed class ConventionBriefing(ConventionBoard board) : IPartnerBriefing
{
    private const int Most = 6;

    public int Order => 20;

    public async Task<IReadOnlyList<BriefingSection>> ReadAsync(IntranetDb db, CurrentUser user, BriefingRequest request, CancellationToken cancellation)
    {
        var today = request.Today;
        var lines = (await new ConventionRegister(db, user, board, today).InScopeAsync(null, cancellation))
            .Where(l => l.Partners.Any(p => request.PartnerIds.Contains(p.Id)) && l.State is not (ConventionState.Abandoned or ConventionState.Replaced or ConventionState.Denounced or ConventionState.Expired))
            .OrderBy(l => l.Decision?.Deadline ?? l.End ?? DateOnly.MaxValue).ThenBy(l => l.Facts.Id).Take(Most).ToList();
        if (lines.Count == 0)
            return [];
        var ids = lines.ConvertAll(l => l.Facts.Id);
        var indicators = await db.Set<Indicator>().AsNoTracking().Where(i => ids.Contains(i.ConventionId) && i.Values.Any(v => v.IsOurs)).OrderBy(i => i.ConventionId).ThenBy(i => i.Order)
            .Select(i => new { i.ConventionId, i.Name, i.Unit, i.TargetHundredths, i.CountsPeople, Value = i.Values.Where(v => v.IsOurs).OrderByDescending(v => v.Year).First() }).Take(Most).ToListAsync(cancellation);
        List<BriefingSection> sections =
        [
            new("Conventions", lines.ConvertAll(l => new BriefingLine($"{l.Facts.Title} ({l.Facts.Number})", Detail(l, today), $"/conventions/{l.Facts.Id}", l.Risks.Any(r => r.IsGrave)))),
            new("Indicateurs", indicators.ConvertAll(i => new BriefingLine(
                $"{i.Name}, {i.Value.Year}\u00a0: {IndicatorSide.Of(i.Value, i.CountsPeople)!.Text(i.Unit)}{(i.Unit is "%" or "" ? "" : $" {i.Unit}")}",
                $"{lines.Find(l => l.Facts.Id == i.ConventionId)!.Facts.Number}{(i.TargetHundredths is { } target ? $", cible {Hundredths.Text(target, i.Unit == "%" ? "%" : "")}" : "")}"))),
        ];
        return [.. sections.Where(s => s.Lines.Count > 0)];
    }

    private static string Detail(ConventionLine line, DateOnly today) => string.Join(" · ", new[]
    {
        line.Facts.StateLabel(today),
        line.End is { } end ? $"jusqu’au {French.Date(end)}" : "",
        line.Decision is { } decision ? $"{decision.Action.ToLowerInvariant()} avant le {French.Date(decision.Deadline)}" : "",
        line.Risks.FirstOrDefault(r => r.IsGrave)?.Sentence ?? "",
    }.Where(t => t.Length > 0));
}
