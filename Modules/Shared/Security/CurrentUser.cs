using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>The person in front of the screen: facts read at most five seconds ago.</summary>
public sealed record CurrentUser
{
    public required int Id { get; init; }
    public required string Name { get; init; }
    public required string Function { get; init; }
    public required Roles Roles { get; init; }
    public required bool SeesAll { get; init; }

    /// <summary>Id of the person (a subject) whose account it is.</summary>
    public int? PersonId { get; init; }

    /// <summary>Holds a management post of an establishment today: a head of service, whatever their role. Which team, the query asks.</summary>
    public bool Leads { get; init; }

    /// <summary>Single-letter keys are switched off.</summary>
    public bool KeysOff { get; init; }

    /// <summary>Counts for the side bar and the bell, by key of <see cref="Figure"/>.</summary>
    public IReadOnlyDictionary<string, int> Figures { get; init; } = new Dictionary<string, int>();

    /// <summary>The same with their labels and lists, in the order of the modules.</summary>
    public IReadOnlyList<CountedFigure> CountedFigures { get; init; } = [];

    public bool May(Permission permission) => Roles.Allow(permission);
}

/// <summary>Keeps from each list what is out of its reader's scope, in the query.</summary>
public static class Scoping
{
    /// <summary>The subjects that this account may see.</summary>
    public static IQueryable<Subject> InScope(this IQueryable<Subject> subjects, IntranetDb db, CurrentUser user)
    {
        if (user.SeesAll)
            return subjects.Where(s => s.Reach != Reach.Hidden);
        var account = user.Id;
        return subjects.Where(s => s.Reach == Reach.Everyone || (s.Reach == Reach.Establishments
            && (db.Users.Any(a => a.Id == account && a.SeesAll) || s.Links.Any(l => l.Role == LinkRole.Establishment
                && db.AccountScopes.Any(a => a.AccountId == account && (a.SubjectId == l.ToId || a.SubjectId == l.To.ParentId))))));
    }

    /// <summary>The records that this account may see.</summary>
    public static IQueryable<T> InScope<T>(this IQueryable<T> records, IntranetDb db, CurrentUser user)
        where T : AggregateRoot
    {
        if (user.SeesAll && !typeof(IHideable).IsAssignableFrom(typeof(T)))
            return records;
        var visible = db.Subjects.InScope(db, user);
        return records.Where(r => visible.Any(s => s.Id == r.Id));
    }

    /// <summary>Among these establishments, those that the account belongs to, by itself or through a pole.</summary>
    public static IQueryable<Subject> OwnedBy(this IQueryable<Subject> establishments, IntranetDb db, CurrentUser user)
    {
        if (user.SeesAll)
            return establishments;
        var account = user.Id;
        return establishments.Where(s => db.Users.Any(a => a.Id == account && a.SeesAll)
            || db.AccountScopes.Any(a => a.AccountId == account && (a.SubjectId == s.Id || a.SubjectId == s.ParentId)));
    }
}
