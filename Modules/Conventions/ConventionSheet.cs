using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>What the page of a convention shows: the record in one command, what its partners' meetings are in a second.</summary>
internal sealed class ConventionSheet
{
    private ConventionSheet(Convention convention, DateOnly today)
    {
        (Convention, Today, Facts) = (convention, today, ConventionFacts.Of(convention));
        (State, Period, Decision) = (Facts.On(today), Facts.Period(today), Facts.Decision(today));
        Steps = ConventionStep.Of(Facts, today);
    }

    public Convention Convention { get; }
    public DateOnly Today { get; }
    public ConventionFacts Facts { get; }
    public ConventionState State { get; }
    public ConventionPeriod? Period { get; }
    public ConventionDecision? Decision { get; }
    public IReadOnlyList<ConventionStep> Steps { get; }
    public IReadOnlyList<TimelineItem> Meetings { get; private set; } = [];

    public IEnumerable<Subject> Parties(LinkRole role) => Convention.Subject.Links.Where(l => l.Role == role).Select(l => l.To).OrderBy(s => s.Title, StringComparer.Ordinal);

    /// <summary>The signed agreement that follows, else the one in preparation.</summary>
    public Convention? Successor => Convention.Successors.Where(s => s.AbandonedOn is null).MaxBy(s => s.SignedOn is not null);

    /// <summary>The posts that follow it, ours first, with their holders of the day.</summary>
    public IEnumerable<(Post Post, Person? Holder)> People => new[] { Convention.OwnerPost, Convention.CounterpartPost }.OfType<Post>()
        .SelectMany(p => p.Holdings.Where(h => h.IsOn(Today)).OrderBy(h => h.From).Select(h => (p, h.Person)).DefaultIfEmpty((p, null)));

    /// <summary>Null when the convention doesn't exist or is out of scope.</summary>
    public static async Task<ConventionSheet?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, int id, CancellationToken cancellation)
    {
        var convention = await db.Set<Convention>().AsNoTracking()
            .Include(c => c.Kind).Include(c => c.Signatories).Include(c => c.Predecessor).Include(c => c.Successors)
            .Include(c => c.Subject.Links).ThenInclude(l => l.To)
            .Include(c => c.OwnerPost!.Holdings.Where(h => h.To == null || h.To >= today)).ThenInclude(h => h.Person)
            .Include(c => c.CounterpartPost!.Holdings.Where(h => h.To == null || h.To >= today)).ThenInclude(h => h.Person)
            .InScope(db, user).FirstOrDefaultAsync(c => c.Id == id, cancellation);
        if (convention is null)
            return null;
        var sheet = new ConventionSheet(convention, today);
        var partners = sheet.Parties(LinkRole.Partner).Select(p => p.Id).ToList();
        sheet.Meetings = await db.Subjects.AsNoTracking().InScope(db, user)
            .Where(s => s.Kind == "meeting" && s.Links.Any(l => l.Role == LinkRole.Partner && partners.Contains(l.ToId)))
            .OrderByDescending(s => s.Date).ThenByDescending(s => s.Id).Take(5)
            .Select(s => new TimelineItem { Id = s.Id, Kind = s.Kind, Title = s.Title, Detail = s.Detail, Date = s.Date })
            .ToListAsync(cancellation);
        return sheet;
    }

    /// <summary>Red when late or within a month, amber within three.</summary>
    public static string Tone(DateOnly deadline, DateOnly today)
        => deadline < today.AddDays(30) ? "text-bad" : deadline <= today.AddDays(90) ? "text-warn" : "";
}

internal enum StepMark { Done, Current, Next, Future }

/// <summary>One of the six steps of a life; À signer is within Négociation.</summary>
internal sealed record ConventionStep(string Label, StepMark Mark, string Date)
{
    public static IReadOnlyList<ConventionStep> Of(ConventionFacts facts, DateOnly today)
    {
        var state = facts.On(today);
        var current = state switch
        {
            ConventionState.Draft or ConventionState.Abandoned => facts.NegotiationOn is null || state is ConventionState.Draft ? 0 : 1,
            ConventionState.Negotiation or ConventionState.ToSign => 1,
            ConventionState.Signed => 2,
            ConventionState.InForce => 3,
            ConventionState.Renewal => 4,
            _ => 5,
        };
        var end = facts.Period(today)?.End;
        var known = facts.SignedOn is null || facts.CreatedOn <= facts.SignedOn;
        (string Label, string Date)[] steps =
        [
            ("Brouillon", known ? French.Date(facts.CreatedOn) : ""),
            (state is ConventionState.ToSign ? facts.StateLabel(today) : "Négociation", state is ConventionState.ToSign ? $"depuis le {French.Date(facts.SentForSignatureOn!.Value)}" : facts.NegotiationOn > facts.SignedOn ? "" : On(facts.NegotiationOn)),
            ("Signée", On(facts.SignedOn)),
            ("En vigueur", facts.Start is not { } start ? "" : current >= 3 && facts.SignedOn is not null ? $"depuis le {French.Date(start)}" : $"le {French.Date(start)}"),
            ("Renouvellement", facts.Decision(today) is { } decision ? $"avant le {French.Date(decision.Deadline)}" : On(facts.RenewalDecidedOn)),
            (current == 5 ? state.Label() : "Terme", end is { } day ? French.Date(day) : facts.Start is null ? "" : "sans terme"),
        ];
        return [.. steps.Select((s, i) => new ConventionStep(s.Label, i < current ? StepMark.Done : i == current ? StepMark.Current : i == current + 1 ? StepMark.Next : StepMark.Future, s.Date))];

        static string On(DateOnly? date) => date is { } day ? French.Date(day) : "";
    }
}
