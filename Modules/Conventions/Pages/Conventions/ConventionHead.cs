using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Pages.Conventions;

/// <summary>What stands above every part of a convention: number, title, state, tabs.</summary>
internal sealed record ConventionHead(ConventionFacts Facts, DateOnly Today)
{
    /// <summary>Tab, address after the convention's, label.</summary>
    public static IReadOnlyList<(string Path, string Label)> Tabs { get; } =
    [
        ("", "Vue d’ensemble"), ("/signataires", "Signature et avenants"), ("/contenu", "Contenu"), ("/suivi", "Suivi"), ("/bilans", "Bilans"), ("/documents", "Documents"), ("/journal", "Journal"),
    ];

    public int Id => Facts.Id;
    public string Address => $"/conventions/{Facts.Id}";
    public ConventionState State => Facts.On(Today);

    /// <summary>Path of the tab that is shown; a page under it names it too.</summary>
    public string Tab { get; init; } = "";

    /// <summary>Null when the convention doesn't exist or is out of scope.</summary>
    public static async Task<ConventionHead?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, int id, string tab, CancellationToken cancellation = default)
        => await db.Set<Convention>().AsNoTracking().InScope(db, user).Where(c => c.Id == id).Select(ConventionFacts.Projection).FirstOrDefaultAsync(cancellation) is { } facts
            ? new ConventionHead(facts, today) { Tab = tab }
            : null;
}
