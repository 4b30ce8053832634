using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Signing;

/// <summary>A letter to those whose signature is awaited; never twice within seven days.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class LettersModel(IntranetDb db, CurrentUser user, BusinessDay day, IMailbox mailbox, TimeProvider clock) : PageModel
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public IReadOnlyList<SignatoryLine> Lines { get; private set; } = [];
    public DateOnly Today => day.Today;

    /// <summary>Whom to answer: who follows the convention on our side.</summary>
    public string Contact { get; private set; } = "";

    public OutgoingMail Example => Letter(Lines.FirstOrDefault(l => l.WithoutLetter(day.Today) is null) ?? Lines[0]);

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input.Signatories = [.. Lines.Where(l => l.WithoutLetter(day.Today) is null).Select(l => l.Signatory.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var leaves = OfficeHours.OnOrAfter(clock.GetUtcNow().UtcDateTime);
        var chosen = Lines.Where(l => Input.Signatories.Contains(l.Signatory.Id)).ToList();
        try
        {
            if (chosen.Count == 0)
                throw new BrokenRuleException("Choisissez au moins un signataire.", nameof(Input.Signatories));
            foreach (var line in chosen)
            {
                if (line.WithoutLetter(day.Today) is { } reason)
                    throw new BrokenRuleException($"{line.Post.Title} : {reason}.", nameof(Input.Signatories));
                line.Signatory.Remind(day.Today);
                mailbox.Queue(Letter(line) with { NotBefore = leaves });
            }
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = $"{(chosen.Count == 1 ? "Une lettre part" : $"{chosen.Count} lettres partent")} {(leaves > clock.GetUtcNow().UtcDateTime ? $"le {French.DateTime(leaves)}" : "maintenant")}.";
        return LocalRedirect($"/conventions/{id}/signataires");
    }

    private OutgoingMail Letter(SignatoryLine line)
        => SigningLetter.To(line, Convention, Parties(LinkRole.Establishment).Concat(Parties(LinkRole.Partner)), Contact, Input.Word, day.Today,
            new MailAction("Voir les signatures", $"{Request.Scheme}://{Request.Host}/conventions/{Convention.Id}/signataires"));

    private IEnumerable<string> Parties(LinkRole role) => Convention.Subject.Links.Where(l => l.Role == role).Select(l => l.To.Title).Order(StringComparer.Ordinal);

    private async Task<bool> FindAsync(int id)
    {
        var today = day.Today;
        var convention = await db.Set<Convention>().Include(c => c.Subject.Links).ThenInclude(l => l.To).Include(c => c.Signatories)
            .Include(c => c.OwnerPost!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today))).ThenInclude(h => h.Person)
            .InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);
        if (convention is null)
            return false;
        Convention = convention;
        Lines = [.. (await SignatoryLine.ReadAsync(db, convention, HttpContext.RequestAborted)).Where(l => l.Signatory.IsPending && convention.SignedOn is null && convention.AbandonedOn is null)];
        if (convention.OwnerPost is { } owner)
        {
            var holder = owner.Holdings.FirstOrDefault()?.Person;
            Contact = string.Join(", ", new[] { holder?.FullName, owner.Title, First(owner.Phone, holder?.Phone), First(owner.Email, holder?.Email) }.Where(p => !string.IsNullOrEmpty(p)));
        }
        return true;
    }

    private static string? First(string ofPost, string? ofHolder) => ofPost.Length > 0 ? ofPost : ofHolder;

    public sealed class InputModel
    {
        public List<int> Signatories { get; set; } = [];

        [Display(Name = "Un mot de votre main")]
        [StringLength(1000)]
        [NoIdentity]
        public string? Word { get; set; }
    }
}
