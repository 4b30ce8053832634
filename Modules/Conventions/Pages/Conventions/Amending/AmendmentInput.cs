using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Conventions.Pages.Conventions.FollowUp;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions.Amending;

/// <summary>What the form of an amendment holds; what is left empty doesn't change.</summary>
internal sealed class AmendmentInput : IVersionedInput
{
    [Display(Name = "Objet de l’avenant")]
    [Required]
    [StringLength(500)]
    [NoIdentity]
    public string? Purpose { get; set; }

    [Display(Name = "Date du texte")]
    public DateOnly? TextDate { get; set; }

    [Display(Name = "Prend effet le")]
    [Required]
    public DateOnly? EffectOn { get; set; }

    [Display(Name = "Nouvelle fin")]
    public DateOnly? End { get; set; }

    [Display(Name = "Places")]
    [Range(0, 10_000)]
    public int? Places { get; set; }

    [Display(Name = "Prix de journée, en euros")]
    [StringLength(20)]
    public string? DailyPriceCents { get; set; }

    [Display(Name = "Texte")]
    [StringLength(4000)]
    [NoIdentity]
    public string? Text { get; set; }

    [Display(Name = "Établissements qui rejoignent")]
    public List<int> Establishments { get; set; } = [];

    [Display(Name = "Partenaires qui rejoignent")]
    public List<int> Partners { get; set; } = [];

    [Display(Name = "Parties qui quittent")]
    public List<int> Leaving { get; set; } = [];

    /// <summary>Follows from the values shown, an amendment having no version of its own.</summary>
    public int Version { get; set; }

    public static AmendmentInput From(Amendment a) => new AmendmentInput
    {
        Purpose = a.Purpose,
        TextDate = a.TextDate,
        EffectOn = a.EffectOn,
        End = a.End,
        Places = a.Places,
        DailyPriceCents = Euros.Text(a.DailyPriceCents),
        Text = a.Text,
        Establishments = [.. a.Parties.Where(p => p.Joins && p.Subject!.Kind == ContactsModule.Establishment.Code).Select(p => p.SubjectId).Order()],
        Partners = [.. a.Parties.Where(p => p.Joins && p.Subject!.Kind == ContactsModule.Partner.Code).Select(p => p.SubjectId).Order()],
        Leaving = [.. a.Parties.Where(p => !p.Joins).Select(p => p.SubjectId).Order()],
    }.Stamped();

    public void Write(Amendment amendment)
    {
        amendment.Describe(Purpose ?? "", TextDate, EffectOn!.Value, Text ?? "");
        amendment.Change(End, Places, Euros.Cents(DailyPriceCents, nameof(DailyPriceCents)));
        amendment.Involve([.. Establishments.Concat(Partners).Select(id => (id, true)), .. Leaving.Select(id => (id, false))]);
    }
}

/// <summary>Who may join or leave; what isn't offered is refused.</summary>
internal sealed record AmendmentChoices(IReadOnlyList<SelectListItem> Establishments, PartnerBoxes Partners, IReadOnlyList<Subject> Parties)
{
    /// <param name="reading">The convention as it reads without the amendment.</param>
    public static async Task<AmendmentChoices> ReadAsync(IntranetDb db, CurrentUser user, ConventionReading reading, AmendmentInput input, string? search)
    {
        IReadOnlyList<Subject> parties = [.. reading.Parties(LinkRole.Establishment), .. reading.Parties(LinkRole.Partner)];
        var known = parties.Select(p => p.Id).ToList();
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        var establishments = await db.Set<Establishment>().AsNoTracking()
            .Where(e => !known.Contains(e.Id) && (input.Establishments.Contains(e.Id) || (e.ClosedOn == null && own.Contains(e.Id))))
            .OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync();
        return new AmendmentChoices(establishments, await PartnerBoxes.ReadAsync(db, "Input.Partners", input.Partners, search), parties);
    }

    /// <summary>The lists that the comparison of two versions names its values from.</summary>
    public (string, IEnumerable<SelectListItem>)[] Lists =>
    [
        (nameof(AmendmentInput.Establishments), Establishments),
        (nameof(AmendmentInput.Partners), Partners.Rows.Select(r => new SelectListItem(r.Name, r.Id.ToString()))),
        (nameof(AmendmentInput.Leaving), Parties.Select(p => new SelectListItem(p.Title, p.Id.ToString()))),
    ];

    public void Check(AmendmentInput input, IReadOnlyCollection<int> kept)
    {
        if (!input.Establishments.TrueForAll(e => kept.Contains(e) || Establishments.Any(o => o.Value == e.ToString())))
            throw new BrokenRuleException("Choisissez un établissement de votre périmètre.", nameof(AmendmentInput.Establishments));
        if (!input.Partners.TrueForAll(p => Partners.Rows.Any(r => r.Id == p)))
            throw new BrokenRuleException("Ce partenaire n’existe pas.", nameof(AmendmentInput.Partners));
        if (input.Establishments.Concat(input.Partners).FirstOrDefault(id => Parties.Any(p => p.Id == id)) is var joined and > 0)
            throw new BrokenRuleException($"{Parties.First(p => p.Id == joined).Title} est déjà partie à la convention.", nameof(AmendmentInput.Partners));
        if (!input.Leaving.TrueForAll(id => Parties.Any(p => p.Id == id)))
            throw new BrokenRuleException("Seule une partie à la convention la quitte.", nameof(AmendmentInput.Leaving));
    }
}
