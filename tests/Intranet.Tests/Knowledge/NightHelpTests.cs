using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Tests.Knowledge;

/// <summary>Whom to call at night: one's own establishment first, the SPIP around, nothing closed.</summary>
public sealed class NightHelpTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task The_on_call_line_comes_first_then_the_duty_lines_of_the_spip_around()
    {
        var house = new Establishment("Foyer de nuit", "CHRS", null);
        house.Locate("", "", "", "87");
        house.ReachBy("01 99 00 10 10", "", "01 99 00 10 11");
        var id = await app.Add(house);
        var around = await app.AddPartner("SPIP de la nuit", "spip");
        var elsewhere = await app.AddPartner("SPIP d’ailleurs", "spip");
        await app.WithDb(async db =>
        {
            foreach (var (partner, department) in new[] { (around, "87"), (elsewhere, "29") })
            {
                var stored = await db.Set<Partner>().Include(p => p.Subject).SingleAsync(p => p.Id == partner);
                stored.Classify(stored.KindId, null, [department]);
                var line = Post.AtPartner(partner, "Permanence CPIP", PostLevel.Field);
                line.BecomeServiceLine("9 h à 17 h");
                line.ReachBy(department == "87" ? "01 99 00 87 87" : "01 99 00 29 29", "");
                db.Add(line);
            }
            return await db.SaveChangesAsync();
        });
        var page = await (await app.SignedIn(Roles.Staff)).Get($"/connaissances/qui-appeler?etablissement={id}");
        var numbers = page.Document.QuerySelectorAll("main a[href^='tel:']").Select(a => a.TextContent.Trim()).ToList();
        Assert.Equal(["01 99 00 10 11", "01 99 00 87 87"], numbers);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(Roles.Staff)).Get("/connaissances/qui-appeler?etablissement=999999")).Status);
    }

    [Fact]
    public async Task A_published_record_gives_the_draft_of_a_page_and_nothing_out_of_scope_does()
    {
        var partner = await app.AddPartner("Association Sourcedepage");
        var staff = await app.SignedIn(Roles.Staff);
        Assert.Equal("Association Sourcedepage", (await staff.Get($"/connaissances/nouveau?depuis={partner}")).Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("", (await staff.Get("/connaissances/nouveau?depuis=999999")).Document.QuerySelector("#Input_Title")!.GetAttribute("value") ?? "");
    }
}
