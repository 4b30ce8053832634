using Intranet.Contacts;
using Intranet.Knowledge.Content;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Demo;

/// <summary>"Les Rives" keeps the first content, and writes about its own houses: fifty pages a copy, those of the first content included.</summary>
internal sealed class KnowledgeDemo : IDemoSource
{
    private const int PagesACopy = 50;

    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var known = context.Copy == 0 ? await KeepAsync(db, context, cancellation) : 0;
        await AddHousesAsync(db, context, PagesACopy - known, cancellation);
    }

    public async Task LoadForAccountsAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var accounts = await db.Users.Where(a => a.UserName != null).ToDictionaryAsync(a => a.UserName!.Split('@')[0], cancellation);
        if (accounts.TryGetValue("coordinateur", out var karim) && accounts.TryGetValue("educatrice", out var léa) && accounts.TryGetValue("directrice", out var hélène) && accounts.TryGetValue("admin", out var nora))
            DemoVoices.Load(await PagesAsync(db, cancellation), karim, léa, hélène, nora, context.Today);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Pages of the first content by the name of their file; those that the database no longer has are left out.</summary>
    private static async Task<Dictionary<string, KnowledgePage>> PagesAsync(IntranetDb db, CancellationToken cancellation)
    {
        var pages = (await db.Set<KnowledgePage>().Include(p => p.Subject.Links).Include(p => p.Revisions).Include(p => p.RequiredFor).Include(p => p.Receipts).Include(p => p.Views)
            .Where(p => p.Section!.Name != DemoPages.Section).AsSplitQuery().ToListAsync(cancellation)).DistinctBy(p => p.Title).ToDictionary(p => p.Title);
        return ContentLibrary.Pages().Where(c => pages.ContainsKey(c.Title)).ToDictionary(c => c.Slug, c => pages[c.Title]);
    }

    private static async Task<int> KeepAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var (today, pages) = (context.Today, await PagesAsync(db, cancellation));
        var leaver = await db.Set<Person>().Where(p => p.DepartedOn < today && p.ErasedOn == null).OrderBy(p => p.Id).Select(p => (int?)p.Id).FirstOrDefaultAsync(cancellation);
        var conventions = await db.Subjects.Where(s => s.Kind == "convention").OrderBy(s => s.Id)
            .Select(s => new { s.Id, Houses = s.Links.Where(l => l.Role == LinkRole.Establishment).Select(l => l.ToId).ToList() }).ToListAsync(cancellation);
        foreach (var kept in DemoPages.Kept)
        {
            if (!pages.TryGetValue(kept.Slug, out var page))
                continue;
            page.KeptBy(kept.Keeper.Length > 0 ? context.Ids[kept.Keeper] : null, null);
            if (kept.Verifier == DemoPages.Gone)
                page.VerifiedBy(null, leaver);
            else if (kept.Verifier.Length > 0)
                page.VerifiedBy(context.Ids[kept.Verifier], null);
            Age(db, page, kept.DueIn, kept.Verifier.Length > 0 ? "Karim Lebrun" : "Hélène Vasseur", today);
            var house = kept.House.Length > 0 ? context.Ids[kept.House] : 0;
            foreach (var convention in conventions.Where(c => c.Houses.Contains(house)).Take(2))
                page.AddLink(LinkRole.RestsOn, convention.Id);
            if (kept.Partner.Length > 0)
                page.AddLink(LinkRole.RestsOn, context.Ids[kept.Partner]);
            View(db, page, kept.Views, 12, context);
        }
        foreach (var (slug, function, days) in DemoPages.Required)
            if (pages.TryGetValue(slug, out var page))
                page.RequiredFor.Add(new RequiredReading(function, days));
        if (pages.TryGetValue("secret-et-partage", out var secret))
            secret.AskReview(today.AddDays(-9), "« Convention liée » a changé (terme).");
        await ReadAsync(db, pages, today, cancellation);
        return pages.Count;
    }

    /// <summary>Two thirds of those asked have read; among the latest arrived, fewer.</summary>
    private static async Task ReadAsync(IntranetDb db, Dictionary<string, KnowledgePage> pages, DateOnly today, CancellationToken cancellation)
    {
        var staff = await db.Set<StaffMember>().AsNoTracking().InPost(today).OrderBy(s => s.Id).Select(s => new { s.PersonId, s.Function, s.From }).ToListAsync(cancellation);
        foreach (var (slug, function, days) in DemoPages.Required)
        {
            if (!pages.TryGetValue(slug, out var page))
                continue;
            foreach (var (one, index) in staff.Where(s => function.Length == 0 || s.Function == function).DistinctBy(s => s.PersonId).Select((s, i) => (s, i)))
            {
                var on = one.From.AddDays(days - 1 - (index % 2));
                if ((index + days) % 3 > 0 && on <= today)
                    page.Receipts.Add(new PageReceipt(one.PersonId, 1, on < today.AddDays(-200) ? today.AddDays(-200 + (index % 90)) : on));
            }
        }
    }

    private static async Task AddHousesAsync(IntranetDb db, DemoContext context, int count, CancellationToken cancellation)
    {
        if (await db.Set<Section>().FirstOrDefaultAsync(s => s.Name == DemoPages.Section, cancellation) is not { } section)
        {
            db.Add(section = new Section(DemoPages.Section, "Ce que chaque maison dit d’elle-même : pages fictives de démonstration.", 70));
            await db.SaveChangesAsync(cancellation);
        }
        var houses = context.Ids.Where(i => Houses.Contains(i.Key)).ToDictionary(i => i.Value, i => i.Key);
        var titles = await db.Subjects.Where(s => houses.Keys.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToDictionaryAsync(s => s.Id, s => s.Title, cancellation);
        var order = 0;
        foreach (var (template, house) in DemoPages.OfHouses.SelectMany(t => Houses.Select(h => (t, h))).Take(count))
        {
            var title = $"{titles[context.Ids[house]]}{template.Title}";
            var page = new KnowledgePage(section.Id, template.Kind, title);
            page.Place(section.Id, template.Kind, ++order, "maison, démonstration");
            page.ReviewEvery(template.Months);
            page.KeptBy(context.Ids[$"poste-service-{house}"], null);
            var on = context.Today.AddMonths(-template.Months).AddDays((order * 7 % ((template.Months * 30) - 50)) + 14);
            var text = DemoPages.Fictional + French.Typography(template.Text);
            page.Publish(page.Write(title, template.Summary, text, "", 0, 0, "Démonstration", At(on)), "Démonstration", on, At(on));
            page.AddLink(LinkRole.RestsOn, context.Ids[house]);
            View(db, page, 3 + (order * 5 % 17), context.Copy == 0 ? 12 : 3, context);
            db.Add(page);
        }
        if (context.Copy == 0)
            Bin(db, section, context);
        await db.SaveChangesAsync(cancellation);
    }

    private static void Bin(IntranetDb db, Section section, DemoContext context)
    {
        const string title = "Ancienne fiche de liaison papier";
        var (page, on) = (new KnowledgePage(section.Id, PageKind.Practical, title), context.Today.AddDays(-700));
        page.Publish(page.Write(title, "Remplacée par le cadre de partage de chaque convention.", DemoPages.Fictional + "Une feuille bleue, un tampon, trois copies.", "", 0, 0, "Démonstration", At(on)), "Démonstration", on, At(on));
        page.Bin("Karim Lebrun", context.Today.AddDays(-15));
        db.Add(page);
    }

    /// <summary>As if it had been published and read again in time to come due then.</summary>
    private static void Age(IntranetDb db, KnowledgePage page, int dueIn, string by, DateOnly today)
    {
        var reviewed = today.AddDays(dueIn).AddMonths(-page.ReviewMonths!.Value);
        if (reviewed > today)
            reviewed = today;
        page.Confirm(by, reviewed);
        var published = reviewed.AddDays(-30);
        db.Entry(page).Property(p => p.PublishedOn).CurrentValue = published;
        foreach (var revision in page.Revisions)
        {
            db.Entry(revision).Property(r => r.At).CurrentValue = At(published);
            db.Entry(revision).Property(r => r.PublishedAt).CurrentValue = At(published);
        }
    }

    private static void View(IntranetDb db, KnowledgePage page, int usual, int months, DemoContext context)
    {
        for (var back = 0; back < months; back++)
        {
            var day = context.Today.AddMonths(-back);
            var views = new PageViews(page.Id, new DateOnly(day.Year, day.Month, 1));
            page.Views.Add(views);
            db.Entry(views).Property(v => v.Count).CurrentValue = Math.Max(1, usual - back + context.Random.Next(-usual / 4, (usual / 4) + 1));
        }
    }

    internal static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(8, 20), DateTimeKind.Utc);

    private static readonly string[] Houses =
    [
        "chrs-traverse", "csapa-rive-canal", "act-lilas", "caarud-halte", "chrs-passage", "csapa-deux-rives", "chrs-escale", "act-peupliers", "chrs-glycines", "lhss-saint-clair", "chu-beaulieu",
        "pension-acacias", "residence-belvedere",
    ];
}
