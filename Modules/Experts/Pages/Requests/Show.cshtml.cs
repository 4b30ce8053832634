using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Pages.Requests;

/// <summary>One request: its situation, who was asked and why, the thread, and what its reader may do of it.</summary>
[Allow(Permission.Read)]
[UploadLimit]
[RequestSizeLimit(FileType.MaximumSize + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = FileType.MaximumSize + (1024 * 1024))]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, RequestActs acts, Asking asking, FileStore store) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public OpenRequest Open { get; private set; } = null!;
    public SupportRequest Item => Open.Request;
    public DateOnly Today => day.Today;
    public RequestState State => Item.StateOn(Today);
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];
    public IReadOnlyList<string> Colleagues { get; private set; } = [];
    public IReadOnlyList<FileRow> Files { get; private set; } = [];

    /// <summary>Who plans meetings and immersions; others ask the coordination.</summary>
    public bool MayPlan => user.May(Permission.WriteMeetings);

    /// <summary>Asks one more: the asker or who keeps the basket, while fewer than three have it.</summary>
    public bool CanAsk => Open.Manages && Item.IsOpen && Item.Experts.Count(e => e.Answer is ExpertAnswer.Waiting or ExpertAnswer.Taken) < Routing.Most;
    public bool CanJudge => Open.IsAsker && Item is { ClosedOn: not null, CancelledOn: null, Helped: null };

    public async Task<IActionResult> OnGetAsync(int id, int? expert) => await FindAsync(id) ? await ShowAsync(expert) : NotFound();

    public Task<IActionResult> OnPostTakeAsync(int id) => ActAsync(id, o => o.Own is not null, o => acts.TakeAsync(o.Request, o.Own!, user.Name, Cancellation), "Merci : la demande est pour vous. Les autres personnes sollicitées sont prévenues.");

    public Task<IActionResult> OnPostDeclineAsync(int id) => ActAsync(id, o => o.Own is not null, o => acts.DeclineAsync(o.Request, o.Own!, Input.DeclinedWhy ?? "", user.Name, Cancellation), "C’est noté. Merci d’avoir répondu.");

    public Task<IActionResult> OnPostReplyAsync(int id) => ActAsync(id, o => o.Own is not null, o => acts.ReplyAsync(o.Request, o.Own!, Input.Kind, Input.Reply ?? "", user.PersonId, user.Name, Cancellation), "Réponse envoyée.");

    public Task<IActionResult> OnPostMessageAsync(int id) => ActAsync(id, _ => true, o => acts.SayAsync(o.Request, Input.Message ?? "", user.PersonId, o.Own, user.Name, Cancellation), "Message envoyé.", compare: false);

    public Task<IActionResult> OnPostMentionAsync(int id) => ActAsync(id, _ => true, o => acts.MentionAsync(o.Request, Input.Colleague, user.Name, Cancellation), "Collègue prévenu·e.", compare: false);

    public Task<IActionResult> OnPostAskAsync(int id) => ActAsync(id, o => o.Manages, AskAsync, "Demande envoyée.");

    public Task<IActionResult> OnPostCloseAsync(int id) => ActAsync(id, o => o.Manages, o => acts.CloseAsync(o.Request, o.IsAsker ? Input.Helped : null, Input.HelpedWhy ?? "", Cancellation), "Demande close.");

    public Task<IActionResult> OnPostJudgeAsync(int id) => ActAsync(id, o => o.IsAsker, o => acts.JudgeAsync(o.Request, Input.Helped ?? throw new BrokenRuleException("Dites si cela vous a aidé.", nameof(Input.Helped)), Input.HelpedWhy ?? "", Cancellation), "Merci : le réseau saura ce qui aide.");

    public Task<IActionResult> OnPostReopenAsync(int id) => ActAsync(id, o => o.Manages, o => acts.ReopenAsync(o.Request, user.Name, Cancellation), "Demande rouverte.");

    public Task<IActionResult> OnPostCancelAsync(int id) => ActAsync(id, o => o.Manages, o => acts.CancelAsync(o.Request, Cancellation), "Demande retirée ; les personnes sollicitées sont prévenues.");

    public Task<IActionResult> OnPostAllowFilesAsync(int id) => ActAsync(id, o => o.Keeps, o =>
    {
        o.Request.AllowFiles(user.Name, Today);
        return db.SaveChangesAsync(Cancellation);
    }, "Les pièces jointes sont permises sur cette demande.");

    public Task<IActionResult> OnPostFileAsync(int id, IFormFile? file) => ActAsync(id, _ => true, async o =>
    {
        if (o.Request.FilesAllowedOn is null)
            throw new BrokenRuleException("Les pièces jointes sont refusées ici : un document dit souvent de qui il parle. La coordination peut les permettre.");
        if (file is null)
            throw new BrokenRuleException("Choisissez un fichier.");
        await using var content = file.OpenReadStream();
        await store.AddAsync(o.Request.Id, file.FileName, content, user, Cancellation);
    }, "Document ajouté.", compare: false);

    private async Task AskAsync(OpenRequest open)
    {
        var candidates = await CandidatesAsync(Input.ExpertId);
        var chosen = candidates.FirstOrDefault(c => c.Expert.Id == Input.ExpertId && c.Trouble.Length == 0) ?? throw new BrokenRuleException("Choisissez quelqu’un qui peut être sollicité maintenant.", nameof(Input.ExpertId));
        await asking.AskMoreAsync(open.Request, chosen, open.IsAsker ? ChosenBy.Asker : ChosenBy.Coordination, Cancellation);
    }

    /// <summary>An act of the page: who may, on the version that was read, by the record's own rules.</summary>
    private async Task<IActionResult> ActAsync(int id, Func<OpenRequest, bool> may, Func<OpenRequest, Task> act, string toast, bool compare = true)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!may(Open))
            return Forbid();
        if (!ModelState.IsValid)
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        try
        {
            if (compare)
                db.Expect(Item, Input.Version);
            await act(Open);
        }
        catch (DbUpdateConcurrencyException)
        {
            var answer = await AgainAsync(id, StatusCodes.Status409Conflict);
            ModelState.AddModelError("", Open is { Own.Answer: ExpertAnswer.Released } && Item.Experts.FirstOrDefault(e => e.Answer is ExpertAnswer.Taken or ExpertAnswer.Answered) is { } taken
                ? $"{taken.Expert!.Name} vient de prendre cette demande : elle n’attend plus votre réponse. Merci."
                : "Cette demande a changé entre-temps : la voici. Rien n’est enregistré ; relisez-la, puis recommencez si besoin.");
            return answer;
        }
        catch (Exception error) when (this.Explain(error))
        {
            return await AgainAsync(id, StatusCodes.Status422UnprocessableEntity);
        }
        TempData["Toast"] = toast;
        return LocalRedirect($"/appuis/{id}");
    }

    private async Task<IActionResult> AgainAsync(int id, int status)
    {
        db.ChangeTracker.Clear();
        if (!await FindAsync(id))
            return NotFound();
        Response.StatusCode = status;
        return await ShowAsync(Input.ExpertId);
    }

    private async Task<bool> FindAsync(int id) => await db.FindRequestAsync(user, id, Today, Cancellation) is { } open && (Open = open) is not null;

    private async Task<PageResult> ShowAsync(int? wanted)
    {
        if (CanAsk)
            Candidates = await CandidatesAsync(wanted);
        if (Item.IsOpen)
            Colleagues = await PersonChoice.ColleaguesAsync(db, [Item.EstablishmentId], Item.PersonId, Today, Cancellation);
        if (Item.FilesAllowedOn is not null)
            Files = (await FileList.ReadAsync(db, Item.Id, mayWrite: false, cancellation: Cancellation)).Files;
        return Page();
    }

    private Task<IReadOnlyList<Candidate>> CandidatesAsync(int? wanted)
        => asking.CandidatesAsync(new RoutingQuestion(Item.TopicId, Item.Department, Item.EstablishmentId, Item.PersonId), wanted,
            Item.Experts.Where(e => e.Answer is not ExpertAnswer.Released).Select(e => e.ExpertId).ToHashSet(), Cancellation, wide: Open.Keeps);

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    public sealed class InputModel : IVersionedInput
    {
        [Display(Name = "Pourquoi ce n’est pas pour vous"), StringLength(500), NoIdentity]
        public string? DeclinedWhy { get; set; }

        [Display(Name = "Nature")]
        public MessageKind Kind { get; set; } = MessageKind.Answer;

        [Display(Name = "Votre réponse"), StringLength(SupportMessage.Longest), NoIdentity]
        public string? Reply { get; set; }

        [Display(Name = "Votre message"), StringLength(SupportMessage.Longest), NoIdentity]
        public string? Message { get; set; }

        [Display(Name = "Collègue"), StringLength(300)]
        public string? Colleague { get; set; }

        [Display(Name = "Qui solliciter")]
        public int? ExpertId { get; set; }

        [Display(Name = "Cela vous a aidé ?")]
        public bool? Helped { get; set; }

        [Display(Name = "Ce qui a aidé, ou manqué"), StringLength(500), NoIdentity]
        public string? HelpedWhy { get; set; }

        public int Version { get; set; }
    }
}
