using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>A new page: everybody may propose one, whoever writes knowledge publishes it.</summary>
[Allow(Permission.Read)]
[RequestFormLimits(ValueLengthLimit = PageLimits.Form)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel, IPageForm
{
    [BindProperty]
    public NewPageInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "modele")]
    public string? Model { get; set; }

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];
    public PageInput Wording => Input;
    public Article? Preview { get; private set; }
    public IReadOnlyList<string> DeadLinks { get; private set; } = [];
    public int PageId => 0;
    public bool MayPublish => PageAccess.Writes(user);

    /// <param name="depuis">A record whose title and words are the draft: an answer of the network that is worth a page.</param>
    public async Task OnGetAsync(int? rubrique, PageKind? nature, int? depuis)
    {
        Sections = SectionTree.Choices(await SectionTree.ReadAsync(db, HttpContext.RequestAborted));
        var isStory = Model == "recit";
        Input = new() { SectionId = rubrique, Kind = isStory ? PageKind.Story : nature ?? PageKind.Practical, Text = isStory ? PageText.Story : null };
        if (depuis is { } source && await db.Subjects.AsNoTracking().InScope(db, user).Where(s => s.Id == source).Select(s => new { s.Title, s.Words }).FirstOrDefaultAsync(HttpContext.RequestAborted) is { } words)
            (Input.Title, Input.Text) = (words.Title, words.Words);
    }

    public async Task<IActionResult> OnPostAsync(string acte = "brouillon")
    {
        Sections = SectionTree.Choices(await SectionTree.ReadAsync(db, HttpContext.RequestAborted));
        if (Input.SectionId is { } section && Sections.All(s => s.Value != section.ToString(CultureInfo.InvariantCulture)))
            ModelState.AddModelError("Input.SectionId", "Choisissez une rubrique de la liste.");
        if (acte == "apercu" && Input.Text is not { Length: > KnowledgePage.LongestText })
        {
            ModelState.Clear();
            Preview = ArticleText.Read(Input.Text);
            DeadLinks = await PageText.DeadLinksAsync(db, Input.Text, HttpContext.RequestAborted);
            return Page();
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        if (acte == "publier" && !MayPublish)
            return Forbid();
        try
        {
            PageText.Check(Input.Text);
            var now = clock.GetUtcNow().UtcDateTime;
            var page = new KnowledgePage(Input.SectionId!.Value, Input.Kind!.Value, Input.Title!);
            page.Place(Input.SectionId.Value, Input.Kind.Value, 0, Input.Tags ?? "");
            var revision = page.Write(Input.Title!, Input.Summary ?? "", Input.Text ?? "", Input.Why ?? "", 0, user.Id, user.Name, now);
            if (acte == "proposer")
                revision.Submit(now);
            else if (acte == "publier")
                page.Publish(revision, user.Name, day.Today, now);
            db.Add(page);
            await db.SaveChangesAsync();
            TempData["Toast"] = acte switch { "publier" => "Page publiée.", "proposer" => "Page proposée : une autre personne la relit avant qu’elle soit publiée.", _ => "Brouillon enregistré." };
            return LocalRedirect(acte switch { "publier" => $"/connaissances/{page.Id}", "proposer" => $"/connaissances/{page.Id}/versions/1", _ => $"/connaissances/{page.Id}/modifier?version=1" });
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }
}
