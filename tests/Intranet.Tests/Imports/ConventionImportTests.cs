using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Imports;

public sealed class ConventionImportTests : IAsyncLifetime
{
    private readonly IntranetApp app = new();

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Import("establishments", """
            Nom;Nature;Pôle;Code postal;Commune
            La Traverse;CHRS;Pôle Est;93000;Bobigny
            """);
        await app.AddPartner("SPIP de Seine-Saint-Denis", "spip");
        await app.AddPartner("DISP de Paris");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Old_and_running_conventions_come_from_a_spreadsheet_once()
    {
        const string text = """
            N°;Titre;Type;Structure;Partenaires;Date de signature;Du;Au;Reconduction;Préavis;Nombre de places;Ce qui manque
            ;Placement extérieur;placement extérieur;CHRS La Traverse;"SPIP de Seine-Saint-Denis ; DISP de Paris";18/01/2024;01/03/2024;28/02/2027;expresse;3 mois;14;
            CV-2011-004;Protocole ancien;;La Traverse;SPIP Seine Saint Denis;;;inconnue;;;;Texte introuvable au siège
            ;Permanence;;CHRS La Traverse;SPIP de Bobini;;01/01/2025;31/12/2025;;;;
            ;À l’envers;;CHRS La Traverse;DISP de Paris;;01/03/2025;28/02/2025;;;;
            ;Durée étrange;;CHRS La Traverse;DISP de Paris;;01/03/2025;28/02/2026;parfois;;;
            """;
        var (plan, _) = await app.Import("conventions", text);
        Assert.Equal((2, 3), (plan.Created, plan.Issues.Count));
        Assert.Equal("SPIP de Seine-Saint-Denis", Assert.Single(plan.Issues, i => i.Line == 4).Suggestions[0]);
        Assert.Contains("précède", Assert.Single(plan.Issues, i => i.Line == 5).Message, StringComparison.Ordinal);
        Assert.Equal("renewal", Assert.Single(plan.Issues, i => i.Line == 6).Key);

        var conventions = await app.WithDb(db => db.Set<Convention>().Include(c => c.Kind).Include(c => c.Subject.Links).OrderBy(c => c.Number).ToListAsync());
        var (old, running) = (conventions.Single(c => c.Number == "CV-2011-004"), conventions.Single(c => c.Number == "CV-2024-001"));
        Assert.Equal((true, "Texte introuvable au siège", null, null), (old.IsToDocument, old.Missing, old.Start, old.End));
        Assert.Equal(("placement", 14, new DateOnly(2024, 1, 18), RenewalMode.Express, 3), (running.Kind.Code, running.Places, running.SignedOn, running.Renewal, running.NoticeMonths));
        Assert.Equal(2, running.Subject.Links.Count(l => l.Role == LinkRole.Partner));
        Assert.Equal(new DateOnly(2026, 11, 30), ConventionFacts.Of(running).Period(new DateOnly(2026, 5, 1))!.DecisionDeadline);

        var again = (await app.Import("conventions", text)).Plan;
        Assert.Equal((0, 2), (again.Created, again.Unchanged));
        var changed = (await app.Import("conventions", text.Replace(";14;", ";16;", StringComparison.Ordinal))).Plan;
        Assert.Contains("signée", Assert.Single(changed.Issues, i => i.Line == 2).Message, StringComparison.Ordinal);
    }
}
