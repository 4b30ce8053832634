using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Imports;

/// <summary>Step 1: which file, and what it holds.</summary>
[Allow(Permission.Import)]
[UploadLimit]
[RequestSizeLimit(22 << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 22 << 20)]
internal sealed class NewModel(IntranetDb db, Importer importer, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<IImportKind> Kinds { get; private set; } = [];

    public void OnGet(string? sorte)
    {
        Kinds = [.. importer.KindsFor(user)];
        Input.Kind = sorte ?? "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Kinds = [.. importer.KindsFor(user)];
        var kind = Kinds.FirstOrDefault(k => k.Code == Input.Kind);
        if (kind is null)
            ModelState.AddModelError("Input.Kind", "Choisissez ce que contient le fichier.");
        if (Input.File is null)
            ModelState.AddModelError("Input.File", "Choisissez un fichier.");
        else if (IdentityGuard.Find(Input.File.FileName) is { } finding)
            ModelState.AddModelError("Input.File", finding.Sentence);
        else if (Input.File.Length > TableLimits.Default.FileBytes)
            return Refuse("Le fichier dépasse la taille admise, 20 Mo.", StatusCodes.Status413PayloadTooLarge);
        if (!ModelState.IsValid)
            return Refuse(null);

        var content = new MemoryStream();
        await Input.File!.CopyToAsync(content);
        try
        {
            return await OpenAsync(kind!, content);
        }
        catch (TableException e)
        {
            return Refuse(e.Message);
        }
    }

    /// <summary>Reads it all once, so that a file that is too long or damaged is refused here and now.</summary>
    private async Task<IActionResult> OpenAsync(IImportKind kind, MemoryStream content)
    {
        content.Position = 0;
        var name = Path.GetFileName(Input.File!.FileName);
        using var table = TableReader.Open(content, name);
        var remembered = await db.Set<ImportColumnChoice>().Where(c => c.Kind == kind.Code).ToDictionaryAsync(c => c.Header, c => c.Column);
        var mapping = ImportSheet.Match(kind, table.Header, remembered);
        if (importer.LooksLikeAnother(kind, table.Header, mapping) is { } sentence)
            return Refuse(sentence);
        var lines = table.Rows.Count();
        if (lines == 0)
            return Refuse("Ce fichier n’a que sa ligne d’en-tête : il n’y a rien à importer.");
        var run = new ImportRun(kind.Code, name, clock.GetUtcNow().UtcDateTime, user.Id, user.Name)
        {
            Sheet = table.Sheet ?? "",
            Lines = lines,
            Mapping = JsonSerializer.Serialize(mapping),
            File = new ImportFile(content.ToArray()),
        };
        db.Add(run);
        await db.SaveChangesAsync();
        return LocalRedirect(run.Address());
    }

    private PageResult Refuse(string? sentence, int status = StatusCodes.Status422UnprocessableEntity)
    {
        if (sentence is not null)
            ModelState.AddModelError("Input.File", sentence);
        Response.StatusCode = status;
        return Page();
    }

    internal sealed class InputModel
    {
        [Display(Name = "Que contient le fichier ?")]
        public string Kind { get; set; } = "";

        [Display(Name = "Fichier")]
        public IFormFile? File { get; set; }
    }
}
