using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Reminders;

/// <summary>A rule as it applies: declared by its module, settled by administrators.</summary>
internal sealed record RuleInForce(IReminderSource Source, bool IsOn, IReadOnlyList<int> Steps, int? EscalateAfter, bool CopiesSuperior, IReadOnlyList<int> CopyPosts)
{
    public ReminderRule Rule => Source.Rule;

    /// <summary>Days ahead of which facts are asked for: the first step.</summary>
    public int Horizon => Steps.Max();

    /// <summary>Of the steps already reached, the most urgent; null before the first.</summary>
    public int? Reached(DateOnly due, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        return Steps.Where(step => left <= step).Select(step => (int?)step).Min();
    }

    public static RuleInForce Of(IReminderSource source, RuleSetting? setting)
        => setting is null
            ? new RuleInForce(source, source.Rule.OnAtFirst, source.Rule.Steps, source.Rule.EscalateAfter, false, [])
            : new RuleInForce(source, setting.IsOn, setting.Days, setting.EscalateAfter, setting.CopiesSuperior, [.. setting.Posts.Select(p => p.PostId)]);

    /// <summary>Every rule, in the order of the modules: one command.</summary>
    public static async Task<List<RuleInForce>> ReadAsync(IntranetDb db, IEnumerable<IReminderSource> sources, CancellationToken cancellation)
    {
        var settings = await db.Set<RuleSetting>().AsNoTracking().AsSingleQuery().Include(s => s.Posts).ToDictionaryAsync(s => s.Code, cancellation);
        return [.. sources.Select(s => Of(s, settings.GetValueOrDefault(s.Rule.Code)))];
    }
}
