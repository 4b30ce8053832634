using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>"Les Rives": its pole, establishments, staff and posts; its partners and theirs; services, registers, articulation.</summary>
internal sealed class ContactsDemo : IDemoSource
{
    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var names = new DemoNames(context);
        var staff = await new DemoStaff(db, context, names).LoadAsync(cancellation);
        await new DemoPosts(db, context, names, staff).LoadAsync(cancellation);
        await new DemoPartnerBook(db, context, names).LoadAsync(cancellation);
        await new DemoServices(db, context, names).LoadAsync(cancellation);
        await new DemoRegisters(db, context, staff).LoadAsync(cancellation);
        await new DemoArticulation(db, context).LoadAsync(cancellation);
        await DemoLeavers.LoadAsync(db, context, names, cancellation);
    }
}
