using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>The form of a session, new or known.</summary>
internal sealed class SessionInput : IVersionedInput
{
    [Display(Name = "Intitulé"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "En visioconférence")]
    public bool IsRemote { get; set; }

    [Display(Name = "Lieu ou lien"), StringLength(300), NoIdentity]
    public string? Place { get; set; }

    [Display(Name = "Établissement d’accueil")]
    public int? EstablishmentId { get; set; }

    [Display(Name = "Intervenante ou intervenant"), StringLength(200), NoIdentity]
    public string? Trainer { get; set; }

    [Display(Name = "Places"), Required]
    public int? Capacity { get; set; } = 12;

    [Display(Name = "Effectif minimal"), Required]
    public int? Minimum { get; set; } = 1;

    [Display(Name = "Accord du responsable nécessaire")]
    public bool NeedsApproval { get; set; }

    [Display(Name = "Ouverte aux partenaires")]
    public bool IsOpenToPartners { get; set; }

    [Display(Name = "Coût de la session (€)"), StringLength(20)]
    public string? FixedCost { get; set; }

    [Display(Name = "Précisions"), StringLength(1000), NoIdentity]
    public string? Notes { get; set; }

    [Display(Name = "Partenaires")]
    public List<int> Partners { get; set; } = [];

    [Display(Name = "Demi-journées")]
    public List<SlotLine> Lines { get; set; } = [];

    public int Version { get; set; }

    public static SessionInput From(TrainingSession s) => new()
    {
        Title = s.Title,
        IsRemote = s.IsRemote,
        Place = s.Place,
        EstablishmentId = s.EstablishmentId,
        Trainer = s.Trainer,
        Capacity = s.Capacity,
        Minimum = s.Minimum,
        NeedsApproval = s.NeedsApproval,
        IsOpenToPartners = s.IsOpenToPartners,
        FixedCost = Euros.Text(s.FixedCost),
        Notes = s.Notes,
        Partners = [.. s.Subject.Links.Where(l => l.Role == LinkRole.Partner).Select(l => l.ToId)],
        Lines = [.. s.Slots.OrderBy(t => t.On).ThenBy(t => t.StartMinute).Select(t => new SlotLine { On = t.On, Start = t.Start, End = t.Start.AddMinutes(t.Duration) })],
        Version = s.Version,
    };

    /// <summary>Half-days enough for the course, the first on that day.</summary>
    public static SessionInput For(Course course, DateOnly? on, int? establishmentId)
    {
        var input = new SessionInput { Title = course.Title, EstablishmentId = establishmentId, IsOpenToPartners = course.Kind == CourseKind.Joint };
        var count = Math.Clamp((int)Math.Ceiling(course.Duration / (double)SlotLine.Usual), 1, 10);
        for (var i = 0; i < count; i++)
        {
            input.Lines.Add(new SlotLine());
            input.FillLast();
            if (i == 0)
                input.Lines[0].On = on;
        }
        if (course.Duration < SlotLine.Usual && course.Duration >= 15)
            input.Lines[0].End = input.Lines[0].Start!.Value.AddMinutes(course.Duration);
        return input;
    }

    /// <summary>Proposes hours for the last line: the afternoon of the line before, else the next morning.</summary>
    public void FillLast()
    {
        var before = Lines.Count > 1 ? Lines[^2] : null;
        var isAfternoon = before?.Start < SlotLine.Noon;
        Lines[^1].On = isAfternoon ? before!.On : before?.On is { } day ? WorkingDays.Next(day) : null;
        (Lines[^1].Start, Lines[^1].End) = isAfternoon ? (new TimeOnly(13, 30), new TimeOnly(17, 0)) : (new TimeOnly(9, 0), new TimeOnly(12, 30));
    }

    /// <summary>A line without a date is of the day of the line before, or of the next working day when it starts no later.</summary>
    public void FillDays()
    {
        for (var i = 1; i < Lines.Count; i++)
        {
            if (Lines[i - 1].On is { } before)
                Lines[i].On ??= Lines[i].Start > Lines[i - 1].Start ? before : WorkingDays.Next(before);
        }
    }

    public void Apply(TrainingSession session, SessionChoices choices)
    {
        if (EstablishmentId is { } house && choices.Establishments.All(e => e.Value != $"{house}"))
            throw new BrokenRuleException("Choisissez un établissement de la liste.", nameof(EstablishmentId));
        if (!Partners.TrueForAll(id => choices.Partners.Rows.Any(r => r.Id == id)))
            throw new BrokenRuleException("Ce partenaire n’existe pas.", nameof(Partners));
        session.Describe(Title ?? "", Place ?? "", IsRemote, EstablishmentId, Trainer ?? "", Notes ?? "");
        session.Seat(Capacity!.Value, Minimum!.Value);
        session.Open(NeedsApproval, IsOpenToPartners, Euros.Cents(FixedCost, nameof(FixedCost), 1_000_001));
        try
        {
            session.Schedule([.. Lines.Select(l => l.ToTime())]);
        }
        catch (BrokenRuleException broken)
        {
            throw new BrokenRuleException(broken.Message, nameof(Lines));
        }
        session.SetLinks(LinkRole.Partner, Partners);
        session.SetLinks(LinkRole.Establishment, EstablishmentId is { } host ? [host] : []);
    }
}

/// <summary>A half-day as typed.</summary>
internal sealed class SlotLine : IFormLine
{
    /// <summary>Minutes of a usual half-day.</summary>
    public const int Usual = 210;

    public static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Empty to follow the line before; see <see cref="SessionInput.FillDays"/>.</summary>
    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "De"), Required]
    public TimeOnly? Start { get; set; }

    [Display(Name = "À"), Required]
    public TimeOnly? End { get; set; }

    /// <summary>Once <see cref="Check"/> has found nothing to say.</summary>
    public SlotTime ToTime() => new(On!.Value, (Start!.Value.Hour * 60) + Start.Value.Minute, (int)(End!.Value.ToTimeSpan() - Start.Value.ToTimeSpan()).TotalMinutes);

    public void Check()
    {
        if (On is null)
            throw new BrokenRuleException("Indiquez la date.", nameof(On));
        if (Start is null || End is null)
            return;
        if (End <= Start)
            throw new BrokenRuleException("La fin vient après le début.", nameof(End));
        try
        {
            ToTime().Check();
        }
        catch (BrokenRuleException broken)
        {
            throw new BrokenRuleException(broken.Message, nameof(End));
        }
    }

    /// <summary>As two people compare it.</summary>
    public override string ToString() => On is { } on && Start is { } start && End is { } end ? $"{French.Date(on)} de {French.Time(start)} à {French.Time(end)}" : "";
}

/// <summary>What the form of a session offers.</summary>
internal sealed record SessionChoices(IReadOnlyList<SelectListItem> Establishments, PartnerBoxes Partners)
{
    /// <summary>Two or three commands.</summary>
    /// <param name="text">A search among partners, without JavaScript.</param>
    public static async Task<SessionChoices> ReadAsync(IntranetDb db, CurrentUser user, SessionInput input, string? text, DateOnly today, CancellationToken cancellation)
    {
        var own = db.Subjects.OwnedBy(db, user);
        var houses = await db.Set<Establishment>().AsNoTracking().Where(e => (e.ClosedOn == null || e.ClosedOn >= today || e.Id == input.EstablishmentId) && own.Any(s => s.Id == e.Id))
            .OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, $"{e.Id}")).ToListAsync(cancellation);
        return new(houses, await PartnerBoxes.ReadAsync(db, "Input.Partners", input.Partners, text, cancellation));
    }
}
