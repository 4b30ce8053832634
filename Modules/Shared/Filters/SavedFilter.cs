using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A list's filter kept under a name, for oneself or for everybody.</summary>
public sealed class SavedFilter : IUnaudited
{
    private SavedFilter() { }

    /// <param name="list">Address of the list (« /partenaires »).</param>
    /// <param name="query">What follows the question mark.</param>
    public SavedFilter(int accountId, string list, string name, string query, bool isShared)
    {
        if (!list.StartsWith('/') || list.StartsWith("//", StringComparison.Ordinal) || list.Contains('\\', StringComparison.Ordinal))
            throw new BrokenRuleException("Cette liste n’existe pas.");
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Donnez un nom au filtre.", nameof(Name));
        (AccountId, List, Name, Query, IsShared) = (accountId, list, name.Trim(), query.TrimStart('?'), isShared);
    }

    public int Id { get; private set; }
    public int AccountId { get; private set; }
    public Account Account { get; private set; } = null!;
    public string List { get; private set; } = "";

    [Display(Name = "Nom")]
    public string Name { get; private set; } = "";
    public string Query { get; private set; } = "";

    [Display(Name = "Partagé avec tous")]
    public bool IsShared { get; private set; }

    /// <summary>Where it leads.</summary>
    public string Address => Query.Length == 0 ? List : $"{List}?{Query}";
}

internal sealed class SavedFilterMapping : IEntityTypeConfiguration<SavedFilter>
{
    public void Configure(EntityTypeBuilder<SavedFilter> builder)
    {
        builder.ToTable("shared_saved_filters");
        builder.Property(f => f.Name).HasMaxLength(80);
        builder.Property(f => f.Query).HasMaxLength(2000);
        builder.Ignore(f => f.Address);
        builder.HasOne(f => f.Account).WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.List);
    }
}
