using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Caching.Memory;

namespace Intranet.Shared;

/// <summary>What the filters of a list offer: shown by each page, changed by few acts, so read at most every five seconds.</summary>
public sealed class Choices
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);
    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    /// <summary>What is kept under this key, or what is read now. A key holds the account's id when the choices depend on the reader.</summary>
    public async ValueTask<T> GetAsync<T>(string key, Func<Task<T>> read)
        => cache.TryGetValue(key, out T? known) ? known! : cache.Set(key, await read(), Age);

    /// <summary>The same for a drop-down list, one of whose values is chosen.</summary>
    public async ValueTask<IReadOnlyList<SelectListItem>> ItemsAsync(string key, string? chosen, Func<Task<List<SelectListItem>>> read)
        => [.. (await GetAsync(key, read)).Select(i => new SelectListItem(i.Text, i.Value, i.Value == chosen))];

    /// <summary>Forgets a key, for the one who has just changed it.</summary>
    public void Forget(string key) => cache.Remove(key);
}
