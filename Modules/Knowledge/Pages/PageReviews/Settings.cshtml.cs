using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.PageReviews;

/// <summary>All that a page is beside its text. Records are found by a search that leaves the form as it is typed, so that no script is needed.</summary>
[Allow(Permission.WriteKnowledge)]
internal sealed class SettingsModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    /// <summary>Words for further records to tie.</summary>
    [BindProperty]
    public string? Search { get; set; }

    public KnowledgePage Of { get; private set; } = null!;
    public SettingsChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }
    private IReadOnlySet<int> Seen { get; set; } = new HashSet<int>();

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input = SettingsInput.Of(Of, Seen);
        // A page that nobody has published yet has no interval: the usual one is proposed.
        if (Of.PublishedNumber is null && Of.ReviewMonths is null)
            (Input.ReviewMonths, Input.IsEvergreen) = (SettingsInput.UsualMonths, false);
        await ChooseAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostSearchAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        await ChooseAsync();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        await ChooseAsync();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Of, Input.Version);
            Choices.Check(Input);
            await Input.WriteAsync(db, Of, Seen, day.Today);
            db.Touch(Of);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            if (!await FindAsync(id))
                return NotFound();
            var theirs = SettingsInput.Of(Of, Seen);
            var known = await SettingsChoices.ReadAsync(db, user, theirs, Of, day.Today, null, HttpContext.RequestAborted);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs, (nameof(Input.SectionId), Choices.Sections), (nameof(Input.OwnerPostId), Choices.Posts), (nameof(Input.VerifierPostId), Choices.Posts),
                (nameof(Input.RestsOn), Choices.Items(LinkRole.RestsOn).UnionBy(known.Items(LinkRole.RestsOn), i => i.Value)), (nameof(Input.SeeAlso), Choices.Items(LinkRole.SeeAlso).UnionBy(known.Items(LinkRole.SeeAlso), i => i.Value)),
                (nameof(Input.Topics), Choices.Items(LinkRole.Topic).UnionBy(known.Items(LinkRole.Topic), i => i.Value)));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            db.ChangeTracker.Clear();
            return this.Invalid();
        }
        TempData["Toast"] = "Réglages enregistrés.";
        return LocalRedirect($"/connaissances/{id}");
    }

    private async Task ChooseAsync() => Choices = await SettingsChoices.ReadAsync(db, user, Input, Of, day.Today, Search, HttpContext.RequestAborted);

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<KnowledgePage>().Include(p => p.Subject.Links).Include(p => p.Owner).Include(p => p.Verifier).Include(p => p.RequiredFor).AsSingleQuery()
            .FirstOrDefaultAsync(p => p.Id == id && p.BinnedOn == null, HttpContext.RequestAborted) is not { } page)
            return false;
        Of = page;
        var linked = page.Subject.Links.Select(l => l.ToId).ToList();
        Seen = linked.Count == 0 ? new HashSet<int>() : (await db.Subjects.InScope(db, user).Where(s => linked.Contains(s.Id)).Select(s => s.Id).ToListAsync(HttpContext.RequestAborted)).ToHashSet();
        return true;
    }
}
