using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Demo;

/// <summary>The network of "Les Rives": who knows what, what was asked, what was answered for all.</summary>
internal sealed class ExpertsDemo : IDemoSource
{
    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var topics = await db.Set<Topic>().ToDictionaryAsync(t => t.Name, t => t.Id, cancellation);
        DemoSponsorships.Load(db, context, topics);
        DemoAnswers.Load(db, context, topics);
        await db.SaveChangesAsync(cancellation);
    }
}
