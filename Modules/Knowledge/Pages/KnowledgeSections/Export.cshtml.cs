using System.IO.Compression;
using System.Text;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Knowledge.Pages.KnowledgeSections;

/// <summary>The published pages of a section as Markdown files, in folders as in the tree: what is written here can leave.</summary>
[Allow(Permission.Read)]
internal sealed class ExportModel(IntranetDb db, BusinessDay day) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await SectionDocument.ReadAsync(db, id, HttpContext.RequestAborted) is not { } document)
            return NotFound();
        var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (section, pages) in document.Parts)
            {
                var folder = string.Join('/', section.Path.Split(" › ").Select(MarkdownFile.Slug));
                foreach (var page in pages)
                {
                    var name = $"{folder}/{MarkdownFile.Slug(page.Title)}";
                    name = names.Add(name) ? name : $"{name}-{page.Id}";
                    names.Add(name);
                    await using var entry = await zip.CreateEntry($"{name}.md", CompressionLevel.Optimal).OpenAsync(HttpContext.RequestAborted);
                    await entry.WriteAsync(Encoding.UTF8.GetBytes(MarkdownFile.Write(page, section.Path)), HttpContext.RequestAborted);
                }
            }
        }
        content.Position = 0;
        return File(content, "application/zip", TableWriter.FileName($"Connaissances {document.Section.Name}", day.Today, "zip"));
    }
}
