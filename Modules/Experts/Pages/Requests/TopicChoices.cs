using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Experts.Pages.Requests;

/// <summary>Topics as lists offer them: by family, the narrower under the wider.</summary>
internal static class TopicChoices
{
    /// <param name="family">Null for all, in groups.</param>
    public static IReadOnlyList<SelectListItem> Topics(this Network network, TopicFamily? family = null)
    {
        var groups = Enum.GetValues<TopicFamily>().ToDictionary(f => f, f => new SelectListGroup { Name = Labels.Of(f) });
        return [.. network.Topics.Where(t => !t.IsRetired && (family is null || t.Family == family) && network.Topic(t.ParentId) is not { IsRetired: false })
            .SelectMany(t => network.Topics.Where(n => n.ParentId == t.Id && !n.IsRetired).Select(n => Item(n, "\u00a0\u00a0\u00a0")).Prepend(Item(t, "")))];

        SelectListItem Item(NetworkTopic topic, string indent)
            => new(indent + topic.Name, topic.Id.ToString(CultureInfo.InvariantCulture)) { Group = family is null ? groups[topic.Family] : null };
    }

    public static IEnumerable<SelectListItem> Of<T>()
        where T : struct, Enum
        => Enum.GetValues<T>().Select(v => new SelectListItem(Labels.Of(v), v.ToString()));

    public static IEnumerable<SelectListItem> Places() => Departements.All.Select(d => new SelectListItem($"{d.Name} ({d.Code})", d.Code));
}
