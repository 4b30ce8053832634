using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Pages.Services;

/// <summary>The form of a service sheet, new or known.</summary>
internal sealed class ServiceInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Nom du dispositif"), Required, StringLength(150), NoIdentity]
    public string? Name { get; set; }

    [Display(Name = "En bref"), StringLength(2000), NoIdentity]
    public string? Summary { get; set; }

    [Display(Name = "Hébergement"), Required]
    public Housing? Housing { get; set; } = Contacts.Housing.Collective;

    [Display(Name = "Publics accueillis")]
    public List<string> Publics { get; set; } = [];

    [Display(Name = "Précisions sur le public"), StringLength(500), NoIdentity]
    public string? PublicNote { get; set; }

    [Display(Name = "Mesures acceptées")]
    public List<string> Measures { get; set; } = [];

    [Display(Name = "Précisions sur les mesures"), StringLength(500), NoIdentity]
    public string? MeasuresNote { get; set; }

    [Display(Name = "Places"), Required, Range(0, 2000)]
    public int? Places { get; set; }

    [Display(Name = "Durée habituelle du séjour"), StringLength(300), NoIdentity]
    public string? Stay { get; set; }

    [Display(Name = "Reliquat de peine minimal (mois)"), Range(0, 120)]
    public int? ShortestMonths { get; set; }

    [Display(Name = "Reliquat de peine maximal (mois)"), Range(0, 120)]
    public int? LongestMonths { get; set; }

    [Display(Name = "Horaires"), StringLength(500), NoIdentity]
    public string? Hours { get; set; }

    [Display(Name = "Marge sur les horaires"), StringLength(300), NoIdentity]
    public string? Leeway { get; set; }

    [Display(Name = "Voie d’admission"), Required]
    public SiaoRoute? Route { get; set; } = SiaoRoute.Direct;

    [Display(Name = "Délai de réponse"), StringLength(300), NoIdentity]
    public string? Delay { get; set; }

    [Display(Name = "Permission de jour possible avant l’admission")]
    public bool DayLeave { get; set; }

    [Display(Name = "Permission de nuit possible avant l’admission")]
    public bool NightLeave { get; set; }

    [Display(Name = "Qui appeler")]
    public int? ContactPostId { get; set; }

    [Display(Name = "Précisions pour l’appel"), StringLength(500), NoIdentity]
    public string? Contact { get; set; }

    [Display(Name = "Partie sociale")]
    public PartInput Social { get; set; } = new();

    [Display(Name = "Partie médicale")]
    public PartInput Medical { get; set; } = new();

    [Display(Name = "Partie pénale")]
    public PartInput Penal { get; set; } = new();

    public static ServiceInput From(Service s) => new()
    {
        Version = s.Version,
        Name = s.Name,
        Summary = s.Summary,
        Housing = s.Housing,
        Publics = [.. CodeList.Split(s.Publics)],
        PublicNote = s.PublicNote,
        Measures = [.. CodeList.Split(s.Measures)],
        MeasuresNote = s.MeasuresNote,
        Places = s.Places,
        Stay = s.Stay,
        ShortestMonths = s.ShortestMonths,
        LongestMonths = s.LongestMonths,
        Hours = s.Hours,
        Leeway = s.Leeway,
        Route = s.Route,
        Delay = s.Delay,
        DayLeave = s.DayLeave,
        NightLeave = s.NightLeave,
        ContactPostId = s.ContactPostId,
        Contact = s.Contact,
        Social = PartInput.From(s, AdmissionPartKind.Social),
        Medical = PartInput.From(s, AdmissionPartKind.Medical),
        Penal = PartInput.From(s, AdmissionPartKind.Penal),
    };

    public void Apply(Service s)
    {
        s.Describe(Name ?? "", Summary ?? "", Housing!.Value);
        s.Welcome(Publics, PublicNote ?? "", Measures, MeasuresNote ?? "");
        s.Offer(Places!.Value);
        s.Last(Stay ?? "", ShortestMonths, LongestMonths);
        s.KeepHours(Hours ?? "", Leeway ?? "");
        s.AdmitBy(Route!.Value, Delay ?? "", DayLeave, NightLeave);
        s.CallAt(ContactPostId, Contact ?? "");
        Social.Apply(s, AdmissionPartKind.Social);
        Medical.Apply(s, AdmissionPartKind.Medical);
        Penal.Apply(s, AdmissionPartKind.Penal);
    }
}

/// <summary>One part of the admission file.</summary>
internal sealed class PartInput
{
    [Display(Name = "Pièces demandées"), StringLength(1000), NoIdentity]
    public string? Content { get; set; }

    [Display(Name = "Remplie par"), StringLength(300), NoIdentity]
    public string? FilledBy { get; set; }

    [Display(Name = "Relancée par"), StringLength(300), NoIdentity]
    public string? ChasedBy { get; set; }

    [Display(Name = "Délai (jours)"), Range(0, 365)]
    public int? DelayDays { get; set; }

    public static PartInput From(Service s, AdmissionPartKind kind) => s.Admission.SingleOrDefault(p => p.Kind == kind) is not { } part ? new() : new()
    {
        Content = part.Content,
        FilledBy = part.FilledBy,
        ChasedBy = part.ChasedBy,
        DelayDays = part.DelayDays,
    };

    public void Apply(Service s, AdmissionPartKind kind) => s.FillAdmission(kind, Content ?? "", FilledBy ?? "", ChasedBy ?? "", DelayDays);

    /// <summary>As the conflict page compares it.</summary>
    public override string ToString() => string.Join(" · ", new[] { Content, FilledBy, ChasedBy, DelayDays is { } days ? French.Count(days, "jour") : null }.Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t!.Trim()));
}

/// <summary>What the form offers to choose from.</summary>
internal sealed record ServiceChoices(IReadOnlyList<SelectListItem> Publics, IReadOnlyList<SelectListItem> Measures, IReadOnlyList<SelectListItem> Posts)
{
    public static async Task<ServiceChoices> ReadAsync(IntranetDb db, int establishmentId, IReadOnlyList<string>? chosen = null)
    {
        var lists = await db.ChoicesAsync([ContactsLists.Publics.Code, ContactsLists.Measures.Code], chosen);
        var posts = await db.Set<Post>().Where(p => p.EstablishmentId == establishmentId && p.ClosedOn == null)
            .OrderByDescending(p => p.IsServiceLine).ThenBy(p => p.Title).Select(p => new SelectListItem(p.Phone == "" ? p.Title : p.Title + " – " + p.Phone, $"{p.Id}")).ToListAsync();
        return new ServiceChoices([.. lists[ContactsLists.Publics.Code]], [.. lists[ContactsLists.Measures.Code]], posts);
    }
}
