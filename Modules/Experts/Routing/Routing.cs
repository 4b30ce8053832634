using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>What routing asks of a request.</summary>
/// <param name="Department">Code; empty when it doesn't matter.</param>
/// <param name="HouseId">Where the asker works.</param>
internal sealed record RoutingQuestion(int TopicId, string Department, int HouseId, int AskerId);

/// <summary>What an expert carries already.</summary>
/// <param name="Open">Requests waiting or taken.</param>
/// <param name="ThisMonth">Asked since the first of the month, but for those that another took.</param>
/// <param name="LastAsked">Id of the last <see cref="RequestedExpert"/>, so that of several asked at the same time none is the last twice; 0 for none.</param>
internal readonly record struct ExpertLoad(int Open, int ThisMonth, long LastAsked);

/// <summary>An expert chosen and the reason, as everybody reads it.</summary>
internal sealed record RoutingChoice(NetworkExpert Expert, string Why);

/// <summary>
/// Who is asked (rules.md, "Support requests"): up to three at the same time, present, on topic, under their ceiling; by territory, reference establishment,
/// confirmed, fewest open, longest idle, id. A pure function: the same facts give the same experts.
/// </summary>
internal static class Routing
{
    public const int Most = 3;

    /// <param name="loads">Of an expert that it doesn't name: nothing.</param>
    /// <param name="except">Those asked already.</param>
    public static IReadOnlyList<RoutingChoice> Choose(Network network, RoutingQuestion question, IReadOnlyDictionary<int, ExpertLoad> loads, IReadOnlySet<int>? except = null, int most = Most)
    {
        var today = network.Today;
        var resources = network.Sponsorships.Where(s => s.GeneralistId == question.HouseId && network.Within(question.TopicId).Contains(s.TopicId)).Select(s => s.ResourceId).ToHashSet();
        return [.. Candidates(network, question)
            .Where(c => c.Expert.IsAvailable(today) && except?.Contains(c.Expert.Id) != true && c.Expert.PersonId != question.AskerId && !(c.Expert.IsHouse && c.Expert.HouseId == question.HouseId))
            .Where(c => loads.GetValueOrDefault(c.Expert.Id).ThisMonth < c.Expert.Ceiling)
            .GroupBy(c => c.Expert.Id).Select(g => g.OrderBy(c => c.For?.Id ?? 0).First())
            .Select(c => (c.Expert, c.On, c.For, Place: PlaceOf(c.Expert, question.Department), IsReference: c.Expert.HouseId is { } house && resources.Contains(house), Load: loads.GetValueOrDefault(c.Expert.Id)))
            .OrderBy(c => c.Place).ThenByDescending(c => c.IsReference).ThenBy(c => c.For is not null ? 3 : Sureness(c.On, today)).ThenBy(c => c.Load.Open).ThenBy(c => c.Load.LastAsked).ThenBy(c => c.Expert.Id)
            .Take(most).Select(c => new RoutingChoice(c.Expert, Why(network, c.Expert, c.On, c.For, c.Place, c.IsReference, question.Department)))];
    }

    /// <summary>Where an expert stands with a département: 0 in it, 1 beside it or everywhere, 2 elsewhere.</summary>
    public static int PlaceOf(NetworkExpert expert, string department)
        => department.Length == 0 || expert.Department == department || expert.Departments.Contains(department) ? 0
            : expert.Departments.Count == 0 || Departements.NeighboursOf(department).Contains(expert.Department) ? 1 : 2;

    /// <summary>0 confirmed, 1 declared, 2 faded.</summary>
    public static int Sureness(NetworkExpertise on, DateOnly day)
        => on.StateOn(day) switch { ExpertiseState.Confirmed => 0, ExpertiseState.Declared => 1, _ => 2 };

    // Those on topic; for who is away, who stands in, if they are of the network.
    private static IEnumerable<(NetworkExpert Expert, NetworkExpertise On, NetworkExpert? For)> Candidates(Network network, RoutingQuestion question)
    {
        var byPerson = network.Experts.Where(e => e.PersonId is not null).ToDictionary(e => e.PersonId!.Value);
        foreach (var expert in network.Experts)
        {
            if (network.On(expert, question.TopicId) is not { } on)
                continue;
            yield return (expert, on, null);
            foreach (var away in expert.Absences.Where(a => a.IsOn(network.Today) && a.SubstituteId is not null))
            {
                if (byPerson.TryGetValue(away.SubstituteId!.Value, out var substitute))
                    yield return (substitute, on, expert);
            }
        }
    }

    private static string Why(Network network, NetworkExpert expert, NetworkExpertise on, NetworkExpert? standsFor, int place, bool isReference, string department)
    {
        List<string> reasons = [network.Topic(on.TopicId)!.Name];
        if (standsFor is not null)
            reasons.Add($"remplace {standsFor.Name}");
        else
            reasons.Add(on.StateOn(network.Today) switch { ExpertiseState.Confirmed => "expertise confirmée", ExpertiseState.Declared => "expertise déclarée", _ => "expertise à reconfirmer" });
        if (isReference)
            reasons.Add("votre établissement ressource");
        if (department.Length > 0)
            reasons.Add(place == 0 ? $"dans le {department}" : expert.Departments.Count == 0 ? "partout" : place == 1 ? $"à côté, dans le {expert.Department}" : expert.Department.Length > 0 ? $"dans le {expert.Department}" : "ailleurs");
        return string.Join(", ", reasons);
    }
}
