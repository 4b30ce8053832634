using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>One record: what it says, its proof, its history; who answers for the person accepts or refuses it here.</summary>
[Allow(Permission.Read)]
[UploadLimit]
[RequestSizeLimit(FileType.MaximumSize + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = FileType.MaximumSize + (1024 * 1024))]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, TrainingBoard board, FileStore store) : PageModel
{
    private const int HistorySize = 30;

    public OpenRecord Open { get; private set; } = null!;
    public IReadOnlyList<FileRow> Files { get; private set; } = [];
    public Paged<HistoryLine> History { get; private set; } = null!;

    /// <summary>Last day on which it holds, once it counts; null when for ever.</summary>
    public DateOnly? Until { get; private set; }
    public bool SeesCosts => user.May(Permission.ManageTraining);
    public DateOnly Today => day.Today;

    [BindProperty, Display(Name = "Raison du refus"), StringLength(500), NoIdentity]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(int id) => await FindAsync(id) ? await ShowAsync() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(int id, int version, string? retour) => DecideAsync(id, version, retour, r => r.Accept(Today, user.Name), "Attestation acceptée : elle compte dès maintenant.");

    public Task<IActionResult> OnPostRefuseAsync(int id, int version, string? retour) => DecideAsync(id, version, retour, r => r.Refuse(Today, Reason ?? ""), "Attestation refusée ; la personne en lit la raison sur sa page.");

    public async Task<IActionResult> OnPostFileAsync(int id, IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Open.CanChangeFiles)
            return Forbid();
        try
        {
            if (file is null)
                throw new BrokenRuleException("Choisissez un fichier.");
            await using var content = file.OpenReadStream();
            await store.AddAsync(id, file.FileName, content, user, cancellation);
        }
        catch (Exception error) when (this.Explain(error))
        {
            db.ChangeTracker.Clear();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync();
        }
        TempData["Toast"] = "Justificatif ajouté.";
        return LocalRedirect(Open.Address);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int id, int file, CancellationToken cancellation)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Open.CanChangeFiles)
            return Forbid();
        if (await db.Set<StoredFile>().FirstOrDefaultAsync(f => f.Id == file && f.SubjectId == id, cancellation) is not { } stored)
            return NotFound();
        await store.RemoveAsync(stored, cancellation);
        TempData["Toast"] = "Justificatif supprimé ; son nom reste dans l’historique.";
        return LocalRedirect(Open.Address);
    }

    private async Task<IActionResult> DecideAsync(int id, int version, string? back, Action<TrainingRecord> decide, string toast)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!Open.CanManage)
            return Forbid();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync();
        }
        try
        {
            db.Expect(Open.Record, version);
            decide(Open.Record);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Cette attestation a changé entre-temps : la voici. Rien n’est décidé ; relisez-la, puis recommencez si besoin.");
            return await AgainAsync(id, StatusCodes.Status409Conflict);
        }
        catch (BrokenRuleException broken)
        {
            ModelState.AddModelError(broken.Field == nameof(TrainingRecord.RefusedReason) ? nameof(Reason) : "", broken.Message);
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        }
        TempData["Toast"] = toast;
        return LocalRedirect(back == "a-verifier" ? "/formations/a-verifier" : Open.Address);
    }

    private async Task<IActionResult> AgainAsync(int id, int status)
    {
        db.ChangeTracker.Clear();
        Response.StatusCode = status;
        return await FindAsync(id) ? await ShowAsync() : NotFound();
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.FindRecordAsync(user, id, Today) is not { } open)
            return false;
        Open = open;
        return true;
    }

    private async Task<PageResult> ShowAsync()
    {
        var (record, cancellation) = (Open.Record, HttpContext.RequestAborted);
        Files = (await FileList.ReadAsync(db, record.Id, Open.CanChangeFiles, cancellation: cancellation)).Files;
        History = await RecordHistory.ReadAsync(db, db.Set<TrainingRecord>().Where(r => r.Id == record.Id), 1, HistorySize, SeesCosts, cancellation);
        if (record.Counts)
            Until = (await board.ReadAsync(db, Today, cancellation)).Held(record.PersonId, record.CourseId).Where(p => p.From == record.CompletedOn).Select(p => p.To).FirstOrDefault();
        return Page();
    }
}
