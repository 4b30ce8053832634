using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>« Tout va bien » (trade.md, "Meetings"): three questions, held and closed at once; it says beforehand whether it counts.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class AllWellModel(IntranetDb db, CurrentUser user, BusinessDay day, MinutesPost post) : PageModel
{
    private MeetingKind Kind { get; set; } = null!;
    private IReadOnlyList<Invitee> all = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public UsualPeople? Usual { get; private set; }
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }
    public CountingAnswer Answer { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];
    public IReadOnlyList<SelectListItem> OurPeople { get; private set; } = [];
    public IReadOnlyList<SelectListItem> TheirPeople { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Modes { get; } = [.. new[] { MeetingMode.Video, MeetingMode.AtOurs, MeetingMode.AtTheirs, MeetingMode.Phone }.Select(m => new SelectListItem(Labels.Of(m), m.ToString()))];

    public async Task<IActionResult> OnGetAsync(int? partenaire, string? cherche)
    {
        if (partenaire is not { } id)
        {
            Text = cherche;
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche, HttpContext.RequestAborted);
            return Page();
        }
        Input.On = day.Today;
        Input.Mode = MeetingMode.Video;
        if (!await FindAsync(id))
            return NotFound();
        Answer = await AskAsync(await PeopleAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int partenaire, bool verifier)
    {
        if (!await FindAsync(partenaire))
            return NotFound();
        var people = await PeopleAsync();
        var on = Input.On is { } chosen && chosen <= day.Today ? chosen : day.Today;
        Answer = await AskAsync(people);
        if (verifier)
        {
            ModelState.Clear();
            return Page();
        }
        if (Input.On > day.Today)
            ModelState.AddModelError("Input.On", "Une rencontre se tient au plus tard aujourd’hui.");
        if (Establishments.All(e => e.Value != $"{Input.EstablishmentId}"))
            ModelState.AddModelError("Input.EstablishmentId", "Choisissez un établissement de votre périmètre.");
        if (!ModelState.IsValid)
            return this.Invalid();
        var title = $"{Kind.Label}, {Usual!.Name}";
        var meeting = new Meeting(title.Length <= 200 ? title : title[..200], Kind.Id, Input.Mode!.Value, on);
        var done = Answer.Counts ? $"Tout va bien : la rencontre compte pour {Usual.Name}." : "Enregistré. Elle ne compte pas pour la rencontre annuelle.";
        try
        {
            meeting.At(null, Kind.Duration, "");
            meeting.Between([Input.EstablishmentId!.Value], [partenaire]);
            meeting.Gather(people);
            meeting.Note(Written());
            if (!string.IsNullOrWhiteSpace(Input.Needs))
                meeting.Conclude(OutcomeKind.Need, Input.Needs);
            meeting.Announce(on);
            meeting.Hold(day.Today);
            meeting.Close(day.Today, user.Name, Answer.Counts ? [partenaire] : []);
            db.Add(meeting);
            // Letters are written from what is saved; both are, or neither.
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            if (Input.Send)
                done = MinutesPost.Toast(done, await post.QueueAsync(meeting, $"{Request.Scheme}://{Request.Host}/rencontres/{meeting.Id}", isProject: false));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = done;
        return LocalRedirect($"/rencontres/{meeting.Id}");
    }

    /// <summary>The questions and their answers, as shared minutes; what is needed is an outcome, since needs never leave.</summary>
    private string Written() => string.Join("\n\n", new[] { ("Ce qui va bien", Input.Works), ("Ce qui a changé", Input.Changes) }
        .Where(q => !string.IsNullOrWhiteSpace(q.Item2)).Select(q => $"## {q.Item1}\n\n{q.Item2!.Trim()}"));

    /// <summary>What the rule will say of those chosen, once present.</summary>
    private async Task<CountingAnswer> AskAsync(IReadOnlyCollection<MeetingParticipant> people)
        => (await PartnerMeetings.AskAsync(db, Input.On ?? day.Today, 0, Kind, Input.Mode ?? MeetingMode.Video, people, [Usual!.PartnerId], HttpContext.RequestAborted)).Single();

    private async Task<List<MeetingParticipant>> PeopleAsync()
    {
        var input = new MeetingInput { On = Input.On ?? day.Today, Partners = [Usual!.PartnerId] };
        foreach (var key in new[] { Input.Ours, Input.Theirs }.OfType<string>().Where(k => all.Any(p => p.Key == k)))
            input.People[key] = nameof(Attendance.Present);
        try
        {
            return await input.ParticipantsAsync(db, new Meeting("-", Kind.Id, MeetingMode.Video, input.On!.Value), day.Today);
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError("Input.On", broken.Message);
            return [];
        }
    }

    private async Task<bool> FindAsync(int partner)
    {
        var today = day.Today;
        Usual = (await UsualPeople.ReadAsync(db, [partner], Input.On ?? today, HttpContext.RequestAborted)).SingleOrDefault();
        if (Usual is null)
            return false;
        Kind = await db.Set<MeetingKind>().AsNoTracking().SingleAsync(k => k.Code == MeetingKind.AllWellCode);
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null && own.Contains(e.Id)).OrderBy(e => e.Subject.Title)
            .Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync();
        Input.EstablishmentId ??= Establishments.Any(e => e.Value == $"{Usual.OwnerPlace}") ? Usual.OwnerPlace : Establishments.Count == 1 ? int.Parse(Establishments[0].Value, System.Globalization.CultureInfo.InvariantCulture) : null;
        all = await MeetingChoices.PeopleAsync(db, user, today, new MeetingInput { On = Input.On, Partners = [partner], Establishments = Input.EstablishmentId is { } place ? [place] : [] });
        if (Request.Method == "GET")
            (Input.Ours, Input.Theirs) = (Usual.Ours.FirstOrDefault(o => o.Level >= Usual.Expected)?.Key ?? Usual.Ours.FirstOrDefault()?.Key, Usual.Theirs.FirstOrDefault()?.Key);
        OurPeople = Items(all.Where(p => p.IsOurs), Input.Ours);
        TheirPeople = Items(all.Where(p => !p.IsOurs), Input.Theirs);
        return true;
    }

    private static IReadOnlyList<SelectListItem> Items(IEnumerable<Invitee> people, string? chosen)
        => [.. people.Select(p => new SelectListItem($"{p.Name}, {p.Post} ({Counting.Name(p.Level)})", p.Key, p.Key == chosen))];

    public sealed class InputModel
    {
        [Display(Name = "Date")]
        [Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Mode")]
        [Required]
        public MeetingMode? Mode { get; set; }

        [Display(Name = "Pour nous")]
        [Required]
        [StringLength(40)]
        public string? Ours { get; set; }

        [Display(Name = "Pour le partenaire")]
        [Required]
        [StringLength(40)]
        public string? Theirs { get; set; }

        [Display(Name = "Établissement")]
        [Required]
        public int? EstablishmentId { get; set; }

        [Display(Name = "Qu’est-ce qui va bien ?")]
        [Required]
        [StringLength(2000)]
        [NoIdentity]
        public string? Works { get; set; }

        [Display(Name = "Qu’est-ce qui a changé, chez eux ou chez nous ?")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Changes { get; set; }

        [Display(Name = "Que faudrait-il, d’ici la prochaine fois ?")]
        [StringLength(2000)]
        [NoIdentity]
        public string? Needs { get; set; }

        [Display(Name = "Envoyer le compte rendu aux participants")]
        public bool Send { get; set; } = true;
    }
}
