using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>Who is told of a fact on one day: who answers for the post, those in copy, and the levels above when nobody took it on.</summary>
internal static class Recipients
{
    public static IReadOnlyList<Recipient> Of(RuleInForce rule, DueFact fact, Reminder reminder, PostLine line)
    {
        List<Recipient> told = [];
        if (fact.PostId is { } post)
        {
            foreach (var responsible in fact.AlsoPostIds.Prepend(post))
                Add(line.Answer(responsible), "Vous tenez le poste responsable.", 0, isCopy: false);
            for (var level = 1; level <= Levels(rule, reminder, line.Day); level++)
                Add(line.Above(post, level), WhyAbove(rule, reminder, line.Day), level, isCopy: false);
            if (rule.CopiesSuperior)
                Add(line.Above(post, 1), "Pour information\u00a0: cette règle prévient aussi le niveau au-dessus.", 1, isCopy: true);
        }
        foreach (var copy in fact.Copies.Concat(rule.CopyPosts))
            Add(line.Answer(copy), "Pour information.", 0, isCopy: true);
        return told;

        void Add(PostAnswer? answer, string reason, int level, bool isCopy)
        {
            if ((answer?.PersonId ?? answer?.AnsweringPostId) is { } id && told.All(r => r.Id != id))
                told.Add(new Recipient(id, level > 0 || answer!.Sentence.Length == 0 ? reason : isCopy ? $"{reason} {answer.Sentence}" : answer.Sentence, level, isCopy));
        }
    }

    /// <summary>Levels to climb: one when nobody answered for as long as the rule says, one more when promises were broken twice.</summary>
    public static int Levels(RuleInForce rule, Reminder reminder, DateOnly today)
        => (IsUnanswered(rule, reminder, today) ? 1 : 0) + (reminder.BrokenPromises >= 2 ? 1 : 0);

    private static bool IsUnanswered(RuleInForce rule, Reminder reminder, DateOnly today)
        => rule.EscalateAfter is { } days && reminder is { AcknowledgedOn: null, WaitingSince: { } since } && today.DayNumber - since.DayNumber >= days;

    private static string WhyAbove(RuleInForce rule, Reminder reminder, DateOnly today)
        => IsUnanswered(rule, reminder, today)
            ? $"Personne n’a répondu depuis le {French.Date(reminder.WaitingSince!.Value)}\u00a0: le rappel monte d’un niveau."
            : "Une date promise est passée deux fois\u00a0: le rappel monte d’un niveau.";
}
