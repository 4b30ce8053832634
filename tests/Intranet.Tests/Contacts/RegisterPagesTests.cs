using System.Net;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Contacts;

/// <summary>The registers through the pages.</summary>
public sealed class RegisterPagesTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    private static readonly byte[] Order = "%PDF-1.7 arrêté fictif"u8.ToArray();

    private DateOnly Today => app.Services.GetRequiredService<BusinessDay>().Today;

    [Fact]
    public async Task The_signed_order_is_kept_with_its_authorisation()
    {
        var house = await app.AddEstablishment("Les Arrêtés");
        var id = await app.Add(new Authorisation("Agrément PE", house, Today.AddYears(-1), Today.AddYears(4)));
        var writer = await app.SignedIn(Roles.Coordination);
        Assert.NotNull((await writer.Get($"/autorisations/{id}")).Document.QuerySelector($"#documents a[href='/fichiers/de/{id}']"));

        var added = await FileTests.UploadAsync(writer, id, "Arrêté.pdf", Order);
        Assert.Equal($"/autorisations/{id}#documents", added.Headers.Location?.OriginalString);

        var reader = await app.SignedIn(Roles.Staff, seesAll: false, house);
        var list = await reader.Get($"/fichiers/de/{id}");
        Assert.Equal(Order, await reader.Client.GetByteArrayAsync(list.Document.QuerySelector("a[download]")!.GetAttribute("href")!));
        Assert.Null(list.Document.QuerySelector("main input[type=file]"));

        var elsewhere = await app.SignedIn(Roles.Staff, seesAll: false, await app.AddEstablishment("Ailleurs"));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Get($"/fichiers/de/{id}")).Status);
    }

    [Fact]
    public async Task Staff_are_offered_by_establishment_and_those_named_stay_in_view()
    {
        var (first, second) = (await app.AddEstablishment("Alpha"), await app.AddEstablishment("Bêta"));
        var (named, other) = (await Employed("Nadège", "Nommée", first), await Employed("Olga", "Oubliée", second));
        var writer = await app.SignedIn(Roles.Coordination);
        var form = await writer.Get($"/autorisations/nouvelle?etablissement={second}");
        Assert.Contains("Oubliée Olga", Group(form, "CHRS Bêta").TextContent, StringComparison.Ordinal);
        Assert.True(Group(form, "CHRS Bêta").HasAttribute("open"));
        Assert.False(Group(form, "CHRS Alpha").HasAttribute("open"));

        var sheet = await writer.SendAndFollow(form, [("Input.Kind", "Agrément PE"), ("Input.From", Today.ToString("O")), ("Input.Listed", $"{named}")]);
        Assert.Contains("Nadège Nommée", sheet.Main, StringComparison.Ordinal);
        var again = await writer.Get(sheet.Address + "/modifier");
        Assert.True(Group(again, "CHRS Alpha").HasAttribute("open"));
        Assert.NotNull(again.Document.QuerySelector($"input[name='Input.Listed'][value='{named}'][checked]"));
        Assert.Null(again.Document.QuerySelector($"input[name='Input.Listed'][value='{other}'][checked]"));
    }

    private static AngleSharp.Dom.IElement Group(Page page, string house)
        => page.Document.QuerySelectorAll(".choice-groups > details").Single(d => d.QuerySelector("strong")!.TextContent == house);

    private Task<int> Employed(string firstName, string lastName, int house)
    {
        var person = new Person(firstName, lastName, "essai");
        person.Employ(house, "Psychologue", Today.AddYears(-1));
        return app.Add(person);
    }
}
