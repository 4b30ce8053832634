using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Shared;

/// <summary>A room of the house: one assembly, listed by hand in Host/Program.cs.</summary>
public interface IModule
{
    /// <summary>The assembly that holds the module's entities and pages.</summary>
    Assembly Assembly => GetType().Assembly;

    /// <summary>The kinds of records that the module owns, each with its address.</summary>
    IReadOnlyList<SubjectKind> Kinds => [];

    /// <summary>The module's entries in the side bar.</summary>
    IReadOnlyList<MenuEntry> Menu => [];

    /// <summary>What one comes to do: offered by the search, beside what it finds.</summary>
    IReadOnlyList<QuickAction> Actions => [];

    /// <summary>The lists of choices that the module offers to administrators (<c>/administration/listes</c>).</summary>
    IReadOnlyList<ReferenceList> Lists => [];

    /// <summary>Registers what the module offers to the others: reminder sources, import kinds, figures…</summary>
    void AddServices(IServiceCollection services) { }

    /// <summary>Maps the module's entities; by default every configuration class of its assembly.</summary>
    void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(Assembly);

    /// <summary>Writes the reference lists that a new database needs; does nothing where they stand. The caller saves.</summary>
    Task SeedAsync(IntranetDb db, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>One line of the side bar.</summary>
/// <param name="Section">The heading that it stands under, empty for the first group.</param>
/// <param name="Order">Place among all entries, ascending.</param>
/// <param name="Figure">Key of the <see cref="Figure"/> shown at its right, if any.</param>
/// <param name="Permission">Who sees it; everybody signed in when null.</param>
public sealed record MenuEntry(string Label, string Address, string Icon, int Order, string Section = "", string? Figure = null, Permission? Permission = null);

/// <summary>Something to do, in words that one types: « Nouvelle convention ».</summary>
/// <param name="Label">An imperative or a noun; <c>{0}</c> stands for the record's title, where it is about one.</param>
/// <param name="Address">Of its form; <c>{0}</c> stands for the record's id.</param>
/// <param name="Permission">Who may.</param>
/// <param name="Kind">Code of the kind of records that it is about; null when it starts from nothing.</param>
public sealed record QuickAction(string Label, string Address, string Icon, Permission Permission, string? Kind = null);
