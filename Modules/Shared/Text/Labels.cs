using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Intranet.Shared;

/// <summary>French labels taken from <see cref="DisplayAttribute"/>, so that a form, a history and a conflict say the same words.</summary>
public static class Labels
{
    /// <summary>The label of a value; its name in code when it has none.</summary>
    public static string Of(Enum value) => Of(value.GetType().GetField(value.ToString())) ?? value.ToString();

    /// <summary>The label of a property, a field or a class, if it states one.</summary>
    public static string? Of(MemberInfo? member) => member?.GetCustomAttribute<DisplayAttribute>()?.GetName();
}
