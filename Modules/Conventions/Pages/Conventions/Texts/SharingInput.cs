using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>What the form of a sharing frame holds.</summary>
internal sealed class SharingInput : IVersionedInput
{
    [Display(Name = "Lignes")]
    public List<Line> Lines { get; set; } = [];

    [Display(Name = "Ce que vous rectifiez")]
    [StringLength(900)]
    [NoIdentity]
    public string? Rectification { get; set; }

    public int Version { get; set; }

    public static SharingInput From(Convention convention) => new()
    {
        Lines = [.. convention.Sharing.OrderBy(l => l.Order).Select(l => new Line { What = l.What, From = l.From, To = l.To, Rule = l.Rule, Basis = l.Basis })],
        Version = convention.Version,
    };

    public void Write(Convention convention)
        => convention.Share([.. Lines.Select(l => (l.What ?? "", l.From ?? "", l.To ?? "", l.Rule.GetValueOrDefault(), l.Basis ?? ""))]);

    public sealed class Line : IFormLine
    {
        [Display(Name = "Information")]
        [Required]
        [StringLength(500)]
        [NoIdentity]
        public string? What { get; set; }

        [Display(Name = "De")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? From { get; set; }

        [Display(Name = "À")]
        [Required]
        [StringLength(200)]
        [NoIdentity]
        public string? To { get; set; }

        [Display(Name = "Règle")]
        [Required]
        public SharingRule? Rule { get; set; }

        [Display(Name = "Fondement")]
        [Required]
        [StringLength(ReferenceItem.CodeLength)]
        public string? Basis { get; set; }

        public void Check() => SharingLine.Check(What ?? "", From ?? "", To ?? "", Rule.GetValueOrDefault(), Basis ?? "");

        /// <summary>As it is shown when two people have written it differently.</summary>
        public override string ToString() => $"{What} ({From} → {To}, {(Rule is { } rule ? Labels.Of(rule).ToLowerInvariant() : "sans règle")})";
    }
}
