using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>The one database, composed from the modules' mappings. Host has an heir for each provider.</summary>
public abstract class IntranetDb(DbContextOptions options, IReadOnlyList<IModule> modules) : IdentityUserContext<Account, int>(options)
{
    public DbSet<Subject> Subjects => Set<Subject>();
    public DbSet<SubjectLink> SubjectLinks => Set<SubjectLink>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AccountScope> AccountScopes => Set<AccountScope>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(IntranetDb).Assembly);
        foreach (var module in modules)
            module.Map(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<string>().HaveMaxLength(200);
}
