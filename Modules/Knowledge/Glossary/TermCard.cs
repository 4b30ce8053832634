using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>What marking and bubbles need of a term in use.</summary>
internal sealed record CompiledTerm(int Id, string Name, IReadOnlyList<string> Acronyms, IReadOnlyList<string> Variants, string Definition, bool IsMarked)
{
    public DateOnly? Until { get; init; }

    /// <summary>What one calls the word that took its place.</summary>
    public string? ReplacedBy { get; init; }

    public static string Short(string name, string acronyms) => CodeList.Split(acronyms) is [var first, ..] ? first : name;
}

/// <summary>The bubble of a term: what it stands for, its definition, whether it is still in use.</summary>
internal static class TermCard
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Html(CompiledTerm term)
    {
        var name = term.Acronyms is [var acronym, ..] ? $"<strong>{Encoder.Encode(acronym)}</strong>\u00a0: {Encoder.Encode(term.Name)}" : $"<strong>{Encoder.Encode(term.Name)}</strong>";
        var ended = Ended(term.Until, term.ReplacedBy) is { Length: > 0 } sentence ? $"<p class=\"text-warn\">{Encoder.Encode(sentence)}</p>" : "";
        return string.Create(CultureInfo.InvariantCulture, $"<div class=\"tip\" id=\"terme-{term.Id}\" popover><p class=\"tip-name\">{name}</p><p>{Encoder.Encode(term.Definition)}</p>{ended}<p class=\"tip-footer\"><a href=\"/glossaire/{term.Id}\">Voir dans le glossaire</a> <span>Échap pour fermer</span></p></div>");
    }

    /// <summary>« Jusqu’au 31/12/2019, remplacé par TJ. »; empty for a word in use.</summary>
    public static string Ended(DateOnly? until, string? replacedBy) => (until, replacedBy) switch
    {
        ({ } day, { } other) => $"Jusqu’au {French.Date(day)}, remplacé par {other}.",
        ({ } day, null) => $"Jusqu’au {French.Date(day)}.",
        (null, { } other) => $"Remplacé par {other}.",
        _ => "",
    };
}
