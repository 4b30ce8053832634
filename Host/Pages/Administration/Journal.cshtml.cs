using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration;

/// <summary>Every change of every record, newest first: who, what, before and after.</summary>
[Allow(Permission.Administer)]
internal sealed class JournalModel(IntranetDb db, SubjectKinds kinds) : PageModel
{
    private const int Size = 50;

    /// <summary>Words of the actor's name, of the record's title, or of an account's name.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>What is neither a record nor an account: a rule of reminders.</summary>
    public const string Settings = "reglages";

    /// <summary>Code of a kind of record, <c>Account</c>, or <see cref="Settings"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "nature")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "du")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "au")]
    public DateOnly? To { get; set; }

    public Paged<Row> Rows { get; private set; } = null!;
    public IEnumerable<SubjectKind> Kinds => kinds.All;

    public async Task OnGetAsync(int p = 1)
    {
        var entries = db.AuditEntries.AsNoTracking().Include(a => a.Subject).AsQueryable();
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var (text, folded) = (Text.Trim(), Folding.Fold(Text));
            entries = entries.Where(a => a.Actor.Contains(text) || a.Subject!.Folded.Contains(folded) || ((a.Entity == nameof(Account) || a.SubjectId == null) && a.Changes.Contains(text)));
        }
        if (Kind == nameof(Account))
            entries = entries.Where(a => a.Entity == nameof(Account));
        else if (Kind == Settings)
            entries = entries.Where(a => a.Entity != nameof(Account) && a.SubjectId == null);
        else if (!string.IsNullOrEmpty(Kind))
            entries = entries.Where(a => a.Subject!.Kind == Kind);
        if (From is { } from)
            entries = entries.Where(a => a.At >= Paris.ToUtc(from, TimeOnly.MinValue));
        if (To is { } to)
            entries = entries.Where(a => a.At < Paris.ToUtc(to.AddDays(1), TimeOnly.MinValue));
        var page = await entries.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).PageAsync(p, Size, HttpContext.RequestAborted);
        var lines = await HistoryTeller.TellAsync(db, page.Rows, HttpContext.RequestAborted);
        Rows = new Paged<Row>([.. page.Rows.Zip(lines, Tell)], page.Total, page.Number, Size);
    }

    private Row Tell(AuditEntry entry, HistoryLine line)
    {
        if (entry.Entity == nameof(Account))
        {
            // The first change only says whose account it is.
            var name = Named(entry, "Account");
            var what = entry.Action switch { AuditAction.Created => "Compte créé", AuditAction.Event => "Lien de mot de passe remis", _ => "Compte modifié" };
            return new Row(entry.At, entry.Actor, what, name ?? "Compte", null, "user-cog", [.. line.Changes.Where(c => c.Label != "Account").Select(c => c with { Label = Words.GetValueOrDefault(c.Label, c.Label) })]);
        }
        var kind = entry.Subject is null ? null : kinds.All.FirstOrDefault(k => k.Code == entry.Subject.Kind);
        return new Row(entry.At, entry.Actor, line.Sentence, entry.Subject?.Title ?? (entry.SubjectId is null ? Named(entry, "") : null) ?? entry.Entity, kind is null ? null : kinds.AddressOf(kind.Code, entry.Subject!.Id), kind?.Icon ?? "history", line.Changes);
    }

    private static string? Named(AuditEntry entry, string property)
        => System.Text.Json.JsonSerializer.Deserialize<List<AuditChange>>(entry.Changes, System.Text.Json.JsonSerializerOptions.Web)?.FirstOrDefault(c => c.Property == property)?.After;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["DisplayName"] = "Nom",
        ["Function"] = "Fonction",
        ["UserName"] = "Identifiant",
        ["Email"] = "Courriel",
        ["Roles"] = "Rôle",
        ["Scope"] = "Périmètre",
        ["Person"] = "Personne",
        ["Disabled"] = "Désactivé",
    };

    public static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    internal sealed record Row(DateTime At, string Actor, string Sentence, string Title, string? Address, string Icon, IReadOnlyList<HistoryChange> Changes);
}
