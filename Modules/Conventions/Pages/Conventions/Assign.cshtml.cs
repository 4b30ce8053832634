using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>Gives the follow-up of several conventions to another post, on our side or the partner's, and tells what was done.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class AssignModel(IntranetDb db, CurrentUser user, BusinessDay day, ConventionBoard board) : PageModel
{
    /// <summary>Most conventions at once.</summary>
    public const int Most = 500;

    [BindProperty(SupportsGet = true, Name = "")]
    public ConventionFilter Filter { get; set; } = new();

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public IReadOnlyList<ConventionLine> Lines { get; private set; } = [];
    public IReadOnlyList<SelectListItem> OwnPosts { get; private set; } = [];
    public IReadOnlyList<SelectListItem> TheirPosts { get; private set; } = [];

    /// <summary>What became of each convention; null before anything was asked.</summary>
    public IReadOnlyList<(ConventionLine Line, string Result, bool IsDone)>? Report { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Input.Ids = [.. Lines.Select(l => l.Facts.Id)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (Input.Ids.Count is 0 or > Most)
            ModelState.AddModelError("Input.Ids", Input.Ids.Count == 0 ? "Choisissez au moins une convention." : $"Choisissez au plus {Most} conventions.");
        if (Input is { OwnerPostId: null, CounterpartPostId: null })
            ModelState.AddModelError("Input.OwnerPostId", "Choisissez un poste, d’un côté ou de l’autre.");
        if (Input.OwnerPostId is { } owner && OwnPosts.All(p => p.Value != owner.ToString()))
            ModelState.AddModelError("Input.OwnerPostId", "Choisissez un poste de votre périmètre.");
        if (Input.CounterpartPostId is { } asked && TheirPosts.All(p => p.Value != asked.ToString()))
            ModelState.AddModelError("Input.CounterpartPostId", "Choisissez un poste de l’un des partenaires.");
        if (!ModelState.IsValid)
            return this.Invalid();

        var conventions = await db.Set<Convention>().Include(c => c.Subject).InScope(db, user).Where(c => Input.Ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var partner = await db.Set<Post>().Where(p => p.Id == Input.CounterpartPostId).Select(p => p.PartnerId).FirstOrDefaultAsync();
        List<(ConventionLine, string, bool)> report = [];
        foreach (var line in Lines.Where(l => conventions.ContainsKey(l.Facts.Id)))
        {
            var convention = conventions[line.Facts.Id];
            var foreign = Input.CounterpartPostId is not null && line.Partners.All(p => p.Id != partner);
            var (ours, theirs) = (Input.OwnerPostId ?? convention.OwnerPostId, foreign ? convention.CounterpartPostId : Input.CounterpartPostId ?? convention.CounterpartPostId);
            var changes = (ours, theirs) != (convention.OwnerPostId, convention.CounterpartPostId);
            convention.Entrust(ours, theirs);
            report.Add((line, foreign ? "Ce partenaire n’en est pas : son référent n’a pas changé." : changes ? "Confiée." : "Déjà confiée à ce poste.", changes));
        }
        await db.SaveChangesAsync();
        Report = report;
        return Page();
    }

    private async Task ReadAsync()
    {
        var lines = await new ConventionRegister(db, user, board, day.Today).ReadAsync(Filter, HttpContext.RequestAborted);
        Lines = [.. lines.Take(Most)];
        var partners = Lines.SelectMany(l => l.Partners).Select(p => p.Id).Distinct().ToList();
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        OwnPosts = await ConventionChoices.PostsAsync(db.Set<Post>().Where(p => p.ClosedOn == null && !p.IsServiceLine && p.EstablishmentId != null && own.Contains(p.EstablishmentId.Value)), day.Today);
        TheirPosts = await ConventionChoices.PostsAsync(db.Set<Post>().Where(p => p.ClosedOn == null && p.PartnerId != null && partners.Contains(p.PartnerId.Value)), day.Today);
    }

    internal sealed class InputModel
    {
        [Display(Name = "Conventions")]
        public List<int> Ids { get; set; } = [];

        [Display(Name = "Suivie par")]
        public int? OwnerPostId { get; set; }

        [Display(Name = "Référent chez le partenaire")]
        public int? CounterpartPostId { get; set; }
    }
}
