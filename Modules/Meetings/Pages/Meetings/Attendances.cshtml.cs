using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>The meeting took place: who was there, on one screen.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class AttendancesModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>Planned for a later day: nobody was there yet, and saying so would move it to today under everybody's eyes.</summary>
    public bool IsTooEarly => Meeting.HeldOn is null && Meeting.On > day.Today;

    /// <summary>Holders of posts on either side who weren't named.</summary>
    public IReadOnlyList<Invitee> Others { get; private set; } = [];

    /// <summary>The partners of the meeting, for those who aren't in the directory.</summary>
    public IReadOnlyList<SelectListItem> Sides => [.. Meeting.Linked(LinkRole.Partner).Select(s => new SelectListItem(s.Title, $"{s.Id}"))];

    public (string Name, string Function, string Side) Of(Row row)
    {
        var person = Meeting.Participants.FirstOrDefault(p => KeyOf(p) == row.Key);
        return person is null ? ("", "", "") : (person.Name, person.Function, person.PartnerId is { } side ? Meeting.Linked(LinkRole.Partner).FirstOrDefault(s => s.Id == side)?.Title ?? "" : "de chez nous");
    }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Meeting.IsOpen)
            return LocalRedirect($"/rencontres/{id}");
        if (IsTooEarly)
            return this.Invalid();
        var declined = await db.Set<MeetingInvitation>().AsNoTracking().Where(i => i.MeetingId == id && !i.IsCancelled && i.Answer == InvitationAnswer.Declined).ToListAsync();
        Input = Filled();
        // Who was expected is said present, but for those who answered that they wouldn't come.
        foreach (var row in Input.Rows.Where(r => Meeting.HeldOn is null && r.Attendance == Attendance.Present))
        {
            if (Meeting.Participants.Any(p => KeyOf(p) == row.Key && p.Attendance == Attendance.Invited && declined.Any(i => IsFor(i, p))))
                row.Attendance = Attendance.Excused;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (IsTooEarly || !ModelState.IsValid)
            return this.Invalid();
        try
        {
            if (Input.On > day.Today)
                throw new BrokenRuleException("Une rencontre se tient au plus tard aujourd’hui.", nameof(Input.On));
            db.Expect(Meeting, Input.Version);
            Meeting.Move(Input.On!.Value);
            Meeting.Gather(await PeopleAsync());
            Meeting.Hold(day.Today);
            db.Touch(Meeting);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            foreach (var row in Input.Rows)
                row.Name = Of(row).Name;
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, Filled(), (nameof(Input.Side), Sides));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Présences enregistrées. Il reste à rédiger le compte rendu.";
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task<List<MeetingParticipant>> PeopleAsync()
    {
        var said = Input.Rows.DistinctBy(r => r.Key ?? "").ToDictionary(r => r.Key ?? "", r => r.Attendance);
        foreach (var person in Meeting.Participants)
            person.Attend(said.GetValueOrDefault(KeyOf(person), person.Attendance));
        var input = MeetingInput.From(Meeting);
        input.Start = null;
        foreach (var key in Input.Also.Where(k => Others.Any(o => o.Key == k)))
            input.People[key] = nameof(Attendance.Present);
        input.OurOthers += "\n" + Input.OurOthers;
        input.TheirOthers += "\n" + Input.TheirOthers;
        input.Side = Input.Side;
        return await input.ParticipantsAsync(db, Meeting, day.Today);
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return false;
        Meeting = meeting;
        var form = MeetingInput.From(meeting);
        Others = [.. (await MeetingChoices.PeopleAsync(db, user, day.Today, form)).Where(p => !form.People.ContainsKey(p.Key))];
        return true;
    }

    private InputModel Filled() => new()
    {
        On = Meeting.On > day.Today ? day.Today : Meeting.On,
        Rows = [.. Meeting.Participants.OrderByDescending(p => p.Attendance == Attendance.Present).DistinctBy(KeyOf).OrderBy(p => p.PartnerId is null).ThenByDescending(p => p.Level).ThenBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new Row { Key = KeyOf(p), Attendance = Meeting.HeldOn is null && p.Attendance == Attendance.Invited ? Attendance.Present : p.Attendance, Name = p.Name })],
        Version = Meeting.Version,
    };

    private static bool IsFor(MeetingInvitation invitation, MeetingParticipant person) => person.PersonId is { } id ? invitation.PersonId == id
        : invitation.PersonId is null && person.Email.Length > 0 && string.Equals(invitation.Email, person.Email, StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(MeetingParticipant person) => person.PersonId is { } id ? $"{id}-{person.PostId}" : $"n{person.Id}";

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Date")]
        [Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Présences")]
        public List<Row> Rows { get; set; } = [];

        [Display(Name = "Étaient là aussi")]
        public List<string> Also { get; set; } = [];

        [Display(Name = "Autres présents du partenaire")]
        [StringLength(2000)]
        [NoIdentity]
        public string? TheirOthers { get; set; }

        [Display(Name = "Ils viennent de")]
        public int? Side { get; set; }

        [Display(Name = "Autres présents de chez nous")]
        [StringLength(2000)]
        [NoIdentity]
        public string? OurOthers { get; set; }

        public int Version { get; set; }
    }

    public sealed class Row
    {
        public string? Key { get; set; }
        public Attendance Attendance { get; set; } = Attendance.Present;

        internal string? Name { get; set; }

        /// <summary>For the comparison of two versions.</summary>
        public override string ToString() => $"{Name ?? Key} : {Labels.Of(Attendance)}";
    }
}
