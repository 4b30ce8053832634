using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>A draft: from a partner, from an establishment, as a copy of another convention, or as what follows one.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel, IFormPage
{
    [BindProperty]
    public ConventionInput Input { get; set; } = new();

    /// <summary>The convention that this one follows.</summary>
    [BindProperty(SupportsGet = true, Name = "suite")]
    public int? PredecessorId { get; set; }

    /// <summary>The convention that this one resembles.</summary>
    [BindProperty(SupportsGet = true, Name = "copie")]
    public int? ModelId { get; set; }

    /// <summary>Commitments, sharing frame and indicators come along.</summary>
    [BindProperty(Name = "contenu")]
    public bool WithContent { get; set; } = true;

    [BindProperty(Name = "cherche")]
    public string? Search { get; set; }

    public ConventionChoices Choices { get; private set; } = null!;
    public bool IsFrozen => false;

    /// <summary>The convention that this one is made from, if any.</summary>
    public int? SourceId => PredecessorId ?? ModelId;

    /// <summary>What follows a convention, or copies one, is not what was begun elsewhere.</summary>
    public string DraftKey => PredecessorId is { } id ? $"convention-suite-{id}" : ModelId is { } copied ? $"convention-copie-{copied}" : "convention-nouvelle";

    /// <summary>Without a partner, the page asks for it first.</summary>
    public PartnerBoxes? Proposed { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<int> Establishments { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(List<int> partenaire, List<int> etablissement, string? cherche)
    {
        Search = null;
        if (SourceId is not null)
        {
            if (await Sources().FirstOrDefaultAsync() is not { } source)
                return NotFound();
            if (PredecessorId is not null && source.Successors.FirstOrDefault(s => s.AbandonedOn is null) is { } pending)
            {
                TempData["Toast"] = $"La suite est déjà {(pending.SignedOn is null ? "en préparation" : "signée")} : {pending.Number}.";
                return LocalRedirect($"/conventions/{pending.Id}");
            }
            if (PredecessorId is not null && !source.IsSigned)
                return NotFound();
            Input = From(source);
        }
        if (await db.DraftAsync(user, Request) is { } draft)
        {
            Input = new ConventionInput();
            await TryUpdateModelAsync(Input, nameof(Input), draft);
            ModelState.Clear();
        }
        else if (SourceId is null && partenaire.Count == 0)
        {
            (Text, Establishments) = (cherche, etablissement);
            Proposed = await PartnerBoxes.ProposeAsync(db, user, day.Today, "partenaire", [], cherche);
            // « Continuer » without a partner, nor anything to look for.
            if (!Request.Query.ContainsKey(nameof(cherche)) || !string.IsNullOrWhiteSpace(cherche))
                return Page();
            ModelState.AddModelError("partenaire", "Choisissez au moins un partenaire.");
            return this.Invalid();
        }
        else if (SourceId is null)
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
        Choices = await ConventionChoices.ReadAsync(db, user, day.Today, Input, [], Search);
        if (this.AsksAgain())
            return Page();
        if (this.AsksAgain("usages"))
        {
            this.Adopt(Input, Choices);
            return Page();
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            Choices.Check(Input);
            await using var transaction = await db.Database.BeginTransactionAsync();
            var number = await ConventionNumbers.TakeAsync(db, day.Today.Year);
            var convention = new Convention(number[0], Input.Title!, Input.KindId!.Value, day.Today);
            Input.Write(convention);
            if (SourceId is not null)
            {
                var source = await Sources().Include(c => c.Commitments).Include(c => c.Sharing).Include(c => c.Indicators).AsSplitQuery().FirstOrDefaultAsync()
                    ?? throw new BrokenRuleException("La convention d’où part celle-ci n’est plus dans votre périmètre.");
                if (PredecessorId is not null)
                    convention.Follow(source);
                if (WithContent)
                    convention.TakeContent(source);
            }
            db.Add(convention);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            TempData["Toast"] = $"Brouillon {convention.Number} créé.{(((IFormPage)this).IsTacitWithStateMoney ? " Attention : reconduction tacite avec de l’argent de l’État." : "")}";
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

    private IQueryable<Convention> Sources() => db.Set<Convention>().AsNoTracking().Include(c => c.Kind).Include(c => c.Successors).WithAmendments()
        .InScope(db, user).Where(c => c.Id == SourceId);

    /// <summary>The source's values as they stand, amendments included; what follows it starts the day after its end, a copy has no dates.</summary>
    private ConventionInput From(Convention source)
    {
        var input = ConventionInput.From(source);
        var last = source.ReadOn(DateOnly.MaxValue);
        (input.Establishments, input.Partners) = ([.. last.PartyIds(LinkRole.Establishment)], [.. last.PartyIds(LinkRole.Partner)]);
        (input.Places, input.DailyPriceCents) = (last.Places, Euros.Text(last.DailyPriceCents));
        (input.TextDate, input.Start, input.End, input.IsToDocument, input.Missing, input.Version) = (null, null, null, false, "", 0);
        if (PredecessorId is not null && ConventionFacts.Of(source).Period(day.Today)?.End is { } end)
        {
            input.Start = end.AddDays(1);
            var months = source.Kind.Months ?? source.Terms.InitialMonths;
            input.End = months is { } length ? Periods.End(end.AddDays(1), length) : null;
        }
        return input;
    }
}
