using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge.Content;

/// <summary>
/// What a database without a section starts with: sections, laws, words and pages, each with its source and the day it was last found true.
/// Nobody keeps them yet: an installation names who does.
/// </summary>
internal static class ContentSeed
{
    public const string Author = "Premier contenu";

    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<Section>().AnyAsync(cancellation))
            return;
        var sections = AddSections(db);
        var laws = ContentLaws.Items.ToDictionary(l => l.Key, l => new LawText(l.Name, l.Address, French.Typography(l.Note), l.InForceOn, null));
        var terms = ContentLibrary.Terms().Select(t => (Content: t, Term: t.Make(ContentLibrary.GlossaryReadOn))).ToList();
        var pages = ContentLibrary.Pages().Select(p => (Content: p, Page: new KnowledgePage(0, p.Kind, p.Title))).ToList();
        db.AddRange(laws.Values);
        db.AddRange(terms.Select(t => t.Term));
        foreach (var (content, page) in pages)
        {
            db.Add(page);
            db.Entry(page).Reference(p => p.Section).CurrentValue = sections[content.Section];
        }
        await db.SaveChangesAsync(cancellation);

        Tie(terms);
        var topics = (await db.Subjects.Where(s => s.Kind == "topic").Select(s => new { s.Id, s.Title }).ToListAsync(cancellation)).DistinctBy(t => t.Title).ToDictionary(t => t.Title, t => t.Id);
        var ids = pages.ToDictionary(p => p.Content.Slug, p => p.Page.Id);
        foreach (var (content, page) in pages)
        {
            page.Place(page.SectionId, content.Kind, content.Order, content.Tags);
            page.ReviewEvery(content.Months);
            var now = content.WrittenOn.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc);
            var revision = page.Write(content.Title, content.Summary, content.TextWith(ids), "Premier contenu", 0, 0, Author, now);
            page.Publish(revision, Author, content.WrittenOn, now);
            page.SetLinks(LinkRole.RestsOn, content.Laws.Select(l => laws[l].Id));
            page.SetLinks(LinkRole.SeeAlso, content.See.Select(s => ids[s]));
            page.SetLinks(LinkRole.Topic, content.Topics.Where(topics.ContainsKey).Select(t => topics[t]));
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static Dictionary<string, Section> AddSections(IntranetDb db)
    {
        var sections = new Dictionary<string, Section>();
        foreach (var (name, under, order, purpose) in ContentSections.Items)
        {
            var section = sections[name] = new Section(name, French.Typography(purpose), order);
            db.Add(section);
            if (under.Length > 0)
                db.Entry(section).Reference(s => s.Parent).CurrentValue = sections[under];
        }
        return sections;
    }

    private static void Tie(List<(ContentTerm Content, GlossaryTerm Term)> terms)
    {
        var ids = terms.ToDictionary(t => t.Content.Name, t => t.Term.Id);
        foreach (var (content, term) in terms)
        {
            if (content.ReplacedBy.Length > 0)
                term.LastFrom(content.Since, content.Until, ids[content.ReplacedBy]);
            term.SetLinks(LinkRole.SeeAlso, content.See.Select(s => ids[s]));
        }
    }
}
