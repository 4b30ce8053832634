using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration.Accounts;

[Allow(Permission.Administer)]
internal sealed class IndexModel(IntranetDb db) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary><c>professionnel</c>, <c>coordination</c>, <c>direction</c>, <c>administration</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "role")]
    public string? Role { get; set; }

    /// <summary><c>actif</c> or <c>desactive</c>.</summary>
    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? State { get; set; }

    public Paged<Row> Rows { get; private set; } = null!;

    public async Task OnGetAsync(string? tri, int p = 1)
    {
        var accounts = db.Users.AsNoTracking();
        // Names of accounts aren't folded: few rows, administrators only. Identity keeps names and mails in capitals.
        foreach (var word in (Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var upper = word.ToUpperInvariant();
            accounts = accounts.Where(a => a.DisplayName.Contains(word) || a.Function.Contains(word) || a.NormalizedUserName!.Contains(upper) || a.NormalizedEmail!.Contains(upper));
        }
        accounts = Role switch
        {
            "professionnel" => accounts.Where(a => a.Roles == Roles.Staff),
            "coordination" => accounts.Where(a => (a.Roles & Roles.Coordination) != 0),
            "direction" => accounts.Where(a => (a.Roles & Roles.Direction) != 0),
            "administration" => accounts.Where(a => (a.Roles & Roles.Administration) != 0),
            _ => accounts,
        };
        accounts = State switch
        {
            "actif" => accounts.Where(a => a.DisabledAt == null),
            "desactive" => accounts.Where(a => a.DisabledAt != null),
            _ => accounts,
        };
        accounts = tri switch
        {
            "-nom" => accounts.OrderByDescending(a => a.DisplayName).ThenBy(a => a.Id),
            "identifiant" => accounts.OrderBy(a => a.UserName),
            "-identifiant" => accounts.OrderByDescending(a => a.UserName),
            _ => accounts.OrderBy(a => a.DisplayName).ThenBy(a => a.Id),
        };
        Rows = await accounts.Select(a => new Row
        {
            Id = a.Id,
            Name = a.DisplayName,
            Function = a.Function,
            UserName = a.UserName!,
            Roles = a.Roles,
            SeesAll = a.SeesAll,
            Disabled = a.DisabledAt != null,
            NoPassword = a.PasswordHash == null,
            Places = a.Scopes.OrderBy(s => s.Subject.Title).Select(s => s.Subject.Title).ToList(),
        }).PageAsync(p, cancellation: HttpContext.RequestAborted);
    }

    internal sealed class Row
    {
        public required int Id { get; init; }
        public required string Name { get; init; }
        public required string Function { get; init; }
        public required string UserName { get; init; }
        public required Roles Roles { get; init; }
        public required bool SeesAll { get; init; }
        public required bool Disabled { get; init; }
        public required bool NoPassword { get; init; }
        public required List<string> Places { get; init; }

        public string Scope => SeesAll ? "Toute l’association" : Places.Count == 0 ? "Aucun établissement" : string.Join(", ", Places);
    }
}
