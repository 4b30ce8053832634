using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Host.Pages.Administration.Accounts;

/// <summary>What the form's partial needs of its page.</summary>
internal interface IAccountForm
{
    AccountInput Input { get; }
    IReadOnlyList<SelectListItem> Places { get; }
    IReadOnlyList<SelectListItem> People { get; }
}

[Allow(Permission.Administer)]
internal sealed class NewModel(IntranetDb db, Hosting.Accounts accounts, BusinessDay day) : PageModel, IAccountForm
{
    [BindProperty]
    public AccountInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid)
            await this.CheckAsync(db, Input, 0);
        if (ModelState.IsValid)
        {
            var account = new Intranet.Shared.Account();
            foreach (var sentence in await accounts.SaveAsync(account, Input.Facts()))
                ModelState.AddModelError("", sentence);
            if (ModelState.IsValid)
            {
                var (address, life, mailed) = await accounts.OpenDoorAsync(account, $"{Request.Scheme}://{Request.Host}");
                this.ShowDoor(address, life, mailed);
                return LocalRedirect($"/administration/comptes/{account.Id}");
            }
        }
        await LoadAsync();
        return this.Invalid();
    }

    private async Task LoadAsync() => (Places, People) = (await AccountInput.PlacesAsync(db), await AccountInput.PeopleAsync(db, 0, day.Today));
}
