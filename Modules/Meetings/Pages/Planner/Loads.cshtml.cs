using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Planner;

/// <summary>How many meetings each of those who keep a relation can hold.</summary>
[Allow(Permission.WriteMeetings)]
internal sealed class LoadsModel(IntranetDb db, CurrentUser user, BusinessDay day, PartnerObligations obligations) : PageModel
{
    [BindProperty]
    public List<LoadInput> Input { get; set; } = [];

    /// <summary>Who they are and for how many partners they answer.</summary>
    public IReadOnlyDictionary<int, (string Name, int Partners)> People { get; private set; } = new Dictionary<int, (string, int)>();

    public async Task OnGetAsync()
    {
        var rows = await ReadAsync();
        Input = [.. rows.DistinctBy(r => r.OwnerPersonId).OrderBy(r => r.OwnerName, StringComparer.Ordinal)
            .Select(r => new LoadInput { PersonId = r.OwnerPersonId!.Value, PerWeek = r.PerWeek ?? MeetingLoad.DefaultPerWeek, PerMonth = r.PerMonth ?? MeetingLoad.DefaultPerMonth })];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (Input.Exists(i => !People.ContainsKey(i.PersonId)))
            return NotFound();
        if (!ModelState.IsValid)
            return this.Invalid();
        var known = await db.Set<MeetingLoad>().ToDictionaryAsync(l => l.PersonId);
        for (var i = 0; i < Input.Count; i++)
        {
            var line = Input[i];
            try
            {
                if (known.TryGetValue(line.PersonId, out var load))
                    load.Set(line.PerWeek, line.PerMonth);
                else if (line.PerWeek != MeetingLoad.DefaultPerWeek || line.PerMonth != MeetingLoad.DefaultPerMonth)
                    db.Add(new MeetingLoad(line.PersonId, line.PerWeek, line.PerMonth));
            }
            catch (BrokenRuleException error)
            {
                ModelState.AddModelError($"Input[{i}].{error.Field}", error.Message);
            }
        }
        if (!ModelState.IsValid)
            return this.Invalid();
        await db.SaveChangesAsync();
        TempData["Toast"] = "Charges enregistrées.";
        return LocalRedirect("/rencontres/planificateur");
    }

    private async Task<List<PlannerPartner>> ReadAsync()
    {
        var rows = (await new PlannerReader(db, user, obligations, day.Today).PartnersAsync(HttpContext.RequestAborted)).Where(r => r.OwnerPersonId is not null && r.IsOwn).ToList();
        People = rows.GroupBy(r => r.OwnerPersonId!.Value).ToDictionary(g => g.Key, g => (g.First().OwnerName!, g.Count()));
        return rows;
    }

    internal sealed class LoadInput
    {
        public int PersonId { get; set; }

        [Display(Name = "Par semaine")]
        [Range(1, 20, ErrorMessage = "Indiquez de 1 à 20 rencontres par semaine.")]
        public int PerWeek { get; set; }

        [Display(Name = "Par mois")]
        [Range(1, 60, ErrorMessage = "Indiquez de 1 à 60 rencontres par mois.")]
        public int PerMonth { get; set; }
    }
}
