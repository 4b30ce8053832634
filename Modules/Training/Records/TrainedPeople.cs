using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training;

internal sealed class TrainedPeople : ITrainedPeople
{
    public IReadOnlyCollection<string> Sources { get; } = [nameof(TrainingRecord), nameof(Course)];

    public IQueryable<TrainedPerson> Read(IntranetDb db)
        => db.Set<TrainingRecord>().AsNoTracking().Where(r => r.AcceptedOn != null && r.CancelledOn == null).Select(r => new TrainedPerson { PersonId = r.PersonId, Course = r.Course!.Title, On = r.CompletedOn });
}
