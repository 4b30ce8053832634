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
        Establishments = [.. m.Subject.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId)],
        Partners = [.. m.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId)],
        People = m.Participants.Where(p => p.PersonId != null).ToDictionary(p => $"{p.PersonId}-{p.PostId}", p => (string?)p.Attendance.ToString()),
        OurOthers = Others(m.Participants.Where(p => p.PersonId == null && p.PartnerId == null)),
        TheirOthers = Others(m.Participants.Where(p => p.PersonId == null && p.PartnerId != null)),
        Minutes = m.Minutes,
        Version = m.Version,
    };

    /// <summary>Writes the form on a meeting, held at once when its day has come.</summary>
    public async Task WriteAsync(IntranetDb db, Meeting meeting, DateOnly today)
    {
        var title = string.IsNullOrWhiteSpace(Title) ? await DefaultTitle(db) : Title;
        meeting.Plan(title, KindId!.Value, Mode!.Value, On!.Value, IsApproximate);
        meeting.Between(Establishments, Partners);
        meeting.Gather(await ParticipantsAsync(db, meeting.On, today));
        meeting.Note(Minutes ?? "");
        if (meeting.On <= today)
            meeting.Hold(today);
    }

    private async Task<string> DefaultTitle(IntranetDb db)
    {
        var kind = await db.Set<MeetingKind>().Where(k => k.Id == KindId).Select(k => k.Label).FirstAsync();
        var names = await db.Set<Partner>().Where(p => Partners.Contains(p.Id)).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync();
        var title = $"{kind}, {French.List(names)}";
        return title.Length <= 200 ? title : title[..200];
    }

    private async Task<List<MeetingParticipant>> ParticipantsAsync(IntranetDb db, DateOnly on, DateOnly today)
    {
        var asked = People.Where(p => Enum.TryParse<Attendance>(p.Value, out _)).ToDictionary(p => p.Key, p => Enum.Parse<Attendance>(p.Value!));
        var posts = asked.Keys.Select(k => int.TryParse(k.Split('-')[^1], out var id) ? id : 0).ToList();
        var holdings = await db.Set<Holding>().AsNoTracking().Include(h => h.Post).Include(h => h.Person).Where(h => posts.Contains(h.PostId)).ToListAsync();
        var rows = new List<MeetingParticipant>();
        foreach (var group in holdings.GroupBy(h => $"{h.PersonId}-{h.PostId}").Where(g => asked.ContainsKey(g.Key)))
        {
            var name = group.First().Person!.FullName;
            var held = group.FirstOrDefault(h => h.IsOn(on)) ?? (IsApproximate ? group.FirstOrDefault(h => h.IsOn(on.AddMonths(1).AddDays(-1))) : null)
                ?? throw new BrokenRuleException($"{name} n’occupait pas le poste « {group.First().Post!.Title} » le {French.Date(on)}.", nameof(On));
            rows.Add(new MeetingParticipant(held, held.Post!, name, asked[group.Key]));
        }
        var attendance = on <= today ? Attendance.Present : Attendance.Invited;
        rows.AddRange(Named(OurOthers).Select(o => new MeetingParticipant(o.Name, o.Function, null, attendance)));
        if (Partners.Count > 0)
            rows.AddRange(Named(TheirOthers).Select(o => new MeetingParticipant(o.Name, o.Function, Partners[0], attendance)));
        return rows;
    }

    /// <summary>One a line: « Nom, fonction ».</summary>
    private static IEnumerable<(string Name, string Function)> Named(string? lines) => (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(l => l.Split(',', 2, StringSplitOptions.TrimEntries)).Where(p => p[0].Length > 0).Select(p => (Cut(p[0]), p.Length > 1 ? Cut(p[1]) : ""));

    private static string Others(IEnumerable<MeetingParticipant> people) => string.Join('\n', people.Select(p => p.Function.Length > 0 ? $"{p.Name}, {p.Function}" : p.Name));

    private static string Cut(string text) => text.Length <= 200 ? text : text[..200];
}
