using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Signing;

/// <summary>The posts that sign, on each side.</summary>
[Allow(Permission.WriteConventions)]
internal sealed class ChoiceModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    private const int Most = 200;

    [BindProperty]
    public InputModel Input { get; set; } = new();

    public Convention Convention { get; private set; } = null!;
    public DateOnly Today => day.Today;

    /// <summary>Those who may sign first, then the posts of the establishments.</summary>
    public IReadOnlyList<SigningPost> Ours { get; private set; } = [];
    public IReadOnlyList<SigningPost> Theirs { get; private set; } = [];

    private HashSet<int> near = [];

    /// <summary>Of the establishments of the convention, above them, or the head: the others are folded.</summary>
    public bool IsNear(SigningPost post) => post.IsHead || near.Contains(post.Id);

    /// <summary>A partner of the convention, to add a post to.</summary>
    public int? PartnerId { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        Input.Ours = [.. Convention.Signatories.Where(s => s.IsOurs).Select(s => s.PostId)];
        Input.Theirs = [.. Convention.Signatories.Where(s => !s.IsOurs).Select(s => s.PostId)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (!await FindAsync(id))
            return NotFound();
        try
        {
            if (Input.Ours.Except(Ours.Select(p => p.Id)).Concat(Input.Theirs.Except(Theirs.Select(p => p.Id))).Any())
                throw new BrokenRuleException("Choisissez parmi les postes proposés.");
            Convention.SignedThrough([.. Input.Ours.Distinct().Select(p => (p, true)), .. Input.Theirs.Distinct().Select(p => (p, false))]);
            db.Touch(Convention);
            await db.SaveChangesAsync();
        }
        catch (Exception error) when (this.Explain(error))
        {
            return this.Invalid();
        }
        var without = Ours.Where(p => Input.Ours.Contains(p.Id) && p.LacksDelegation(day.Today)).Select(p => p.Title).ToList();
        TempData["Toast"] = Convention.Signatories.Count == 0 ? "Plus de signataires désignés : la signature s’enregistre en une fois."
            : without.Count > 0 ? $"Signataires enregistrés. Sans délégation valide aujourd’hui : {French.List(without)}."
            : "Signataires enregistrés.";
        return LocalRedirect($"/conventions/{id}/signataires");
    }

    private async Task<bool> FindAsync(int id)
    {
        if (await db.Set<Convention>().Include(c => c.Kind).Include(c => c.Subject.Links).Include(c => c.Signatories).InScope(db, user).FirstOrDefaultAsync(c => c.Id == id) is not { } convention)
            return false;
        Convention = convention;
        var today = day.Today;
        var parties = convention.Subject.Links.ToLookup(l => l.Role, l => l.ToId);
        var (establishments, partners, chosen) = (parties[LinkRole.Establishment].ToList(), parties[LinkRole.Partner].ToList(), convention.Signatories.Select(s => s.PostId).ToList());
        PartnerId = partners.Count > 0 ? partners[0] : null;
        var delegations = db.Set<Delegation>().Where(d => d.From <= today && (d.Until == null || d.Until >= today));
        var posts = db.Set<Post>().Where(p => chosen.Contains(p.Id) || (p.ClosedOn == null && !p.IsServiceLine && (
            (p.PartnerId != null && partners.Contains(p.PartnerId.Value))
            || (p.EstablishmentId != null && (establishments.Contains(p.EstablishmentId.Value) || p.Level == PostLevel.Institution || delegations.Any(d => d.PostId == p.Id)
                || p.Holdings.Any(h => h.From <= today && (h.To == null || h.To >= today) && delegations.Any(d => d.PersonId == h.PersonId))))))).OrderByDescending(p => p.Level).Take(Most);
        var read = await SigningPost.ReadAsync(db, posts, HttpContext.RequestAborted);
        Ours = [.. read.Where(p => p.IsOurs).OrderBy(p => p.LacksDelegation(today)).ThenByDescending(p => establishments.Contains(p.EstablishmentId!.Value))];
        var local = Ours.Where(p => establishments.Contains(p.EstablishmentId!.Value)).ToList();
        near = [.. local.Select(p => p.Id), .. local.Select(p => p.SuperiorId).OfType<int>()];
        Theirs = [.. read.Where(p => !p.IsOurs).OrderBy(p => p.Place, StringComparer.Ordinal)];
        return true;
    }

    public sealed class InputModel
    {
        public List<int> Ours { get; set; } = [];
        public List<int> Theirs { get; set; } = [];
    }
}
