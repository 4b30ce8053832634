namespace Intranet.Shared;

/// <summary>What one record is to another.</summary>
public enum LinkRole
{
    /// <summary>One of our establishments that takes part; it puts the record in the scope of those who belong to it.</summary>
    Establishment = 1,

    /// <summary>A partner that takes part.</summary>
    Partner = 2,

    /// <summary>A court or prison within a partner's territory.</summary>
    Territory = 3,

    /// <summary>A post that takes part (referent, signatory, participant).</summary>
    Post = 4,

    /// <summary>A person who takes part.</summary>
    Person = 5,

    /// <summary>The record that this one follows (a successor, a meeting's continuation).</summary>
    Follows = 6,

    /// <summary>A partner for whom this closed meeting counts (rules.md, "Partners and the annual obligation"); decided once, at closing.</summary>
    Met = 7,

    /// <summary>What this record rests on: a page of knowledge is to be read again when a convention, a partner or a law that it is tied to changes.</summary>
    RestsOn = 8,

    /// <summary>A topic of the network that this record is about.</summary>
    Topic = 9,

    /// <summary>A record to read beside this one.</summary>
    SeeAlso = 10,
}

/// <summary>A link between records, possibly of different modules, with real foreign keys on both ends.</summary>
public sealed class SubjectLink : IUnaudited
{
    private SubjectLink() { }

    internal SubjectLink(Subject from, int toId, LinkRole role) => (From, ToId, Role) = (from, toId, role);

    /// <summary>A link on its own, for what moves links from one record to another; records set theirs by <see cref="AggregateRoot.SetLinks"/>.</summary>
    public static SubjectLink Between(Subject from, int toId, LinkRole role) => new(from, toId, role);

    public int FromId { get; private set; }
    public Subject From { get; private set; } = null!;
    public int ToId { get; private set; }
    public Subject To { get; private set; } = null!;
    public LinkRole Role { get; private set; }
}
