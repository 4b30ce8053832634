using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>What came out of each point, and what becomes of it.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class OutcomesModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Meeting Meeting { get; private set; } = null!;
    public MeetingPosts Posts { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    /// <summary>The points in order, then what belongs to none.</summary>
    public IEnumerable<(AgendaLine? Line, int Number)> Sections => Meeting.Agenda.OrderBy(l => l.Order).Select((l, i) => ((AgendaLine?)l, i + 1)).Append((null, 0));

    /// <summary>Value of the button that adds under a point.</summary>
    public string AddTo(AgendaLine? line) => $"{Add}{line?.Id}";

    private const string Add = "sous-";

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
        Complete();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, string? lignes)
    {
        if (!await FindAsync(id))
            return NotFound();
        Complete();
        if (lignes?.StartsWith(Add, StringComparison.Ordinal) == true)
        {
            if (Input.Lines.Count < FormLines.Most)
                Input.Lines.Add(new Line { LineId = int.TryParse(lignes[Add.Length..], out var under) ? under : null, IsFresh = true });
            ModelState.Clear();
            return Page();
        }
        if (Input.Lines.Rearrange(lignes, ModelState))
            return Page();
        Input.Lines.Check(ModelState);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Meeting, Input.Version);
            var stays = await WriteAsync();
            db.Touch(Meeting);
            await db.SaveChangesAsync();
            TempData["Toast"] = string.Join(' ', stays.Prepend("Décisions et actions enregistrées."));
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await FindAsync(id);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, InputModel.From(Meeting));
            Complete();
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        return LocalRedirect($"/rencontres/{id}");
    }

    /// <returns>What stays put off, in sentences.</returns>
    private async Task<List<string>> WriteAsync()
    {
        foreach (var gone in Meeting.Outcomes.Where(o => Input.Lines.TrueForAll(r => r.Id != o.Id || r.Kind != o.Kind)).ToList())
            Meeting.Withdraw(gone);
        foreach (var row in Input.Lines)
        {
            var under = Meeting.Agenda.FirstOrDefault(l => l.Id == row.LineId);
            var outcome = Meeting.Outcomes.FirstOrDefault(o => row.Id is { } known && o.Id == known) ?? Meeting.Conclude(row.Kind, row.Text!, under);
            outcome.Describe(row.Text!, under);
            if (row.Kind == OutcomeKind.Action)
                Entrust(outcome, row);
        }
        List<string> stays = [];
        foreach (var (line, fate) in Input.Fates.Select(f => (Meeting.Agenda.FirstOrDefault(l => l.Id == f.LineId), f.Fate)).ToList())
        {
            if (line is not null && await CarriedOver.BecomeAsync(db, user, Meeting, line, fate, day.Today) is { Length: > 0 } sentence)
                stays.Add(sentence);
        }
        return stays;
    }

    private void Entrust(MeetingOutcome outcome, Line row)
    {
        var post = int.TryParse(row.Who, out var id) ? Posts.Of(id) ?? throw new BrokenRuleException("Choisissez un poste de la liste.") : null;
        outcome.Entrust(post?.IsOurs ?? row.Who != Side.Theirs, post?.Id, row.DueOn);
    }

    /// <summary>Each point has its fate in the form, whatever was sent.</summary>
    private void Complete()
    {
        Input.Fates.RemoveAll(f => Meeting.Agenda.All(l => l.Id != f.LineId));
        Input.Fates.AddRange(Meeting.Agenda.Where(l => Input.Fates.TrueForAll(f => f.LineId != l.Id)).Select(l => new Fated { LineId = l.Id, Fate = l.Fate }));
        foreach (var row in Input.Lines.Where(r => Meeting.Agenda.All(l => l.Id != r.LineId)))
            row.LineId = null;
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindMeetingAsync(user, id) is not { } meeting)
            return false;
        Meeting = meeting;
        await db.LoadAgendaAsync(meeting);
        await db.Entry(meeting).Collection(m => m.Outcomes).LoadAsync();
        Posts = await MeetingPosts.ReadAsync(db, meeting, meeting.Outcomes.Select(o => o.PostId), day.Today, HttpContext.RequestAborted);
        return true;
    }

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Suites")]
        public List<Line> Lines { get; set; } = [];

        [Display(Name = "Suite des points")]
        public List<Fated> Fates { get; set; } = [];

        public int Version { get; set; }

        public static InputModel From(Meeting meeting) => new()
        {
            Lines = [.. meeting.Outcomes.OrderBy(o => o.Kind).ThenBy(o => o.Id).Select(o => new Line
            {
                Id = o.Id, LineId = o.LineId, Kind = o.Kind, Text = o.Text, DueOn = o.DueOn,
                Who = o.PostId is { } post ? $"{post}" : o.IsOurs is { } ours ? ours ? Side.Ours : Side.Theirs : null,
            })],
            Fates = [.. meeting.Agenda.OrderBy(l => l.Order).Select(l => new Fated { LineId = l.Id, Fate = l.Fate })],
            Version = meeting.Version,
        };
    }

    public sealed class Fated
    {
        public int LineId { get; set; }
        public LineFate Fate { get; set; }

        public override string ToString() => Labels.Of(Fate);
    }

    public sealed class Line : IFormLine
    {
        public int? Id { get; set; }
        public int? LineId { get; set; }

        [Display(Name = "Nature")]
        public OutcomeKind Kind { get; set; } = OutcomeKind.Decision;

        [Display(Name = "Texte")]
        [Required]
        [StringLength(2000)]
        [NoIdentity]
        public string? Text { get; set; }

        /// <summary>A post's id, or one of <see cref="Side"/>.</summary>
        [Display(Name = "Confiée à")]
        [StringLength(20)]
        public string? Who { get; set; }

        [Display(Name = "Échéance")]
        public DateOnly? DueOn { get; set; }

        internal bool IsFresh { get; init; }

        public void Check()
        {
            if (Kind != OutcomeKind.Action && DueOn is not null)
                throw new BrokenRuleException("Seule une action a une échéance.", nameof(DueOn));
            if (Kind == OutcomeKind.Action && string.IsNullOrEmpty(Who))
                throw new BrokenRuleException("Dites à qui l’action est confiée, de l’un ou de l’autre côté.", nameof(Text));
        }

        public override string ToString() => $"{Labels.Of(Kind)} : {Text}{(DueOn is { } due ? $" ({French.Date(due)})" : "")}";
    }
}

/// <summary>An action on a side, before a post is known.</summary>
internal static class Side
{
    public const string Ours = "nous";
    public const string Theirs = "eux";
}
