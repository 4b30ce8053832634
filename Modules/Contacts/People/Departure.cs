using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A declared departure: what the person carried that day and who took it over, so that the relay sheet can be printed again.</summary>
[Display(Name = "Départ")]
public sealed class Departure : IPartOf
{
    private Departure() { }

    public Departure(DateOnly lastDay, int? successorId, IEnumerable<DepartureItem> items)
        => (LastDay, SuccessorId, Items) = (lastDay, successorId, JsonSerializer.Serialize(items, JsonSerializerOptions.Web));

    public int Id { get; private set; }
    public int PersonId { get; private set; }
    public Person? Person { get; private set; }
    public int RootId => PersonId;

    /// <summary>Last day of work.</summary>
    [Display(Name = "Dernier jour")]
    public DateOnly LastDay { get; private set; }

    /// <summary>Who took over what was carried by name; posts name their own next holders.</summary>
    [Display(Name = "Successeur")]
    public int? SuccessorId { get; private set; }
    public Person? Successor { get; private set; }

    /// <summary>JSON list of <see cref="DepartureItem"/>: ids and roles, so that titles stay those of the records.</summary>
    public string Items { get; private set; } = "[]";

    public IReadOnlyList<DepartureItem> Read() => JsonSerializer.Deserialize<List<DepartureItem>>(Items, JsonSerializerOptions.Web) ?? [];

    /// <summary>Moves to the record kept when a duplicate is merged.</summary>
    internal void PassTo(int personId) => PersonId = personId;
}

/// <summary>One thing carried on the day of departure.</summary>
/// <param name="As">What the person was to it.</param>
public sealed record DepartureItem(int SubjectId, string As, DateOnly? Due);
