using Intranet.Shared;

namespace Intranet.Contacts;

internal sealed class ContactsFigures : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        yield return new Figure("partners", "Partenaires suivis", "/partenaires?suivis=true", db.Set<Partner>().Where(p => p.RelationOwnerId != null && p.ClosedOn == null).Select(p => p.Id));
    }
}
