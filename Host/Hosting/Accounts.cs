using System.Text.Json;
using Intranet.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Hosting;

/// <summary>What an administrator decides about an account.</summary>
/// <param name="Scopes">Ids of poles and establishments; empty when the scope is the whole association.</param>
internal sealed record AccountFacts(string Name, string Function, string UserName, string? Mail, Roles Roles, bool SeesAll, IReadOnlyList<int> Scopes, int? PersonId);

/// <summary>Creates, changes, disables accounts and opens their doors; for the pages of administration and for the command line.</summary>
internal sealed class Accounts(IntranetDb db, UserManager<Account> users, SingleUseLinks links, IMailbox mailbox, IActor actor, TimeProvider clock, CurrentUsers known)
{
    public const string Invitation = "invitation";
    public const string Reset = "reset";
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLife = TimeSpan.FromHours(2);
    public static readonly IReadOnlyList<string> PasswordPurposes = [Invitation, Reset];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Creates an account, or changes it; nothing is saved when sentences come back.</summary>
    public async Task<IReadOnlyList<string>> SaveAsync(Account account, AccountFacts facts, string? password = null)
    {
        var before = account.Id == 0 ? null : await SnapshotAsync(account);
        (account.DisplayName, account.Function, account.Roles, account.SeesAll, account.PersonId) = (facts.Name.Trim(), facts.Function.Trim(), facts.Roles, facts.SeesAll, facts.PersonId);
        (account.UserName, account.Email) = (facts.UserName.Trim(), string.IsNullOrWhiteSpace(facts.Mail) ? null : facts.Mail.Trim());
        var wanted = facts.SeesAll ? [] : facts.Scopes.ToHashSet();
        foreach (var scope in account.Scopes.Where(s => !wanted.Remove(s.SubjectId)).ToList())
            account.Scopes.Remove(scope);
        foreach (var id in wanted)
            account.Scopes.Add(new AccountScope { SubjectId = id });
        if (account.Email is { } mail && await users.Users.AnyAsync(a => a.Id != account.Id && a.NormalizedEmail == users.NormalizeEmail(mail)))
            return ["Un autre compte a déjà cette adresse."];
        if (before is null)
        {
            var created = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
            if (!created.Succeeded)
                return Sentences(created);
            Record(account, AuditAction.Created, []);
            await db.SaveChangesAsync();
            return [];
        }
        // Seen now as added: the store of Identity would take them for rows that exist.
        db.ChangeTracker.DetectChanges();
        var after = await SnapshotAsync(account);
        var changes = before.Where(b => b.Value != after[b.Key]).Select(b => new AuditChange(b.Key, b.Value, after[b.Key])).ToList();
        if (changes.Count > 0)
            Record(account, AuditAction.Changed, changes);
        var updated = await users.UpdateAsync(account);
        known.Forget(account.Id);
        return updated.Succeeded ? [] : Sentences(updated);
    }

    /// <summary>Cuts the account within five seconds, or gives it back.</summary>
    public async Task SetDisabledAsync(Account account, bool disabled)
    {
        if (account.DisabledAt is not null == disabled)
            return;
        account.DisabledAt = disabled ? Now : null;
        Record(account, AuditAction.Changed, [new AuditChange("Disabled", disabled ? "non" : "oui", disabled ? "oui" : "non")]);
        if (disabled)
        {
            foreach (var purpose in PasswordPurposes)
                await links.WithdrawAsync(purpose, Payload(account));
        }
        // A new stamp too: a session of before stays closed even when the account is given back.
        await users.UpdateSecurityStampAsync(account);
        known.Forget(account.Id);
    }

    /// <summary>A link with which the person chooses a password: an invitation as long as there is none, a reset afterwards. Mailed when there is an address.</summary>
    public async Task<(string Address, TimeSpan Life, bool Mailed)> OpenDoorAsync(Account account, string baseAddress)
    {
        var first = account.PasswordHash is null;
        var (purpose, life) = first ? (Invitation, InvitationLife) : (Reset, ResetLife);
        foreach (var other in PasswordPurposes)
            await links.WithdrawAsync(other, Payload(account));
        var address = $"{baseAddress.TrimEnd('/')}/mot-de-passe?lien={await links.CreateAsync(purpose, Payload(account), life)}";
        var mailed = account.Email is not null;
        if (mailed)
            mailbox.Queue(Letter(account, first, address));
        Record(account, AuditAction.Event, [new AuditChange("Link", null, purpose)]);
        await db.SaveChangesAsync();
        return (address, life, mailed);
    }

    /// <summary>The account that a link of ours is for.</summary>
    public Task<Account?> OfAsync(SingleUseLink link) => users.FindByIdAsync(link.Payload);

    private static string Payload(Account account) => account.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static OutgoingMail Letter(Account account, bool first, string address) => first
        ? new(account.Email!, account.DisplayName, "Votre accès à Passerelle",
            ["Un compte vous est ouvert dans Passerelle, l’intranet de nos partenariats avec la justice.", $"Votre identifiant : {account.UserName}", "Choisissez votre mot de passe avec ce lien. Il sert une seule fois et vaut sept jours."],
            new MailAction("Choisir mon mot de passe", address))
        { IsSecret = true }
        : new(account.Email!, account.DisplayName, "Votre nouveau mot de passe Passerelle",
            ["Un nouveau mot de passe a été demandé pour votre compte Passerelle.", "Choisissez-le avec ce lien. Il sert une seule fois et vaut deux heures. Si vous n’avez rien demandé, ne faites rien : l’ancien reste valable."],
            new MailAction("Choisir un nouveau mot de passe", address))
        { IsSecret = true };

    // Account isn't a record of the trade: its history is written here, for the journal of the administration.
    private void Record(Account account, AuditAction action, IReadOnlyList<AuditChange> changes)
    {
        List<AuditChange> all = [new AuditChange("Account", null, account.DisplayName), .. changes];
        db.Add(new AuditEntry(Now, actor.AccountId, actor.Name, action, nameof(Account), JsonSerializer.Serialize(all, JsonSerializerOptions.Web), null, account.PersonId));
    }

    private async Task<Dictionary<string, string>> SnapshotAsync(Account account)
    {
        var ids = account.Scopes.Select(s => s.SubjectId).ToList();
        var places = ids.Count == 0 ? [] : await db.Subjects.Where(s => ids.Contains(s.Id)).OrderBy(s => s.Title).Select(s => s.Title).ToListAsync();
        return new()
        {
            ["DisplayName"] = account.DisplayName,
            ["Function"] = account.Function,
            ["UserName"] = account.UserName ?? "",
            ["Email"] = account.Email ?? "",
            ["Roles"] = AccountWords.Of(account.Roles),
            ["Scope"] = account.SeesAll ? "toute l’association" : string.Join(", ", places),
            ["Person"] = account.PersonId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static IReadOnlyList<string> Sentences(IdentityResult result) => [.. result.Errors.Select(e => e.Description).Distinct()];
}

/// <summary>Roles in French.</summary>
internal static class AccountWords
{
    public static IReadOnlyList<(Roles Role, string Label, string Rights)> All { get; } =
    [
        (Roles.Coordination, "Coordination", "Contacts, rencontres, comptes rendus, brouillons de conventions, imports"),
        (Roles.Direction, "Direction", "Comme la coordination, et aussi : signer, dénoncer, décider des renouvellements"),
        (Roles.Administration, "Administration", "Comptes, listes, règles, imports, journal, sauvegardes, effacement"),
    ];

    public static string Of(Roles roles)
        => roles == Roles.Staff ? "Professionnel·le" : string.Join(", ", All.Where(r => roles.HasFlag(r.Role)).Select(r => r.Label));
}
