using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Imports;

public sealed class StaffImportTests : IAsyncLifetime
{
    private const string Houses = """
        Nom;Nature;Pôle;Code postal;Commune
        La Traverse;CHRS;Pôle Est;93000;Bobigny
        Les Deux Rives;CSAPA;Pôle Est;77000;Melun
        """;

    private const string Staff = """
        Nom;Prénom;Établissement;Fonction;Depuis le;Jusqu'au;Fin de CDD;Mail
        Mazères;Claire;CHRS La Traverse;Éducatrice;02/09/2024;;;c.mazeres@exemple.fr
        Okafor;Sandrine;la traverse;Cheffe de service;01/03/2020;30/06/2026;;s.okafor@exemple.fr
        Okafor;Sandrine;CSAPA Les Deux Rives;Cheffe de service;01/07/2026;;31/12/2027;s.okafor@exemple.fr
        Brunel;Nadia;CHRS La Travers;Infirmière;01/01/2025;;;
        Petit;Jean;CHRS La Traverse;Suivi de M. Martin, né le 12/03/1985;01/01/2025;;;
        Roux;Paul;CHRS La Traverse;Veilleur;31/02/2025;;;
        """;

    private readonly IntranetApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Import("establishments", Houses);
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Valid_lines_are_written_the_others_say_why()
    {
        Assert.Equal(2, await app.WithDb(db => db.Set<Establishment>().CountAsync(e => e.Pole!.Name == "Pôle Est")));
        var (plan, _) = await app.Import("staff", Staff);
        Assert.Equal((2, 3), (plan.Created, plan.Issues.Count));
        Assert.Equal("CHRS La Traverse", plan.Issues.Single(i => i.Line == 5).Suggestions[0]);
        var identity = plan.Issues.Single(i => i.Line == 6);
        Assert.DoesNotContain("1985", identity.Value, StringComparison.Ordinal);
        Assert.Equal("31/02/2025", plan.Issues.Single(i => i.Line == 7).Value);
        var employments = await app.WithDb(db => db.Set<StaffMember>().Where(s => s.Person!.LastName == "Okafor").OrderBy(s => s.From).ToListAsync());
        Assert.Equal([new DateOnly(2026, 6, 30), null], employments.Select(e => e.To));
        Assert.Equal(new DateOnly(2027, 12, 31), employments[1].FixedTermEnd);
        Assert.Equal((0, 0, 2), Counts((await app.Import("staff", Staff)).Plan));
    }

    [Fact]
    public async Task Contacts_make_posts_with_and_without_holders()
    {
        var spip = await app.AddPartner("SPIP de Seine-Saint-Denis", "spip");
        const string text = """
            Structure;Fonction;Niveau;Nom;Prénom;Depuis le;Mail;Vu le
            SPIP Seine Saint Denis;DPIP;encadrement;Marchand;Sophie;01/09/2025;s.marchand@exemple.fr;01/10/2026
            SPIP de Seine-Saint-Denis;Permanence;terrain;;;;permanence@exemple.fr;
            SPIP de Bobiny;DPIP;;Roy;Carole;;;
            """;
        var (plan, run) = await app.Import("contacts", text);
        Assert.Equal((3, 1), (plan.Created, plan.Issues.Count));
        var posts = await app.WithDb(db => db.Set<Post>().Include(p => p.Holdings).Where(p => p.PartnerId == spip).OrderBy(p => p.Title).ToListAsync());
        Assert.Equal(["DPIP", "Permanence"], posts.Select(p => p.Title));
        Assert.Equal(new DateOnly(2025, 9, 1), posts[0].Holdings.Single().From);
        Assert.Equal("permanence@exemple.fr", posts[1].Email);
        Assert.Equal((0, 0, 3), Counts((await app.Import("contacts", text)).Plan));
        var undone = await app.Undo(run.Id);
        Assert.Equal((3, 0), (undone.Removed, undone.Kept));
    }

    private static (int Created, int Updated, int Unchanged) Counts(ImportPlan plan) => (plan.Created, plan.Updated, plan.Unchanged);
}
