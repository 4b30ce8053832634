using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration;

/// <summary>The outbox: what waits, what left, what was given up and may be sent again.</summary>
[Allow(Permission.Administer)]
internal sealed class MailsModel(IntranetDb db, TimeProvider clock) : PageModel
{
    public Paged<Row> Rows { get; private set; } = null!;

    /// <summary><c>attente</c>, <c>partis</c>, <c>abandonnes</c>, or all.</summary>
    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    public async Task OnGetAsync(int p = 1)
    {
        var mails = db.Set<OutboxMail>().AsNoTracking();
        mails = State switch
        {
            "attente" => mails.Where(m => m.SentAt == null && m.GivenUpAt == null),
            "partis" => mails.Where(m => m.SentAt != null),
            "abandonnes" => mails.Where(m => m.GivenUpAt != null),
            _ => mails,
        };
        Rows = await mails.OrderByDescending(m => m.Id).Select(m => new Row
        {
            Id = m.Id,
            To = m.To,
            Subject = m.Subject,
            QueuedAt = m.QueuedAt,
            DueAt = m.DueAt,
            SentAt = m.SentAt,
            GivenUpAt = m.GivenUpAt,
            Attempts = m.Attempts,
            Error = m.Error,
            HasBody = m.Text != "",
        }).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await db.Set<OutboxMail>().FirstOrDefaultAsync(m => m.Id == id && m.SentAt == null) is not { } mail)
        {
            TempData["Toast"] = "Ce courriel est déjà parti.";
            return LocalRedirect("/administration/courriels");
        }
        try
        {
            mail.Retry(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            TempData["Toast"] = "Le courriel repart dans la minute.";
        }
        catch (BrokenRuleException e)
        {
            TempData["Toast"] = e.Message;
        }
        return LocalRedirect("/administration/courriels");
    }

    internal sealed class Row
    {
        public required int Id { get; init; }
        public required string To { get; init; }
        public required string Subject { get; init; }
        public required DateTime QueuedAt { get; init; }
        public required DateTime DueAt { get; init; }
        public required DateTime? SentAt { get; init; }
        public required DateTime? GivenUpAt { get; init; }
        public required int Attempts { get; init; }
        public required string Error { get; init; }
        public required bool HasBody { get; init; }
    }
}
