using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>What one of our establishments offers to a public: the « fiche dispositif » given to judges and probation services.</summary>
internal sealed class Service : AggregateRoot
{
    /// <summary>Days after which a number of free places is shown as stale (trade.md).</summary>
    public const int StaleAfterDays = 15;

    private Service() { }

    public Service(int establishmentId, string name)
        : base(ContactsModule.Service)
        => (EstablishmentId, Name) = (establishmentId, Required(name));

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Nom du dispositif")]
    public string Name { get; private set; } = "";

    [Display(Name = "En bref")]
    public string Summary { get; private set; } = "";

    /// <summary>Codes of the list "publics", between bars.</summary>
    [Display(Name = "Publics accueillis")]
    public string Publics { get; private set; } = "";

    [Display(Name = "Précisions sur le public")]
    public string PublicNote { get; private set; } = "";

    /// <summary>Codes of the list "measures", between bars.</summary>
    [Display(Name = "Mesures acceptées")]
    public string Measures { get; private set; } = "";

    [Display(Name = "Précisions sur les mesures")]
    public string MeasuresNote { get; private set; } = "";

    [Display(Name = "Places")]
    public int Places { get; private set; }

    [Display(Name = "Places libres")]
    public int? FreePlaces { get; private set; }

    [Display(Name = "Places libres au")]
    public DateOnly? FreePlacesOn { get; private set; }

    /// <summary>In words: "6 mois, renouvelable une fois".</summary>
    [Display(Name = "Durée habituelle du séjour")]
    public string Stay { get; private set; } = "";

    /// <summary>Shortest remaining sentence accepted, in months.</summary>
    [Display(Name = "Reliquat de peine minimal (mois)")]
    public int? ShortestMonths { get; private set; }

    /// <summary>Longest remaining sentence accepted, in months.</summary>
    [Display(Name = "Reliquat de peine maximal (mois)")]
    public int? LongestMonths { get; private set; }

    [Display(Name = "Horaires")]
    public string Hours { get; private set; } = "";

    [Display(Name = "Marge sur les horaires")]
    public string Leeway { get; private set; } = "";

    [Display(Name = "Permission de jour possible avant l’admission")]
    public bool DayLeave { get; private set; }

    [Display(Name = "Permission de nuit possible avant l’admission")]
    public bool NightLeave { get; private set; }

    [Display(Name = "Hébergement")]
    public Housing Housing { get; private set; } = Housing.Collective;

    [Display(Name = "Voie d’admission")]
    public SiaoRoute Route { get; private set; } = SiaoRoute.Direct;

    /// <summary>In words: "réponse sous 15 jours, entrée sous un mois".</summary>
    [Display(Name = "Délai de réponse")]
    public string Delay { get; private set; } = "";

    /// <summary>The post or service line to call.</summary>
    [Display(Name = "Qui appeler")]
    public int? ContactPostId { get; private set; }
    public Post? ContactPost { get; private set; }

    [Display(Name = "Précisions pour l’appel")]
    public string Contact { get; private set; } = "";

    [Display(Name = "Fermé le")]
    public DateOnly? ClosedOn { get; private set; }

    public ICollection<AdmissionPart> Admission { get; } = new HashSet<AdmissionPart>();

    public override SubjectFacts Describe() => new(Name, CodeList.Text(Measures), ParentId: EstablishmentId)
    {
        Text = [Summary, CodeList.Text(Publics), PublicNote, MeasuresNote],
    };

    public void Describe(string name, string summary, Housing housing) => (Name, Summary, Housing) = (Required(name), summary.Trim(), housing);

    public void Welcome(IEnumerable<string> publics, string publicNote, IEnumerable<string> measures, string measuresNote)
        => (Publics, PublicNote, Measures, MeasuresNote) = (CodeList.Join(publics), publicNote.Trim(), CodeList.Join(measures), measuresNote.Trim());

    /// <summary>Sets the number of places; free places that no longer fit are forgotten rather than invented.</summary>
    public void Offer(int places)
    {
        if (places is < 0 or > 2000)
            throw new BrokenRuleException("Le nombre de places va de 0 à 2 000.", nameof(Places));
        Places = places;
        if (FreePlaces > places)
            (FreePlaces, FreePlacesOn) = (null, null);
    }

    public void Last(string stay, int? shortestMonths, int? longestMonths)
    {
        if (shortestMonths is < 0 or > 120)
            throw new BrokenRuleException("Un reliquat de peine va de 0 à 120 mois.", nameof(ShortestMonths));
        if (longestMonths is < 0 or > 120)
            throw new BrokenRuleException("Un reliquat de peine va de 0 à 120 mois.", nameof(LongestMonths));
        if (shortestMonths > longestMonths)
            throw new BrokenRuleException("Le reliquat maximal est plus court que le minimal.", nameof(LongestMonths));
        (Stay, ShortestMonths, LongestMonths) = (stay.Trim(), shortestMonths, longestMonths);
    }

    public void KeepHours(string hours, string leeway) => (Hours, Leeway) = (hours.Trim(), leeway.Trim());

    public void AdmitBy(SiaoRoute route, string delay, bool dayLeave, bool nightLeave)
        => (Route, Delay, DayLeave, NightLeave) = (route, delay.Trim(), dayLeave, nightLeave);

    public void CallAt(int? postId, string note) => (ContactPostId, Contact) = (postId, note.Trim());

    /// <summary>Fills one part of the admission file; a part left empty goes. The parts must be loaded.</summary>
    public void FillAdmission(AdmissionPartKind kind, string content, string filledBy, string chasedBy, int? delayDays)
    {
        var part = Admission.SingleOrDefault(p => p.Kind == kind) ?? new AdmissionPart(kind);
        part.Fill(content, filledBy, chasedBy, delayDays);
        if (part.IsEmpty)
            Admission.Remove(part);
        else
            Admission.Add(part);
    }

    /// <summary>Says how many places are free that day.</summary>
    public void DeclareFreePlaces(int count, DateOnly on)
    {
        if (count < 0 || count > Places)
            throw new BrokenRuleException($"Le nombre de places libres va de 0 à {Places}.", nameof(FreePlaces));
        if (on < FreePlacesOn)
            throw new BrokenRuleException($"Les places libres sont déjà connues au {French.Date(FreePlacesOn.Value)}.", nameof(FreePlaces));
        (FreePlaces, FreePlacesOn) = (count, on);
    }

    /// <summary>True when the number of free places is unknown or too old to be trusted.</summary>
    public static bool IsStale(DateOnly? declaredOn, DateOnly today) => declaredOn is null || declaredOn.Value.AddDays(StaleAfterDays) < today;

    public void Close(DateOnly on) => ClosedOn = on;

    public void Reopen() => ClosedOn = null;

    private static string Required(string name) => string.IsNullOrWhiteSpace(name)
        ? throw new BrokenRuleException("Indiquez le nom du dispositif.", nameof(Name))
        : name.Trim();
}
