using System.Linq.Expressions;

namespace Intranet.Contacts;

/// <summary>Who of ours is in post on a day. One rule, for lists in memory and for SQL; days are inclusive.</summary>
public static class StaffPresence
{
    /// <summary>Arrived by that day and not left before it: the day of arrival and the last day both count. The end of a fixed-term contract alone ends nothing.</summary>
    public static Expression<Func<StaffMember, bool>> InPostOn(DateOnly day) => s => s.From <= day && (s.To == null || s.To >= day);

    /// <summary>Those in post that day, on long leave or not.</summary>
    public static IQueryable<StaffMember> InPost(this IQueryable<StaffMember> staff, DateOnly day) => staff.Where(InPostOn(day));

    /// <summary>Those in post that day and not on long leave. A leave without an end lasts.</summary>
    public static IQueryable<StaffMember> Present(this IQueryable<StaffMember> staff, DateOnly day)
        => staff.InPost(day).Where(s => s.LongLeaveFrom == null || s.LongLeaveFrom > day || (s.LongLeaveTo != null && s.LongLeaveTo < day));

    /// <summary>Those in post that day whose departure, or end of contract when no departure is written, comes within so many days.</summary>
    public static IQueryable<StaffMember> LeavingWithin(this IQueryable<StaffMember> staff, DateOnly day, int days)
    {
        var last = day.AddDays(days);
        return staff.InPost(day).Where(s => (s.To != null && s.To <= last) || (s.To == null && s.FixedTermEnd != null && s.FixedTermEnd <= last));
    }
}
