using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>What the form of a meeting holds.</summary>
internal sealed class MeetingInput : IVersionedInput
{
    [Display(Name = "Intitulé")]
    [StringLength(200)]
    [NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Nature")]
    [Required]
    public int? KindId { get; set; }

    [Display(Name = "Date")]
    [Required]
    public DateOnly? On { get; set; }

    [Display(Name = "Seul le mois est connu")]
    public bool IsApproximate { get; set; }

    [Display(Name = "Mode")]
    [Required]
    public MeetingMode? Mode { get; set; }

    [Display(Name = "Heure")]
    public TimeOnly? Start { get; set; }

    [Display(Name = "Durée (minutes)")]
    [Range(15, 720)]
    public int? Duration { get; set; }

    [Display(Name = "Lieu ou lien")]
    [StringLength(300)]
    [NoIdentity]
    public string? Place { get; set; }

    [Display(Name = "Réunion interne")]
    public bool IsInternal { get; set; }

    [Display(Name = "Établissements")]
    public List<int> Establishments { get; set; } = [];

    [Display(Name = "Partenaires")]
    public List<int> Partners { get; set; } = [];

    /// <summary>"person-post" of a holding → what became of the person; empty when not concerned.</summary>
    [Display(Name = "Participants")]
    public Dictionary<string, string?> People { get; set; } = [];

    [Display(Name = "Autres participants de chez nous")]
    [StringLength(2000)]
    [NoIdentity]
    public string? OurOthers { get; set; }

    [Display(Name = "Autres participants du partenaire")]
    [StringLength(2000)]
    [NoIdentity]
    public string? TheirOthers { get; set; }

    [Display(Name = "Ils viennent de")]
    public int? Side { get; set; }

    [Display(Name = "Compte rendu")]
    [StringLength(20_000)]
    [NoIdentity]
    public string? Minutes { get; set; }

    public int Version { get; set; }

    public static MeetingInput From(Meeting m) => new()
    {
        Title = m.Title,
        KindId = m.KindId,
        On = m.On,
        IsApproximate = m.IsApproximate,
        Mode = m.Mode,
        Start = m.StartMinute is { } start ? TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(start)) : null,
        Duration = m.Duration,
        Place = m.Place,
        IsInternal = m.IsInternal,
        Establishments = [.. m.Subject.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId)],
        Partners = [.. m.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId)],
        // Two people merged since stand twice at one post: once in the form, there if either was.
        People = m.Participants.Where(p => p.PersonId != null).OrderByDescending(p => p.Attendance == Attendance.Present).DistinctBy(p => (p.PersonId, p.PostId)).ToDictionary(p => $"{p.PersonId}-{p.PostId}", p => (string?)p.Attendance.ToString()),
        OurOthers = Others(m.Participants.Where(p => p.PersonId == null && p.PartnerId == null)),
        TheirOthers = Others(m.Participants.Where(p => p.PersonId == null && p.PartnerId != null)),
        Version = m.Version,
    };

    /// <summary>Its day is over, or somebody was there today; a meeting of today with an hour is still to come.</summary>
    public bool HasCome(DateOnly today) => On < today || (On == today && (Start is null || People.ContainsValue(nameof(Attendance.Present))));

    /// <summary>Writes the form on a meeting, held at once when its day has come; its participants must be loaded.</summary>
    public async Task WriteAsync(IntranetDb db, Meeting meeting, DateOnly today)
    {
        if (meeting.HeldOn is not null && On > today)
            throw new BrokenRuleException("Cette rencontre s’est tenue : sa date n’est pas à venir.", nameof(On));
        var kind = await db.Set<MeetingKind>().AsNoTracking().SingleAsync(k => k.Id == KindId);
        meeting.Plan(string.IsNullOrWhiteSpace(Title) ? await DefaultTitle(db, kind) : Title, kind.Id, Mode!.Value, On!.Value, IsApproximate);
        meeting.At(Start is { } start ? (start.Hour * 60) + start.Minute : null, Duration ?? kind.Duration, Place ?? "");
        meeting.BeInternal(IsInternal);
        meeting.Between(Establishments, Partners);
        meeting.Gather(await ParticipantsAsync(db, meeting, today));
        if (Minutes is not null)
            meeting.Note(Minutes);
        if (HasCome(today))
            meeting.Hold(today);
    }

    private async Task<string> DefaultTitle(IntranetDb db, MeetingKind kind)
    {
        var names = await db.Set<Partner>().Where(p => Partners.Contains(p.Id)).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync();
        var title = $"{kind.Label}, {(IsInternal ? "réunion interne" : French.List(names))}";
        return title.Length <= 200 ? title : title[..200];
    }

    /// <summary>Those chosen, with the post held that day, and those outside the directory.</summary>
    public async Task<List<MeetingParticipant>> ParticipantsAsync(IntranetDb db, Meeting meeting, DateOnly today)
    {
        var on = meeting.On;
        var asked = People.Where(p => Enum.TryParse<Attendance>(p.Value, out _)).ToDictionary(p => p.Key, p => Enum.Parse<Attendance>(p.Value!));
        var posts = asked.Keys.Select(k => int.TryParse(k.Split('-')[^1], out var id) ? id : 0).ToList();
        // Nobody comes for a partner that isn't of the meeting, nor stays once it is taken off.
        var holdings = await db.Set<Holding>().AsNoTracking().Include(h => h.Post).Include(h => h.Person)
            .Where(h => posts.Contains(h.PostId) && (h.Post!.PartnerId == null || Partners.Contains(h.Post.PartnerId.Value))).ToListAsync();
        var rows = new List<MeetingParticipant>();
        foreach (var group in holdings.GroupBy(h => $"{h.PersonId}-{h.PostId}").Where(g => asked.ContainsKey(g.Key)))
        {
            var name = group.First().Person!.FullName;
            var held = group.FirstOrDefault(h => h.IsOn(on)) ?? (IsApproximate ? group.FirstOrDefault(h => h.IsOn(on.AddMonths(1).AddDays(-1))) : null)
                ?? throw new BrokenRuleException($"{name} n’occupait pas le poste « {group.First().Post!.Title} » le {French.Date(on)}.", nameof(On));
            rows.Add(new MeetingParticipant(held, held.Post!, name, asked[group.Key]));
        }
        rows.AddRange(PeopleOutside.Read(OurOthers).Select(o => Outside(o, isOurs: true)));
        if (Partners.Count > 0)
            rows.AddRange(PeopleOutside.Read(TheirOthers).Select(o => Outside(o, isOurs: false)));
        return rows;

        // Somebody already there stays where and as they were.
        MeetingParticipant Outside(PersonOutside person, bool isOurs)
        {
            var known = meeting.Participants.FirstOrDefault(p => p.PersonId is null && p.PartnerId is null == isOurs && Folding.Fold(p.Name) == Folding.Fold(person.Name));
            return new MeetingParticipant(person.Name, person.Function, isOurs ? null : known?.PartnerId is { } kept && Partners.Contains(kept) ? kept : SideOfNew(),
                known?.Attendance ?? (HasCome(today) ? Attendance.Present : Attendance.Invited), person.Email);
        }

        // Nothing tells one partner from another but who writes.
        int SideOfNew() => Partners is [var only] ? only : Side is { } side && Partners.Contains(side) ? side
            : throw new BrokenRuleException("Dites de quel partenaire viennent ces personnes.", nameof(Side));
    }

    private static string Others(IEnumerable<MeetingParticipant> people) => PeopleOutside.Write(people);
}
