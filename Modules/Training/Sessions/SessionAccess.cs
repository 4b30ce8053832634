using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>What a reader may do with sessions: the direction runs those of its scope; heads of service enrol their own team; everybody reads when and where.</summary>
internal static class SessionAccess
{
    /// <summary>Sessions that the reader plans, holds and closes: without host, or hosted by an establishment of their scope.</summary>
    public static IQueryable<TrainingSession> RunBy(this IQueryable<TrainingSession> sessions, IntranetDb db, CurrentUser user)
    {
        if (!user.May(Permission.ManageTraining))
            return sessions.Where(s => false);
        if (user.SeesAll)
            return sessions;
        var own = db.Subjects.OwnedBy(db, user);
        return sessions.Where(s => s.EstablishmentId == null || own.Any(o => o.Id == s.EstablishmentId));
    }

    /// <summary>The whole session, tracked, for whoever runs it; null for others. One command a collection.</summary>
    public static async Task<TrainingSession?> FindRunAsync(this IntranetDb db, CurrentUser user, int id, CancellationToken cancellation)
        => await db.Set<TrainingSession>().RunBy(db, user).Where(s => s.Id == id).Include(s => s.Subject).ThenInclude(s => s.Links).Include(s => s.Course)
            .Include(s => s.Slots).Include(s => s.Enrolments).ThenInclude(e => e.Person).Include(s => s.Presences).AsSplitQuery().FirstOrDefaultAsync(cancellation);

    /// <summary>The session with its half-days and enrolments, tracked, whoever asks.</summary>
    public static Task<TrainingSession?> FindSessionAsync(this IntranetDb db, int id, CancellationToken cancellation)
        => db.Set<TrainingSession>().Where(s => s.Id == id).Include(s => s.Subject).Include(s => s.Slots).Include(s => s.Enrolments).ThenInclude(e => e.Person).AsSplitQuery().FirstOrDefaultAsync(cancellation);

    /// <summary>Saves what changed in the session's parts, so that of two people at the same time the second is told.</summary>
    public static Task SaveAsync(this IntranetDb db, TrainingSession session, CancellationToken cancellation)
    {
        db.Touch(session);
        return db.SaveChangesAsync(cancellation);
    }

    /// <summary>Establishments in which these people work on a day, by person.</summary>
    public static async Task<ILookup<int, (int Id, string Name)>> HousesOfAsync(this IntranetDb db, IReadOnlyCollection<int> people, DateOnly day, CancellationToken cancellation)
        => (await db.Set<StaffMember>().AsNoTracking().InPost(day).Where(s => people.Contains(s.PersonId)).OrderBy(s => s.Establishment!.Subject.Title)
            .Select(s => new { s.PersonId, s.EstablishmentId, s.Establishment!.Subject.Title }).ToListAsync(cancellation))
            .Distinct().ToLookup(s => s.PersonId, s => (s.EstablishmentId, s.Title));
}
