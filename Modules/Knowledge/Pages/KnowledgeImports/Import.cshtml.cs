using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Knowledge.Pages.KnowledgeImports;

/// <summary>Markdown files to drafts, in two steps: what would be made, then making it. What was read travels in the page, and is checked again.</summary>
[Allow(Permission.WriteKnowledge)]
[UploadLimit]
[RequestFormLimits(ValueLengthLimit = 24 << 20)]
internal sealed class ImportModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "Rubrique par défaut")]
    public int? SectionId { get; set; }

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];
    public IReadOnlyList<PlannedPage>? Plan { get; private set; }
    public IReadOnlyList<(string Name, string Why)> Aside { get; private set; } = [];

    /// <summary>What was read, for the second step.</summary>
    public string ReadFiles { get; private set; } = "";

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostCheckAsync(IFormFile? file)
    {
        await ReadAsync();
        try
        {
            if (file is null)
                throw new BrokenRuleException("Choisissez un fichier.");
            await using var content = file.OpenReadStream();
            var upload = await MarkdownUpload.ReadAsync(file.FileName, content, HttpContext.RequestAborted);
            if (upload.Files.Count == 0)
                throw new BrokenRuleException(upload.Aside.Count == 0 ? "L’archive est vide." : $"Aucun fichier ne peut être importé. {upload.Aside[0].Name} : {upload.Aside[0].Why}.");
            Aside = upload.Aside;
            Plan = await MarkdownPlan.MakeAsync(db, user, day.Today, upload.Files, SectionId, HttpContext.RequestAborted);
            // What the guard refuses isn't carried about in a page.
            var made = Plan.Where(p => p.IsMade).Select(p => p.File).ToHashSet();
            ReadFiles = JsonSerializer.Serialize(upload.Files.Where(f => made.Contains(f.Name)).Select(f => new Carried(f.Name, f.File)));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    public async Task<IActionResult> OnPostConfirmAsync(string? content)
    {
        await ReadAsync();
        try
        {
            var files = JsonSerializer.Deserialize<List<Carried>>(content ?? "[]") ?? [];
            if (files.Count > MarkdownUpload.MostFiles || files.Any(f => f is not { Name: not null, File: { Title: not null, Section: not null, Tags: not null, Summary: not null, Text: not null } }))
                throw new BrokenRuleException("Ce qui a été lu ne se retrouve pas : choisissez de nouveau le fichier.");
            var plan = await MarkdownPlan.MakeAsync(db, user, day.Today, [.. files.Select(f => (f.Name, f.File))], SectionId, HttpContext.RequestAborted);
            var made = await MarkdownPlan.WriteAsync(db, user, plan, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
            TempData["Toast"] = made == 0 ? "Rien à créer." : $"{French.Count(made, "brouillon créé", "brouillons créés")}.";
            return LocalRedirect("/connaissances");
        }
        catch (JsonException)
        {
            ModelState.AddModelError("", "Ce qui a été lu ne se retrouve pas : choisissez de nouveau le fichier.");
            return this.Invalid();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task ReadAsync() => Sections = SectionTree.Choices(await SectionTree.ReadAsync(db, HttpContext.RequestAborted), SectionId);

    internal sealed record Carried(string Name, MarkdownFile File);
}
