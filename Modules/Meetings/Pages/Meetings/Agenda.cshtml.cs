using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>What will be spoken of: points with their minutes and who brings them, the kind's usual ones, those waiting with the partner.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class AgendaModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public MeetingPosts Posts { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>Topics of the partners that no meeting took yet.</summary>
    public IReadOnlyList<PartnerTopic> Waiting { get; private set; } = [];

    public bool HasTemplate => Meeting.Kind.Agenda.Length > 0;
    public int Planned => Input.Lines.Sum(l => l.Minutes ?? 0);
    public int Overrun => Math.Max(0, Planned - Meeting.Duration);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Meeting.IsOpen)
            return LocalRedirect($"/rencontres/{id}");
        Input = InputModel.From(Meeting);
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new InputModel { Version = Input.Version };
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        else if (Input.Lines.Count == 0)
            Input.Lines.AddRange(Usual());
        await ChoicesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? lignes)
    {
        if (!await FindAsync(id))
            return NotFound();
        await ChoicesAsync();
        if (lignes == "modele")
        {
            Input.Lines.AddRange(Usual().Where(u => Input.Lines.TrueForAll(l => l.Title != u.Title)));
            ModelState.Clear();
            return Page();
        }
        if (Input.Lines.Rearrange(lignes, ModelState))
            return Page();
        Input.Lines.RemoveAll(l => l is { Id: null, Title: null, Minutes: null });
        Input.Lines.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Meeting, Input.Version);
            await WriteAsync();
            db.Touch(Meeting);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.From(Meeting));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = Meeting.Overrun > 0 ? $"Ordre du jour enregistré : il dépasse de {Meeting.Overrun} minutes." : "Ordre du jour enregistré.";
        return LocalRedirect($"/rencontres/{id}");
    }

    private async Task WriteAsync()
    {
        var gone = Meeting.Agenda.Where(l => Input.Lines.TrueForAll(r => r.Id != l.Id)).ToList();
        var ids = gone.ConvertAll(l => (int?)l.Id);
        // Once read, topics that these points had taken wait again, those put off from them no longer say so.
        await db.Set<PartnerTopic>().Where(t => ids.Contains(t.LineId) || ids.Contains(t.FromLineId)).LoadAsync();
        foreach (var line in gone)
            Meeting.Withdraw(line);
        foreach (var row in Input.Lines)
        {
            if (row.OwnerPostId is not null && Posts.Of(row.OwnerPostId) is null)
                throw new BrokenRuleException("Choisissez un poste de la liste.");
            var line = Meeting.Agenda.FirstOrDefault(l => row.Id is { } known && l.Id == known) ?? Meeting.Speak(row.Title!);
            line.Describe(row.Title!, row.Minutes, row.OwnerPostId, Input.Lines.IndexOf(row) + 1);
        }
        foreach (var topic in Waiting.Where(t => Input.Topics.Contains(t.Id)))
            Meeting.Speak(topic);
    }

    private IEnumerable<Line> Usual() => AgendaTemplate.Read(Meeting.Kind.Agenda).Select(l => new Line { Title = l.Title, Minutes = l.Minutes });

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return false;
        Meeting = meeting;
        await db.LoadAgendaAsync(meeting);
        await db.Entry(meeting).Collection(m => m.Outcomes).LoadAsync();
        return true;
    }

    private async Task ChoicesAsync()
    {
        var partners = Meeting.Ids(LinkRole.Partner);
        Posts = await MeetingPosts.ReadAsync(db, Meeting, Meeting.Agenda.Select(l => l.OwnerPostId), day.Today, HttpContext.RequestAborted);
        Waiting = await db.Set<PartnerTopic>().Include(t => t.FromMeeting).From(db.Set<Meeting>().InScope(db, user)).Waiting().Where(t => partners.Contains(t.PartnerId)).OrderBy(t => t.On).ThenBy(t => t.Id).ToListAsync();
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Points")]
        public List<Line> Lines { get; set; } = [];

        [Display(Name = "Sujets en attente")]
        public List<int> Topics { get; set; } = [];

        public int Version { get; set; }

        public static InputModel From(Meeting meeting) => new()
        {
            Lines = [.. meeting.Agenda.OrderBy(l => l.Order).Select(l => new Line { Id = l.Id, Title = l.Title, Minutes = l.Minutes, OwnerPostId = l.OwnerPostId })],
            Version = meeting.Version,
        };
    }

    public sealed class Line : IFormLine
    {
        public int? Id { get; set; }

        [Display(Name = "Point")]
        [Required]
        [StringLength(300)]
        [NoIdentity]
        public string? Title { get; set; }

        [Display(Name = "Minutes")]
        public int? Minutes { get; set; }

        [Display(Name = "Porté par")]
        public int? OwnerPostId { get; set; }

        public void Check() => _ = new AgendaLine(Title ?? "", Minutes, OwnerPostId, 0);

        public override string ToString() => Minutes is { } minutes ? $"{Title} ({minutes} min)" : Title ?? "";
    }
}
