using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Somebody of ours completed a course in the year; nobody is named in a report.</summary>
/// <param name="Cost">Cents.</param>
internal sealed record YearTraining(int PersonId, int CourseId, int EstablishmentId, string House, int Minutes, long Cost);

/// <summary>A course, as the report speaks of it.</summary>
internal sealed class YearCourse
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required CourseKind Kind { get; init; }
    public required string Topics { get; init; }
    public required string Provider { get; init; }
}

/// <summary>A session closed in the year.</summary>
internal sealed class YearSession
{
    public required int Id { get; init; }
    public required int CourseId { get; init; }
    public required string Title { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required int? EstablishmentId { get; init; }
    public required string? House { get; init; }
    public required long FixedCost { get; init; }

    /// <summary>Those of ours who were there at least once, and those who came from elsewhere.</summary>
    public required int Ours { get; init; }
    public required int Guests { get; init; }
    public required List<string> Partners { get; init; }
}

/// <summary>People, trainings, hours and euros of a group.</summary>
internal sealed record YearLine(string Label, int People, int Trainings, int Minutes, long Cost)
{
    public static YearLine Of(string label, IReadOnlyCollection<YearTraining> trainings)
        => new(label, trainings.Select(t => t.PersonId).Distinct().Count(), trainings.Count, trainings.Sum(t => t.Minutes), trainings.Sum(t => t.Cost));
}

internal sealed class YearImmersion
{
    public required int Id { get; init; }
    public required ImmersionWay Way { get; init; }
    public required string Partner { get; init; }
    public required string House { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
}

internal sealed class YearSharing
{
    public required int Id { get; init; }
    public required SharingKind Kind { get; init; }
    public required string Title { get; init; }
    public required int Held { get; init; }
    public required int Heads { get; init; }
}

/// <summary>What a funder asks of a year's training, in the reader's scope. Six commands and the board's.</summary>
internal sealed class TrainingYear
{
    public required int Year { get; init; }

    /// <summary>Last day covered: the year's, or today while it runs.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Costs are the direction's.</summary>
    public required bool SeesCosts { get; init; }
    public required IReadOnlyList<YearTraining> Trainings { get; init; }
    public required IReadOnlyDictionary<int, YearCourse> Courses { get; init; }
    public required IReadOnlyList<YearSession> Sessions { get; init; }
    public required IReadOnlyList<YearImmersion> Immersions { get; init; }
    public required IReadOnlyList<YearSharing> Sharing { get; init; }
    public required IReadOnlyDictionary<string, string> TopicLabels { get; init; }

    public YearLine Total => YearLine.Of("Ensemble", Trainings);
    public long FixedCosts => Sessions.Sum(s => s.FixedCost);
    public IEnumerable<YearSession> Joint => Sessions.Where(s => s.Partners.Count > 0 || s.Guests > 0 || Courses.GetValueOrDefault(s.CourseId)?.Kind == CourseKind.Joint);

    public IReadOnlyList<YearLine> ByCourse => Lines(t => [CourseOf(t)?.Title ?? "Formation inconnue"]);
    public IReadOnlyList<YearLine> ByHouse => Lines(t => [t.House]);

    /// <summary>A training of two topics is in both lines; the total counts it once.</summary>
    public IReadOnlyList<YearLine> ByTopic => Lines(t => CodeList.Split(CourseOf(t)?.Topics ?? "") is { Count: > 0 } topics ? [.. topics.Select(c => TopicLabels.GetValueOrDefault(c, c))] : ["Sans thème"]);

    public YearCourse? CourseOf(YearTraining training) => Courses.GetValueOrDefault(training.CourseId);

    public static bool IsKnown(int year, DateOnly today) => year >= 2000 && year <= today.Year;

    public static async Task<TrainingYear> ReadAsync(IntranetDb db, CurrentUser user, TrainingBoard board, int year, DateOnly today, CancellationToken cancellation)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31) < today ? new DateOnly(year, 12, 31) : today);
        var own = (await db.ReadableTeams(user, today).ToListAsync(cancellation)).ToHashSet();
        var courses = await db.Set<Course>().AsNoTracking().Select(c => new YearCourse { Id = c.Id, Title = c.Title, Kind = c.Kind, Topics = c.Topics, Provider = c.Provider }).ToDictionaryAsync(c => c.Id, cancellation);
        var sessions = await db.Set<TrainingSession>().AsNoTracking().AsSingleQuery().Where(s => s.ClosedOn != null && s.To >= first && s.To <= last).OrderBy(s => s.To).ThenBy(s => s.Id)
            .Select(s => new YearSession
            {
                Id = s.Id,
                CourseId = s.CourseId,
                Title = s.Title,
                From = s.From,
                To = s.To,
                EstablishmentId = s.EstablishmentId,
                House = s.Establishment!.Subject.Title,
                FixedCost = s.FixedCost ?? 0,
                Ours = s.Enrolments.Count(e => e.PersonId != null && e.PartnerId == null && s.Presences.Any(p => p.EnrolmentId == e.Id)),
                Guests = s.Enrolments.Count(e => (e.PersonId == null || e.PartnerId != null) && s.Presences.Any(p => p.EnrolmentId == e.Id)),
                Partners = s.Subject.Links.Where(l => l.Role == LinkRole.Partner).OrderBy(l => l.To.Title).Select(l => l.To.Title).ToList(),
            }).ToListAsync(cancellation);
        var immersions = await db.Set<Immersion>().AsNoTracking().InScope(db, user).Where(i => i.CancelledOn == null && i.From >= first && i.From <= last).OrderBy(i => i.From).ThenBy(i => i.Id)
            .Select(i => new YearImmersion { Id = i.Id, Way = i.Way, Partner = i.Partner!.Name, House = i.Establishment!.Subject.Title, From = i.From, To = i.To }).ToListAsync(cancellation);
        var sharing = await db.Set<SharingTime>().AsNoTracking().InScope(db, user).Where(s => s.Held.Any(h => h.On >= first && h.On <= last)).OrderBy(s => s.Kind).ThenBy(s => s.Title).ThenBy(s => s.Id)
            .Select(s => new YearSharing { Id = s.Id, Kind = s.Kind, Title = s.Title, Held = s.Held.Count(h => h.On >= first && h.On <= last), Heads = s.Held.Where(h => h.On >= first && h.On <= last).Sum(h => h.HeadCount) }).ToListAsync(cancellation);
        var topics = await db.Set<ReferenceItem>().AsNoTracking().Where(i => i.List == TrainingLists.Topics.Code).ToDictionaryAsync(i => i.Code, i => i.Label, cancellation);
        var facts = (await board.ReadAsync(db, today, cancellation)).Facts;
        var (places, houses) = (new WorkPlaces(facts), facts.Houses.ToDictionary(h => h.Id, h => h.Name));
        return new()
        {
            Year = year,
            Until = last,
            SeesCosts = user.May(Permission.ManageTraining),
            Trainings = [.. facts.Records.Where(r => r.On >= first && r.On <= last).Select(r => (Record: r, Place: places.On(r.PersonId, r.On) ?? 0)).Where(r => own.Contains(r.Place))
                .Select(r => new YearTraining(r.Record.PersonId, r.Record.CourseId, r.Place, houses[r.Place], r.Record.Minutes, r.Record.Cost))],
            Courses = courses,
            // One without an establishment is the association's: it is told where everything is.
            Sessions = [.. sessions.Where(s => s.EstablishmentId is { } house ? own.Contains(house) : user.SeesAll)],
            Immersions = immersions,
            Sharing = sharing,
            TopicLabels = topics,
        };
    }

    private List<YearLine> Lines(Func<YearTraining, IReadOnlyList<string>> labels)
        => [.. Trainings.SelectMany(t => labels(t), (t, label) => (Label: label, Training: t)).GroupBy(t => t.Label).Select(g => YearLine.Of(g.Key, [.. g.Select(t => t.Training)])).OrderBy(l => l.Label, StringComparer.CurrentCulture)];
}
