using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>Buttons of a form that save nothing: they show it again with more to choose from, for who has no JavaScript.</summary>
internal static class FormSteps
{
    /// <summary>« Chercher » was pressed, or Enter while there is something to search for: nobody means to save from a search box.</summary>
    public static bool AsksAgain(this PageModel page, string button = "chercher")
    {
        var form = page.Request.Form;
        if (!form.ContainsKey(button) && !(button == "chercher" && form.ContainsKey("entree") && !string.IsNullOrWhiteSpace(form["cherche"])))
            return false;
        // What was typed stays, its errors don't: nothing was sent yet.
        foreach (var value in page.ModelState.Values)
        {
            value.Errors.Clear();
            value.ValidationState = ModelValidationState.Skipped;
        }
        return true;
    }

    /// <summary>« Reprendre les usages de cette nature »: the fields show the kind's habits instead of what was sent.</summary>
    public static void Adopt(this PageModel page, ConventionInput input, ConventionChoices choices)
    {
        if (choices.KindRows.FirstOrDefault(k => k.Id == input.KindId) is not { } kind)
            return;
        input.Adopt(kind);
        foreach (var field in new[] { nameof(ConventionInput.Renewal), nameof(ConventionInput.Notice), nameof(ConventionInput.NoticeUnit), nameof(ConventionInput.End) })
            page.ModelState.Remove($"Input.{field}");
    }
}
