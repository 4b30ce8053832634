using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>A draft: from a partner, from an establishment, or as what follows another convention.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IFormPage
{
    [BindProperty]
    public ConventionInput Input { get; set; } = new();

    /// <summary>The convention that this one follows.</summary>
    [BindProperty(SupportsGet = true, Name = "suite")]
    public int? PredecessorId { get; set; }

    public ConventionChoices Choices { get; private set; } = null!;
    public bool IsFrozen => false;

    /// <summary>What follows a convention is not what was begun elsewhere.</summary>
    public string DraftKey => PredecessorId is { } id ? $"convention-suite-{id}" : "convention-nouvelle";

    /// <summary>Without a partner, the page asks for it first.</summary>
    public PartnerBoxes? Search { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<int> Establishments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(List<int> partenaire, List<int> etablissement, string? cherche)
    {
        if (PredecessorId is not null)
        {
            if (await Successor() is not { } input)
                return NotFound();
            Input = input;
        }
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new ConventionInput();
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        else if (PredecessorId is null && partenaire.Count == 0)
        {
            (Text, Establishments) = (cherche, etablissement);
            Search = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche);
            return Page();
        }
        else if (PredecessorId is null)
        {
            await Prefill(partenaire, etablissement);
            if (Input.Partners.Count == 0)
                return NotFound();
        }
        Choices = await ConventionChoices.ReadAsync(db, user, day.Today, Input, []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Choices = await ConventionChoices.ReadAsync(db, user, day.Today, Input, []);
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var number = await ConventionNumbers.TakeAsync(db, day.Today.Year);
            var convention = new Convention(number[0], Input.Title!, Input.KindId!.Value, day.Today);
            Input.Write(convention);
            if (PredecessorId is not null)
                convention.Follow(await Predecessors().FirstOrDefaultAsync() ?? throw new BrokenRuleException("La convention à laquelle celle-ci fait suite n’est plus dans votre périmètre."));
            db.Add(convention);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            TempData["Toast"] = $"Brouillon {convention.Number} créé.";
            return LocalRedirect($"/conventions/{convention.Id}");
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
    }

    private async Task Prefill(List<int> partners, List<int> establishments)
    {
        var names = await db.Subjects.Where(s => partners.Contains(s.Id) || establishments.Contains(s.Id)).Select(s => new { s.Id, s.Kind, s.Title }).ToListAsync();
        Input.Partners = [.. names.Where(n => n.Kind == ContactsModule.Partner.Code).Select(n => n.Id)];
        Input.Establishments = [.. names.Where(n => n.Kind == ContactsModule.Establishment.Code).Select(n => n.Id)];
        Input.OwnerPostId = await db.Set<Partner>().Where(p => partners.Contains(p.Id)).Select(p => p.RelationOwnerId).FirstOrDefaultAsync(id => id != null)
            ?? await db.Set<Holding>().Where(h => h.PersonId == user.PersonId && h.To == null).Select(h => (int?)h.PostId).FirstOrDefaultAsync();
        Input.Title = $"Convention avec {French.List(names.Where(n => n.Kind == ContactsModule.Partner.Code).Select(n => n.Title))}";
        Input.Renewal = RenewalMode.Express;
    }

    private IQueryable<Convention> Predecessors() => db.Set<Convention>().AsNoTracking().Include(c => c.Kind).Include(c => c.Successors).Include(c => c.Subject.Links)
        .InScope(db, user).Where(c => c.Id == PredecessorId);

    /// <summary>The predecessor's own values, from the day after its end; null when it is out of sight or something follows it already.</summary>
    private async Task<ConventionInput?> Successor()
    {
        var last = await Predecessors().FirstOrDefaultAsync(c => c.SignedOn != null && !c.Successors.Any(s => s.AbandonedOn == null));
        if (last is null)
            return null;
        var input = ConventionInput.From(last);
        (input.TextDate, input.Version) = (null, 0);
        if (ConventionFacts.Of(last).Period(day.Today)?.End is { } end)
        {
            input.Start = end.AddDays(1);
            input.End = last.Terms.InitialMonths is { } months ? Periods.End(end.AddDays(1), months) : null;
        }
        return input;
    }
}
