using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>
/// What a team's head is told about its training: one reminder for each establishment and day, that says how many people and never who,
/// since everybody may read the establishment that it is about. Off at first.
/// </summary>
internal abstract class TeamReminders(TrainingBoard board, ReminderRule rule, string action) : IReminderSource
{
    public ReminderRule Rule { get; } = rule;

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (snapshot, heads) = (await board.ReadAsync(db, today, cancellation), await TeamHeads.ReadAsync(db, today, cancellation));
        var lines = snapshot.On(today).SelectMany(c => c.People, (c, p) => new TeamLine(c.House.Id, c.Requirement, p)).Select(l => (Line: l, Due: DueOf(snapshot, l, today)))
            .Where(l => l.Due <= until).GroupBy(l => (l.Line.EstablishmentId, Due: l.Due!.Value)).OrderBy(g => g.Key.Due).ThenBy(g => g.Key.EstablishmentId);
        foreach (var group in lines)
        {
            yield return new DueFact
            {
                SubjectId = group.Key.EstablishmentId,
                Due = group.Key.Due,
                Action = action,
                Context = $"{string.Join("\u00a0; ", group.GroupBy(l => l.Line.Requirement.Title).OrderBy(g => g.Key, StringComparer.CurrentCulture).Select(g => $"{g.Key}\u00a0: {French.Count(g.Select(l => l.Line.Person.PersonId).Distinct().Count(), "personne")}"))}. Le détail est dans Formations.",
                PostId = heads.Of(group.Key.EstablishmentId, group.Select(l => l.Line.Person.PersonId)),
            };
        }
    }

    /// <summary>The day on which that one's training is due; null when nothing is.</summary>
    private protected abstract DateOnly? DueOf(TrainingSnapshot snapshot, TeamLine line, DateOnly today);
}

/// <summary>Somebody of a team and what applies to them.</summary>
internal sealed record TeamLine(int EstablishmentId, RequirementTerms Requirement, PersonStanding Person);

/// <summary>A training that somebody present holds and that ends, with no seat taken before its end.</summary>
internal sealed class TrainingExpiring(TrainingBoard board)
    : TeamReminders(board, new("training-expiring", "Formation qui arrive à échéance", [90, 30], OnAtFirst: false), "Renouveler les formations qui arrivent à échéance")
{
    private protected override DateOnly? DueOf(TrainingSnapshot snapshot, TeamLine line, DateOnly today)
        => line.Person is { Standing: Standing.Holds, Until: { } end } && !(line.Person.Booked?.On <= end) ? end : null;
}

/// <summary>A requirement that somebody present doesn't meet: by its delay after arrival, thirty days when it has none; or since what was held ended.</summary>
internal sealed class RequirementUnmet(TrainingBoard board)
    : TeamReminders(board, new("requirement-unmet", "Exigence de formation non tenue", [30, 7, -1], OnAtFirst: false), "Former les personnes concernées")
{
    /// <summary>Days after arrival, where the requirement gives none.</summary>
    public const int Days = 30;

    private protected override DateOnly? DueOf(TrainingSnapshot snapshot, TeamLine line, DateOnly today)
    {
        if (line.Requirement.AtLeast is not null || line.Person.Standing == Standing.Holds || line.Person.Booked is not null)
            return null;
        var due = line.Requirement.DelayDays > 0 ? line.Person.DueOn : line.Person.DueOn.AddDays(Days);
        var ended = line.Requirement.Courses.SelectMany(c => snapshot.Held(line.Person.PersonId, c)).Where(p => p.To < today).Max(p => p.To)?.AddDays(1);
        return ended > due ? ended : due;
    }
}
