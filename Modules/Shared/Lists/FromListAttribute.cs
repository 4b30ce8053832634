namespace Intranet.Shared;

/// <summary>The property holds codes of a list of choices; histories say their labels.</summary>
/// <param name="list"><see cref="ReferenceList.Code"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FromListAttribute(string list) : Attribute
{
    /// <summary><see cref="ReferenceList.Code"/>.</summary>
    public string List => list;
}
