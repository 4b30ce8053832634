using System.Linq.Expressions;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>The lists of requests, each at an address of its own.</summary>
internal enum RequestTab
{
    /// <summary>Waiting for the reader's answer.</summary>
    ToAnswer = 1,
    Mine,
    Team,

    /// <summary>Nobody was found, or all said no.</summary>
    Basket,

    /// <summary>All those of the reader's scope.</summary>
    Scope,
}

internal static class RequestTabs
{
    private static readonly (RequestTab Tab, string Code, string Label)[] Known =
    [
        (RequestTab.ToAnswer, "moi", "À moi de répondre"), (RequestTab.Mine, "mes-demandes", "Mes demandes"), (RequestTab.Team, "equipe", "Mon équipe"),
        (RequestTab.Basket, "attribuer", "À attribuer"), (RequestTab.Scope, "perimetre", "Mon périmètre"),
    ];

    public static RequestTab? Of(string? code) => Known.Where(k => k.Code == code).Select(k => (RequestTab?)k.Tab).FirstOrDefault();

    public static string Code(RequestTab tab) => Known.First(k => k.Tab == tab).Code;

    public static string Label(RequestTab tab) => Known.First(k => k.Tab == tab).Label;

    /// <summary>Those that the reader has: the last two are of whoever keeps the basket.</summary>
    public static IEnumerable<RequestTab> For(CurrentUser user) => Known.Select(k => k.Tab).Where(t => t < RequestTab.Basket || RequestScope.Keeps(user));
}

/// <summary>A request in a list.</summary>
internal sealed class RequestRow
{
    public required int Id { get; init; }
    public required string Question { get; init; }
    public required string Topic { get; init; }
    public required string Asker { get; init; }
    public required string House { get; init; }
    public required string Department { get; init; }
    public required Urgency Urgency { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required DateOnly? CancelledOn { get; init; }
    public required DateOnly? GivenUpOn { get; init; }
    public required bool? Helped { get; init; }
    public required List<RequestedExpert> Experts { get; init; }

    public RequestState StateOn(DateOnly day) => RequestStates.Of(CancelledOn, ClosedOn, GivenUpOn, AskedOn, Experts.Select(e => e.Answer), day);
}

/// <summary>What the list is asked for.</summary>
internal sealed class RequestFilter
{
    [BindProperty(Name = "onglet")]
    public string? TabCode { get; set; }

    [BindProperty(Name = "etat")]
    public RequestState? State { get; set; }

    [BindProperty(Name = "theme")]
    public int? Topic { get; set; }

    /// <summary>The list asked for, else the first that has something to say.</summary>
    public RequestTab TabFor(CurrentUser user)
        => RequestTabs.Of(TabCode) is { } tab && RequestTabs.For(user).Contains(tab) ? tab : user.Figures.GetValueOrDefault(RequestFigures.Key) > 0 ? RequestTab.ToAnswer : RequestTab.Mine;

    public IQueryable<SupportRequest> Apply(IntranetDb db, CurrentUser user, DateOnly today)
    {
        var requests = db.Set<SupportRequest>().Of(TabFor(user), db, user, today);
        if (State is { } state && Enum.IsDefined(state))
            requests = requests.Where(RequestStates.In(state, today));
        if (Topic is { } topic)
            requests = requests.Where(r => r.TopicId == topic || r.Topic!.ParentId == topic || r.MeasureId == topic || r.PublicId == topic);
        return requests;
    }
}

internal static class RequestList
{
    /// <summary>Requests that wait for the answer of this person, or of an establishment where they work.</summary>
    public static IQueryable<SupportRequest> ToAnswer(this IQueryable<SupportRequest> requests, IntranetDb db, IQueryable<int> people, DateOnly today)
    {
        var last = RequestStates.LastGivenUp(today);
        return requests.Where(r => r.CancelledOn == null && r.ClosedOn == null && r.GivenUpOn == null && r.AskedOn > last
            && r.Experts.Any(e => e.DeclinedOn == null && e.ReleasedOn == null && e.AnsweredOn == null
                && (people.Any(p => p == e.Expert!.PersonId) || db.Set<StaffMember>().InPost(today).Any(s => s.EstablishmentId == e.Expert!.EstablishmentId && people.Any(p => p == s.PersonId)))));
    }

    public static IQueryable<SupportRequest> Of(this IQueryable<SupportRequest> requests, RequestTab tab, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var person = user.PersonId ?? 0;
        var (houses, kept) = (db.HousesOf(user, today), db.KeptHouses(user));
        return tab switch
        {
            RequestTab.ToAnswer => requests.ToAnswer(db, db.Users.Where(a => a.Id == user.Id && a.PersonId != null).Select(a => a.PersonId!.Value), today),
            RequestTab.Mine => requests.Where(r => r.PersonId == person),
            RequestTab.Team => requests.Where(r => houses.Any(h => h == r.EstablishmentId)),
            RequestTab.Basket => requests.Where(r => kept.Any(h => h == r.EstablishmentId)).Where(RequestStates.In(RequestState.Basket, today)),
            RequestTab.Scope => requests.Where(r => kept.Any(h => h == r.EstablishmentId)),
            _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "Unknown list."),
        };
    }

    /// <summary>The latest first.</summary>
    public static IQueryable<RequestRow> Rows(this IQueryable<SupportRequest> requests) => requests.AsNoTracking().AsSingleQuery().OrderByDescending(r => r.AskedOn).ThenByDescending(r => r.Id).Select(Row);

    private static readonly Expression<Func<SupportRequest, RequestRow>> Row = r => new RequestRow
    {
        Id = r.Id,
        Question = r.Question,
        Topic = r.Topic!.Name,
        Asker = r.Person!.FirstName + " " + r.Person.LastName,
        House = (r.Establishment!.Kind + " " + r.Establishment.Name).Trim(),
        Department = r.Department,
        Urgency = r.Urgency,
        AskedOn = r.AskedOn,
        ClosedOn = r.ClosedOn,
        CancelledOn = r.CancelledOn,
        GivenUpOn = r.GivenUpOn,
        Helped = r.Helped,
        Experts = r.Experts.ToList(),
    };
}
