using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Experts;

/// <summary>The topics that one knows: levels changed, some dropped, one more said. A higher level is to be confirmed again.</summary>
[Allow(Permission.Read)]
internal sealed class TopicsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Expert Expert { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public string NameOf(int topicId) => Expert.Topics.FirstOrDefault(t => t.TopicId == topicId)?.Topic!.Name ?? "";

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await FindAsync(id) is { } refusal)
            return refusal;
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Expert, Input.Version);
            Apply();
            db.Touch(Expert);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(id) is { } gone)
                return gone;
            // What was typed stays; topics that came or went since are shown as they are.
            var typed = Input;
            Fill();
            foreach (var line in Input.Lines)
            {
                if (typed.Lines.FirstOrDefault(l => l.TopicId == line.TopicId) is { } mine)
                    (line.Level, line.Since, line.Drop) = (mine.Level, mine.Since, mine.Drop);
            }
            (Input.TopicId, Input.Level, Input.Since) = (typed.TopicId, typed.Level, typed.Since);
            ModelState.Clear();
            ModelState.AddModelError("", "Cette fiche a changé entre-temps\u00a0: votre saisie est gardée. Relisez, puis enregistrez de nouveau.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Thèmes enregistrés.";
        return LocalRedirect($"/experts/{id}");
    }

    private void Apply()
    {
        foreach (var line in Input.Lines)
        {
            if (Expert.Topics.FirstOrDefault(t => t.TopicId == line.TopicId) is not { } known)
                continue;
            if (line.Drop)
                Expert.Drop(line.TopicId);
            else if (line.Level != known.Level || line.Since != known.Since)
                Expert.Declare(line.TopicId, line.Level!.Value, line.Since, user.Name, day.Today);
        }
        if (Input.TopicId is not { } topic)
            return;
        if (Topics.All(t => t.Value != $"{topic}"))
            throw new BrokenRuleException("Choisissez un thème de la liste.", nameof(Input.TopicId));
        Expert.Declare(topic, Input.Level ?? throw new BrokenRuleException("Choisissez un niveau.", nameof(Input.Level)), Input.Since, user.Name, day.Today);
    }

    private void Fill() => Input = new()
    {
        Lines = [.. Expert.Topics.OrderBy(t => t.Topic!.Name, StringComparer.Ordinal).Select(t => new TopicLine { TopicId = t.TopicId, Level = t.Level, Since = t.Since })],
        Version = Expert.Version,
    };

    private async Task<IActionResult?> FindAsync(int id)
    {
        var cancellation = HttpContext.RequestAborted;
        if (await db.FindAsync(user, id, day.Today, cancellation) is not var (expert, rights) || expert is null)
            return NotFound();
        Expert = expert;
        if (!rights.MayEdit)
            return Forbid();
        var known = expert.Topics.Select(t => $"{t.TopicId}").ToHashSet();
        Topics = [.. (await TopicItems.ReadAsync(db, null, cancellation)).Where(t => !known.Contains(t.Value))];
        return null;
    }

    public sealed class InputModel : IVersionedInput
    {
        public List<TopicLine> Lines { get; set; } = [];

        [Display(Name = "Thème")]
        public int? TopicId { get; set; }

        [Display(Name = "Niveau")]
        public ExpertiseLevel? Level { get; set; }

        [Display(Name = "Depuis le")]
        public DateOnly? Since { get; set; }

        public int Version { get; set; }
    }

    public sealed class TopicLine
    {
        public int TopicId { get; set; }

        [Display(Name = "Niveau"), Required]
        public ExpertiseLevel? Level { get; set; }

        [Display(Name = "Depuis le")]
        public DateOnly? Since { get; set; }

        [Display(Name = "Retirer")]
        public bool Drop { get; set; }
    }
}
