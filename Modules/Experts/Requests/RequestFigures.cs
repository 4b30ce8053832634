using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>How many requests wait for the reader's answer: in the menu, and on the home page when there are some.</summary>
internal sealed class RequestFigures : IFigureSource
{
    public const string Key = "support-to-answer";

    public IEnumerable<Figure> Figures(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var account = user.Id;
        yield return new Figure(Key, "Demandes d’appui à traiter", "/appuis?onglet=moi",
            db.Set<SupportRequest>().ToAnswer(db, db.Users.Where(a => a.Id == account && a.PersonId != null).Select(a => a.PersonId!.Value), today).Select(r => r.Id));
    }
}

/// <summary>Those requests, on the home page of who is to answer them.</summary>
internal sealed class RequestsAtHome : IHomePart
{
    private const int Shown = 4;

    public HomePlace Place => HomePlace.Main;
    public int Order => 45;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, CancellationToken cancellation)
    {
        if (user.PersonId is not { } person)
            return null;
        var rows = await db.Set<SupportRequest>().ToAnswer(db, db.Users.Where(a => a.PersonId == person && a.Id == user.Id).Select(a => a.PersonId!.Value), today)
            .OrderByDescending(r => r.Urgency).ThenBy(r => r.AskedOn).ThenBy(r => r.Id)
            .Select(r => new WaitingRequest(r.Id, r.Question, r.Topic!.Name, r.Urgency, r.AskedOn, (r.Establishment!.Kind + " " + r.Establishment.Name).Trim())).Take(Shown).ToListAsync(cancellation);
        return rows.Count == 0 ? null : new HomeCard("/Pages/Requests/_HomeRequests.cshtml", new WaitingCard(rows, Math.Max(rows.Count, user.Figures.GetValueOrDefault(RequestFigures.Key)), today));
    }
}

internal sealed record WaitingRequest(int Id, string Question, string Topic, Urgency Urgency, DateOnly AskedOn, string House);

internal sealed record WaitingCard(IReadOnlyList<WaitingRequest> Rows, int Count, DateOnly Today);
