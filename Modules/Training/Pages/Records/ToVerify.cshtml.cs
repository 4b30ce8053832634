using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Pages.Records;

/// <summary>Declared trainings that wait for the reader's answer, the oldest first.</summary>
[Allow(Permission.Read)]
internal sealed class ToVerifyModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public Paged<WaitingProof> Rows { get; private set; } = null!;
    public DateOnly Today => day.Today;

    public async Task OnGetAsync(int p = 1)
        => Rows = await db.ToVerify(user, day.Today).AsNoTracking().OrderBy(r => r.SubmittedOn).ThenBy(r => r.Id).Select(r => new WaitingProof
        {
            Id = r.Id,
            PersonId = r.PersonId,
            Person = r.Person!.FirstName + " " + r.Person.LastName,
            Course = r.Course!.Title,
            CompletedOn = r.CompletedOn,
            Minutes = r.Minutes,
            SubmittedOn = r.SubmittedOn,
            Version = r.Version,
            FileId = db.Set<StoredFile>().Where(f => f.SubjectId == r.Id).Max(f => (int?)f.Id),
        }).PageAsync(p, cancellation: HttpContext.RequestAborted);
}

/// <summary>A declared training, in the list of those to verify.</summary>
internal sealed class WaitingProof
{
    public required int Id { get; init; }
    public required int PersonId { get; init; }
    public required string Person { get; init; }
    public required string Course { get; init; }
    public required DateOnly CompletedOn { get; init; }
    public required int Minutes { get; init; }
    public required DateOnly SubmittedOn { get; init; }
    public required int Version { get; init; }

    /// <summary>The latest proof; null when none was given.</summary>
    public required int? FileId { get; init; }
}
