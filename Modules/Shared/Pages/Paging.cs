using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Shared;

/// <summary>One page of a list and how many there are in all.</summary>
/// <param name="Total">Rows that answer the filter, on all pages.</param>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows a page.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size) : IPaged
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
    public int First => Total == 0 ? 0 : ((Number - 1) * Size) + 1;
    public int Last => Math.Min(Total, Number * Size);
}

/// <summary>What the pager needs to know.</summary>
public interface IPaged
{
    int Total { get; }
    int Number { get; }
    int Pages { get; }
    int First { get; }
    int Last { get; }
}

/// <summary>Paging in two commands: how many, and which.</summary>
public static class Paging
{
    /// <summary>Rows a page, unless said otherwise.</summary>
    public const int Size = 25;

    /// <summary>Reads a page; a number out of range gives the nearest page.</summary>
    public static async Task<Paged<T>> PageAsync<T>(this IQueryable<T> rows, int number, int size = Size, CancellationToken cancellation = default)
    {
        var total = await rows.CountAsync(cancellation);
        number = Math.Clamp(number, 1, Math.Max(1, (total + size - 1) / size));
        var list = total == 0 ? [] : await rows.Skip((number - 1) * size).Take(size).ToListAsync(cancellation);
        return new Paged<T>(list, total, number, size);
    }

    /// <summary>The current address with one value of the query changed; null removes it. The page number goes unless it is what changes.</summary>
    public static string With(this HttpRequest request, string name, object? value)
    {
        var query = request.Query.Where(q => q.Key != name && q.Key != "p" && !string.IsNullOrEmpty(q.Value)).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""));
        var builder = new QueryBuilder(query);
        if (value?.ToString() is { Length: > 0 } text)
            builder.Add(name, text);
        return request.Path + builder.ToQueryString().ToString();
    }

    /// <summary>The current address without one of the values of a filter that has several.</summary>
    public static string Without(this HttpRequest request, string name, string value)
    {
        var query = request.Query.Where(q => q.Key != "p").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v ?? ""))
            .Where(q => !(q.Key == name && q.Value == value) && q.Value.Length > 0);
        return request.Path + new QueryBuilder(query).ToQueryString().ToString();
    }
}
