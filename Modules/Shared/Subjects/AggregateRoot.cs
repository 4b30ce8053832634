namespace Intranet.Shared;

/// <summary>
/// A record with a life of its own: a partner, a convention, a meeting. It shares its id with its <see cref="Subject"/>,
/// which is refreshed from <see cref="Describe"/> each time the record is saved.
/// </summary>
public abstract class AggregateRoot : IVersioned
{
    /// <summary>For the database only.</summary>
    protected AggregateRoot() { }

    /// <summary>A new record of this kind.</summary>
    protected AggregateRoot(SubjectKind kind) => Subject = new Subject(kind);

    /// <summary>Also the subject's id.</summary>
    public int Id { get; private set; }

    /// <summary>Not null for a new record, or when included by the query.</summary>
    public Subject Subject { get; private set; } = null!;

    /// <summary>Grows by one at each change; compared on saving, so that nobody overwrites unseen.</summary>
    public int Version { get; private set; }

    /// <summary>How the record presents itself, from its own columns only (no navigation need be loaded).</summary>
    public abstract SubjectFacts Describe();

    /// <summary>Makes the links of this role point at exactly these records; the subject's links must be loaded.</summary>
    public void SetLinks(LinkRole role, IEnumerable<int> targets)
    {
        var wanted = targets.ToHashSet();
        foreach (var link in Subject.Links.Where(l => l.Role == role && !wanted.Remove(l.ToId)).ToList())
            Subject.Links.Remove(link);
        foreach (var id in wanted)
            AddLink(role, id);
    }

    /// <summary>Points at this record too; the subject's links must be loaded.</summary>
    public void AddLink(LinkRole role, int target)
    {
        if (Subject.Links.All(l => l.Role != role || l.ToId != target))
            Subject.Links.Add(new SubjectLink(Subject, target, role));
    }
}

/// <summary>Two people may edit it: the version that was read is compared when it is written.</summary>
public interface IVersioned
{
    int Version { get; }
}

/// <summary>A record that may be out of everybody's sight while it stays in the database: merged into another, erased.</summary>
public interface IHideable;

/// <summary>A row that belongs to a record, whose history shows its changes.</summary>
public interface IPartOf
{
    /// <summary>The record's id.</summary>
    int RootId { get; }
}

/// <summary>A row whose changes nobody needs to read again: deliveries, drafts, links.</summary>
public interface IUnaudited;
