using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>Whose training somebody reads and manages (rules.md, "Who may what"): their own; the team that they lead; for coordination and direction, all of their scope.</summary>
internal static class TrainingScope
{
    /// <summary>Subjects of the establishments whose coverage and people's records the reader sees.</summary>
    public static IQueryable<int> ReadableTeams(this IntranetDb db, CurrentUser user, DateOnly today)
        => (user.Roles & (Roles.Coordination | Roles.Direction)) != 0 ? db.Owned(user) : db.Led(user, today);

    /// <summary>Those whose people the reader enrols, whose proofs they accept: direction in its scope, and heads of service.</summary>
    public static IQueryable<int> ManagedTeams(this IntranetDb db, CurrentUser user, DateOnly today)
        => user.May(Permission.ManageTraining) ? db.Owned(user) : db.Led(user, today);

    /// <summary>Records that the reader sees: their own, and those of people whose present, or last, team they may read.</summary>
    public static IQueryable<TrainingRecord> Readable(this IQueryable<TrainingRecord> records, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (people, own) = (db.ReadablePeople(user, today), user.PersonId ?? 0);
        return records.Where(r => r.PersonId == own || people.Any(id => id == r.PersonId));
    }

    /// <summary>Ids of the people of the teams that the reader sees: those in post, and those who left from there.</summary>
    public static IQueryable<int> ReadablePeople(this IntranetDb db, CurrentUser user, DateOnly today) => db.PeopleOf(db.ReadableTeams(user, today), today);

    /// <summary>The same for the teams that the reader manages.</summary>
    public static IQueryable<int> ManagedPeople(this IntranetDb db, CurrentUser user, DateOnly today) => db.PeopleOf(db.ManagedTeams(user, today), today);

    private static IQueryable<int> PeopleOf(this IntranetDb db, IQueryable<int> teams, DateOnly today)
    {
        var staff = db.Set<StaffMember>();
        return staff.Where(s => teams.Any(id => id == s.EstablishmentId)
            && (s.To == null || s.To >= today || !staff.Any(o => o.PersonId == s.PersonId && o.From > s.From))).Select(s => s.PersonId);
    }

    private static IQueryable<int> Owned(this IntranetDb db, CurrentUser user)
        => db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);

    private static IQueryable<int> Led(this IntranetDb db, CurrentUser user, DateOnly today)
        => db.EstablishmentsLedBy(user.PersonId ?? 0, today).Select(e => e.Id);
}
