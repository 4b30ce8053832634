using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Topics;

/// <summary>What waits to be spoken of with a partner.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int MostTaken = 10;

    private Dictionary<int, (string Title, DateOnly On)> meetings = [];

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Partner Partner { get; private set; } = null!;
    public IReadOnlyList<PartnerTopic> Topics { get; private set; } = [];
    public IEnumerable<PartnerTopic> Waiting => Topics.Where(t => t.IsWaiting).OrderBy(t => t.On).ThenBy(t => t.Id);
    public IEnumerable<PartnerTopic> Taken => Topics.Where(t => MeetingOf(t.MeetingId) is not null).OrderByDescending(t => MeetingOf(t.MeetingId)!.Value.On).Take(MostTaken);
    public bool CanWrite => user.May(Permission.WriteMeetings);

    public async Task<IActionResult> OnGetAsync(int partenaire) => await FindAsync(partenaire) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int partenaire)
    {
        if (!await FindAsync(partenaire))
            return NotFound();
        if (!CanWrite)
            return Forbid();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Add(new PartnerTopic(partenaire, Input.Text!, day.Today, user.Name));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Sujet noté.";
        return LocalRedirect($"/rencontres/sujets?partenaire={partenaire}");
    }

    public async Task<IActionResult> OnPostDropAsync(int partenaire, int topic)
    {
        if (!CanWrite)
            return Forbid();
        if (await db.Set<PartnerTopic>().FirstOrDefaultAsync(t => t.Id == topic && t.PartnerId == partenaire) is not { } gone)
            return NotFound();
        gone.Drop(day.Today);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Sujet retiré.";
        return LocalRedirect($"/rencontres/sujets?partenaire={partenaire}");
    }

    /// <summary>The meeting, unless it is out of the reader's scope.</summary>
    public (string Title, DateOnly On)? MeetingOf(int? id) => id is { } known && meetings.TryGetValue(known, out var meeting) ? meeting : null;

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<Partner>().AsNoTracking().InScope(db, user).FirstOrDefaultAsync(p => p.Id == id) is not { } partner)
            return false;
        Partner = partner;
        Topics = await db.Set<PartnerTopic>().AsNoTracking().From(db.Set<Meeting>().InScope(db, user)).Where(t => t.PartnerId == id && t.DroppedOn == null).ToListAsync(HttpContext.RequestAborted);
        var ids = Topics.SelectMany(t => new[] { t.MeetingId, t.FromMeetingId }).OfType<int>().Distinct().ToList();
        meetings = await db.Set<Meeting>().InScope(db, user).Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => (m.Title, m.On), HttpContext.RequestAborted);
        return true;
    }

    public sealed class InputModel
    {
        [Display(Name = "Sujet")]
        [Required]
        [StringLength(500)]
        [NoIdentity]
        public string? Text { get; set; }
    }
}
