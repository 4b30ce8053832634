using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A list of choices that an administrator edits: measures, publics, kinds of establishment…</summary>
/// <param name="Code">Stored with each item and in the address of its page; never changes.</param>
/// <param name="Label">French name of the list, capitalised.</param>
/// <param name="Use">A French sentence: where its items are offered.</param>
public sealed record ReferenceList(string Code, string Label, string Use);

/// <summary>One choice of a list. Records keep its code, so that a retired item stays readable where it was chosen.</summary>
public sealed class ReferenceItem
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 40;

    private ReferenceItem() { }

    /// <summary>A new active item.</summary>
    public ReferenceItem(string list, string code, string label, int order)
        => (List, Code, Label, Order) = (list, code.Trim(), label.Trim(), order);

    public int Id { get; private set; }

    /// <summary><see cref="ReferenceList.Code"/>.</summary>
    public string List { get; private set; } = "";

    /// <summary>The short name that records keep and screens show ("PE", "CHRS"); never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The name in full ("Placement extérieur").</summary>
    public string Label { get; private set; } = "";

    /// <summary>Place in the list, ascending.</summary>
    public int Order { get; private set; }

    /// <summary>False when it is no longer offered.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>Changes what is shown and where it stands.</summary>
    public void Describe(string label, int order, bool isActive) => (Label, Order, IsActive) = (label.Trim(), order, isActive);
}

internal sealed class ReferenceItemMapping : IEntityTypeConfiguration<ReferenceItem>
{
    public void Configure(EntityTypeBuilder<ReferenceItem> builder)
    {
        builder.ToTable("shared_reference_items");
        builder.Property(i => i.List).HasMaxLength(30);
        builder.Property(i => i.Code).HasMaxLength(ReferenceItem.CodeLength);
        builder.HasIndex(i => new { i.List, i.Code }).IsUnique();
    }
}
