using System.Globalization;
using Intranet.Shared;
using Intranet.Tests.Walk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Intranet.BrowserTests;

[Collection(InChromium.Name)]
public sealed class RemindersJourneyTests(Chromium chromium)
{
    /// <summary>The coordinator goes through the inbox with the keyboard, takes one on, sees the counts follow, and takes it back.</summary>
    [Fact]
    public async Task By_the_keyboard_from_one_group_to_the_next_and_back()
    {
        using (var scope = chromium.Visit.App.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<IReminderRun>().RunAsync(scope.ServiceProvider.GetRequiredService<BusinessDay>().Today, dryRun: false, default);
        await chromium.Journey(Who.Coordination, async visitor =>
        {
            await visitor.Go("/rappels");
            var (page, rows) = (visitor.Page, visitor.Page.Locator(".reminder-item"));
            var count = await rows.CountAsync();
            Assert.True(await page.Locator(".reminder-list").CountAsync() > 1, "The demo has reminders of several urgencies.");
            for (var i = 0; i < count; i++)
            {
                await page.Keyboard.PressAsync("j");
                await Assertions.Expect(rows.Nth(i).Locator(".item-title")).ToBeFocusedAsync();
            }
            await page.Keyboard.PressAsync("k");
            await Assertions.Expect(rows.Nth(count - 2).Locator(".item-title")).ToBeFocusedAsync();

            await page.Keyboard.PressAsync("e");
            await Assertions.Expect(rows).ToHaveCountAsync(count - 1);
            await Assertions.Expect(page.Locator("#bell .icon-button-count")).ToHaveTextAsync((count - 1).ToString(CultureInfo.InvariantCulture));
            await Assertions.Expect(page.Locator("#inbox-count")).ToContainTextAsync($"{count - 1} rappel");
            await Assertions.Expect(rows.Nth(count - 2).Locator(".item-title")).ToBeFocusedAsync();

            await page.Locator("#toasts").GetByRole(AriaRole.Button, new() { Name = "Annuler" }).ClickAsync();
            await Assertions.Expect(rows).ToHaveCountAsync(count);
            await Assertions.Expect(page.Locator("#toasts")).ToContainTextAsync("de nouveau à traiter");
        });
    }
}
