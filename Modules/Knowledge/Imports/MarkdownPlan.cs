using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Knowledge;

/// <summary>What a file would make; with a problem, nothing.</summary>
/// <param name="PageId">The page of that title, of which it would be another wording; null for a new one.</param>
internal sealed record PlannedPage(string File, string Title, int? SectionId, string Section, PageKind Kind, string Tags, string Summary, string Text, int? PageId, bool IsSame, bool ReplacesDraft, string Problem)
{
    public bool IsMade => Problem.Length == 0 && !IsSame;
}

/// <summary>What an import would make, said before anything is; made, it is drafts only.</summary>
internal static class MarkdownPlan
{
    /// <param name="fallback">Section of those that name none.</param>
    public static async Task<IReadOnlyList<PlannedPage>> MakeAsync(IntranetDb db, CurrentUser user, DateOnly today, IReadOnlyList<(string Name, MarkdownFile File)> files, int? fallback, CancellationToken cancellation)
    {
        var sections = (await SectionTree.ReadAsync(db, cancellation)).Where(s => s.RetiredOn is null).ToList();
        var titles = files.Select(f => f.File.Title).Distinct().ToList();
        var known = (await db.Set<KnowledgePage>().AsNoTracking().Visible(db, user, today).Where(p => titles.Contains(p.Title))
            .Select(p => new { p.Id, p.Title, p.Summary, p.Text, p.SectionId, Number = p.PublishedNumber ?? 0, HasDraft = p.Revisions.Any(r => r.ById == user.Id && r.BasedOn == (p.PublishedNumber ?? 0) && r.PublishedAt == null && r.DroppedAt == null && r.SubmittedAt == null) })
            .ToListAsync(cancellation)).ToLookup(p => p.Title, StringComparer.CurrentCultureIgnoreCase);
        var seen = new HashSet<string>(StringComparer.CurrentCultureIgnoreCase);
        return [.. files.Select(f => Plan(f.Name, f.File))];

        PlannedPage Plan(string name, MarkdownFile file)
        {
            var same = known[file.Title].ToList();
            var page = same.Count == 1 ? same[0] : null;
            var section = page is not null ? sections.FirstOrDefault(s => s.Id == page.SectionId) : SectionOf(file.Section) ?? sections.FirstOrDefault(s => s.Id == fallback);
            return new(name, file.Title, section?.Id ?? page?.SectionId, section?.Path ?? "", file.Kind ?? PageKind.Practical, file.Tags, file.Summary, file.Text, page?.Id,
                page is not null && page.Text == file.Text && page.Summary == file.Summary, page?.HasDraft == true, Problem(file, same.Count, section is not null || page is not null));
        }

        string Problem(MarkdownFile file, int sameTitle, bool hasSection)
            => file.Title.Length is 0 or > 200 ? "le titre manque ou dépasse 200 caractères"
            : !seen.Add(file.Title) ? "un autre fichier porte ce titre"
            : sameTitle > 1 ? "plusieurs pages portent ce titre"
            : !hasSection ? file.Section.Length > 0 ? $"la rubrique « {file.Section} » n’existe pas : choisissez-en une ci-dessus" : "aucune rubrique : choisissez-en une ci-dessus"
            : file.Text.Length == 0 ? "le texte est vide"
            : file.Text.Length > KnowledgePage.LongestText ? "le texte dépasse 60\u00a0000 caractères"
            : file.Summary.Length > KnowledgePage.LongestSummary ? "le chapeau dépasse 500 caractères"
            : file.Tags.Length > 480 ? "les mots-clés dépassent 480 caractères"
            : ArticleText.Read(file.Text).IsTooDeep ? "des listes ou des citations s’emboîtent trop profondément"
            : new[] { file.Title, file.Summary, file.Tags, file.Text }.Select(IdentityGuard.Find).FirstOrDefault(f => f is not null)?.Sentence ?? "";

        SectionNode? SectionOf(string name)
        {
            var folded = Folding.Fold(name.Replace('/', ' ').Replace('›', ' ').Replace('>', ' '));
            if (folded.Length == 0)
                return null;
            return sections.FirstOrDefault(s => Folding.Fold(s.Path.Replace('›', ' ')) == folded) ?? (sections.Where(s => Folding.Fold(s.Name) == folded).ToList() is [var only] ? only : null);
        }
    }

    /// <summary>Drafts of the one who imports: nothing is published, nothing asks for a second look yet.</summary>
    public static async Task<int> WriteAsync(IntranetDb db, CurrentUser user, IReadOnlyList<PlannedPage> plan, DateTime now, CancellationToken cancellation)
    {
        var ids = plan.Where(p => p.IsMade && p.PageId is not null).Select(p => p.PageId!.Value).ToList();
        var pages = await db.Set<KnowledgePage>().Include(p => p.Subject).Include(p => p.Revisions.Where(r => r.ById == user.Id && r.PublishedAt == null && r.DroppedAt == null && r.SubmittedAt == null)).AsSplitQuery()
            .Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
        var made = 0;
        foreach (var planned in plan.Where(p => p.IsMade))
        {
            var page = planned.PageId is { } id ? pages.GetValueOrDefault(id) : null;
            if (page is null)
            {
                page = new KnowledgePage(planned.SectionId!.Value, planned.Kind, planned.Title);
                page.Place(planned.SectionId.Value, planned.Kind, 0, planned.Tags);
                db.Add(page);
            }
            page.Write(planned.Title, planned.Summary, planned.Text, $"Import de {Path.GetFileName(planned.File)}"[..Math.Min(300, 10 + Path.GetFileName(planned.File).Length)], page.PublishedNumber ?? 0, user.Id, user.Name, now);
            made++;
        }
        await db.SaveChangesAsync(cancellation);
        return made;
    }
}
