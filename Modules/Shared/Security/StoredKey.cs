using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>A data protection key, kept in the database when several nodes share it.</summary>
public sealed class StoredKey : IUnaudited
{
    private StoredKey() { }

    public StoredKey(string name, string xml) => (Name, Xml) = (name, xml);

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Xml { get; private set; } = "";
}

internal sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder)
    {
        builder.ToTable("shared_keys");
        builder.Property(k => k.Name).IsTechnical();
        builder.Property(k => k.Xml).HasMaxLength(-1).IsTechnical();
    }
}
