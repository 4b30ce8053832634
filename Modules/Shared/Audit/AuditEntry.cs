using System.Text.Json;

namespace Intranet.Shared;

/// <summary>What happened to a row.</summary>
public enum AuditAction { Created = 1, Changed = 2, Removed = 3, Merged = 4, Event = 5 }

/// <summary>Who changed what, before → after. Written with the change, in its transaction.</summary>
public sealed class AuditEntry : IUnaudited
{
    private AuditEntry() { }

    public AuditEntry(DateTime at, int? accountId, string actor, AuditAction action, string entity, string changes, Subject? subject, int? subjectId)
        => (At, AccountId, Actor, Action, Entity, Changes, Subject, SubjectId) = (at, accountId, actor, action, entity, changes, subject, subjectId);

    /// <summary>Something that no change of a value tells: a merge, a renewal come about by itself. The caller adds and saves it.</summary>
    /// <param name="action"><see cref="AuditAction.Event"/> or <see cref="AuditAction.Merged"/>.</param>
    /// <param name="sentence">In French, as the history shows it.</param>
    public static AuditEntry Telling(IActor actor, TimeProvider clock, int subjectId, AuditAction action, string sentence)
        => new(clock.GetUtcNow().UtcDateTime, actor.AccountId, actor.Name, action, nameof(Subject), JsonSerializer.Serialize(new[] { new AuditChange("", null, sentence) }, JsonSerializerOptions.Web), null, subjectId);

    /// <summary>A change of what is no record and has no history of its own: the settings of a rule. The caller adds and saves it.</summary>
    /// <param name="entity">What was settled.</param>
    /// <param name="title">Its name, which stands in the journal for a record's.</param>
    /// <param name="changes">Under the labels of its form.</param>
    public static AuditEntry Settling(IActor actor, TimeProvider clock, Type entity, string title, IEnumerable<AuditChange> changes)
        => new(clock.GetUtcNow().UtcDateTime, actor.AccountId, actor.Name, AuditAction.Changed, entity.Name, JsonSerializer.Serialize<IEnumerable<AuditChange>>([new AuditChange("", null, title), .. changes.Select(c => c with { Before = Cut(c.Before), After = Cut(c.After) })], JsonSerializerOptions.Web), null, null);

    private static string? Cut(string? text) => text?.Length > 400 ? text[..400] + "…" : text;

    public int Id { get; private set; }

    /// <summary>Real time, UTC.</summary>
    public DateTime At { get; private set; }
    public int? AccountId { get; private set; }

    /// <summary>Display name of the account at that time, or the command's name.</summary>
    public string Actor { get; private set; } = "";
    public AuditAction Action { get; private set; }

    /// <summary>Class name of the entity.</summary>
    public string Entity { get; private set; } = "";

    /// <summary>JSON list of <see cref="AuditChange"/>; at most 8,000 characters.</summary>
    public string Changes { get; private set; } = "[]";

    /// <summary>The record whose history shows the entry.</summary>
    public int? SubjectId { get; private set; }
    public Subject? Subject { get; private set; }

    /// <summary>Forgets the values, keeping who did what and when.</summary>
    public void Redact() => Changes = "[]";

    /// <summary>Forgets the name of who did it; the account's number stays.</summary>
    public void ForgetActor() => Actor = "Personne effacée";
}

/// <summary>One property, before and after, as text.</summary>
/// <param name="Reference">Both values are ids of subjects.</param>
public sealed record AuditChange(string Property, string? Before, string? After, bool Reference = false);
