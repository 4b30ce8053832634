using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>What a sheet shows of the network: topics of its own, and people.</summary>
/// <param name="Own">The sheet of the person or the establishment itself.</param>
/// <param name="People">Those of the establishment, or who can help with the partner.</param>
internal sealed record ExpertCard(Network Network, NetworkExpert? Own, IReadOnlyList<FoundExpert> People, string Address);

/// <summary>On somebody's sheet: what they know. One command when nothing was saved since, as the others.</summary>
internal sealed class PersonExpertPart(NetworkBoard board) : ISheetPart
{
    public string Kind => ContactsModule.Person.Code;
    public HomePlace Place => HomePlace.Aside;
    public int Order => 20;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int personId, DateOnly today, CancellationToken cancellation)
    {
        var network = await board.ReadAsync(db, today, cancellation);
        return network.Experts.FirstOrDefault(e => e.PersonId == personId) is { } own ? new("/Pages/Experts/_PersonPart.cshtml", new ExpertCard(network, own, [], $"/experts/{own.Id}")) : null;
    }
}

/// <summary>On an establishment's sheet: for what it is « établissement ressource », and who of its team is of the network.</summary>
internal sealed class HouseExpertPart(NetworkBoard board) : ISheetPart
{
    public string Kind => ContactsModule.Establishment.Code;
    public HomePlace Place => HomePlace.Main;
    public int Order => 20;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int houseId, DateOnly today, CancellationToken cancellation)
    {
        var network = await board.ReadAsync(db, today, cancellation);
        var there = network.Experts.Where(e => e.HouseId == houseId && e.IsInPost(today)).ToList();
        return there.Count == 0 ? null : new("/Pages/Experts/_HousePart.cshtml", new ExpertCard(network, there.FirstOrDefault(e => e.IsHouse), [.. there.Where(e => !e.IsHouse).Select(e => new FoundExpert(e, [], 0, false))], "/experts"));
    }
}

/// <summary>On a partner's sheet: « Qui peut m’aider », the three best on topics of that kind of partner, near it.</summary>
internal sealed class PartnerExpertPart(NetworkBoard board) : ISheetPart
{
    private const int Most = 3;

    /// <summary>What one would type for each kind of partner; administration's own kinds are asked by their label.</summary>
    private static readonly Dictionary<string, string> Words = new()
    {
        ["spip"] = "SPIP",
        ["spip-antenna"] = "SPIP",
        ["court"] = "JAP parquet",
        ["appeal-court"] = "JAP parquet",
        ["prison"] = "maison d’arrêt",
        ["disp"] = "SPIP prison",
        ["pjj"] = "PJJ",
        ["health-unit"] = "USMP",
        ["siao"] = "SIAO",
        ["ddets"] = "DDETS",
        ["bar"] = "avocat",
        ["police"] = "police",
    };

    public string Kind => ContactsModule.Partner.Code;
    public HomePlace Place => HomePlace.Aside;
    public int Order => 40;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int partnerId, DateOnly today, CancellationToken cancellation)
    {
        var partner = await db.Set<Partner>().Where(p => p.Id == partnerId).Select(p => new { p.Kind.Code, p.Kind.Label, p.Departments }).FirstOrDefaultAsync(cancellation);
        if (partner is null)
            return null;
        var network = await board.ReadAsync(db, today, cancellation);
        var topics = ExpertWords.Read(network, Words.GetValueOrDefault(partner.Code, partner.Label)).Topics.SelectMany(t => t.Topics).Where(t => t.Family == TopicFamily.Partner).Select(t => t.Id).Distinct().ToList();
        if (topics.Count == 0)
            return null;
        // The partner's own département first, others after.
        var department = DepartmentList.Split(partner.Departments).FirstOrDefault() ?? "";
        var found = ExpertSearch.Search(network, new() { Topics = topics, OnlyAvailable = true }).Found.OrderBy(f => Routing.PlaceOf(f.Expert, department)).Take(Most).ToList();
        return found.Count == 0 ? null : new("/Pages/Experts/_PartnerPart.cshtml", new ExpertCard(network, null, found, $"/experts?{string.Join('&', topics.Select(t => $"theme={t}"))}"));
    }
}

/// <param name="Others">How many more know.</param>
/// <param name="Ask">The form of a request on the main topic.</param>
internal sealed record TopicHelpCard(Network Network, IReadOnlyList<NetworkExpert> People, int Others, string Address, string Ask);

/// <summary>Beside a page of knowledge: who can help with what it is about, those who are there first.</summary>
internal sealed class TopicHelp(NetworkBoard board) : ITopicHelp
{
    private const int Most = 2;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, IReadOnlyList<int> topics, DateOnly today, CancellationToken cancellation)
    {
        if (topics.Count == 0)
            return null;
        var network = await board.ReadAsync(db, today, cancellation);
        var found = topics.SelectMany(t => ExpertSearch.Search(network, new() { Topics = [t] }).Found).Select(f => f.Expert).Where(e => e.PersonId is null || e.PersonId != user.PersonId)
            .DistinctBy(e => e.Id).OrderByDescending(e => e.IsAvailable(today)).ToList();
        return found.Count == 0 ? null
            : new("/Pages/Experts/_TopicPart.cshtml", new TopicHelpCard(network, [.. found.Take(Most)], found.Count - Math.Min(Most, found.Count), $"/experts?{string.Join('&', topics.Select(t => $"theme={t}"))}", $"/appuis/nouveau?theme={topics[0]}"));
    }
}
