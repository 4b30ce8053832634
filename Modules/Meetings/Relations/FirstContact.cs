using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

internal enum FirstContactState
{
    [Display(Name = "En retard")]
    Late = 1,

    [Display(Name = "À faire")]
    ToMake = 2,

    [Display(Name = "Fait")]
    Made = 3,
}

/// <summary>
/// Somebody new in a post of management or institution is to be met within sixty days, apart from the annual obligation. A meeting
/// held with that person present since closes it, whether it counts for the year or not.
/// </summary>
/// <param name="Due">Last day in time: sixty days after the arrival, or after we began to follow the partner if that came later.</param>
internal readonly record struct FirstContact(FirstContactState State, DateOnly Due)
{
    public const int Days = 60;

    /// <summary>Months during which an arrival is one; after them the annual meeting, with whoever is there, has taken over.</summary>
    public const int Months = 12;

    /// <param name="metOn">Day of the first meeting held since the arrival with the person present.</param>
    public static FirstContact Of(DateOnly from, DateOnly? followedOn, DateOnly? metOn, DateOnly today)
    {
        var due = (followedOn > from ? followedOn.Value : from).AddDays(Days);
        return new(metOn is not null ? FirstContactState.Made : due < today ? FirstContactState.Late : FirstContactState.ToMake, due);
    }
}

/// <summary>An arrival at a followed partner.</summary>
internal sealed class Arrival
{
    public int HoldingId { get; set; }
    public int PersonId { get; set; }
    public string FirstName { get; set; } = "";
    public string LastName { get; set; } = "";
    public int PostId { get; set; }
    public string Post { get; set; } = "";
    public PostLevel Level { get; set; }
    public int PartnerId { get; set; }
    public string Partner { get; set; } = "";
    public string Departments { get; set; } = "";
    public int? OwnerPostId { get; set; }
    public string OwnerPost { get; set; } = "";
    public DateOnly? FollowedOn { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? MetOn { get; set; }

    public string Person => $"{FirstName} {LastName}".Trim();

    public FirstContact On(DateOnly today) => FirstContact.Of(From, FollowedOn, MetOn, today);
}

internal static class Arrivals
{
    /// <summary>People who took a post of management or institution at a followed partner in the last months and hold it still.</summary>
    /// <param name="until">The last arrival wanted, where those named for later count too; today when null.</param>
    public static IQueryable<Arrival> Of(IntranetDb db, DateOnly today, DateOnly? until = null)
    {
        var last = until > today ? until.Value : today;
        var since = today.AddMonths(-FirstContact.Months);
        var present = db.Set<MeetingParticipant>().Where(p => p.Attendance == Attendance.Present && p.Meeting!.HeldOn != null && p.Meeting.CancelledOn == null && !p.Meeting.IsInternal);
        return db.Set<Holding>().AsNoTracking()
            .Where(h => h.From >= since && h.From <= last && (h.To == null || h.To >= today) && (h.Person!.DepartedOn == null || h.Person.DepartedOn >= today) && h.Person.ErasedOn == null
                && h.Post!.Level >= PostLevel.Management && !h.Post.IsServiceLine && h.Post.ClosedOn == null
                && h.Post.Partner!.RelationOwnerId != null && h.Post.Partner.ClosedOn == null && h.Post.Partner.MergedIntoId == null)
            .Select(h => new Arrival
            {
                HoldingId = h.Id,
                PersonId = h.PersonId,
                FirstName = h.Person!.FirstName,
                LastName = h.Person.LastName,
                PostId = h.PostId,
                Post = h.Post!.Title,
                Level = h.Post.Level,
                PartnerId = h.Post.Partner!.Id,
                Partner = h.Post.Partner.Name,
                Departments = h.Post.Partner.Departments,
                OwnerPostId = h.Post.Partner.RelationOwnerId,
                OwnerPost = h.Post.Partner.RelationOwner!.Title,
                FollowedOn = h.Post.Partner.FollowedOn,
                From = h.From,
                // A meeting known by its month only is at the month's first day.
                MetOn = present.Where(p => p.PersonId == h.PersonId && (p.Meeting!.On >= h.From || (p.Meeting.IsApproximate && p.Meeting.On.Year == h.From.Year && p.Meeting.On.Month == h.From.Month)))
                    .Min(p => (DateOnly?)p.Meeting!.On),
            });
    }
}
