using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

/// <summary>What somebody's sheet says of their training.</summary>
/// <param name="Records">Trainings that count, each time.</param>
/// <param name="LastOn">Day of the last one.</param>
internal sealed record PersonCard(int PersonId, bool IsOwn, int Records, DateOnly? LastOn);

/// <summary>On somebody's sheet: the way to their training, for those who may read it. One command.</summary>
internal sealed class PersonPart : ISheetPart
{
    public string Kind => ContactsModule.Person.Code;
    public HomePlace Place => HomePlace.Aside;
    public int Order => 30;

    public async Task<HomeCard?> ReadAsync(IntranetDb db, CurrentUser user, int subjectId, DateOnly today, CancellationToken cancellation)
    {
        var (readable, isOwn) = (db.ReadablePeople(user, today), user.PersonId == subjectId);
        var records = db.Set<TrainingRecord>().AsNoTracking().Where(r => r.PersonId == subjectId && r.AcceptedOn != null && r.CancelledOn == null);
        var card = await db.Set<Person>().Where(p => p.Id == subjectId && p.Employments.Any() && (isOwn || readable.Any(r => r == p.Id)))
            .Select(p => new PersonCard(p.Id, isOwn, records.Count(), records.Max(r => (DateOnly?)r.CompletedOn))).FirstOrDefaultAsync(cancellation);
        return card is null ? null : new HomeCard("/Pages/Records/_PersonCard.cshtml", card);
    }
}
