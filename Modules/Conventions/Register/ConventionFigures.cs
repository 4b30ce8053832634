using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>Counts for the side bar and the home page: the SQL form of two answers of <see cref="ConventionStates"/>, kept equal by ConventionFiguresTests.</summary>
internal sealed class ConventionFigures : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var mine = db.Set<Convention>().InScope(db, user);
        yield return new Figure("conventions", "Conventions en vigueur", "/conventions?etat=en-vigueur&etat=renouvellement", Applying(mine, today).Select(c => c.Id));
        yield return new Figure("conventions-late", "Décisions en retard", "/conventions?decision=retard", Late(mine, today).Select(c => c.Id));
    }

    /// <summary>In force, under renewal included.</summary>
    internal static IQueryable<Convention> Applying(IQueryable<Convention> conventions, DateOnly today) => conventions.Where(c =>
        c.AbandonedOn == null && (c.SignedOn <= today || (c.SignedOn == null && c.IsToDocument && c.NegotiationOn == null && c.SentForSignatureOn == null)) && c.Start <= today && (c.FinalEnd == null || c.FinalEnd >= today)
        && !c.Successors.Any(s => s.AbandonedOn == null && s.SignedOn != null && s.Start <= today));

    /// <summary>The deadline of the decision has passed, and nothing was decided.</summary>
    internal static IQueryable<Convention> Late(IQueryable<Convention> conventions, DateOnly today) => conventions.Where(c =>
        c.AbandonedOn == null && (c.SignedOn <= today || (c.SignedOn == null && c.IsToDocument && c.NegotiationOn == null && c.SentForSignatureOn == null && c.Start <= today)) && c.FinalDeadline < today && (c.RenewalDecidedOn == null || c.RenewalDecidedOn > today || c.RenewalDecidedOn < c.FinalStart)
        && (c.AcceptedSince == null || c.AcceptedSince > today || c.FinalEnd >= today)
        && !c.Successors.Any(s => s.AbandonedOn == null && s.SignedOn != null));
}
