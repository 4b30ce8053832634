using Microsoft.AspNetCore.Identity;

namespace Intranet.Shared;

/// <summary>What a person does in the house; rights follow (see <see cref="Permission"/>).</summary>
[Flags]
public enum Roles
{
    /// <summary>Everybody signed in.</summary>
    Staff = 0,
    Coordination = 1,
    Direction = 2,
    Administration = 4,
}

/// <summary>A way in: sign-in by mail or user name, roles, scope.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>Shown in the top bar and in histories.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What the person does, shown under the name.</summary>
    public string Function { get; set; } = "";

    public Roles Roles { get; set; }

    /// <summary>True when the scope is the whole association.</summary>
    public bool SeesAll { get; set; }

    /// <summary>A disabled account is refused within five seconds; its history stays.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Single-letter keys are switched off (WCAG 2.1.4).</summary>
    public bool KeysOff { get; set; }

    /// <summary>The subject of the person whose account it is.</summary>
    public int? PersonId { get; set; }
    public Subject? Person { get; set; }

    /// <summary>Poles and establishments that the scope is made of, unless <see cref="SeesAll"/>.</summary>
    public ICollection<AccountScope> Scopes { get; } = new HashSet<AccountScope>();
}

/// <summary>A pole or an establishment in the scope of an account.</summary>
public sealed class AccountScope
{
    public int AccountId { get; set; }
    public int SubjectId { get; set; }
    public Subject Subject { get; set; } = null!;
}
