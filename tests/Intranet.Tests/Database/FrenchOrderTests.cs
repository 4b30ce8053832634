using Intranet.Contacts;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Database;

public sealed class FrenchOrderTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task Names_are_sorted_as_French_sorts_them()
    {
        foreach (var name in new[] { "Zoé", "Étienne", "Éa", "Emma", "emma" })
            await app.AddPartner("Tri " + name);
        var sorted = await app.WithDb(db => db.Set<Partner>().Where(p => p.Name.StartsWith("Tri ")).OrderBy(p => p.Name).Select(p => p.Name).ToListAsync());
        Assert.Equal(["Tri Éa", "Tri emma", "Tri Emma", "Tri Étienne", "Tri Zoé"], sorted);
    }

    [Fact]
    public async Task Equality_is_exact()
    {
        await app.AddPartner("Égalité");
        Assert.Equal(0, await app.WithDb(db => db.Set<Partner>().CountAsync(p => p.Name == "egalite")));
        Assert.Equal(1, await app.WithDb(db => db.Set<Partner>().CountAsync(p => p.Name == "Égalité")));
    }
}
