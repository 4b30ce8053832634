using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.BrowserTests.Screens;
using Intranet.Tests.Experts;
using Intranet.Tests.Walk;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InAnotherChromium.Name)]
public sealed class ExpertsJourneyTests(Chromium chromium)
{
    private const string Asker = "educatrice@demo.passerelle", Expert = "experte@visite.passerelle", Keeper = "coordinateur@demo.passerelle";

    /// <summary>The éducatrice asks, an expert takes it and answers, it helped; a draft is made of it, the coordinator reads it again, everybody reads it.</summary>
    [Fact]
    public async Task From_a_question_to_an_answer_for_all()
    {
        var topic = await chromium.Visit.App.AddExpertAccount(Expert, "La Traverse");
        await chromium.Journey(Who.Strangers, async visitor =>
        {
            var page = visitor.Page;
            await Be(visitor, Asker);
            await visitor.Go("/appuis/nouveau");
            await page.Locator("#Input_TopicId").SelectOptionAsync(topic.ToString(CultureInfo.InvariantCulture));
            await page.Locator("#Input_Question").FillAsync("Comment rendre compte d’une absence dans une note au SPIP, sans en dire trop ?");
            await visitor.Press("Voir qui sera sollicité", new Regex("/appuis/nouveau"));
            await page.GetByRole(AriaRole.Checkbox, new() { Name = "Ada Journée" }).CheckAsync();
            await visitor.Press("Envoyer la demande", new Regex(@"/appuis/\d+$"));
            var request = new Uri(page.Url).AbsolutePath;

            await Be(visitor, Expert);
            await visitor.Go(request);
            await visitor.Press("Je prends", new Regex($"{request}$"));
            await page.Locator("#Input_Reply").FillAsync("Ada Journée conseille d’écrire des faits datés, relus avec la personne.");
            await visitor.Press("Envoyer la réponse", new Regex($"{request}$"));

            await Be(visitor, Asker);
            await visitor.Go(request);
            await page.GetByRole(AriaRole.Radio, new() { Name = "Oui" }).CheckAsync();
            await visitor.Press("Clore la demande", new Regex($"{request}$"));
            await visitor.Follow("Rédiger une réponse à partager", new Regex("/appuis/reponses/nouvelle"));
            await Assertions.Expect(page.Locator("#Input_Text")).ToHaveValueAsync(new Regex("faits datés"));
            await Assertions.Expect(page.Locator("#Input_Text")).Not.ToHaveValueAsync(new Regex("Ada"));
            await page.Locator("#Input_Title").FillAsync("Rendre compte d’une absence");
            await visitor.Press("Enregistrer", new Regex(@"/appuis/reponses/\d+$"));
            var answer = new Uri(page.Url).AbsolutePath;
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Relire et publier" })).ToHaveCountAsync(0);

            await Be(visitor, Keeper);
            await visitor.Go("/appuis/reponses?etat=ToRead");
            await page.GetByRole(AriaRole.Link, new() { Name = "Rendre compte d’une absence" }).ClickAsync();
            await visitor.Follow("Relire et publier", new Regex($"{answer}/relecture$"));
            foreach (var box in await page.Locator("main").GetByRole(AriaRole.Checkbox).AllAsync())
                await box.CheckAsync();
            await visitor.Press("Publier", new Regex($"{answer}$"));

            await Be(visitor, Expert);
            await visitor.Go("/appuis/reponses?q=absence");
            await page.GetByRole(AriaRole.Link, new() { Name = "Rendre compte d’une absence" }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("faits datés");

            // What was learnt becomes the draft of a page, which somebody else will read before everybody does.
            await visitor.Follow("En faire une page de Connaissances", new Regex("/connaissances/nouveau"));
            await Assertions.Expect(page.Locator("#Input_Title")).ToHaveValueAsync("Rendre compte d’une absence");
            await Assertions.Expect(page.Locator("#Input_Text")).ToHaveValueAsync(new Regex("faits datés"));
            await page.Locator("#Input_SectionId").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await visitor.Press("Enregistrer le brouillon", new Regex(@"/connaissances/\d+/modifier"));
        });
    }

    private static async Task Be(Visitor visitor, string account)
    {
        await visitor.Page.Context.ClearCookiesAsync();
        await new SignInScreen(visitor).SignIn(account);
    }
}
