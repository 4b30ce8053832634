using Intranet.Contacts;
using Intranet.Meetings;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Imports;

public sealed class MeetingImportTests : IAsyncLifetime
{
    private readonly IntranetApp app = new();
    private int spip, court;

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        spip = await app.AddPartner("SPIP de Seine-Saint-Denis", "spip");
        court = await app.AddPartner("Tribunal judiciaire de Bobigny", "court");
        var house = await app.AddEstablishment("La Traverse");
        await Hold(Post.AtPartner(spip, "DPIP, responsable d’antenne", PostLevel.Management), "Claire", "Mazères");
        await Hold(Post.AtPartner(court, "Juge de l’application des peines", PostLevel.Institution), "Solène", "Vasnier");
        await Hold(Post.AtEstablishment(house, "Coordination justice", PostLevel.Management), "Karim", "Lebrun");
    }

    public Task DisposeAsync() => app.DisposeAsync();

    private async Task Hold(Post post, string first, string last)
    {
        post.Appoint(await app.Add(new Person(first, last, "essai")), new(2020, 1, 1));
        await app.Add(post);
    }

    private const string Text = """
        Date;Type;Mode;Partenaire;Établissement;De chez nous;Du partenaire;Compte rendu
        12/03/2025;Tout va bien;visio;SPIP Seine Saint Denis;La Traverse;Karim Lebrun, coordinateur;MAZÈRES Claire, DPIP;
        mars 2024;Rencontre annuelle;chez eux;"SPIP de Seine-Saint-Denis ; TJ Bobigny";La Traverse;Karim Lebrun;"Claire Mazères ; Solène Vasnier, JAP";Grille commune adoptée.
        14/10/2025;Tout va bien;visio;SPIP Seine Saint Denis;La Traverse;Karim Lebrun;Claire Mazères;
        2025-05-06;Point de situation;téléphone;TJ de Bobigny;La Traverse;Karim Lebrun;Paul Martin, greffier;
        06/06/2025;Audience;chez eux;TJ de Bobigni;La Traverse;Karim Lebrun;;
        07/06/2025;Apéritif;;TJ de Bobigny;La Traverse;Karim Lebrun;;
        08/06/2030;Rencontre annuelle;;TJ de Bobigny;La Traverse;Karim Lebrun;;
        09/06/2025;Rencontre annuelle;;TJ de Bobigny;La Traverse;Karim Lebrun;;Vu M. Kerbrat, né le 12/03/1985.
        """;

    [Fact]
    public async Task Old_meetings_come_in_once_and_count_by_the_rule_oldest_first()
    {
        var (plan, _) = await app.Import("meetings", Text);
        Assert.Equal((4, 4), (plan.Created, plan.Issues.Count));
        Assert.Equal("Tribunal judiciaire de Bobigny", Assert.Single(plan.Issues, i => i.Line == 6).Suggestions[0]);
        Assert.Equal("kind", Assert.Single(plan.Issues, i => i.Line == 7).Key);
        Assert.Contains("venir", Assert.Single(plan.Issues, i => i.Line == 8).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Kerbrat", Assert.Single(plan.Issues, i => i.Line == 9).Value, StringComparison.Ordinal);

        var meetings = await app.WithDb(db => db.Set<Meeting>().Include(m => m.Kind).Include(m => m.Participants).Include(m => m.Subject.Links).OrderBy(m => m.On).ToListAsync());
        Assert.All(meetings, m => Assert.Equal(MeetingState.Closed, m.State));
        var (old, first, phone, second) = (meetings[0], meetings[1], meetings[2], meetings[3]);
        Assert.Equal((new DateOnly(2024, 3, 1), true, "Grille commune adoptée."), (old.On, old.IsApproximate, old.Minutes));
        Assert.Equal([spip, court], Met(old));
        Assert.Equal(2, old.Participants.Count(p => p.PartnerId != null && p.Level >= PostLevel.Management));
        Assert.Equal([spip], Met(first));
        Assert.Empty(Met(phone));
        // A second « Tout va bien » in a row doesn't count.
        Assert.Empty(Met(second));

        var again = (await app.Import("meetings", Text)).Plan;
        Assert.Equal((0, 0, 4), (again.Created, again.Updated, again.Unchanged));
        Assert.Equal(4, await app.WithDb(db => db.Set<Meeting>().CountAsync()));

        // Nor does one that comes in later and was held just before one that counts.
        await app.Import("meetings", string.Join('\n', Text.Split('\n').Take(2)).Replace("12/03/2025", "10/01/2025", StringComparison.Ordinal));
        Assert.Empty(Met(await app.WithDb(db => db.Set<Meeting>().Include(m => m.Subject.Links).SingleAsync(m => m.On == new DateOnly(2025, 1, 10)))));
    }

    [Fact]
    public async Task A_cancelled_line_keeps_its_text_and_a_known_meeting_says_its_state()
    {
        var text = new string('a', 3000);
        await app.Import("meetings", $"Date;Type;Mode;Partenaire;Établissement;Compte rendu;État\n09/06/2025;Rencontre annuelle;;TJ de Bobigny;La Traverse;{text};annulée");
        var meeting = await app.WithDb(db => db.Set<Meeting>().SingleAsync());
        Assert.Equal((MeetingState.Cancelled, 3000, 1000), (meeting.State, meeting.Minutes.Length, meeting.CancelledReason.Length));

        var (plan, _) = await app.Import("meetings", "Date;Type;Mode;Partenaire;Établissement;Compte rendu;État\n09/06/2025;Rencontre annuelle;;TJ de Bobigny;La Traverse;;close", dryRun: true);
        Assert.Contains("Annulée", Assert.Single(plan.Records).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_comes_back_unchanged()
    {
        await app.Import("meetings", Text);
        using var scope = app.Services.CreateScope();
        var kind = scope.ServiceProvider.GetServices<IExportKind>().Single(k => k.Code == "meetings");
        var rows = await kind.RowsAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), default);
        var file = new MemoryStream();
        ExportFile.Write(file, kind, rows, ".csv");
        var again = (await app.Import("meetings", System.Text.Encoding.UTF8.GetString(file.ToArray()))).Plan;
        Assert.Equal((0, 4, 0), (again.Created, again.Unchanged, again.Issues.Count));
    }

    private static List<int> Met(Meeting meeting) => [.. meeting.Subject.Links.Where(l => l.Role == LinkRole.Met).Select(l => l.ToId).Order()];
}
