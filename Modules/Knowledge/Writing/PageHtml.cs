using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Intranet.Knowledge;

/// <summary>Published pages as they are shown, written once a version and a state of the glossary: a page read often costs no Markdown.</summary>
internal sealed class PageHtml(GlossaryWords words) : IDisposable
{
    private const int Most = 500;
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>No command, but for a page that shows pictures and isn't kept yet; the words of the glossary are explained in it.</summary>
    public async ValueTask<Article> ReadAsync(IntranetDb db, PageSheet page, CancellationToken cancellation)
    {
        var marker = await words.CurrentAsync(db, cancellation);
        var key = (page.Id, page.PublishedNumber, marker);
        if (kept.TryGetValue(key, out Article? known))
            return known!;
        var (article, isWhole) = await WriteAsync(db, page.Id, page.Text, cancellation);
        article = article with { Markup = marker.Mark(article.Markup) };
        // A picture that isn't among the documents yet may come later.
        if (isWhole)
            kept.Set(key, article, new MemoryCacheEntryOptions { Size = 1 });
        return article;
    }

    /// <summary>A wording that isn't kept: a preview, a former version.</summary>
    public static async Task<(Article Article, bool IsWhole)> WriteAsync(IntranetDb db, int pageId, string text, CancellationToken cancellation)
    {
        var asked = ArticleText.PicturesIn(text);
        HashSet<int> pictures = asked.Count == 0 ? []
            : [.. await db.Set<StoredFile>().Where(f => f.SubjectId == pageId && asked.Contains(f.Id) && (f.Type == "png" || f.Type == "jpg")).Select(f => f.Id).ToListAsync(cancellation)];
        return (ArticleText.Read(text, pictures), pictures.Count == asked.Count);
    }

    public void Dispose() => kept.Dispose();
}
