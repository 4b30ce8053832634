using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Drafts;

/// <summary>Keeps what is being typed in a form; refuses identities before storing anything.</summary>
[Allow(Permission.Read)]
internal sealed class KeepModel(IntranetDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    private const int Longest = 200_000;

    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(string? key, string? content)
    {
        if (string.IsNullOrEmpty(key) || key.Length > 100 || content is null)
            return Refuse("Brouillon non enregistré : cette page a expiré. Votre saisie reste sur cet écran.");
        if (content.Length > Longest)
            return Refuse("Cette saisie est trop longue pour être gardée en brouillon. Enregistrez-la.");
        var draft = await db.Set<Draft>().FirstOrDefaultAsync(d => d.AccountId == user.Id && d.Key == key);
        try
        {
            if (draft is null)
                db.Add(draft = new Draft(user.Id, key));
            draft.Keep(content, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
        }
        catch (IdentityRefusedException e)
        {
            return Refuse("Brouillon non enregistré. " + e.Message);
        }
        catch (JsonException)
        {
            return Refuse("Brouillon non enregistré : cette page a expiré. Votre saisie reste sur cet écran.");
        }
        catch (DbUpdateException)
        {
            // Two savings of a new draft at the same time: the other one stands, the next one updates it.
        }
        return StatusCode(StatusCodes.Status204NoContent);
    }

    private ContentResult Refuse(string sentence) => new() { StatusCode = StatusCodes.Status422UnprocessableEntity, Content = sentence, ContentType = "text/plain; charset=utf-8" };
}
