using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>A past training, declared with its proof: by oneself, it waits to be verified; by who answers for the person, it counts at once.</summary>
[Allow(Permission.Read)]
[UploadLimit]
[RequestSizeLimit(FileType.MaximumSize + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = FileType.MaximumSize + (1024 * 1024))]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day, FileStore store) : PageModel
{
    [BindProperty]
    public RecordInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "personne")]
    public int? Asked { get; set; }

    public int PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public bool IsOwn { get; private set; }
    public bool SeesCosts => user.May(Permission.ManageTraining);
    public bool IsKnown { get; private set; }
    public IReadOnlyList<SelectListItem> Courses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? formation)
    {
        if (!await ReadAsync())
            return NotFound();
        Input.CourseId = formation;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        TrainingRecord record;
        try
        {
            var course = await db.Set<Course>().FirstOrDefaultAsync(c => c.Id == Input.CourseId, cancellation) ?? throw new BrokenRuleException("Choisissez une formation de la liste.", nameof(Input.CourseId));
            if (!Input.IsAnother && await db.Set<TrainingRecord>().SameAs(PersonId, course.Id, Input.CompletedOn!.Value).AnyAsync(cancellation))
            {
                IsKnown = true;
                throw new BrokenRuleException($"Cette formation, suivie le {French.Date(Input.CompletedOn.Value)}, est déjà enregistrée. Si c’en est une autre, cochez la case et enregistrez de nouveau.", nameof(Input.CompletedOn));
            }
            record = new TrainingRecord(PersonId, course.Id, Input.CompletedOn!.Value, Input.Minutes() ?? course.Duration, (SeesCosts ? Input.Cents() : null) ?? course.Cost ?? 0, RecordOrigin.Entered, day.Today, user.Name);
            record.State(Input.CompletedOn.Value, Input.StatedUntil, record.Minutes, record.Cost, Input.Note ?? "", day.Today);
            if (!IsOwn)
                record.Accept(day.Today, user.Name);
            db.Add(record);
            // A proof that is refused leaves no record behind.
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.SaveChangesAsync(cancellation);
            if (file is not null)
            {
                await using var content = file.OpenReadStream();
                await store.AddAsync(record.Id, file.FileName, content, user, cancellation);
            }
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception error) when (this.Explain(error))
        {
            db.ChangeTracker.Clear();
            return this.Invalid();
        }
        TempData["Toast"] = IsOwn ? "Formation déclarée : elle comptera une fois vérifiée par la personne responsable de votre équipe ou par la direction." : "Formation enregistrée : elle compte dès maintenant.";
        return LocalRedirect($"/formations/attestations/{record.Id}");
    }

    // Oneself, or somebody for whom one answers.
    private async Task<bool> ReadAsync()
    {
        if ((Asked ?? user.PersonId) is not { } person)
            return false;
        (PersonId, IsOwn) = (person, person == user.PersonId);
        var managed = db.ManagedPeople(user, day.Today);
        var name = await db.Set<Person>().Where(p => p.Id == person && p.MergedIntoId == null && p.ErasedOn == null && (IsOwn || managed.Any(id => id == p.Id))).Select(p => p.FirstName + " " + p.LastName).FirstOrDefaultAsync();
        if (name is null)
            return false;
        Name = name.Trim();
        Courses = await RecordInput.CoursesAsync(db, HttpContext.RequestAborted);
        return true;
    }
}
