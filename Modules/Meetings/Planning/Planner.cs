using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>
/// Proposes dates for the meetings that are due (rules.md, "Planner"). Earliest due first, each takes one free slot of its coordinator:
/// on or before its due date when there is one, as early as possible after it otherwise. Since a slot is only ever taken by those who
/// are due no later, nobody is late while the coordinator had a free slot in time. Among the slots in time the nearest to other
/// meetings of the same département is taken, then a quiet week, then a month before the due date.
/// </summary>
internal sealed class Planner
{
    /// <summary>How long before its due date a meeting is best held: time is left if it is put off.</summary>
    private const int MarginDays = 30;

    /// <summary>Earlier than this before its due date a meeting is held only when nothing later is free.</summary>
    private const int EarlyDays = 75;

    /// <summary>Meetings of one département this many days apart are near.</summary>
    private const int NearDays = 7;

    private const int NearWeight = 10;
    private const int QuietWeight = 20;

    private readonly PlanRequest request;
    private readonly Dictionary<int, Diary> diaries;
    private readonly Dictionary<string, HashSet<DateOnly>> closedDays = new(StringComparer.Ordinal);
    private readonly ILookup<int, PlanClosure> closuresOfPartner;
    private readonly ILookup<string, PlanClosure> closuresOfDepartment;

    private Planner(PlanRequest request)
    {
        this.request = request;
        diaries = request.Coordinators.ToDictionary(c => c.Id, c => new Diary(c));
        foreach (var meeting in request.Meetings)
            diaries.GetValueOrDefault(meeting.Coordinator)?.Add(meeting.On, meeting.Department, meeting.Name);
        closuresOfPartner = request.Closures.Where(c => c.PartnerId is not null).ToLookup(c => c.PartnerId!.Value);
        closuresOfDepartment = request.Closures.Where(c => c.PartnerId is null).ToLookup(c => c.Department, StringComparer.Ordinal);
    }

    public static Plan Propose(PlanRequest request) => new Planner(request).Run();

    private Plan Run()
    {
        var proposals = new List<PlanProposal>();
        var gaps = new List<PlanGap>();
        foreach (var partner in request.Partners.Where(p => p.Due <= request.Until).OrderBy(p => p.Due).ThenBy(p => p.Department, StringComparer.Ordinal).ThenBy(p => p.Id))
        {
            if (partner.Coordinator is not { } id || !diaries.TryGetValue(id, out var diary))
                gaps.Add(new PlanGap(partner, "Le poste responsable de la relation est vacant : personne ne peut tenir la rencontre."));
            else if (Choose(partner, diary) is { } day)
                proposals.Add(Take(partner, diary, day));
            else
                gaps.Add(new PlanGap(partner, $"Aucune date libre d’ici le {French.Date(request.Until)} : {Obstacle(partner, diary)}."));
        }
        return new Plan(Settle(proposals), gaps);
    }

    private PlanProposal Take(PlanPartner partner, Diary diary, DateOnly day)
    {
        var near = diary.Nearest(day, partner.Department, NearDays);
        var missed = day > partner.Due ? Missed(partner, diary, request.First, partner.Due < request.First ? day : partner.Due) : null;
        diary.Add(day, partner.Department, partner.Name);
        return new PlanProposal(partner, day, near?.On == day, Explain(partner, diary.Owner, day, near, missed));
    }

    /// <summary>The day on which others of the same département were put later is a tour for the first one too.</summary>
    private static List<PlanProposal> Settle(List<PlanProposal> proposals)
    {
        var tours = proposals.Where(p => p.IsGrouped).Select(p => (p.Partner.Coordinator, p.Partner.Department, p.On)).ToHashSet();
        return [.. proposals.Select(p => tours.Contains((p.Partner.Coordinator, p.Partner.Department, p.On)) ? p with { IsGrouped = true } : p).OrderBy(p => p.On).ThenBy(p => p.Partner.Id)];
    }

    private DateOnly? Choose(PlanPartner partner, Diary diary)
    {
        var inTime = Free(partner, diary, request.First, partner.Due < request.Until ? partner.Due : request.Until);
        var due = partner.Due;
        var best = inTime.Where(d => d >= due.AddDays(-EarlyDays)).Select(d => (DateOnly?)d)
            .MinBy(d => (Cost(partner, diary, d!.Value), d));
        if (best is not null)
            return best;
        // Nothing free near the due date: rather early than late, and rather late than never.
        var early = inTime.Select(d => (DateOnly?)d).LastOrDefault();
        return early ?? Free(partner, diary, request.First, request.Until).Select(d => (DateOnly?)d).FirstOrDefault();
    }

    private int Cost(PlanPartner partner, Diary diary, DateOnly day)
    {
        var away = diary.Nearest(day, partner.Department, NearDays) is { } near ? Math.Abs(near.On.DayNumber - day.DayNumber) : NearDays + 1;
        return (NearWeight * away) + (QuietWeight * diary.InWeek(day)) + Math.Abs(day.DayNumber - partner.Due.AddDays(-MarginDays).DayNumber);
    }

    private IEnumerable<DateOnly> Free(PlanPartner partner, Diary diary, DateOnly from, DateOnly to)
        => WithRoom(partner, diary, from, to).Where(d => diary.Owner.AwayOn(d) is null);

    /// <summary>Why a day before the one taken was not: the first that only an absence takes away.</summary>
    private PlanAway? Missed(PlanPartner partner, Diary diary, DateOnly from, DateOnly to)
        => WithRoom(partner, diary, from, to).Select(diary.Owner.AwayOn).FirstOrDefault(a => a is not null);

    private IEnumerable<DateOnly> WithRoom(PlanPartner partner, Diary diary, DateOnly from, DateOnly to)
        => Open(partner, from, to).Where(d => diary.HasRoom(d, partner.Department));

    private IEnumerable<DateOnly> Open(PlanPartner partner, DateOnly from, DateOnly to)
    {
        var closed = ClosedDays(partner.Department);
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (!closed.Contains(day) && !closuresOfPartner[partner.Id].Any(c => c.From <= day && day <= c.To))
                yield return day;
        }
    }

    /// <summary>Why nothing is free: an absence when it takes days that have room, the load of the days that are left.</summary>
    private string Obstacle(PlanPartner partner, Diary diary)
    {
        var owner = diary.Owner;
        var full = $"la charge de {owner.Name} ({Load(owner)}) est atteinte chaque semaine ouverte";
        var away = string.Join(", ", WithRoom(partner, diary, request.First, request.Until).Select(owner.AwayOn).OfType<PlanAway>().Distinct().Select(a => a.Of(owner.Name)));
        return away.Length == 0 ? full
            : Open(partner, request.First, request.Until).All(d => owner.AwayOn(d) is not null) ? away
            : $"{away} ; le reste du temps, {full}";
    }

    /// <summary>Weekends, public holidays of the département, August, closures: computed once a département.</summary>
    private HashSet<DateOnly> ClosedDays(string department)
    {
        if (closedDays.TryGetValue(department, out var days))
            return days;
        days = [];
        var closures = closuresOfDepartment[""].Concat(department.Length > 0 ? closuresOfDepartment[department] : []).ToList();
        var holidays = Enumerable.Range(request.First.Year, request.Until.Year - request.First.Year + 1)
            .SelectMany(y => FrenchHolidays.Of(y, department)).Select(h => h.Day).ToHashSet();
        for (var day = request.First; day <= request.Until; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day.Month == 8 || holidays.Contains(day) || closures.Exists(c => c.From <= day && day <= c.To))
                days.Add(day);
        }
        return closedDays[department] = days;
    }

    private string Explain(PlanPartner partner, PlanCoordinator owner, DateOnly day, PlanMeeting? near, PlanAway? missed)
    {
        var with = near is null ? ""
            : near.On == day ? $", le même jour {(near.Name.Length > 0 ? $"que {near.Name}" : "qu’une autre rencontre du département")}"
            : $", à {French.Count(Math.Abs(near.On.DayNumber - day.DayNumber), "jour")} {(near.Name.Length > 0 ? $"de la rencontre avec {near.Name}" : "d’une autre rencontre du département")}";
        var soonest = $"au plus tôt{(missed is null ? "" : $" ({missed.Of(owner.Name)})")}{with}";
        return partner.IsNever ? $"Jamais rencontré : {soonest}."
            : partner.Due < request.First ? partner.Due < request.Today ? $"En retard depuis le {French.Date(partner.Due)} : {soonest}." : $"À voir avant le {French.Date(partner.Due)}, trop tôt pour inviter : {soonest}."
            : day <= partner.Due ? $"À voir avant le {French.Date(partner.Due)} : {French.Count(partner.Due.DayNumber - day.DayNumber, "jour")} de marge{with}."
            : $"Aucune date libre avant le {French.Date(partner.Due)} ({missed?.Of(owner.Name) ?? $"charge de {owner.Name} : {Load(owner)}"}) : au plus tôt après{with}.";
    }

    private static string Load(PlanCoordinator owner) => $"{owner.PerWeek} par semaine, {owner.PerMonth} par mois";

    /// <summary>What one coordinator holds, day by day.</summary>
    private sealed class Diary(PlanCoordinator owner)
    {
        private readonly Dictionary<DateOnly, List<string>> days = [];
        private readonly Dictionary<DateOnly, int> weeks = [];
        private readonly Dictionary<(int Year, int Month), int> months = [];
        private readonly Dictionary<(string Department, DateOnly On), string> places = [];

        public PlanCoordinator Owner => owner;

        public void Add(DateOnly day, string department, string name)
        {
            if (!days.TryAdd(day, [department]))
                days[day].Add(department);
            weeks[Monday(day)] = InWeek(day) + 1;
            months[(day.Year, day.Month)] = months.GetValueOrDefault((day.Year, day.Month)) + 1;
            if (department.Length > 0)
                places.TryAdd((department, day), name);
        }

        public int InWeek(DateOnly day) => weeks.GetValueOrDefault(Monday(day));

        /// <summary>A second meeting on one day is for the same département: nobody crosses the region at noon.</summary>
        public bool HasRoom(DateOnly day, string department)
            => InWeek(day) < owner.PerWeek && months.GetValueOrDefault((day.Year, day.Month)) < owner.PerMonth
            && (!days.TryGetValue(day, out var held) || (held.Count < PlanRequest.PerDay && department.Length > 0 && held.TrueForAll(d => d == department)));

        /// <summary>The nearest meeting of the département within so many days, the earlier one of two as near.</summary>
        public PlanMeeting? Nearest(DateOnly day, string department, int within)
        {
            for (var away = 0; away <= within && department.Length > 0; away++)
            {
                foreach (var on in new[] { day.AddDays(-away), day.AddDays(away) })
                {
                    if (places.TryGetValue((department, on), out var name))
                        return new PlanMeeting(on, owner.Id, department, name);
                }
            }
            return null;
        }

        private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
