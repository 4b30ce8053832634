using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Intranet.Shared;

/// <summary>
/// <c>&lt;field for="Input.Name"/&gt;</c>: label, box, hint and error of one value, accessible and alike on every form.
/// The box follows the type: text, <see cref="DateOnly"/>, number, check box, or a list when <c>items</c> is given;
/// <c>lines</c> makes it a text area, which tells that nobody accompanied may be named.
/// </summary>
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Choices; the first line is empty unless the value is required.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>A sentence under the label.</summary>
    public string? Hint { get; set; }

    /// <summary>Height of a text area, in lines.</summary>
    public int Lines { get; set; }

    /// <summary>Takes the whole width of the grid.</summary>
    public bool Full { get; set; }

    /// <summary>A narrow box, for numbers and dates.</summary>
    public bool Short { get; set; }

    /// <summary>Type of the input, when the value's type doesn't say it ("email", "tel", "password", "file").</summary>
    public string? Type { get; set; }

    /// <summary>Several choices are allowed; the value is a list.</summary>
    public bool Multiple { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = FullName(For.Name);
        var id = name.Replace('.', '_').Replace('[', '_').Replace(']', '_');
        var metadata = For.Metadata;
        // A list is never null, so the framework calls it required; a browser would then refuse that nothing is chosen.
        var required = !Multiple && (metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any() || output.Attributes.ContainsName("required"));
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var state) ? state.Errors : null;
        var hint = Hint ?? (Lines > 0 ? "Sans nom ni autre élément qui désigne une personne accompagnée." : null);
        var described = string.Join(' ', new[] { hint is null ? null : $"{id}-hint", errors is { Count: > 0 } ? $"{id}-error" : null }.OfType<string>());

        var attributes = new Dictionary<string, object?> { ["id"] = id };
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (errors is { Count: > 0 })
            attributes["aria-invalid"] = "true";
        if (required)
            attributes["required"] = "required";
        foreach (var attribute in output.Attributes)
            attributes[attribute.Name] = attribute.Value;
        output.Attributes.Clear();

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Full ? "field is-full" : "field");
        var kind = Nullable.GetUnderlyingType(metadata.ModelType) ?? metadata.ModelType;
        if (kind == typeof(bool) && Items is null)
        {
            attributes["class"] = "form-check-input";
            var box = generator.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, null, attributes);
            var label = new TagBuilder("label");
            label.AddCssClass("form-check");
            label.InnerHtml.AppendHtml(box).AppendHtml(" <span>").Append(metadata.GetDisplayName());
            if (hint is not null)
                label.InnerHtml.AppendHtml($"<small id=\"{id}-hint\">").Append(hint).AppendHtml("</small>");
            label.InnerHtml.AppendHtml("</span>");
            output.Content.AppendHtml(label).AppendHtml($"<input type=\"hidden\" name=\"{name}\" value=\"false\">");
        }
        else
        {
            var label = new TagBuilder("label");
            label.AddCssClass("form-label");
            label.Attributes["for"] = id;
            label.InnerHtml.Append(metadata.GetDisplayName());
            if (!required)
                label.InnerHtml.AppendHtml(" <span class=\"optional\">(facultatif)</span>");
            output.Content.AppendHtml(label).AppendHtml(Box(name, kind, attributes, required));
            if (hint is not null)
                output.Content.AppendHtml($"<span class=\"field-hint\" id=\"{id}-hint\">").Append(hint).AppendHtml("</span>");
        }
        if (errors is { Count: > 0 })
        {
            output.Content.AppendHtml($"<span class=\"field-error\" id=\"{id}-error\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/lib/icons.svg#alert-circle\"/></svg>")
                .Append(string.Join(' ', errors.Select(e => e.ErrorMessage))).AppendHtml("</span>");
        }
    }

    private TagBuilder Box(string name, Type kind, Dictionary<string, object?> attributes, bool required)
    {
        if (Items is not null)
        {
            attributes["class"] = "form-select";
            var chosen = Typed(name) is { Length: > 0 } typed ? typed.Split(',') : [.. Values(For.Model)];
            return generator.GenerateSelect(ViewContext, For.ModelExplorer, Multiple || required ? null : "", For.Name, Items, [.. chosen], Multiple, attributes);
        }
        attributes["class"] = Short || kind == typeof(DateOnly) || kind == typeof(int) || kind == typeof(decimal) ? "form-control is-short" : "form-control";
        if (For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault() is { } limit)
            attributes["maxlength"] = limit.MaximumLength.ToString(CultureInfo.InvariantCulture);
        if (Lines > 0)
            return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Lines, 0, attributes);
        attributes["type"] = Type ?? (kind == typeof(DateOnly) ? "date" : kind == typeof(TimeOnly) ? "time" : "text");
        if (kind == typeof(int))
            attributes["inputmode"] = "numeric";
        if (Type == "file")
            return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, null, null, attributes);
        if (Type == "password")
            return generator.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, null, attributes);
        var format = kind == typeof(DateOnly) ? "{0:yyyy-MM-dd}" : kind == typeof(TimeOnly) ? "{0:HH\\:mm}" : null;
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes);
    }

    private string? Typed(string name) => ViewContext.ViewData.ModelState.TryGetValue(name, out var state) ? state.AttemptedValue : null;

    private static IEnumerable<string> Values(object? model) => model switch
    {
        null => [],
        string text => [text],
        Enum value => [value.ToString()],
        IEnumerable list => list.Cast<object>().Select(v => v.ToString() ?? ""),
        _ => [Convert.ToString(model, CultureInfo.InvariantCulture) ?? ""],
    };

    private string FullName(string expression) => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(expression);
}
