using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages;

/// <summary>What is mine to do, what is late in my scope, and where to start.</summary>
[Allow(Permission.Read)]
internal sealed class IndexModel(IntranetDb db, CurrentUser user, BusinessDay day, IEnumerable<IHomePart> parts) : PageModel
{
    public DateOnly Today => day.Today;
    public CurrentUser Reader => user;
    public IReadOnlyList<HomeCard> Main { get; private set; } = [];
    public IReadOnlyList<HomeCard> Aside { get; private set; } = [];

    /// <summary>Counts that the layout read already, with their lists.</summary>
    public IReadOnlyList<CountedFigure> Figures => [.. user.CountedFigures.Where(f => !f.Key.StartsWith("bell", StringComparison.Ordinal))];

    /// <summary>First steps, by role.</summary>
    public IReadOnlyList<(string Label, string Hint, string Address, string Icon)> Starts { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Main = await ReadAsync(HomePlace.Main);
        Aside = await ReadAsync(HomePlace.Aside);
        Starts = [.. StartsFor(user)];
    }

    private async Task<IReadOnlyList<HomeCard>> ReadAsync(HomePlace place)
    {
        List<HomeCard> cards = [];
        foreach (var part in parts.Where(p => p.Place == place).OrderBy(p => p.Order))
        {
            if (await part.ReadAsync(db, user, Today, HttpContext.RequestAborted) is { } card)
                cards.Add(card);
        }
        return cards;
    }

    private static IEnumerable<(string Label, string Hint, string Address, string Icon)> StartsFor(CurrentUser user)
    {
        if (user.May(Permission.WriteMeetings))
            yield return ("Enregistrer une rencontre", "Un partenaire a été vu : qui, quand, à quel niveau.", "/rencontres/nouvelle", "calendar-plus");
        if (user.May(Permission.WriteConventions))
            yield return ("Préparer une convention", "Parties, dates, préavis, reconduction.", "/conventions/nouvelle", "file-plus");
        yield return ("Trouver un partenaire", "Permanence du SPIP, greffe, interlocuteur : le bon numéro.", "/partenaires", "phone");
        yield return ("Trouver un dispositif", "Public, mesures accueillies, places libres.", "/dispositifs", "home-2");
        if (user.May(Permission.Import))
            yield return ("Importer un annuaire", "SPIP, tribunaux, établissements pénitentiaires, personnel.", "/imports/nouveau", "table-import");
        if (user.May(Permission.Administer))
            yield return ("Gérer les comptes", "Rôles, périmètres, invitations.", "/administration", "settings");
    }
}
