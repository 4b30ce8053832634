using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration.Accounts;

/// <summary>What creating and editing an account have in common.</summary>
internal static class AccountRules
{
    /// <summary>What one box can't tell by itself.</summary>
    public static async Task CheckAsync(this PageModel page, IntranetDb db, AccountInput input, int accountId)
    {
        if (string.IsNullOrWhiteSpace(input.Mail) && string.IsNullOrWhiteSpace(input.UserName))
            page.ModelState.AddModelError("Input.UserName", "Indiquez un courriel, ou un identifiant pour qui n’en a pas.");
        if (!input.SeesAll && input.Places.Count == 0 && !input.Administration)
            page.ModelState.AddModelError("Input.Places", "Choisissez au moins un établissement, ou toute l’association.");
        if (!input.SeesAll && input.Places.Count > 0 && await db.Subjects.CountAsync(s => input.Places.Contains(s.Id) && (s.Kind == "pole" || s.Kind == "establishment")) != input.Places.Distinct().Count())
            page.ModelState.AddModelError("Input.Places", "Un de ces établissements n’existe plus.");
        if (input.PersonId is { } person && (!await db.Set<Contacts.Person>().AnyAsync(p => p.Id == person) || await db.Users.AnyAsync(a => a.PersonId == person && a.Id != accountId)))
            page.ModelState.AddModelError("Input.PersonId", "Cette personne a déjà un compte.");
    }

    /// <summary>Shows the link once, on the next page.</summary>
    public static void ShowDoor(this PageModel page, string address, TimeSpan life, bool mailed)
    {
        page.TempData["Door"] = address;
        page.TempData["DoorLife"] = life.TotalDays >= 1 ? $"{life.TotalDays:0} jours" : $"{life.TotalHours:0} heures";
        page.TempData["DoorMailed"] = mailed;
    }
}
