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

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Partner Partner { get; private set; } = null!;
    public IReadOnlyList<TopicLine> Waiting { get; private set; } = [];
    public IReadOnlyList<TakenTopic> Taken { get; private set; } = [];
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
        if (!await FindAsync(partenaire) || await Visible().FirstOrDefaultAsync(t => t.Id == topic && t.PartnerId == partenaire && t.DroppedOn == null) is not { } gone)
            return NotFound();
        if (!await Visible().Waiting().AnyAsync(t => t.Id == topic))
        {
            ModelState.Clear();
            ModelState.AddModelError("", "Ce sujet est à l’ordre du jour d’une rencontre\u00a0: ôtez-le d’abord de cet ordre du jour.");
            return this.Invalid();
        }
        gone.Drop(day.Today);
        await db.SaveChangesAsync();
        TempData["Toast"] = "Sujet retiré.";
        return LocalRedirect($"/rencontres/sujets?partenaire={partenaire}");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<Partner>().AsNoTracking().InScope(db, user).FirstOrDefaultAsync(p => p.Id == id) is not { } partner)
            return false;
        Partner = partner;
        var topics = Visible().Where(t => t.PartnerId == id);
        Waiting = await topics.Waiting().OrderBy(t => t.On).ThenBy(t => t.Id)
            .Select(t => new TopicLine { Id = t.Id, Text = t.Text, On = t.On, Author = t.Author, FromMeetingId = t.FromMeetingId, From = t.FromMeeting!.Title }).ToListAsync(HttpContext.RequestAborted);
        Taken = await topics.Taken(db.Set<Meeting>().InScope(db, user)).Take(MostTaken).ToListAsync(HttpContext.RequestAborted);
        return true;
    }

    private IQueryable<PartnerTopic> Visible() => db.Set<PartnerTopic>().From(db.Set<Meeting>().InScope(db, user));

    public sealed class InputModel
    {
        [Display(Name = "Sujet")]
        [Required]
        [StringLength(500)]
        [NoIdentity]
        public string? Text { get; set; }
    }
}
