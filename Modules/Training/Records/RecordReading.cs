using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>A record that its reader may see, and what they may do with it.</summary>
/// <param name="CanManage">The reader answers for the person. Nobody answers for themselves: another must have seen the proof.</param>
internal sealed record OpenRecord(TrainingRecord Record, bool IsOwn, bool CanManage)
{
    /// <summary>What one declared may be put right by oneself as long as nobody accepted it.</summary>
    public bool CanResubmit => IsOwn && Record.Status is RecordState.Submitted or RecordState.Refused;

    public bool CanVerify => CanManage && Record.Status == RecordState.Submitted;

    /// <summary>Proofs come and go with who may change the record.</summary>
    public bool CanChangeFiles => Record.Status != RecordState.Cancelled && (CanManage || CanResubmit);

    public string Address => $"/formations/attestations/{Record.Id}";
}

internal static class RecordReading
{
    /// <summary>The record with its course and its person; null when the reader may not read that person. Two commands.</summary>
    public static async Task<OpenRecord?> FindRecordAsync(this IntranetDb db, CurrentUser user, int id, DateOnly today)
    {
        var record = await db.Set<TrainingRecord>().Include(r => r.Subject).Include(r => r.Course).Include(r => r.Person).Include(r => r.Session).AsSingleQuery()
            .Readable(db, user, today).FirstOrDefaultAsync(r => r.Id == id);
        if (record is null)
            return null;
        var own = record.PersonId == user.PersonId;
        return new(record, own, !own && await db.ManagedPeople(user, today).AnyAsync(p => p == record.PersonId));
    }

    /// <summary>Records to verify by the reader: those of the people for whom they answer.</summary>
    public static IQueryable<TrainingRecord> ToVerify(this IntranetDb db, CurrentUser user, DateOnly today)
    {
        var (people, own) = (db.ManagedPeople(user, today), user.PersonId ?? 0);
        return db.Set<TrainingRecord>().Where(r => r.AcceptedOn == null && r.RefusedOn == null && r.CancelledOn == null && r.PersonId != own && people.Any(id => id == r.PersonId));
    }

    /// <summary>The same person, course and day, neither refused nor cancelled.</summary>
    public static IQueryable<TrainingRecord> SameAs(this IQueryable<TrainingRecord> records, int personId, int courseId, DateOnly on, int exceptId = 0)
        => records.Where(r => r.PersonId == personId && r.CourseId == courseId && r.CompletedOn == on && r.CancelledOn == null && r.RefusedOn == null && r.Id != exceptId);

    /// <summary>Where a person's record is read: their own page when it is theirs.</summary>
    public static string FileAddress(this OpenRecord open) => open.IsOwn ? "/formations/moi" : $"/formations/personnes/{open.Record.PersonId}";
}
