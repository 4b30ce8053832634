using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Intranet.Shared;

/// <summary>What somebody has typed in a form and not saved yet; one a form and a person, seen by that person only.</summary>
public sealed class Draft : IUnaudited
{
    private Draft() { }

    public Draft(int accountId, string key) => (AccountId, Key) = (accountId, key);

    public int AccountId { get; private set; }

    /// <summary>The form's name, with the record's id where there is one: « convention-17 ».</summary>
    public string Key { get; private set; } = "";

    /// <summary>JSON list of [name, value].</summary>
    public string Content { get; private set; } = "[]";

    /// <summary>Real time, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    /// <summary>Values by field name; a field with several values has them all.</summary>
    public ILookup<string, string> Values => Read(Content).ToLookup(v => v.Name, v => v.Value);

    /// <summary>Keeps what was typed, unless a value holds an identity.</summary>
    /// <exception cref="IdentityRefusedException">An identity was found; nothing is kept.</exception>
    /// <exception cref="JsonException">The content is not a list of pairs.</exception>
    public void Keep(string content, DateTime now)
    {
        // Value by value: in one piece, a title beside a date of meeting would look like a birth date.
        foreach (var (name, value) in Read(content))
            IdentityGuard.Refuse(value, name);
        (Content, SavedAt) = (content, now);
    }

    private static IEnumerable<(string Name, string Value)> Read(string content)
        => JsonSerializer.Deserialize<string[][]>(content)!.Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1]));
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("shared_drafts");
        builder.HasKey(d => new { d.AccountId, d.Key });
        builder.Property(d => d.Key).HasMaxLength(100);
        // Checked value by value in Keep; as JSON it could hide or invent identities.
        builder.Property(d => d.Content).HasMaxLength(-1).IsTechnical();
        builder.Ignore(d => d.Values);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
