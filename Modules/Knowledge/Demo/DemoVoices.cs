using Intranet.Shared;

namespace Intranet.Knowledge.Demo;

/// <summary>What the four accounts said of the first content: flags, votes, pages watched, a correction that waits, a version handed out, a second version.</summary>
internal static class DemoVoices
{
    public static void Load(Dictionary<string, KnowledgePage> pages, Account karim, Account léa, Account hélène, Account nora, DateOnly today)
    {
        Account[] all = [karim, léa, hélène, nora];
        foreach (var (slug, page) in pages)
        {
            foreach (var (account, index) in all.Select((a, i) => (a, i)))
                if ((slug.Length + index) % 4 > 0)
                    page.Votes.Add(new PageVote(account.Id, (slug.Length * (index + 2)) % 7 > 0, today.AddDays(-20 - index)));
            foreach (var (account, index) in all.Select((a, i) => (a, i)))
                if ((slug.Length + (index * 3)) % 5 == 0)
                    page.Watches.Add(new PageWatch(account.Id, today.AddDays(-90)));
        }
        Flag(pages, "chiffres-cles", léa, today.AddDays(-9), "Le nombre de personnes suivies en milieu ouvert a dû changer depuis.");
        Flag(pages, "placement-exterieur", nora, today.AddDays(-4), "La durée de l’agrément est-elle confirmée ?");
        Flag(pages, "qui-est-qui", léa, today.AddDays(-60), "Le sigle de l’unité sanitaire n’était plus le bon.")?.Settle(karim.DisplayName, today.AddDays(-57), "Corrigé : USMP partout, UCSA gardé comme ancien nom.");
        Correct(pages, léa, today);
        Rewrite(pages, karim, today);
        if (pages.TryGetValue("reussir-un-partenariat", out var handed))
            handed.Revisions.First().Freeze(karim.DisplayName, today.AddDays(-21), "remise à la direction du SPIP avec l’ordre du jour");
    }

    private static PageFlag? Flag(Dictionary<string, KnowledgePage> pages, string slug, Account by, DateOnly on, string word)
    {
        if (!pages.TryGetValue(slug, out var page))
            return null;
        var flag = new PageFlag(by.Id, by.DisplayName, on, French.Typography(word));
        page.Flags.Add(flag);
        return flag;
    }

    /// <summary>A reader's wording, which waits for who keeps the page.</summary>
    private static void Correct(Dictionary<string, KnowledgePage> pages, Account by, DateOnly today)
    {
        if (!pages.TryGetValue("milieu-ouvert", out var page))
            return;
        var text = page.Text.Replace("## Et pour les mineurs", "À la permanence du SPIP, dire d’abord le nom de l’établissement et l’heure à laquelle on peut être rappelé.\n\n## Et pour les mineurs", StringComparison.Ordinal);
        page.Write(page.Title, page.Summary, text, "Ce qui nous fait rappeler le jour même", page.PublishedNumber ?? 0, by.Id, by.DisplayName, KnowledgeDemo.At(today.AddDays(-6)))
            .Submit(KnowledgeDemo.At(today.AddDays(-6)));
    }

    /// <summary>A second version, to compare with the first.</summary>
    private static void Rewrite(Dictionary<string, KnowledgePage> pages, Account by, DateOnly today)
    {
        if (!pages.TryGetValue("admission-deux-moities", out var page) || page.ReviewedOn is not { } on || on > today)
            return;
        var text = page.Text.Replace("2. **Une semaine après**", "2. **Cinq jours ouvrés après**", StringComparison.Ordinal);
        page.Publish(page.Write(page.Title, page.Summary, text, "Délai de relance raccourci, d’accord avec les équipes", page.PublishedNumber ?? 0, by.Id, by.DisplayName, KnowledgeDemo.At(on)), by.DisplayName, on, KnowledgeDemo.At(on));
    }
}
