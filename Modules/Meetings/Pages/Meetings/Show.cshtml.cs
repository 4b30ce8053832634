using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Meetings.Pages.Meetings;

[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Meeting Meeting { get; private set; } = null!;
    public DateOnly Today => day.Today;
    public bool CanWrite => user.May(Permission.WriteMeetings);
    public string Reader => user.Name;

    /// <summary>For whom it counts: settled once closed, foretold before.</summary>
    public IReadOnlyList<CountingAnswer> Answers { get; private set; } = [];
    public bool IsSettled => Meeting.State == MeetingState.Closed;

    public bool Counted(int partnerId) => Meeting.Subject.Links.Any(l => l.Role == LinkRole.Met && l.ToId == partnerId);

    /// <summary>The one thing to do next, if the reader may do it.</summary>
    public (string Label, string Icon, string Address)? Primary => !CanWrite ? null : Meeting.State switch
    {
        MeetingState.Draft when Meeting.On >= Today => ("Planifier la rencontre", "calendar-plus", At("planification")),
        MeetingState.Draft => ("Noter la tenue", "users", At("tenue")),
        MeetingState.Planned when Meeting.On > Today && Meeting.Agenda.Count > 0 => ("Fiche de préparation", "printer", At("preparation")),
        MeetingState.Planned when Meeting.On > Today => ("Préparer l’ordre du jour", "list-check", At("ordre-du-jour")),
        MeetingState.Planned => ("Noter la tenue", "users", At("tenue")),
        MeetingState.Postponed => ("Fixer une nouvelle date", "calendar-time", At("report")),
        MeetingState.Held when Meeting.Minutes.Length == 0 => ("Rédiger le compte rendu", "pencil", At("compte-rendu")),
        MeetingState.Held => ("Clore la rencontre", "lock", At("cloture")),
        _ => ("Planifier la suivante", "calendar-plus", Following()),
    };

    /// <summary>What else may be done, in the order of a life.</summary>
    public IEnumerable<(string Label, string Icon, string Address, bool IsGrave)> Actions
    {
        get
        {
            if (!CanWrite || !Meeting.IsOpen)
                yield break;
            var isHeld = Meeting.State == MeetingState.Held;
            yield return ("Modifier", "pencil", At("modifier"), false);
            yield return ("Ordre du jour", "list-check", At("ordre-du-jour"), false);
            if (Meeting.On <= Today)
                yield return (isHeld ? "Corriger les présences" : "Noter la tenue", "users", At("tenue"), false);
            if (Meeting.On <= Today || isHeld)
                yield return ("Décisions et actions", "checklist", At("suites"), false);
            yield return ("Compte rendu", "notes", At("compte-rendu"), false);
            if (isHeld && Meeting.Minutes.Length > 0)
                yield return (Meeting.CirculatedOn is null ? "Transmettre pour remarques" : "Transmettre de nouveau", "send", At("transmission"), false);
            if (isHeld)
                yield return ("Clore la rencontre", "lock", At("cloture"), false);
            if (Meeting.State == MeetingState.Planned)
                yield return ("Reporter", "calendar-time", At("report"), false);
            yield return ("Annuler la rencontre", "calendar-x", At("annulation"), true);
        }
    }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return NotFound();
        Meeting = meeting;
        await db.LoadAgendaAsync(meeting);
        await db.LoadOutcomesAsync(meeting);
        if (meeting.CirculatedOn is not null)
            await db.Entry(meeting).Collection(m => m.Remarks).LoadAsync();
        if (!meeting.IsInternal)
            Answers = await PartnerMeetings.AskAsync(db, meeting, meeting.Ids(LinkRole.Partner), HttpContext.RequestAborted);
        return Page();
    }

    public string At(string path) => $"/rencontres/{Meeting.Id}/{path}";

    private string Following() => "/rencontres/nouvelle?" + string.Join('&', Meeting.Ids(LinkRole.Partner).Select(p => $"partenaire={p}").Concat(Meeting.Ids(LinkRole.Establishment).Select(e => $"etablissement={e}"))
        .Append($"nature={Meeting.KindId}").Append($"le={WorkingDays.OnOrAfter(Today.AddDays(30)):yyyy-MM-dd}").Concat(Meeting.IsInternal ? ["interne=true"] : []));
}
