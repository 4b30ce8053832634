using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Experts.Pages.Answers;

/// <summary>A draft, from a request that one may read; coordination may write one from nothing.</summary>
[Allow(Permission.Read)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IAnswerForm
{
    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "demande")]
    public int? RequestId { get; set; }

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];
    private AnswerDraft? draft;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (draft is not null)
            Input = new() { TopicId = draft.TopicId, Title = draft.Title, Question = draft.Question, Text = draft.Text };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            var answer = new SharedAnswer(Input.TopicId!.Value, draft?.RequestId, Input.Title!, user.Name, day.Today);
            Input.Write(answer, Topics, user.Name, day.Today);
            db.Add(answer);
            await db.SaveChangesAsync();
            TempData["Toast"] = answer.State == AnswerState.ToRead ? "Réponse enregistrée : une autre personne la relit avant qu’elle soit publiée." : "Brouillon enregistré.";
            return LocalRedirect($"/appuis/reponses/{answer.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task<bool> ReadAsync()
    {
        if (RequestId is { } id)
            draft = await AnswerDraft.OfAsync(db, user, id, day.Today, HttpContext.RequestAborted);
        if (draft is null && (RequestId is not null || !RequestScope.Keeps(user)))
            return false;
        Topics = await TopicItems.ReadAsync(db, draft?.TopicId, HttpContext.RequestAborted);
        return true;
    }
}
