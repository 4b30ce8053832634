using System.Text.RegularExpressions;
using Intranet.Contacts;
using Intranet.Shared;
using Intranet.Tests;
using Intranet.Tests.Http;
using Intranet.Tests.Walk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InChromium.Name)]
public sealed class PlannerJourneyTests(Chromium chromium)
{
    private IntranetApp App => chromium.Visit.App;
    private DateOnly Today => App.Services.GetRequiredService<BusinessDay>().Today;

    /// <summary>The coordinator plans the year, accepts, notes that all is well with one of them, and sees the coverage move.</summary>
    [Fact]
    public async Task From_the_plan_of_the_year_to_the_coverage()
    {
        var (post, partner) = await Scene();
        await chromium.Journey(Who.Coordination, async visitor =>
        {
            var planner = $"/rencontres/planificateur?responsable={post}";
            await visitor.Go(planner);
            await Coverage(visitor, "0 sur 2");
            await visitor.Follow("Proposer un plan", new Regex("plan=true"));
            await visitor.Press("Créer les 2 brouillons", new Regex("/rencontres/planificateur$"));
            await visitor.Go(planner);
            await Assertions.Expect(visitor.Page.Locator(".planner .meeting-chip.is-draft")).ToHaveCountAsync(2);

            // The keyboard goes from cell to cell, and Enter opens.
            await visitor.Page.Locator(".planner tbody tr:not(.is-group) th a").First.FocusAsync();
            await visitor.Page.Keyboard.PressAsync("End");
            await visitor.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Ajouter une rencontre");
            Faults.None(await visitor.Violations());

            await visitor.Go($"/rencontres/tout-va-bien?partenaire={partner}");
            await visitor.Page.GetByLabel(new Regex("^Ce qui va bien|^Qu’est-ce qui va bien")).FillAsync("Les orientations arrivent à temps.");
            await visitor.Press("Enregistrer et clore", new Regex("/rencontres/[0-9]+$"));
            await Assertions.Expect(visitor.Page.Locator(".page-header-badges")).ToContainTextAsync("Compte pour la rencontre annuelle");

            await visitor.Go(planner);
            await Coverage(visitor, "1 sur 2");
            await Assertions.Expect(visitor.Page.Locator(".planner .meeting-chip.is-done")).ToHaveCountAsync(1);
        });
    }

    private static Task Coverage(Visitor visitor, string figure)
        => Assertions.Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Chiffres clés" })).ToContainTextAsync(figure);

    /// <summary>A coordinator who follows two partners, each with somebody at the expected level.</summary>
    private async Task<(int Post, int Partner)> Scene()
    {
        var place = await App.AddEstablishment("Maison du plan");
        var ours = await Held(Post.AtEstablishment(place, "Coordination du plan", PostLevel.Management), "Karine");
        var ids = new List<int>();
        foreach (var name in (string[])["SPIP du plan", "TJ du plan"])
        {
            var partner = await App.AddPartner(name, "spip");
            await Held(Post.AtPartner(partner, "Direction", PostLevel.Management), $"Dominique {name[..2]}");
            ids.Add(partner);
        }
        await App.WithDb(async db =>
        {
            foreach (var partner in await db.Set<Partner>().Where(p => ids.Contains(p.Id)).ToListAsync())
                partner.Follow(ours, Today.AddYears(-1));
            return await db.SaveChangesAsync();
        });
        return (ours, ids[0]);
    }

    private async Task<int> Held(Post post, string first)
    {
        var person = await App.Add(new Person(first, "Planel", "essai"));
        post.Appoint(person, Today.AddYears(-1));
        return await App.Add(post);
    }
}
