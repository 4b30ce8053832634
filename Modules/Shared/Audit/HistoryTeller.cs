using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Intranet.Shared;

/// <summary>One line of a record's history, in the words of its forms.</summary>
/// <param name="At">UTC.</param>
/// <param name="Sentence">What happened, in French.</param>
public sealed record HistoryLine(DateTime At, string Actor, string Sentence, IReadOnlyList<HistoryChange> Changes);

/// <summary>One value before and after; null where there was none.</summary>
public sealed record HistoryChange(string Label, string? Before, string? After);

/// <summary>Puts audit entries into words: labels from <see cref="Labels"/>, references as titles, dates and choices in French.</summary>
public sealed class HistoryTeller
{
    private readonly IModel model;
    private readonly Dictionary<(Type Principal, int Id), string> names = [];
    private readonly Dictionary<(string List, string Code), string> choices = [];

    private HistoryTeller(IModel model) => this.model = model;

    /// <summary>The lines of these entries, with one command for the titles that they refer to and one for each list.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> TellAsync(IntranetDb db, IReadOnlyList<AuditEntry> entries, CancellationToken cancellation)
    {
        var history = new HistoryTeller(db.Model);
        var read = entries.Select(e => (Entry: e, Type: history.TypeOf(e.Entity), Changes: JsonSerializer.Deserialize<List<AuditChange>>(e.Changes, JsonSerializerOptions.Web) ?? [])).ToList();
        var references = read.SelectMany(r => r.Changes, (r, c) => (Principal: Principal(r.Type, c), Change: c))
            .Where(r => r.Principal is not null)
            .SelectMany(r => new[] { r.Change.Before, r.Change.After }, (r, value) => (r.Principal, Id: int.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : 0))
            .Where(r => r.Id > 0)
            .ToLookup(r => r.Principal!, r => r.Id);
        await history.NameAsync(db, references, cancellation);
        await history.ReadListsAsync(db, [.. read.SelectMany(r => r.Changes, (r, c) => ListOf(r.Type?.FindProperty(c.Property))).OfType<string>().Distinct()], cancellation);
        return [.. read.Select(r => history.Line(r.Entry, r.Type, r.Changes))];
    }

    private HistoryLine Line(AuditEntry entry, IEntityType? type, List<AuditChange> changes)
    {
        if (entry.Action is AuditAction.Event or AuditAction.Merged)
            return new HistoryLine(entry.At, entry.Actor, changes.FirstOrDefault()?.After ?? "", []);
        var part = type is not null && (entry.SubjectId is null || typeof(IPartOf).IsAssignableFrom(type.ClrType));
        var what = (part ? Labels.Of(type!.ClrType) : null) ?? "Fiche";
        var sentence = (entry.Action, part) switch
        {
            (AuditAction.Created, false) => "Fiche créée",
            (AuditAction.Created, true) => $"{what} : ajout",
            (AuditAction.Removed, _) => $"{what} : retrait",
            (_, true) => $"{what} : changement",
            _ => "Fiche modifiée",
        };
        return new HistoryLine(entry.At, entry.Actor, sentence, [.. changes.Where(c => c.Property.Length > 0 && !IsHidden(type?.FindProperty(c.Property))).Select(c => Change(type, c)).Where(c => c.Before != c.After)]);
    }

    private HistoryChange Change(IEntityType? type, AuditChange change)
    {
        var property = type?.FindProperty(change.Property);
        var principal = Principal(type, change);
        return new HistoryChange(Labels.Of(property?.PropertyInfo) ?? change.Property, Text(change.Before), Text(change.After));

        string? Text(string? value) => string.IsNullOrEmpty(value) ? null
            : principal is not null ? (int.TryParse(value, CultureInfo.InvariantCulture, out var id) && names.TryGetValue((principal, id), out var name) ? name : $"n° {value}")
            : ListOf(property) is { } list && choices.TryGetValue((list, value), out var choice) ? choice
            : InFrench(value, property);
    }

    /// <summary>Places in a list say nothing to a reader.</summary>
    private static bool IsHidden(IProperty? property) => property?.PropertyInfo?.GetCustomAttribute<DisplayAttribute>()?.GetAutoGenerateField() == false;

    private static string? ListOf(IProperty? property) => property?.PropertyInfo?.GetCustomAttribute<FromListAttribute>()?.List;

    private async Task ReadListsAsync(IntranetDb db, List<string> lists, CancellationToken cancellation)
    {
        if (lists.Count == 0)
            return;
        foreach (var item in await db.Set<ReferenceItem>().AsNoTracking().Where(i => lists.Contains(i.List)).ToListAsync(cancellation))
            choices[(item.List, item.Code)] = item.Label;
    }

    private static string InFrench(string value, IProperty? property)
    {
        var type = Nullable.GetUnderlyingType(property?.ClrType ?? typeof(string)) ?? property?.ClrType ?? typeof(string);
        if (type.IsEnum && Enum.TryParse(type, value, out var named))
            return Labels.Of((Enum)named!);
        if (type == typeof(DateOnly) && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return French.Date(date);
        if (type == typeof(DateTime) && DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return French.DateTime(time);
        if (type == typeof(bool))
            return value == bool.TrueString ? "oui" : "non";
        if (type == typeof(long) && property!.Name.EndsWith("Cents", StringComparison.Ordinal) && long.TryParse(value, CultureInfo.InvariantCulture, out var cents))
            return French.Euros(cents);
        return value.Length > 2 && value[0] == '|' && value[^1] == '|' ? value.Trim('|').Replace("|", ", ", StringComparison.Ordinal) : value;
    }

    private IEntityType? TypeOf(string entity) => model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == entity);

    private static Type? Principal(IEntityType? type, AuditChange change)
    {
        if (!change.Reference || type?.FindProperty(change.Property) is not { } property)
            return null;
        var principal = property.GetContainingForeignKeys().FirstOrDefault(k => k.Properties.Count == 1)?.PrincipalEntityType.ClrType;
        return principal is not null && typeof(AggregateRoot).IsAssignableFrom(principal) ? typeof(Subject) : principal;
    }

    private async Task NameAsync(IntranetDb db, ILookup<Type, int> references, CancellationToken cancellation)
    {
        foreach (var group in references)
        {
            var ids = group.Distinct().ToList();
            var label = new[] { nameof(Subject.Title), "Label", "Name", "DisplayName" }.FirstOrDefault(n => group.Key.GetProperty(n) is not null);
            if (label is null)
                continue;
            var read = typeof(HistoryTeller).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(group.Key);
            foreach (var (id, name) in await (Task<List<KeyValuePair<int, string>>>)read.Invoke(null, [db, ids, label, cancellation])!)
                names[(group.Key, id)] = name;
        }
    }

    private static Task<List<KeyValuePair<int, string>>> ReadAsync<T>(IntranetDb db, List<int> ids, string label, CancellationToken cancellation)
        where T : class
        => db.Set<T>().AsNoTracking().Where(e => ids.Contains(EF.Property<int>(e, "Id")))
            .Select(e => KeyValuePair.Create(EF.Property<int>(e, "Id"), EF.Property<string>(e, label))).ToListAsync(cancellation);
}
