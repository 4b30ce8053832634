using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Posts of either side that may bring a point or do something.</summary>
internal sealed record MeetingPosts(IReadOnlyList<MeetingPost> Rows)
{
    /// <summary>One command; the subject's links and the participants must be loaded.</summary>
    /// <param name="kept">Posts named already, which stay even when closed since.</param>
    public static async Task<MeetingPosts> ReadAsync(IntranetDb db, Meeting meeting, IEnumerable<int?> kept, DateOnly today, CancellationToken cancellation = default)
    {
        var (partners, places) = (meeting.Ids(LinkRole.Partner), meeting.Ids(LinkRole.Establishment));
        var named = meeting.Participants.Select(p => p.PostId).Concat(kept).OfType<int>().Distinct().ToList();
        return new MeetingPosts(await db.Set<Post>().AsNoTracking().AsSingleQuery()
            .Where(p => named.Contains(p.Id) || (p.ClosedOn == null && (partners.Contains(p.PartnerId ?? 0) || places.Contains(p.EstablishmentId ?? 0) || p.Followed.Any(f => partners.Contains(f.Id)))))
            .OrderByDescending(p => p.Level).ThenBy(p => p.Title).ThenBy(p => p.Id)
            .Select(p => new MeetingPost
            {
                Id = p.Id,
                Title = p.Title,
                Place = p.Partner != null ? p.Partner.Name : p.Establishment!.Subject.Title,
                IsOurs = p.EstablishmentId != null,
                Holders = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).Select(h => h.Person!.FirstName + " " + h.Person.LastName).ToList(),
            }).ToListAsync(cancellation));
    }

    /// <summary>Grouped by side, for a list of choices.</summary>
    public IReadOnlyList<SelectListItem> Items(int? chosen)
    {
        var groups = new Dictionary<string, SelectListGroup>();
        return [.. Rows.OrderByDescending(p => p.IsOurs).Select(p => new SelectListItem(p.Label, $"{p.Id}", p.Id == chosen) { Group = Group(p.Place) })];

        SelectListGroup Group(string name) => groups.TryGetValue(name, out var group) ? group : groups[name] = new SelectListGroup { Name = name };
    }

    public MeetingPost? Of(int? id) => Rows.FirstOrDefault(p => p.Id == id);
}

/// <summary>One post, with who holds it today.</summary>
internal sealed class MeetingPost
{
    public required int Id { get; init; }
    public required string Title { get; init; }
    public required string Place { get; init; }
    public required bool IsOurs { get; init; }
    public required List<string> Holders { get; init; }

    public string Label => Holders.Count > 0 ? $"{Title} ({string.Join(", ", Holders)})" : Title;
}
