using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Articulation;

/// <summary>« Renseigner un niveau » : what was observed, one day, between an establishment and a partner.</summary>
[Allow(Permission.WriteContacts)]
internal sealed class NewModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const string NotApplicable = "sans-objet";

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Partner { get; private set; } = "";
    public IReadOnlyList<SelectListItem> Establishments { get; private set; } = [];

    public static IEnumerable<SelectListItem> Levels => Enum.GetValues<ArticulationLevel>().Select(l => new SelectListItem($"{(int)l} · {Labels.Of(l)}", ((int)l).ToString(CultureInfo.InvariantCulture)));
    public static IEnumerable<SelectListItem> Observable => Levels.Append(new SelectListItem("Sans objet", NotApplicable));

    public async Task<IActionResult> OnGetAsync(int id, int? etablissement)
    {
        Input = new InputModel { EstablishmentId = etablissement, On = day.Today };
        return await ReadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await ReadAsync(id))
            return NotFound();
        if (Input.On > day.Today)
            ModelState.AddModelError("Input.On", "Un constat ne se date pas dans le futur.");
        if (Input.EstablishmentId is { } chosen && Establishments.All(e => e.Value != chosen.ToString(CultureInfo.InvariantCulture)))
            ModelState.AddModelError("Input.EstablishmentId", "Choisissez un établissement de votre périmètre.");
        if (!ModelState.IsValid)
            return this.Invalid();
        try
        {
            db.Add(new ArticulationObservation(Input.EstablishmentId!.Value, id, Input.On!.Value, LevelOf(Input.Level), LevelOf(Input.Aimed), Input.Comment ?? "", user.Name));
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        TempData["Toast"] = "Niveau d’articulation enregistré.";
        return LocalRedirect($"/partenaires/{id}");
    }

    private static ArticulationLevel? LevelOf(string? value) => value is "0" or "1" or "2" or "3" ? (ArticulationLevel)(value[0] - '0') : null;

    private async Task<bool> ReadAsync(int id)
    {
        Partner = await db.Set<Partner>().Where(p => p.Id == id && p.MergedIntoId == null).Select(p => p.Name).FirstOrDefaultAsync() ?? "";
        var own = db.Subjects.OwnedBy(db, user);
        Establishments = await db.Set<Establishment>().AsNoTracking().Where(e => e.ClosedOn == null && own.Any(s => s.Id == e.Id))
            .OrderBy(e => e.Name).Select(e => new SelectListItem(e.Kind + " " + e.Name, e.Id.ToString())).ToListAsync();
        return Partner.Length > 0;
    }

    public sealed class InputModel
    {
        [Display(Name = "Établissement"), Required]
        public int? EstablishmentId { get; set; }

        [Display(Name = "Observé le"), Required]
        public DateOnly? On { get; set; }

        [Display(Name = "Niveau observé"), Required]
        public string? Level { get; set; }

        [Display(Name = "Niveau visé")]
        public string? Aimed { get; set; }

        [Display(Name = "Constat"), StringLength(1000), NoIdentity]
        public string? Comment { get; set; }
    }
}
