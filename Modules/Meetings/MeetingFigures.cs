using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>Counts for the home page: what waits for minutes, what was promised and isn't done.</summary>
internal sealed class MeetingFigures : IFigureSource
{
    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        yield return new Figure("meetings-to-close", "Rencontres à clore", "/rencontres?etat=Held", db.Set<Meeting>().InScope(db, user).Where(MeetingStates.In(MeetingState.Held)).Select(m => m.Id));
        yield return new Figure("actions-late", "Actions en retard", "/rencontres/actions?etat=retard", db.Actions(user, today).Late(today).Select(o => o.Id));
    }
}
