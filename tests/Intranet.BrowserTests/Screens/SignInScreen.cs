using Intranet.Tests.Http;

namespace Intranet.BrowserTests.Screens;

internal sealed class SignInScreen(Visitor visitor)
{
    public async Task SignIn(string name)
    {
        await visitor.Go("/connexion");
        await visitor.Page.GetByLabel("Courriel ou identifiant").FillAsync(name);
        await visitor.Page.GetByLabel("Mot de passe").FillAsync(IntranetApp.Password);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Se connecter" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/");
    }

    /// <summary>The same with nothing but the keyboard, from a page where the first field has the focus.</summary>
    public async Task SignInByKeyboard(string name)
    {
        await visitor.Go("/connexion");
        await visitor.Page.Keyboard.TypeAsync(name);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync(IntranetApp.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/");
    }
}
