using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Meetings;

/// <summary>Somebody who may take part: a holder of a post.</summary>
internal sealed class Invitee
{
    public required int PersonId { get; init; }
    public required int PostId { get; init; }
    public required string Name { get; init; }
    public required string Post { get; init; }
    public required PostLevel Level { get; init; }
    public required string Place { get; init; }
    public required bool IsOurs { get; init; }

    public string Key => $"{PersonId}-{PostId}";
}

/// <summary>What the form of a meeting offers; what it doesn't offer is refused.</summary>
internal sealed record MeetingChoices(IReadOnlyList<SelectListItem> Kinds, IReadOnlyList<SelectListItem> Establishments, PartnerBoxes Partners, IReadOnlyList<Invitee> People)
{
    private const int MostPeople = 200;

    /// <summary>The partners chosen, for those who aren't in the directory.</summary>
    public IReadOnlyList<SelectListItem> Sides => [.. Partners.Rows.Where(r => r.IsChosen).Select(r => new SelectListItem(r.Name, $"{r.Id}"))];

    /// <param name="kept">Establishments that the record already has; they stay even when out of the writer's scope.</param>
    public static async Task<MeetingChoices> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, MeetingInput input, IReadOnlyCollection<int> kept)
    {
        var kinds = await db.Set<MeetingKind>().Where(k => k.IsActive || k.Id == input.KindId).OrderBy(k => k.Order).Select(k => new SelectListItem(k.Label, k.Id.ToString())).ToListAsync();
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user).Select(s => s.Id);
        var establishments = await db.Set<Establishment>().AsNoTracking().Where(e => kept.Contains(e.Id) || (e.ClosedOn == null && own.Contains(e.Id)))
            .OrderBy(e => e.Subject.Title).Select(e => new SelectListItem(e.Subject.Title, e.Id.ToString())).ToListAsync();
        return new MeetingChoices(kinds, establishments, await PartnerBoxes.ReadAsync(db, "Input.Partners", input.Partners, null), await PeopleAsync(db, user, today, input));
    }

    /// <summary>Holders that day of posts at the partners and establishments chosen, who keeps their relation, who writes, and those chosen already.</summary>
    public static async Task<IReadOnlyList<Invitee>> PeopleAsync(IntranetDb db, CurrentUser user, DateOnly today, MeetingInput input)
    {
        var day = input.On ?? today;
        var chosen = input.People.Keys.Select(k => int.TryParse(k.Split('-')[^1], out var id) ? id : 0).ToList();
        var people = await db.Set<Holding>().AsNoTracking()
            .Where(h => h.From <= day && (h.To == null || h.To >= day) || chosen.Contains(h.PostId))
            .Where(h => chosen.Contains(h.PostId) || input.Partners.Contains(h.Post!.PartnerId ?? 0) || input.Establishments.Contains(h.Post.EstablishmentId ?? 0)
                || (h.PersonId == user.PersonId && h.Post.EstablishmentId != null)
                || db.Set<Partner>().Any(p => input.Partners.Contains(p.Id) && p.RelationOwnerId == h.PostId))
            .OrderByDescending(h => h.Post!.Level).ThenBy(h => h.Person!.LastName).ThenBy(h => h.Id).Take(MostPeople)
            .Select(h => new Invitee
            {
                PersonId = h.PersonId,
                PostId = h.PostId,
                Name = h.Person!.FirstName + " " + h.Person.LastName,
                Post = h.Post!.Title,
                Level = h.Post.Level,
                Place = h.Post.Partner != null ? h.Post.Partner.Name : h.Post.Establishment!.Subject.Title,
                IsOurs = h.Post.EstablishmentId != null,
            }).ToListAsync();
        return [.. people.DistinctBy(p => p.Key)];
    }

    /// <summary>Refuses what a hand-made form could hold.</summary>
    public void Check(MeetingInput input)
    {
        if (!input.Establishments.TrueForAll(id => Establishments.Any(e => e.Value == id.ToString())))
            throw new BrokenRuleException("Choisissez un établissement de votre périmètre.", nameof(MeetingInput.Establishments));
        if (!input.Partners.TrueForAll(id => Partners.Rows.Any(r => r.Id == id)))
            throw new BrokenRuleException("Ce partenaire n’existe pas.", nameof(MeetingInput.Partners));
        if (input.KindId is { } kind && Kinds.All(k => k.Value != kind.ToString()))
            throw new BrokenRuleException("Choisissez une nature de la liste.", nameof(MeetingInput.KindId));
    }
}

/// <summary>What the shared fields of New and Edit read.</summary>
internal interface IFormPage
{
    MeetingInput Input { get; }
    MeetingChoices Choices { get; }
    DateOnly Today { get; }

    /// <summary>The minutes are noted in the same form.</summary>
    bool WithMinutes { get; }

    /// <summary>The shared fields read its label here, not on the pages that carry it.</summary>
    [System.ComponentModel.DataAnnotations.Display(Name = "Prévenir les participants")]
    bool Tell { get; }
}
