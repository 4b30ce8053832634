using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>
/// An « avenant »: a text of its own that changes a signed convention from a day on. The convention keeps what was signed first;
/// an amendment keeps what it replaces and what it sets, so that the convention can be read as it stood on any day.
/// </summary>
[Display(Name = "Avenant")]
internal sealed class Amendment : IPartOf
{
    private bool isRectified;

    private Amendment() { }

    public Amendment(int conventionId, int number, string purpose, DateOnly? textDate, DateOnly effectOn)
        => (ConventionId, Number, Purpose, TextDate, EffectOn) = (conventionId, number, Required(purpose), textDate, effectOn);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    /// <summary>1 for the first; never given twice.</summary>
    [Display(Name = "Numéro")]
    public int Number { get; private set; }

    [Display(Name = "Objet")]
    public string Purpose { get; private set; } = "";

    [Display(Name = "Date du texte")]
    public DateOnly? TextDate { get; private set; }

    /// <summary>From this day on the convention reads as amended.</summary>
    [Display(Name = "Prend effet le")]
    public DateOnly EffectOn { get; private set; }

    /// <summary>Signed by both sides; null while it is a project.</summary>
    [Display(Name = "Signé le")]
    public DateOnly? SignedOn { get; private set; }

    [Display(Name = "Abandonné le")]
    public DateOnly? AbandonedOn { get; private set; }

    [Display(Name = "Nouvelle fin")]
    public DateOnly? End { get; private set; }

    [Display(Name = "Ancienne fin")]
    public DateOnly? EndBefore { get; private set; }

    [Display(Name = "Places")]
    public int? Places { get; private set; }

    /// <summary>In cents, for a day of one person.</summary>
    [Display(Name = "Prix de journée")]
    public long? DailyPriceCents { get; private set; }

    /// <summary>What the convention says from then on, beside dates, places and parties.</summary>
    [Display(Name = "Texte")]
    public string Text { get; private set; } = "";

    public ICollection<AmendmentParty> Parties { get; } = new HashSet<AmendmentParty>();

    public bool Holds => SignedOn is not null && AbandonedOn is null;

    /// <summary>Still to be signed or given up.</summary>
    public bool IsProject => SignedOn is null && AbandonedOn is null;

    /// <summary>It says something: a date, places, a price, parties or words.</summary>
    private bool ChangesSomething => End is not null || Places is not null || DailyPriceCents is not null || Parties.Count > 0 || Text.Length > 0;

    public void Describe(string purpose, DateOnly? textDate, DateOnly effectOn, string text)
    {
        Open();
        (Purpose, TextDate, EffectOn, Text) = (Required(purpose), textDate, effectOn, text.Trim());
    }

    public void Change(DateOnly? end, int? places, long? dailyPriceCents)
    {
        Open();
        if (end < EffectOn)
            throw new BrokenRuleException("La nouvelle fin précède la prise d’effet de l’avenant.", nameof(End));
        if (places is < 0 or > 10_000)
            throw new BrokenRuleException("Indiquez un nombre de places entre 0 et 10 000.", nameof(Places));
        if (dailyPriceCents is < 0 or > 1_000_000)
            throw new BrokenRuleException("Indiquez un prix de journée entre 0 et 10 000 €.", nameof(DailyPriceCents));
        (End, Places, DailyPriceCents) = (end, places, dailyPriceCents);
    }

    /// <summary>Which of our establishments and partners join or leave with it.</summary>
    public void Involve(IEnumerable<(int SubjectId, bool Joins)> parties)
    {
        Open();
        var wanted = parties.DistinctBy(p => p.SubjectId).ToList();
        foreach (var gone in Parties.Where(p => !wanted.Contains((p.SubjectId, p.Joins))).ToList())
            Parties.Remove(gone);
        foreach (var (subject, joins) in wanted.Where(w => Parties.All(p => p.SubjectId != w.SubjectId)))
            Parties.Add(new AmendmentParty(ConventionId, subject, joins));
    }

    internal void Sign(DateOnly on, DateOnly today)
    {
        Open();
        if (!ChangesSomething)
            throw new BrokenRuleException("Écrivez d’abord ce que l’avenant change : fin, places, prix, parties ou texte.");
        if (on > today)
            throw new BrokenRuleException("Une signature ne se date pas d’avance.", nameof(SignedOn));
        if (on < TextDate)
            throw new BrokenRuleException($"La signature ne peut pas précéder le texte, daté du {French.Date(TextDate.Value)}.", nameof(SignedOn));
        SignedOn = on;
    }

    /// <summary>Lets what was signed be written and signed again, for a typing error.</summary>
    internal void Rectify(Action write)
    {
        if (!Holds)
            throw new BrokenRuleException("Seul un avenant signé se rectifie : un projet se modifie.");
        isRectified = true;
        write();
        isRectified = false;
    }

    /// <summary>The end that its own replaces; null when it sets none.</summary>
    internal void Replace(DateOnly? end) => EndBefore = end;

    public void Abandon(DateOnly on)
    {
        Open();
        AbandonedOn = on;
    }

    private void Open()
    {
        if (SignedOn is not null && !isRectified)
            throw new BrokenRuleException("Un avenant signé ne change plus.");
        if (AbandonedOn is not null)
            throw new BrokenRuleException("Cet avenant a été abandonné.");
    }

    private static string Required(string purpose) => string.IsNullOrWhiteSpace(purpose)
        ? throw new BrokenRuleException("Indiquez l’objet de l’avenant.", nameof(Purpose))
        : purpose.Trim();
}

/// <summary>An establishment or partner that joins or leaves a convention by an amendment.</summary>
[Display(Name = "Partie d’un avenant")]
internal sealed class AmendmentParty : IPartOf
{
    private AmendmentParty() { }

    public AmendmentParty(int conventionId, int subjectId, bool joins) => (ConventionId, SubjectId, Joins) = (conventionId, subjectId, joins);

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;
    public int AmendmentId { get; private set; }
    public Amendment? Amendment { get; private set; }

    [Display(Name = "Partie")]
    public int SubjectId { get; private set; }
    public Subject? Subject { get; private set; }

    [Display(Name = "Rejoint la convention")]
    public bool Joins { get; private set; }
}
