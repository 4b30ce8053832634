using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Calendar;

/// <summary>
/// Calendars opened for somebody of a partner, who has no account. The secret leaves by mail; it is also shown to those whose scope is
/// the whole association, since it opens meetings of every establishment.
/// </summary>
[Allow(Permission.WriteMeetings)]
internal sealed class OfPersonModel(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, IMailbox mailbox) : PageModel
{
    [BindProperty]
    public FeedInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<FeedRow> Feeds { get; private set; } = [];

    /// <summary>Ours open their own.</summary>
    public bool IsOurs { get; private set; }
    public bool SeesSecret => user.SeesAll;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        Input.Name = "Agenda";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (IsOurs)
            ModelState.AddModelError("", "Cette personne travaille chez nous : elle ouvre elle-même ses calendriers, depuis son compte.");
        else if (Person.Email.Length == 0 && !SeesSecret)
            ModelState.AddModelError("", "Cette personne n’a pas d’adresse de courriel : ajoutez-la à sa fiche.");
        if (!ModelState.IsValid)
            return this.Invalid();
        var (feed, secret) = CalendarFeed.Create(id, Input.Name!, user.Name, clock.GetUtcNow().UtcDateTime);
        db.Add(feed);
        var address = $"{Request.Scheme}://{Request.Host}/calendrier/{secret}.ics";
        if (Person.Email.Length > 0)
            mailbox.Queue(Letter(address));
        await db.SaveChangesAsync();
        if (SeesSecret)
            TempData["Feed"] = address;
        TempData["Toast"] = Person.Email.Length > 0 ? $"Calendrier ouvert, envoyé à {Person.Email}." : "Calendrier ouvert : transmettez l’adresse en main propre.";
        return LocalRedirect($"/personnes/{id}/calendriers");
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id, int feed)
    {
        if (!await ReadAsync(id) || IsOurs)
            return NotFound();
        await FeedRow.RevokeAsync(db, id, feed, clock.GetUtcNow().UtcDateTime, HttpContext.RequestAborted);
        TempData["Toast"] = "Calendrier retiré.";
        return LocalRedirect($"/personnes/{id}/calendriers");
    }

    private OutgoingMail Letter(string address) => new(Person.Email, Person.FullName, $"Vos rencontres avec {Organisation.Name}, dans votre agenda",
        [
            $"Vos rencontres avec {Organisation.Name} peuvent s’afficher dans votre agenda et s’y tenir à jour.",
            "Dans Outlook, Google Agenda ou un téléphone, choisissez « s’abonner à un calendrier » et collez l’adresse ci-dessous. Elle vous est personnelle : qui la connaît lit ces rencontres.",
        ],
        new MailAction("Adresse du calendrier", address))
    { IsSecret = true };

    private async Task<bool> ReadAsync(int id)
    {
        var today = day.Today;
        var found = await db.Set<Person>().InScope(db, user).AsNoTracking().Where(p => p.Id == id && p.ErasedOn == null && p.MergedIntoId == null)
            .Select(p => new
            {
                Person = p,
                IsOurs = p.Employments.Any(e => e.To == null || e.To >= today) || p.Holdings.Any(h => h.Post!.EstablishmentId != null && (h.To == null || h.To >= today)) || db.Users.Any(a => a.PersonId == p.Id),
            }).FirstOrDefaultAsync();
        if (found is null)
            return false;
        (Person, IsOurs) = (found.Person, found.IsOurs);
        if (!IsOurs)
            Feeds = await FeedRow.OfAsync(db, id, HttpContext.RequestAborted);
        return true;
    }
}
