using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

[Allow(Permission.WriteConventions)]
internal sealed class EditModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IFormPage
{
    [BindProperty]
    public ConventionInput Input { get; set; } = new();

    [BindProperty(Name = "cherche")]
    public string? Search { get; set; }

    public int Id { get; private set; }
    public string Number { get; private set; } = "";
    public bool IsFrozen { get; private set; }
    public bool CanRectify => user.May(Permission.DecideConventions);

    /// <summary>Signatures were given to the text that is about to change.</summary>
    public bool IsBeingSigned { get; private set; }
    public ConventionChoices Choices { get; private set; } = null!;
    public FormConflict? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await Find(id) is not { } convention)
            return NotFound();
        var kept = Input = ConventionInput.From(convention);
        if (!IsFrozen && await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new ConventionInput { Version = kept.Version };
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        Choices = await Offer(kept.Establishments);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await Find(id) is not { } convention)
            return NotFound();
        var kept = ConventionInput.From(convention);
        if (IsFrozen)
        {
            // What the form doesn't show is not typed: only what follows the convention comes from it.
            kept.TakeFollowUp(Input);
            Input = kept;
            ModelState.Clear();
        }
        Choices = await Offer(kept.Establishments);
        if (!IsFrozen && this.AsksAgain())
            return Page();
        if (!IsFrozen && this.AsksAgain("usages"))
        {
            this.Adopt(Input, Choices);
            return Page();
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            db.Expect(convention, Input.Version);
            Input.Write(convention);
            await db.SaveChangesAsync();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var theirs = ConventionInput.From((await Find(id))!);
            Conflict = await FormConflict.BetweenAsync(this, db, id, Input, theirs,
                (nameof(Input.KindId), Choices.Kinds), (nameof(Input.Establishments), Choices.Establishments),
                (nameof(Input.OwnerPostId), Choices.OwnPosts), (nameof(Input.CounterpartPostId), Choices.TheirPosts));
            return Page();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = convention.CancelledSignatures ? "Convention enregistrée. Le texte a changé : les signatures déjà données sont annulées." : "Convention enregistrée.";
        return LocalRedirect($"/conventions/{id}");
    }

    private Task<ConventionChoices> Offer(IReadOnlyCollection<int> kept) => ConventionChoices.ReadAsync(db, user, day.Today, Input, kept, Search);

    private async Task<Convention?> Find(int id)
    {
        var convention = await db.Set<Convention>().Include(c => c.Subject.Links).Include(c => c.Signatories).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id);
        (Id, Number, IsFrozen) = (id, convention?.Number ?? "", convention?.IsFrozen == true);
        IsBeingSigned = convention is { SignedOn: null } && convention.Signatories.Any(s => s.SignedOn is not null);
        return convention;
    }
}
