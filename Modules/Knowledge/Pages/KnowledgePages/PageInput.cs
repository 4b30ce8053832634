using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Knowledge.Pages.KnowledgePages;

/// <summary>A wording, as its form holds it.</summary>
internal class PageInput : IVersionedInput
{
    [Display(Name = "Titre"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "Chapeau"), StringLength(KnowledgePage.LongestSummary), NoIdentity]
    public string? Summary { get; set; }

    [Display(Name = "Texte"), BriefText, NoIdentity]
    public string? Text { get => field; set => field = value?.ReplaceLineEndings("\n"); }

    [Display(Name = "Ce qui change, et pourquoi"), StringLength(300), NoIdentity]
    public string? Why { get; set; }

    /// <summary>Number of the published version that its author started from; 0 when there was none.</summary>
    public int Version { get; set; }

    public static PageInput Of(PageRevision revision, int basedOn) => new() { Title = revision.Title, Summary = revision.Summary, Text = revision.Text, Why = revision.Why, Version = basedOn };

    public static PageInput Of(KnowledgePage page) => new() { Title = page.Title, Summary = page.Summary, Text = page.Text, Version = page.PublishedNumber ?? 0 };
}

/// <summary>A new page: a wording and where it goes.</summary>
internal sealed class NewPageInput : PageInput
{
    [Display(Name = "Rubrique"), Required]
    public int? SectionId { get; set; }

    [Display(Name = "Nature"), Required]
    public PageKind? Kind { get; set; } = PageKind.Practical;

    [Display(Name = "Mots-clés"), StringLength(480), NoIdentity]
    public string? Tags { get; set; }
}

/// <summary>A text that a page holds, with a sentence that says what to do otherwise.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class BriefTextAttribute() : StringLengthAttribute(KnowledgePage.LongestText)
{
    public override string FormatErrorMessage(string name) => PageText.TooLong;
}

/// <summary>What the fields of New and Edit read.</summary>
internal interface IPageForm
{
    PageInput Wording { get; }

    /// <summary>Null until it is asked for.</summary>
    Article? Preview { get; }

    /// <summary>Addresses of the text that lead nowhere.</summary>
    IReadOnlyList<string> DeadLinks { get; }

    /// <summary>0 for a page that doesn't exist yet.</summary>
    int PageId { get; }

    bool MayPublish { get; }
}

internal static class PageKinds
{
    public static IReadOnlyList<SelectListItem> Choices => [.. Enum.GetValues<PageKind>().Select(k => new SelectListItem(Labels.Of(k), k.ToString()))];
}
