using Microsoft.AspNetCore.Authorization;

namespace Intranet.Shared;

/// <summary>What a page lets its reader do; each page states one (rules.md, "Who may what").</summary>
public enum Permission
{
    /// <summary>Read what everybody signed in may read.</summary>
    Read = 1,

    /// <summary>Partners, posts, people, establishments, services, articulation.</summary>
    WriteContacts,

    /// <summary>Drafts and follow-up of conventions.</summary>
    WriteConventions,

    /// <summary>Sign, give notice, decide renewals.</summary>
    DecideConventions,

    /// <summary>Meetings, minutes, actions.</summary>
    WriteMeetings,

    /// <summary>Courses, sessions, requirements, budgets, and the records of one's scope; heads of service manage their own team without it.</summary>
    ManageTraining,

    /// <summary>Publish pages of knowledge and define words; everybody may propose a correction, who keeps a page publishes it.</summary>
    WriteKnowledge,

    /// <summary>Run imports; the kinds shown depend on the role.</summary>
    Import,

    /// <summary>Import trainings already followed: records that count without anybody's look.</summary>
    ImportTraining,

    /// <summary>Accounts, lists, rules, jobs, audit, erasure.</summary>
    Administer,
}

/// <summary>Which roles hold a permission.</summary>
public static class Permissions
{
    /// <summary>True when one of these roles holds the permission.</summary>
    public static bool Allow(this Roles roles, Permission permission) => permission switch
    {
        Permission.Read => true,
        Permission.WriteContacts or Permission.WriteConventions or Permission.WriteMeetings or Permission.WriteKnowledge => (roles & (Roles.Coordination | Roles.Direction)) != 0,
        Permission.DecideConventions or Permission.ManageTraining => (roles & Roles.Direction) != 0,
        Permission.Import => (roles & (Roles.Coordination | Roles.Direction | Roles.Administration)) != 0,
        Permission.ImportTraining => (roles & (Roles.Direction | Roles.Administration)) != 0,
        Permission.Administer => (roles & Roles.Administration) != 0,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Unknown permission."),
    };
}

/// <summary>States the permission of a page.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AllowAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    /// <summary>The permission stated.</summary>
    public Permission Permission { get; } = permission;
}
