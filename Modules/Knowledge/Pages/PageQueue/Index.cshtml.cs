using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Pages.PageQueue;

/// <summary>What waits for the reader: pages to read again, those that mislead most people for longest first; flags, versions to look at; pages that nobody reads any more.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, PageVoices voices) : PageModel
{
    private const int Shown = 50;

    public Paged<ReviewedPage> Rows { get; private set; } = null!;
    public IReadOnlyList<ReviewedPage> Soon { get; private set; } = [];
    public IReadOnlyList<ReviewedPage> ToArchive { get; private set; } = [];
    public IReadOnlyList<FlagRow> Flags { get; private set; } = [];
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];
    public DateOnly Today => day.Today;
    public bool CanSeeAll => PageAccess.Writes(user);

    /// <summary>Everybody's pages, for who writes knowledge; else those that the reader keeps or verifies.</summary>
    [BindProperty(SupportsGet = true, Name = "toutes")]
    public bool All { get; set; }

    public async Task OnGetAsync(int p = 1)
    {
        All &= CanSeeAll;
        await ReadAsync(p);
    }

    /// <param name="choix">« number-version » of each page ticked.</param>
    public async Task<IActionResult> OnPostAsync(List<string> choix)
    {
        All &= CanSeeAll;
        var chosen = choix.Select(c => c.Split('-')).Where(c => c.Length == 2 && int.TryParse(c[0], out _) && int.TryParse(c[1], out _))
            .DistinctBy(c => c[0]).ToDictionary(c => int.Parse(c[0], System.Globalization.CultureInfo.InvariantCulture), c => int.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture));
        var ids = chosen.Keys.ToList();
        var pages = ids.Count == 0 ? [] : await db.Set<KnowledgePage>().Include(k => k.Subject).Published().Publishable(user, Today).Where(k => ids.Contains(k.Id)).ToListAsync();
        if (pages.Count == 0)
            return await AgainAsync(ids.Count == 0 ? "Cochez au moins une page." : "Ces pages ne sont plus à relire par vous.", StatusCodes.Status422UnprocessableEntity);
        var changed = pages.Where(k => k.Version != chosen[k.Id]).Select(k => k.Title).ToList();
        foreach (var page in pages.Where(k => k.Version == chosen[k.Id]))
            voices.Confirm(page);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            return await AgainAsync("Une de ces pages vient de changer : rien n’est enregistré. Relisez-la, puis recommencez.", StatusCodes.Status409Conflict);
        }
        if (changed.Count == pages.Count)
            return await AgainAsync($"{(changed.Count == 1 ? "Cette page a" : "Ces pages ont")} changé pendant votre lecture : {French.List(changed.Select(c => $"« {c} »"))}.", StatusCodes.Status409Conflict);
        TempData["Toast"] = $"{French.Count(pages.Count - changed.Count, "page relue", "pages relues")} aujourd’hui, toujours {(pages.Count - changed.Count > 1 ? "exactes" : "exacte")}."
            + (changed.Count == 0 ? "" : $" {French.Count(changed.Count, "autre a changé", "autres ont changé")} pendant votre lecture et {(changed.Count > 1 ? "restent" : "reste")} à relire.");
        return LocalRedirect($"/connaissances/a-relire{(All ? "?toutes=true" : "")}");
    }

    private async Task<PageResult> AgainAsync(string sentence, int status)
    {
        db.ChangeTracker.Clear();
        ModelState.AddModelError("", sentence);
        Response.StatusCode = status;
        await ReadAsync(1);
        return Page();
    }

    private async Task ReadAsync(int p)
    {
        var cancellation = HttpContext.RequestAborted;
        var mine = All ? db.Set<KnowledgePage>() : db.Set<KnowledgePage>().KeptBy(user, Today);
        var (coming, due) = (db.Set<KnowledgePage>().Where(PageReaders.DueBy(Today.AddDays(PageReview.SoonDays))), db.Set<KnowledgePage>().ToReview(db, Today));
        var pages = await mine.Published().Where(k => coming.Any(c => c.Id == k.Id) || due.Any(d => d.Id == k.Id)).ReviewedAsync(db, Today, cancellation);
        List<ReviewedPage> late = [.. pages.Where(k => !k.Review.IsTrusted)];
        p = Math.Clamp(p, 1, Math.Max(1, (late.Count + Shown - 1) / Shown));
        Rows = new([.. late.Skip((p - 1) * Shown).Take(Shown)], late.Count, p, Shown);
        Soon = [.. pages.Where(k => k.Review.State == PageState.Soon).OrderBy(k => k.Review.Due).ThenBy(k => k.Title, StringComparer.CurrentCulture).Take(Shown)];
        ToArchive = All ? [.. late.Where(k => k.IsToArchive).Take(Shown)] : [];
        var published = mine.Published();
        Flags = await db.Set<PageFlag>().AsNoTracking().Where(f => f.SettledOn == null && published.Any(k => k.Id == f.PageId)).OrderBy(f => f.On).ThenBy(f => f.Id).Take(Shown)
            .Select(f => new FlagRow(f.PageId, f.Page!.Title, f.Word, f.By, f.On)).ToListAsync(cancellation);
        Versions = await db.Set<PageRevision>().AsNoTracking().Where(r => r.SubmittedAt != null && r.PublishedAt == null && r.DroppedAt == null && mine.Any(k => k.Id == r.PageId && k.BinnedOn == null)).OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Take(Shown)
            .Select(r => new VersionRow(r.PageId, r.Number, r.Title, r.Why, r.By, r.SubmittedAt!.Value)).ToListAsync(cancellation);
    }
}

internal sealed record FlagRow(int PageId, string Title, string Word, string By, DateOnly On);

internal sealed record VersionRow(int PageId, int Number, string Title, string Why, string By, DateTime At);
