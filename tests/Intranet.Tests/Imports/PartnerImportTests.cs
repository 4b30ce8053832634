using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Imports;

/// <summary>Defects of the real files (data/README.md), on a database of its own for each test.</summary>
public sealed class PartnerImportTests : IAsyncLifetime
{
    private readonly IntranetApp app = new();

    public Task InitializeAsync() => app.InitializeAsync();

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Spip_and_antennas_lose_drafting_notes_and_gain_a_departement()
    {
        var (plan, _) = await app.Import("spip", ImportFiles.Spip);
        Assert.Equal((12, 0), (plan.Created, plan.Issues.Count));
        var names = await Names("spip", "spip-antenna");
        Assert.Contains("SPIP de Seine-Saint-Denis", names);
        Assert.Contains("SPIP de Haute-Corse, antenne de Bastia-Borgo", names);
        Assert.Contains("SPIP d’Eure-et-Loir, antenne de Châteaudun", names);
        Assert.Contains("SPIP de La Réunion, antenne du Port", names);
        Assert.Single(names, n => n.StartsWith("SPIP des Landes,", StringComparison.Ordinal));
        var meuse = await Partner("SPIP de la Meuse");
        Assert.Equal(("|55|", "Bar-le-Duc"), (meuse.Departments, meuse.City));
        Assert.Equal("|974|", (await Partner("SPIP de La Réunion")).Departments);
        Assert.Contains("à l’exception des cantons de Dreux", (await Partner("SPIP d’Eure-et-Loir")).Territory, StringComparison.Ordinal);
        Assert.DoesNotContain("Arr.", (await Partner("SPIP de Haute-Corse")).Territory, StringComparison.Ordinal);
        Assert.Equal(meuse.Id, (await Partner("SPIP de la Meuse, antenne de Verdun")).ParentId);
        Assert.Contains("Service pénitentiaire d’insertion et de probation de la Meuse", meuse.Aliases, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Courts_keep_their_names_and_find_their_towns()
    {
        Assert.Equal(7, (await app.Import("courts", ImportFiles.Courts)).Plan.Created);
        Assert.Equal("Évry", (await Partner("Tribunal judiciaire d’Évry")).City);
        Assert.Equal("Le Havre", (await Partner("Tribunal judiciaire du Havre")).City);
        Assert.Equal("Les Sables-d’Olonne", (await Partner("Tribunal judiciaire des Sables-d’Olonne")).City);
        Assert.Equal("Chambre détachée.", (await Partner("Tribunal judiciaire de Dole (chambre détachée)")).Notes);
        Assert.Equal("|2B|", (await Partner("Tribunal judiciaire de Bastia")).Departments);
        Assert.Equal("|971|", (await Partner("Tribunal judiciaire de Basse-Terre")).Departments);
    }

    [Fact]
    public async Task Prisons_are_grouped_named_and_measured()
    {
        // 7 prisons and 5 regions: the two overseas labels are one.
        Assert.Equal(12, (await app.Import("prisons", ImportFiles.Prisons)).Plan.Created);
        var prison = await Partner("CP Seine-Saint-Denis");
        Assert.Contains("Maison d’arrêt de Villepinte", prison.Aliases, StringComparison.Ordinal);
        Assert.Equal(["MA/QMA", "SAS"], prison.Wings.Select(w => w.Name).Order(StringComparer.Ordinal));
        Assert.Equal("DISP de Paris", prison.Parent!.Name);
        Assert.Null((await Partner("CD Saint-Sulpice-la-Pointe")).Wings.Single().Inmates);
        Assert.Equal((0, 108), ((await Partner("CP Vendin-le-Vieil")).Wings.Single().Capacity!.Value, (await Partner("CP Vendin-le-Vieil")).Wings.Single().Inmates!.Value));
        Assert.Equal((await Partner("CD Koné")).ParentId, (await Partner("CP Mata-Utu")).ParentId);
    }

    [Theory]
    [InlineData("spip", "courts", "prisons")]
    [InlineData("prisons", "courts", "spip")]
    public async Task Territories_are_linked_whatever_comes_first(params string[] order)
    {
        foreach (var kind in order)
            await app.Import(kind, kind switch { "spip" => ImportFiles.Spip, "courts" => ImportFiles.Courts, _ => ImportFiles.Prisons });
        var linked = await app.WithDb(db => db.SubjectLinks.Where(l => l.Role == LinkRole.Territory && l.From.Title == "SPIP de Seine-Saint-Denis").Select(l => l.To.Title).Order().ToListAsync());
        Assert.Equal(["CP Seine-Saint-Denis", "CSL Gagny", "Tribunal judiciaire de Bobigny"], linked);
    }

    [Theory]
    [InlineData("spip", ImportFiles.Spip)]
    [InlineData("courts", ImportFiles.Courts)]
    [InlineData("prisons", ImportFiles.Prisons)]
    public async Task A_second_import_changes_nothing_and_a_dry_run_writes_nothing(string kind, string text)
    {
        var dry = await app.Import(kind, text, dryRun: true);
        Assert.Equal(0, await app.WithDb(db => db.Set<Partner>().CountAsync()));
        var first = await app.Import(kind, text);
        Assert.Equal(dry.Plan.Fingerprint, first.Plan.Fingerprint);
        var second = await app.Import(kind, text);
        Assert.Equal((0, 0, first.Plan.Created), (second.Plan.Created, second.Plan.Updated, second.Plan.Unchanged));
    }

    [Fact]
    public async Task Next_months_figures_update_and_undoing_gives_back_the_old_ones()
    {
        await app.Import("prisons", ImportFiles.Prisons);
        var july = ImportFiles.Prisons.Replace("2026-06-01", "2026-07-01", StringComparison.Ordinal).Replace(",1203,", ",1210,", StringComparison.Ordinal).Replace("\n2026-07-01,titre,CP SEINE SAINT DENIS,SAS,DISP PARIS,120,120,134,1.117", "", StringComparison.Ordinal);
        var (plan, run) = await app.Import("prisons", july);
        Assert.Equal((0, 7), (plan.Created, plan.Updated));
        Assert.Contains(plan.Records.Single(r => r.Title == "CP Seine-Saint-Denis").Changes, c => c.Before.EndsWith("203", StringComparison.Ordinal) && c.After.EndsWith("210", StringComparison.Ordinal));
        Assert.Equal(2, (await Partner("CP Seine-Saint-Denis")).Wings.Count);
        Assert.Equal((0, 7, 0), Result(await app.Undo(run.Id)));
        Assert.Equal(1203, (await Partner("CP Seine-Saint-Denis")).Wings.Single(w => w.Name == "MA/QMA").Inmates);
    }

    [Fact]
    public async Task Undoing_keeps_what_was_edited_or_referred_to_since()
    {
        var (_, run) = await app.Import("spip", ImportFiles.Spip);
        await app.Import("courts", ImportFiles.Courts);
        var (edited, cited) = ((await Partner("SPIP de la Meuse, antenne de Verdun")).Id, (await Partner("SPIP de Seine-Saint-Denis")).Id);
        await app.WithDb(async db =>
        {
            (await db.Set<Partner>().AsTracking().Include(p => p.Subject).SingleAsync(p => p.Id == edited)).Annotate("Rencontrée en mars.");
            return await db.SaveChangesAsync();
        });
        await app.Add(Post.AtPartner(cited, "DFSPIP", PostLevel.Institution));

        // The antenna keeps its SPIP, to which it refers.
        Assert.Equal((9, 0, 3), Result(await app.Undo(run.Id)));
        Assert.Equal(["SPIP de Seine-Saint-Denis", "SPIP de la Meuse", "SPIP de la Meuse, antenne de Verdun"], (await Names("spip", "spip-antenna")).Order(StringComparer.Ordinal));
        Assert.Equal(7, (await Names("court")).Count);
    }

    [Fact]
    public async Task A_partner_typed_by_hand_is_recognised_and_keeps_its_name()
    {
        var id = await app.AddPartner("TJ de Bobigny", "court");
        var (plan, run) = await app.Import("courts", ImportFiles.Courts);
        Assert.Equal((6, 1), (plan.Created, plan.Updated));
        Assert.Equal("TJ de Bobigny", (await app.WithDb(db => db.Set<Partner>().SingleAsync(p => p.Id == id))).Name);
        Assert.Equal((6, 1, 0), Result(await app.Undo(run.Id)));
    }

    private static (int Removed, int Restored, int Kept) Result(ImportRun run) => (run.Removed, run.Restored, run.Kept);

    private Task<List<string>> Names(params string[] kinds) => app.WithDb(db => db.Set<Partner>().Where(p => kinds.Contains(p.Kind.Code)).Select(p => p.Name).ToListAsync());

    private Task<Partner> Partner(string name) => app.WithDb(db => db.Set<Partner>().Include(p => p.Wings).Include(p => p.Parent).SingleAsync(p => p.Name == name));
}
