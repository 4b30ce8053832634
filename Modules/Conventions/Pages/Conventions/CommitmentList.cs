using Intranet.Shared;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What each side promised and what became of it; the model of the partial <c>_Commitments</c>.</summary>
/// <param name="Address">The convention's.</param>
/// <param name="CanWrite">The reader may say that a promise was kept.</param>
/// <param name="IsSigned">Before signature a promise is only a project: it has no state.</param>
internal sealed record CommitmentList(string Address, DateOnly Today, bool CanWrite, bool IsSigned, IReadOnlyList<CommitmentLine> Lines)
{
    /// <summary>The commitments must be loaded.</summary>
    public static CommitmentList Of(Convention convention, DateOnly today, bool canWrite) => Of(convention, convention.Commitments, today, canWrite);

    public static CommitmentList Of(Convention convention, IEnumerable<Commitment> commitments, DateOnly today, bool canWrite)
    {
        var end = convention.Terms.FinalEnd(convention.NoticeReceivedOn);
        return new CommitmentList($"/conventions/{convention.Id}", today, canWrite, convention.IsSigned,
            [.. commitments.OrderBy(c => c.DueOn is null).ThenBy(c => c.DueOn).ThenBy(c => c.Id).Select(c => new CommitmentLine(c, c.StateOn(today, end)))]);
    }

    public IEnumerable<(string Title, IReadOnlyList<CommitmentLine> Lines)> Sides =>
        new[] { (Title: "De notre côté", IsOurs: true), (Title: "Du côté du partenaire", IsOurs: false) }
            .Select(s => (s.Title, (IReadOnlyList<CommitmentLine>)[.. Lines.Where(l => l.Commitment.IsOurs == s.IsOurs)])).Where(s => s.Item2.Count > 0);
}

/// <summary>A promise and its state of the day, which follows from the dates and is never stored.</summary>
internal sealed record CommitmentLine(Commitment Commitment, CommitmentState State)
{
    public (string Icon, string Tone) Look => State switch
    {
        CommitmentState.Fulfilled => ("circle-check", "is-ok"),
        CommitmentState.Lapsed => ("clock-x", "is-warn"),
        _ => ("circle-dashed", ""),
    };

    /// <summary>« tenu le 12/03/2026 », « échéance : 30/06/2027, dans 7 mois ».</summary>
    public string Dates(DateOnly today) => Commitment switch
    {
        { FulfilledOn: { } on } => $"tenu le {French.Date(on)}",
        { DueOn: { } due } => $"échéance : {French.DateAndDelay(due, today)}",
        _ => "sans échéance : jusqu’au terme",
    };
}
