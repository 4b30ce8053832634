using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>What belongs to it: promises, frame, figures, reviews. Those of the text are frozen with it; those of its life are not.</summary>
internal sealed partial class Convention
{
    public ICollection<Commitment> Commitments { get; } = new HashSet<Commitment>();
    public ICollection<SharingLine> Sharing { get; } = new HashSet<SharingLine>();
    public ICollection<Indicator> Indicators { get; } = new HashSet<Indicator>();
    public ICollection<AnnualReview> Reviews { get; } = new HashSet<AnnualReview>();
    public ICollection<PlaceCount> PlaceCounts { get; } = new HashSet<PlaceCount>();
    public ICollection<FinancialYear> FinancialYears { get; } = new HashSet<FinancialYear>();
    public ICollection<Referral> Referrals { get; } = new HashSet<Referral>();
    public ICollection<NotConcluded> NotConcluded { get; } = new HashSet<NotConcluded>();
    public ICollection<IncidentProtocol> IncidentProtocols { get; } = new HashSet<IncidentProtocol>();
    public ICollection<RoleLine> Roles { get; } = new HashSet<RoleLine>();
    public ICollection<ProgrammeModule> Programme { get; } = new HashSet<ProgrammeModule>();
    public ICollection<Narrative> Narratives { get; } = new HashSet<Narrative>();

    /// <summary>A new promise of the text. The signatories must be loaded.</summary>
    public Commitment Promise(string text, bool isOurs, DateOnly? dueOn)
    {
        var commitment = new Commitment(text, isOurs, dueOn);
        Changing();
        Commitments.Add(commitment);
        return commitment;
    }

    public void Reword(Commitment commitment, string text, bool isOurs, DateOnly? dueOn)
    {
        if ((commitment.Text, commitment.IsOurs, commitment.DueOn) == (text.Trim(), isOurs, dueOn))
            return;
        Changing();
        commitment.Describe(text, isOurs, dueOn);
    }

    public void Withdraw(Commitment commitment)
    {
        Changing();
        Commitments.Remove(commitment);
    }

    /// <summary>Makes the frame hold exactly these lines, in this order. Lines and signatories must be loaded.</summary>
    public void Share(IReadOnlyList<(string What, string From, string To, SharingRule Rule, string Basis)> lines)
    {
        var current = Sharing.OrderBy(l => l.Order).ToList();
        if (current.Select(l => (l.What, l.From, l.To, l.Rule, l.Basis)).SequenceEqual(lines.Select(l => (l.What.Trim(), l.From.Trim(), l.To.Trim(), l.Rule, l.Basis))))
            return;
        Changing();
        foreach (var extra in current.Skip(lines.Count))
            Sharing.Remove(extra);
        for (var i = 0; i < lines.Count; i++)
        {
            var (what, from, to, rule, basis) = lines[i];
            if (i < current.Count)
                current[i].Write(what, from, to, rule, basis, i + 1);
            else
                Sharing.Add(new SharingLine(what, from, to, rule, basis, i + 1));
        }
    }

    /// <summary>The review of a year, opened if there is none. The reviews must be loaded.</summary>
    public AnnualReview Review(int year, DateOnly today)
    {
        if (year < 2000 || year > today.Year)
            throw new BrokenRuleException($"Indiquez une année entre 2000 et {today.Year}.", nameof(AnnualReview.Year));
        if (Reviews.FirstOrDefault(r => r.Year == year) is { } known)
            return known;
        var review = new AnnualReview(year);
        Reviews.Add(review);
        return review;
    }
}
