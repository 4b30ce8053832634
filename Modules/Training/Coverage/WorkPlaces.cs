namespace Intranet.Training;

/// <summary>To which establishment what somebody learnt on a day is counted: where they worked, the older employment first; else where they worked before, or first.</summary>
internal sealed class WorkPlaces(TrainingFacts facts)
{
    private readonly ILookup<int, TeamMember> jobs = facts.Team.OrderBy(t => t.From).ToLookup(t => t.PersonId);

    public int? On(int personId, DateOnly day)
        => (jobs[personId].FirstOrDefault(j => j.IsOn(day)) ?? jobs[personId].LastOrDefault(j => j.From <= day) ?? jobs[personId].FirstOrDefault())?.EstablishmentId;
}
