using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Requests;

/// <summary>
/// A partner's expert takes, declines or answers without account. Opening the page changes nothing; it is read until the link ends, and then sends a new
/// one to the address where the first went, never to another.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Strangers)]
internal sealed class LinkModel(IntranetDb db, TimeProvider clock, ExpertLinks links, RequestActs acts, RequestPost post) : PageModel
{
    /// <summary>A new link is sent at most that often.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>Null when nobody knows the link.</summary>
    public RequestedExpert? Asked { get; private set; }
    public SupportRequest Item { get; private set; } = null!;
    public bool IsOpen { get; private set; }

    /// <summary>As it came: addresses that the framework makes are in small letters, and a secret isn't.</summary>
    public string Address => Request.Path;

    /// <summary>What has just been done.</summary>
    public string? Done { get; private set; }
    public bool CanTake => Item.IsOpen && Asked!.Answer == ExpertAnswer.Waiting;
    public bool CanReply => Item.IsOpen && Asked is { Answer: ExpertAnswer.Waiting or ExpertAnswer.Taken or ExpertAnswer.Answered };
    public bool CanDecline => Item.IsOpen && Asked is { Answer: ExpertAnswer.Waiting or ExpertAnswer.Taken };

    /// <summary>A link that ended may be renewed while the request still expects this expert.</summary>
    public bool CanRenew => Asked is not null && !IsOpen && CanReply;

    public async Task<IActionResult> OnGetAsync(string secret, string? fait)
    {
        await ReadAsync(secret);
        Done = fait switch { "pris" => "Merci : la demande est pour vous.", "repondu" => "Votre réponse est envoyée. Merci.", "decline" => "C’est noté. Merci d’avoir répondu.", "lien" => "Un nouveau lien part à votre adresse.", _ => null };
        return Shown();
    }

    public Task<IActionResult> OnPostTakeAsync(string secret) => ActAsync(secret, "pris", () => acts.TakeAsync(Item, Asked!, Asked!.Expert!.Name, Cancellation));

    public Task<IActionResult> OnPostDeclineAsync(string secret) => ActAsync(secret, "decline", () => acts.DeclineAsync(Item, Asked!, Input.DeclinedWhy ?? "", Asked!.Expert!.Name, Cancellation));

    public Task<IActionResult> OnPostReplyAsync(string secret) => ActAsync(secret, "repondu", () => acts.ReplyAsync(Item, Asked!, MessageKind.Answer, Input.Reply ?? "", Asked!.Expert!.PersonId, Asked.Expert.Name, Cancellation));

    public async Task<IActionResult> OnPostRenewAsync(string secret)
    {
        await ReadAsync(secret);
        if (!CanRenew)
            return Shown();
        if (await ExpertLinks.LastMadeAsync(db, Asked!.Id, Cancellation) is not { } last || last + Pause < clock.GetUtcNow().UtcDateTime)
        {
            await post.AskAsync(Item, [Asked], Cancellation);
            await db.SaveChangesAsync(Cancellation);
        }
        return LocalRedirect($"/appuis/lien/{secret}?fait=lien");
    }

    private async Task<IActionResult> ActAsync(string secret, string done, Func<Task> act)
    {
        await ReadAsync(secret);
        if (!IsOpen)
            return Shown();
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Expect(Item, Input.Version);
            await act();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(secret);
            ModelState.AddModelError("", Asked!.Answer == ExpertAnswer.Released ? "Quelqu’un d’autre vient de prendre cette demande. Merci : vous n’avez rien à faire." : "Cette demande a changé entre-temps : la voici. Rien n’est enregistré ; recommencez si besoin.");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            // What was tried is undone before the page is shown again.
            db.ChangeTracker.Clear();
            await ReadAsync(secret);
            return this.Invalid();
        }
        return LocalRedirect($"/appuis/lien/{secret}?fait={done}");
    }

    private async Task ReadAsync(string secret)
    {
        Asked = null;
        if (await links.FindAsync(secret, clock.GetUtcNow().UtcDateTime, Cancellation) is not { } link)
            return;
        var request = await db.Set<SupportRequest>().Include(r => r.Subject).Include(r => r.Topic).Include(r => r.Measure).Include(r => r.Public).Include(r => r.Establishment).ThenInclude(e => e!.Subject)
            .FirstOrDefaultAsync(r => r.Experts.Any(e => e.Id == link.AskedId), Cancellation);
        if (request is null)
            return;
        await db.LoadPartsAsync(request, Cancellation);
        // Who left the network reads nothing more.
        if (request.Experts.First(e => e.Id == link.AskedId) is { Expert.WithdrawnOn: null } asked)
            (Item, Asked, IsOpen) = (request, asked, link.IsOpen);
    }

    private PageResult Shown()
    {
        if (Asked is null || !IsOpen)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Pourquoi ce n’est pas pour vous"), StringLength(500), NoIdentity]
        public string? DeclinedWhy { get; set; }

        [Display(Name = "Votre réponse"), StringLength(SupportMessage.Longest), NoIdentity]
        public string? Reply { get; set; }

        public int Version { get; set; }
    }
}
