using System.Net;
using ClosedXML.Excel;
using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Conventions;

public sealed class FollowUpPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task Indicators_are_defined_line_by_line_and_entered_for_both_sides()
    {
        var id = await Convention("Indicateurs");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/{id}/indicateurs");
        Assert.Equal("Occupation", form.Document.QuerySelector("#Input_Rows_2__Name")!.GetAttribute("value"));

        // The buttons of the lines send the form: what is typed stays, nothing is saved.
        form = await Press(browser, form, "Add", ("Input.Rows[0].Name", "Personnes accueillies"), ("Input.Rows[0].CountsPeople", "true"));
        Assert.Equal(4, form.Document.QuerySelectorAll("fieldset.line-card").Length);
        form = await Press(browser, form, "Remove&row=1");
        form = await Press(browser, form, "Up&row=1");
        Assert.Equal(["Occupation", "Personnes accueillies", ""], Enumerable.Range(0, 3).Select(i => form.Document.QuerySelector($"#Input_Rows_{i}__Name")!.GetAttribute("value") ?? ""));
        Assert.False(await app.WithDb(db => db.Set<Indicator>().AnyAsync(i => i.ConventionId == id)));
        await browser.SendAndFollow(form, []);

        var refused = await browser.Send(await browser.Get($"/conventions/{id}/indicateurs/{Today.Year - 1}"), [("Input.Rows[0].Ours", "beaucoup"), ("Input.Rows[1].Ours", "3")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("n’est pas un nombre", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("3", refused.Document.QuerySelector("#Input_Rows_1__Ours")!.GetAttribute("value"));
        var sheet = await browser.SendAndFollow(refused, [("Input.Rows[0].Ours", "87,5"), ("Input.Rows[0].Partner", "86")]);
        var row = Cells(sheet, "indicateurs", $"{Today.Year - 1}");
        Assert.Contains("87,5", row, StringComparison.Ordinal);
        Assert.Contains("86", row, StringComparison.Ordinal);
        // Three people: masked where it is read, kept where it is corrected.
        Assert.Contains("<\u00a05", row, StringComparison.Ordinal);
        Assert.Equal("3", (await browser.Get($"/conventions/{id}/indicateurs/{Today.Year - 1}")).Document.QuerySelector("#Input_Rows_1__Ours")!.GetAttribute("value"));
        Assert.DoesNotContain("300", await app.WithDb(async db => string.Join(' ', await db.AuditEntries.Where(a => a.SubjectId == id && a.Entity == nameof(IndicatorValue)).Select(a => a.Changes).ToListAsync())), StringComparison.Ordinal);
        Assert.DoesNotContain(">3<", (await browser.Get($"/conventions/{id}/dossier")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/conventions/{id}/suivi.xlsx")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/conventions/{id}/indicateurs/{Today.Year + 1}")).Status);
    }

    [Fact]
    public async Task Two_people_on_one_year_see_both_versions()
    {
        var id = await Convention("Deux saisies", c => c.DefineIndicators([(null, "Rencontres", "", null, false)]));
        var (one, other) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Coordination));
        var mine = await one.Get($"/conventions/{id}/indicateurs/{Today.Year}");
        await other.SendAndFollow(await other.Get($"/conventions/{id}/indicateurs/{Today.Year}"), [("Input.Rows[0].Ours", "4")]);
        var conflict = await one.Send(mine, [("Input.Rows[0].Ours", "5")]);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("5", conflict.Document.QuerySelector("#Input_Rows_0__Ours")!.GetAttribute("value"));
        Assert.Contains("4", conflict.Document.QuerySelector("table.conflict")!.TextContent, StringComparison.Ordinal);
        await one.SendAndFollow(conflict, []);
        Assert.Equal(500, await app.WithDb(db => db.Set<IndicatorValue>().Where(v => v.ConventionId == id).Select(v => v.Hundredths).SingleAsync()));
    }

    [Fact]
    public async Task Places_above_the_agreed_number_are_warned_of()
    {
        var id = await Convention("Places");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/{id}/places");
        var later = await browser.Send(form, [("Input.On", $"{Today.AddDays(1):yyyy-MM-dd}"), ("Input.Used", "9")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, later.Status);
        Assert.Contains("au plus tard d’aujourd’hui", later.Errors, StringComparison.Ordinal);
        await browser.SendAndFollow(form, [("Input.On", $"{Today.AddDays(-30):yyyy-MM-dd}"), ("Input.Used", "12")]);
        var list = await browser.SendAndFollow(form, [("Input.Used", "14")]);
        Assert.Contains("2 places de trop", list.Main, StringComparison.Ordinal);
        Assert.Contains("14 places utilisées", (await browser.Get($"/conventions/{id}/suivi")).Document.QuerySelector(".banner.is-warn")!.TextContent, StringComparison.Ordinal);
        list = await browser.SendAndFollow(list, [], "handler=Remove");
        Assert.Single(list.Document.QuerySelectorAll("tbody tr"));
        Assert.Null((await browser.Get($"/conventions/{id}/suivi")).Document.QuerySelector(".banner.is-warn"));
    }

    [Fact]
    public async Task A_month_of_referrals_is_entered_at_once_and_masked_where_it_is_read()
    {
        var id = await Convention("Orientations");
        var browser = await app.SignedIn(Roles.Coordination);
        var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
        var form = await browser.Get($"/conventions/{id}/orientations?mois={month:yyyy-MM}");
        Assert.Contains(French.Month(month), form.Main, StringComparison.Ordinal);
        var sheet = await browser.SendAndFollow(form, [("Input.Sources[0].Received", "12"), ("Input.Sources[0].Admitted", "7"), ("Input.Sources[2].Received", "3"), ("Input.Reasons[0].Count", "4")]);
        Assert.Equal(["15", "0", "0", "7", "<\u00a05"], Numbers(sheet, "Orientations par mois", French.Month(month)));
        Assert.Equal(["masqué", "7"], Numbers(sheet, "Orientations par source", "SPIP, milieu ouvert"));
        Assert.Equal(["<\u00a05", "0"], Numbers(sheet, "Orientations par source", "Juge de l’application des peines"));
        Assert.Contains("non saisi", sheet.Main, StringComparison.Ordinal);

        var staff = await app.SignedIn(Roles.Staff);
        Assert.Equal(["<\u00a05", "0"], Numbers(await staff.Get($"/conventions/{id}/suivi"), "Orientations par source", "Juge de l’application des peines"));
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.Get($"/conventions/{id}/orientations?mois={month:yyyy-MM}")).Status);
        // Cleared, the month is not entered any more.
        form = await browser.Get($"/conventions/{id}/orientations?mois={month:yyyy-MM}");
        await browser.SendAndFollow(form, [("Input.Sources[0].Received", ""), ("Input.Sources[0].MetInside", ""), ("Input.Sources[0].DayLeave", ""), ("Input.Sources[0].Admitted", ""),
            ("Input.Sources[2].Received", ""), ("Input.Sources[2].MetInside", ""), ("Input.Sources[2].DayLeave", ""), ("Input.Sources[2].Admitted", ""), ("Input.Reasons[0].Count", "")]);
        Assert.False(await app.WithDb(db => db.Set<Referral>().AnyAsync(r => r.ConventionId == id)));
    }

    [Fact]
    public async Task A_financial_annex_is_entered_in_euros()
    {
        var id = await Convention("Argent");
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/{id}/finances/{Today.Year}");
        Assert.Equal("41,50", form.Document.QuerySelector("#Input_Price")!.GetAttribute("value"));
        (string, string)[] values = [("Input.DaysPlanned", "4000"), ("Input.DaysDone", "3000"), ("Input.DaysInvoiced", "3001"), ("Input.DaysPaid", "1000")];
        var refused = await browser.Send(form, values);
        Assert.Contains("On ne facture pas plus de journées que réalisées.", refused.Errors, StringComparison.Ordinal);
        var sheet = await browser.SendAndFollow(refused, [("Input.DaysInvoiced", "2000")]);
        var row = Cells(sheet, "finances", $"{Today.Year}");
        Assert.Contains(French.Euros(16_600_000), row, StringComparison.Ordinal);
        Assert.Contains(French.Euros(4_150_000), row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_of_the_follow_up_holds_numbers_and_dates_masks_people_and_runs_nothing()
    {
        var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);
        var id = await Convention("Classeur", c =>
        {
            c.DefineIndicators([(null, "=HYPERLINK(\"http://x\")", "personnes", null, true), (null, "Jours", "jours", null, false)]);
            c.CountReferrals(month, [("SPIP-MO", 9, 3, null, 0), ("JAP", 2, null, null, null)], [], Today);
        });
        var writer = await app.SignedIn(Roles.Coordination);
        await writer.SendAndFollow(await writer.Get($"/conventions/{id}/indicateurs/{Today.Year - 1}"), [("Input.Rows[0].Ours", "3"), ("Input.Rows[0].OurComment", "+33 1 45"), ("Input.Rows[0].Partner", "7"), ("Input.Rows[1].Ours", "12,5")]);
        var browser = await app.SignedIn(Roles.Staff);
        var content = new MemoryStream(await browser.Client.GetByteArrayAsync($"/conventions/{id}/suivi.xlsx"));
        using var book = new XLWorkbook(content);
        var rows = book.Worksheet(1).RowsUsed().Skip(2).ToList();
        IXLCell Value(string measure, string side) => rows.First(r => r.Cell(3).GetString().StartsWith(measure, StringComparison.Ordinal) && r.Cell(4).GetString() == side).Cell(5);
        Assert.Equal((XLDataType.Text, "<\u00a05"), (Value("=HYPERLINK", "nous").DataType, Value("=HYPERLINK", "nous").GetString()));
        Assert.Equal((XLDataType.Number, 7.0), (Value("=HYPERLINK", "partenaire").DataType, Value("=HYPERLINK", "partenaire").GetDouble()));
        Assert.Equal((XLDataType.Number, 12.5), (Value("Jours", "nous").DataType, Value("Jours", "nous").GetDouble()));
        Assert.Equal("11", Value("Reçues", "").GetString());
        // Two judges' referrals are masked, and the nine others with them, since eleven is told; a zero is a zero.
        Assert.Equal(["masqué", "<\u00a05"], rows.Where(r => r.Cell(3).GetString() == "Reçues" && r.Cell(4).GetString() is { Length: > 0 } and not "toutes sources").Select(r => r.Cell(5).GetString()));
        Assert.Equal("<\u00a05", Value("Rencontrées en détention", "").GetString());
        Assert.Equal(0, Value("Admises", "").GetDouble());
        var on = rows.First(r => r.Cell(1).GetString() == "Orientations").Cell(2);
        Assert.Equal((XLDataType.DateTime, month.ToDateTime(default)), (on.DataType, on.GetDateTime()));
        Assert.All(book.Worksheet(1).CellsUsed(), c => Assert.False(c.HasFormula));

        // As LibreOffice reads it: a date is a number with a format of dates, a number has no type of text, a text that looks like a formula is quoted.
        using var zip = new System.IO.Compression.ZipArchive(content, System.IO.Compression.ZipArchiveMode.Read);
        string Part(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
        var sheet = Part("xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<x:f>", sheet, StringComparison.Ordinal);
        Assert.Matches($"<x:c r=\"{on.Address}\" s=\"\\d+\"[^>]*><x:v>{month.ToDateTime(default).ToOADate():0}</x:v>", sheet.Replace(" t=\"n\"", "", StringComparison.Ordinal));
        Assert.Contains("dd/mm/yyyy", Part("xl/styles.xml"), StringComparison.Ordinal);
        Assert.Contains("quotePrefix=\"1\"", Part("xl/styles.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_is_written_decided_and_signed_by_both_sides()
    {
        var id = await Convention("Bilans");
        var year = Today.Year - 1;
        var (coordination, direction) = (await app.SignedIn(Roles.Coordination), await app.SignedIn(Roles.Direction));
        var list = await coordination.Get($"/conventions/{id}/bilans");
        Assert.Contains($"Bilan {year}", list.Main, StringComparison.Ordinal);

        var form = await coordination.Get($"/conventions/{id}/bilans/{year}/modifier");
        Assert.Null(form.Document.QuerySelector("#Input_Decision"));
        var held = new DateOnly(Today.Year, 1, 1);
        (string, string)[] text = [("Input.HeldOn", $"{held:yyyy-MM-dd}"), ("Input.Difficulties", "Peu de rencontres."), ("Input.ObservedLevel", nameof(ArticulationLevel.Formal))];
        // What the form doesn't show isn't taken, even when sent.
        var sheet = await coordination.SendAndFollow(form, [.. text, ("Input.Decision", "Stop"), ("Input.Reason", "Forcé")]);
        Assert.Contains("communication formelle", sheet.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Forcé", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("sous le niveau convenu", (await coordination.Get($"/conventions/{id}/bilans")).Main, StringComparison.Ordinal);

        var decide = await direction.Get($"/conventions/{id}/bilans/{year}/modifier");
        Assert.Contains("Une décision dit sa raison.", (await direction.Send(decide, [("Input.Decision", "AsIs")])).Errors, StringComparison.Ordinal);
        await direction.SendAndFollow(decide, [("Input.Decision", "AsIs"), ("Input.Reason", "Le travail avance.")]);

        var sign = await coordination.Get($"/conventions/{id}/bilans/{year}/signature");
        Assert.Null(sign.Document.QuerySelector("#Input_Side option[value=Ours]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await coordination.Client.PostAsync($"/conventions/{id}/bilans/{year}/signature", new FormUrlEncodedContent(
            sign.FieldsOf(sign.Form(null)).Where(f => f.Key is not ("Input.Side" or "Input.By")).Append(KeyValuePair.Create("Input.Side", "Ours")).Append(KeyValuePair.Create("Input.By", "Moi"))))).StatusCode);
        sheet = await coordination.SendAndFollow(sign, [("Input.By", "Claire Mazères, directrice")]);
        Assert.Contains("Claire Mazères", sheet.Main, StringComparison.Ordinal);
        // A change cancels the signature given.
        sheet = await coordination.SendAndFollow(await coordination.Get($"/conventions/{id}/bilans/{year}/modifier"), [("Input.Difficulties", "Deux rencontres.")]);
        Assert.DoesNotContain("Claire Mazères", sheet.Main, StringComparison.Ordinal);
        await coordination.SendAndFollow(await coordination.Get($"/conventions/{id}/bilans/{year}/signature"), [("Input.By", "Claire Mazères, directrice")]);
        await direction.SendAndFollow(await direction.Get($"/conventions/{id}/bilans/{year}/signature"), [("Input.By", "Hélène Vasseur")]);
        Assert.Contains("Signé des deux côtés", (await direction.Get($"/conventions/{id}/bilans")).Main, StringComparison.Ordinal);
        var late = await direction.Send(await direction.Get($"/conventions/{id}/bilans/{year}/modifier"), [("Input.Difficulties", "Autre chose.")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("ne change plus", late.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commitments_are_written_before_signature_and_kept_or_not_after()
    {
        var id = await Convention("Engagements", sign: false);
        var browser = await app.SignedIn(Roles.Coordination);
        var form = await browser.Get($"/conventions/{id}/engagements");
        form = await Press(browser, form, "Add", ("Input.Rows[0].Text", "Répondre sous dix jours."), ("Input.Rows[0].DueOn", $"{Today.AddDays(-3):yyyy-MM-dd}"), ("Input.Rows[1].Text", "Nommer un suppléant."));
        Assert.Equal(3, form.Document.QuerySelectorAll("fieldset.line-card").Length);
        await browser.Send(form, []);
        var kept = await app.WithDb(db => db.Set<Commitment>().Where(c => c.ConventionId == id).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([("Répondre sous dix jours.", true), ("Nommer un suppléant.", false)], kept.Select(c => (c.Text, c.IsOurs)));

        var early = await browser.Send(await browser.Get($"/conventions/{id}/engagements/{kept[1].Id}"), [("Input.FulfilledOn", $"{Today:yyyy-MM-dd}")]);
        Assert.Contains("une fois la convention signée", early.Errors, StringComparison.Ordinal);
        await app.WithDb(async db =>
        {
            var convention = await db.Set<Convention>().Include(c => c.Subject).Include(c => c.Signatories).SingleAsync(c => c.Id == id);
            Sign(convention);
            return await db.SaveChangesAsync();
        });
        var frozen = await browser.Get($"/conventions/{id}/engagements");
        Assert.Empty(frozen.Document.QuerySelectorAll("main form"));
        Assert.Contains("Non tenu à l’échéance", frozen.Main, StringComparison.Ordinal);
        var sheet = await browser.SendAndFollow(await browser.Get($"/conventions/{id}/engagements/{kept[1].Id}"), [("Input.FulfilledOn", $"{Today:yyyy-MM-dd}"), ("Input.Comment", "Deux noms.")]);
        Assert.Contains("Deux noms.", sheet.Main, StringComparison.Ordinal);
        Assert.Contains("Tenu", sheet.Main, StringComparison.Ordinal);
        var other = await Convention("Engagements d’ailleurs");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/conventions/{other}/engagements/{kept[1].Id}")).Status);
    }

    [Fact]
    public async Task The_renewal_file_gathers_what_was_followed()
    {
        var id = await Convention("Dossier", c => c.Promise("Un comité par semestre.", isOurs: false, Today.AddDays(-10)));
        var file = await (await app.SignedIn(Roles.Staff)).Get($"/conventions/{id}/dossier");
        foreach (var word in new[] { "SPIP Dossier", "Établissement Dossier", "Aucun indicateur", "Bilans annuels", "Un comité par semestre.", "Non tenu à l’échéance", "Aucune rencontre connue" })
            Assert.Contains(word, file.Main, StringComparison.Ordinal);
    }

    /// <summary>In force for more than two years, with twelve places at 41.50 €.</summary>
    private async Task<int> Convention(string name, Action<Convention>? prepare = null, bool sign = true)
    {
        var (partner, place) = (await app.AddPartner($"SPIP {name}", "spip"), await app.AddEstablishment($"Établissement {name}"));
        return await app.WithDb(async db =>
        {
            var kind = await db.Set<ConventionKind>().OrderBy(k => k.Order).Select(k => k.Id).FirstAsync();
            var convention = new Convention($"CV-{partner}", $"Convention {name}", kind, Today.AddYears(-3));
            convention.About($"Convention {name}", kind, "Objet.", 12, 4150, ArticulationLevel.JointWork);
            convention.Between([place], [partner]);
            convention.Run(new ConventionTerms(new(Today.Year - 2, 1, 1), new(Today.Year + 2, 12, 31), NoticePeriod.OfMonths(3), RenewalMode.Express, null, null), null);
            prepare?.Invoke(convention);
            if (sign)
                Sign(convention);
            db.Add(convention);
            await db.SaveChangesAsync();
            return convention.Id;
        });
    }

    private void Sign(Convention convention) => convention.Sign(new(Today.Year - 3, 12, 20), null, Today);

    /// <summary>Presses a button of the form that has its own address.</summary>
    private static async Task<Page> Press(Browser browser, Page page, string handler, params (string Name, string Value)[] values)
    {
        var fields = page.FieldsOf(page.Form(null)).Where(f => values.All(v => v.Name != f.Key)).Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var address = page.Address.Split('?')[0];
        var answer = await Page.From(address, await browser.Client.PostAsync($"{address}?handler={handler}", new FormUrlEncodedContent(fields)));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer;
    }

    private static string Cells(Page page, string section, string row)
        => page.Document.QuerySelectorAll($"section[aria-labelledby={section}] tbody tr").First(r => r.QuerySelector("th")!.TextContent.Contains(row, StringComparison.Ordinal)).TextContent;

    private static IEnumerable<string> Numbers(Page page, string region, string row)
        => page.Document.QuerySelectorAll($"[aria-label='{region}'] tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == row).QuerySelectorAll("td").Select(c => c.TextContent.Trim());
}
