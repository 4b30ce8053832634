using System.ComponentModel.DataAnnotations;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>The form of a topic, new or known.</summary>
internal sealed class TopicInput : IVersionedInput
{
    [Display(Name = "Famille"), Required]
    public TopicFamily? Family { get; set; } = TopicFamily.Field;

    [Display(Name = "Nom"), Required, StringLength(200), NoIdentity]
    public string? Name { get; set; }

    [Display(Name = "Thème plus large")]
    public int? ParentId { get; set; }

    [Display(Name = "Synonymes et sigles"), StringLength(1000), NoIdentity]
    public string? Synonyms { get; set; }

    public int Version { get; set; }

    public static TopicInput Of(Topic t) => new() { Family = t.Family, Name = t.Name, ParentId = t.ParentId, Synonyms = string.Join('\n', CodeList.Split(t.Synonyms)), Version = t.Version };

    /// <summary>The new or known topic says what the form says; a known one keeps its family. Two commands.</summary>
    public async Task<Topic> WriteAsync(IntranetDb db, Topic? known)
    {
        var (id, family, name) = (known?.Id ?? 0, known?.Family ?? Family!.Value, Name!.Trim());
        var topic = known ?? new Topic(family, name);
        topic.Call(name, Synonyms ?? "");
        if (await db.Set<Topic>().AnyAsync(t => t.Family == family && t.Name == name && t.Id != id))
            throw new BrokenRuleException("Ce thème existe déjà dans cette famille.", nameof(Name));
        var wider = ParentId is { } parentId ? await db.Set<Topic>().FirstOrDefaultAsync(t => t.Id == parentId) ?? throw new BrokenRuleException("Choisissez un thème de la liste.", nameof(ParentId)) : null;
        if (wider is not null && id > 0 && await db.Set<Topic>().AnyAsync(t => t.ParentId == id))
            throw new BrokenRuleException("D’autres thèmes sont rangés sous celui-ci : il reste au premier niveau.", nameof(ParentId));
        topic.PlaceUnder(wider);
        return topic;
    }

    /// <summary>Topics of the first level, under which another may be placed.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> ParentsAsync(IntranetDb db, Topic? known, CancellationToken cancellation)
    {
        var (id, family) = (known?.Id ?? 0, known?.Family);
        var rows = await db.Set<Topic>().AsNoTracking().Where(t => t.ParentId == null && t.Id != id && (family == null || t.Family == family) && t.RetiredOn == null).OrderBy(t => t.Family).ThenBy(t => t.Name).Select(t => new { t.Id, t.Name, t.Family }).ToListAsync(cancellation);
        var groups = Enum.GetValues<TopicFamily>().ToDictionary(f => f, f => new SelectListGroup { Name = Labels.Of(f) });
        return [.. rows.Select(t => new SelectListItem(t.Name, $"{t.Id}") { Group = groups[t.Family] })];
    }
}
