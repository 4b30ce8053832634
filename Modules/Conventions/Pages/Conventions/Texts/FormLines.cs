using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Intranet.Conventions.Pages.Conventions.Texts;

/// <summary>One line of a form whose lines are added, moved and removed by submit buttons, so that no script is needed.</summary>
internal interface IFormLine
{
    /// <summary>The entity's own rule.</summary>
    /// <exception cref="BrokenRuleException">The sentence, and the property that it is about.</exception>
    void Check();
}

internal static class FormLines
{
    /// <summary>Name of the buttons; their values are « ajouter », « retirer-2 », « monter-2 ».</summary>
    public const string Button = "lignes";

    /// <summary>Does what a button of the lines asks; false when it was the form's own button.</summary>
    /// <param name="asked">Value of the button pressed.</param>
    /// <param name="state">Forgotten, since the lines are no longer where they were typed; their values are in the list.</param>
    public static bool Rearrange<T>(this List<T> lines, string? asked, ModelStateDictionary state)
        where T : new()
    {
        if (string.IsNullOrEmpty(asked))
            return false;
        var parts = asked.Split('-');
        var at = parts.Length == 2 && int.TryParse(parts[1], out var index) && index >= 0 && index < lines.Count ? index : -1;
        if (parts[0] == "ajouter" && lines.Count < 60)
            lines.Add(new T());
        else if (parts[0] == "retirer" && at >= 0)
            lines.RemoveAt(at);
        else if (parts[0] == "monter" && at > 0)
            (lines[at - 1], lines[at]) = (lines[at], lines[at - 1]);
        state.Clear();
        return true;
    }

    /// <summary>Says beside each line what its rule refuses.</summary>
    public static void Check<T>(this List<T> lines, ModelStateDictionary state)
        where T : IFormLine
    {
        for (var i = 0; i < lines.Count; i++)
        {
            try
            {
                lines[i].Check();
            }
            catch (BrokenRuleException broken)
            {
                var field = $"Input.Lines[{i}].{broken.Field}";
                if (state.GetFieldValidationState(field) != ModelValidationState.Invalid)
                    state.AddModelError(field, broken.Message);
            }
        }
    }
}
