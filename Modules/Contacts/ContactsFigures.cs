using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>Coverage of the annual obligation = partners-met / partners (rules.md: à jour + à prévoir, over followed).</summary>
internal sealed class ContactsFigures(PartnerObligations obligations) : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        yield return new Figure("partners", "Partenaires suivis", "/partenaires?suivis=true", PartnerObligations.Followed(db).Select(p => p.Id));
        yield return new Figure("partners-met", "Partenaires vus dans les délais", "/partenaires?rencontre=UpToDate&rencontre=Upcoming",
            obligations.InState(db, today, ObligationState.UpToDate, ObligationState.Upcoming).Select(p => p.Id));
        yield return new Figure("partners-late", "Partenaires à rencontrer sans attendre", "/partenaires?rencontre=Late&rencontre=NeverSeen",
            obligations.InState(db, today, ObligationState.Late, ObligationState.NeverSeen).Select(p => p.Id));
    }
}
