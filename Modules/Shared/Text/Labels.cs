using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Intranet.Shared;

/// <summary>French labels taken from <see cref="DisplayAttribute"/>, so that a form, a history and a conflict say the same words.</summary>
public static class Labels
{
    /// <summary>Reading an attribute costs as much as drawing several rows of a list, where each row shows a few.</summary>
    private static readonly ConcurrentDictionary<Enum, string> Values = new();

    /// <summary>The label of a value; its name in code when it has none.</summary>
    public static string Of(Enum value) => Values.GetOrAdd(value, static v => Of(v.GetType().GetField(v.ToString())) ?? v.ToString());

    /// <summary>The label of a property, a field or a class, if it states one.</summary>
    public static string? Of(MemberInfo? member) => member?.GetCustomAttribute<DisplayAttribute>()?.GetName();
}
