using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>What administrators settled of a rule; a rule without settings is as its module declares it.</summary>
[Display(Name = "Règle de rappel")]
internal sealed class RuleSetting
{
    private const int MostSteps = 8;

    private RuleSetting() { }

    public RuleSetting(ReminderRule rule)
        => (Code, IsOn, Steps, EscalateAfter) = (rule.Code, rule.OnAtFirst, Written(rule.Steps), rule.EscalateAfter);

    public int Id { get; private set; }

    /// <summary>Code of the rule.</summary>
    public string Code { get; private set; } = "";

    [Display(Name = "Active")]
    public bool IsOn { get; private set; }

    /// <summary>Days before the due date, « 90, 30, 0, -7 ».</summary>
    [Display(Name = "Étapes, en jours avant l’échéance")]
    public string Steps { get; private set; } = "";

    /// <summary>Days without answer before the level above is told, 1 to 365; never when null.</summary>
    [Display(Name = "Jours sans réponse avant de prévenir le niveau au-dessus")]
    public int? EscalateAfter { get; private set; }

    [Display(Name = "Le niveau au-dessus est en copie")]
    public bool CopiesSuperior { get; private set; }

    public ICollection<RulePost> Posts { get; } = new HashSet<RulePost>();

    public IReadOnlyList<int> Days => Read(Steps);

    public void Settle(bool isOn, string steps, int? escalateAfter, bool copiesSuperior)
    {
        var days = Read(steps);
        if (escalateAfter is < 1 or > 365)
            throw new BrokenRuleException("Le délai sans réponse va de 1 à 365 jours.", nameof(EscalateAfter));
        (IsOn, Steps, EscalateAfter, CopiesSuperior) = (isOn, Written(days), escalateAfter, copiesSuperior);
    }

    /// <summary>These posts receive a copy.</summary>
    public void Copy(IEnumerable<int> posts)
    {
        var wanted = posts.ToHashSet();
        foreach (var gone in Posts.Where(p => !wanted.Contains(p.PostId)).ToList())
            Posts.Remove(gone);
        foreach (var id in wanted.Where(id => Posts.All(p => p.PostId != id)).Order())
            Posts.Add(new RulePost(id));
    }

    /// <exception cref="BrokenRuleException">Not a list of days from 730 before to 365 after.</exception>
    private static List<int> Read(string steps)
    {
        List<int> days = [];
        foreach (var word in steps.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(word.Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) || day is < -365 or > 730)
                throw new BrokenRuleException("Écrivez des nombres de jours avant l’échéance, de 730 à -365, séparés par des virgules : « 90, 30, 0, -7 ».", nameof(Steps));
            days.Add(day);
        }
        if (days.Count is 0 or > MostSteps)
            throw new BrokenRuleException($"Une règle a de une à {MostSteps} étapes.", nameof(Steps));
        return [.. days.Distinct().OrderDescending()];
    }

    private static string Written(IEnumerable<int> days) => string.Join(", ", days);
}

/// <summary>A post that receives a copy of what a rule tells.</summary>
internal sealed class RulePost
{
    private RulePost() { }

    public RulePost(int postId) => PostId = postId;

    public int Id { get; private set; }
    public int SettingId { get; private set; }

    [Display(Name = "Poste en copie")]
    public int PostId { get; private set; }
    public Subject Post { get; private set; } = null!;
}
