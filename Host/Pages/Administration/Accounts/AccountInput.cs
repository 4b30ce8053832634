using System.ComponentModel.DataAnnotations;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Pages.Administration.Accounts;

/// <summary>The form of an account, for creating and editing.</summary>
internal sealed class AccountInput
{
    [Display(Name = "Nom affiché"), Required, StringLength(200), NoIdentity]
    public string Name { get; set; } = "";

    [Display(Name = "Fonction"), StringLength(200), NoIdentity]
    public string? Function { get; set; }

    [Display(Name = "Courriel professionnel"), StringLength(256), EmailAddress]
    public string? Mail { get; set; }

    [Display(Name = "Identifiant"), StringLength(256)]
    public string? UserName { get; set; }

    [Display(Name = "Coordination")]
    public bool Coordination { get; set; }

    [Display(Name = "Direction")]
    public bool Direction { get; set; }

    [Display(Name = "Administration")]
    public bool Administration { get; set; }

    [Display(Name = "Toute l’association")]
    public bool SeesAll { get; set; }

    [Display(Name = "Pôles et établissements")]
    public List<int> Places { get; set; } = [];

    [Display(Name = "Personne")]
    public int? PersonId { get; set; }

    public AccountFacts Facts() => new(Name, Function ?? "", string.IsNullOrWhiteSpace(UserName) ? Mail ?? "" : UserName, Mail,
        (Coordination ? Roles.Coordination : 0) | (Direction ? Roles.Direction : 0) | (Administration ? Roles.Administration : 0), SeesAll, Places, PersonId);

    public static AccountInput Of(Intranet.Shared.Account account) => new()
    {
        Name = account.DisplayName,
        Function = account.Function,
        Mail = account.Email,
        UserName = account.UserName == account.Email ? null : account.UserName,
        Coordination = account.Roles.HasFlag(Roles.Coordination),
        Direction = account.Roles.HasFlag(Roles.Direction),
        Administration = account.Roles.HasFlag(Roles.Administration),
        SeesAll = account.SeesAll,
        Places = [.. account.Scopes.Select(s => s.SubjectId)],
        PersonId = account.PersonId,
    };

    /// <summary>Poles with their establishments under them, then establishments of no pole.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> PlacesAsync(IntranetDb db)
    {
        var places = await db.Subjects.Where(s => s.Kind == "pole" || s.Kind == "establishment").OrderBy(s => s.Title).Select(s => new { s.Id, s.Kind, s.Title, s.ParentId }).ToListAsync();
        var poles = places.Where(p => p.Kind == "pole").ToList();
        return [.. poles.SelectMany(pole => places.Where(p => p.Kind == "establishment" && p.ParentId == pole.Id).Select(p => new SelectListItem($"\u00a0\u00a0\u00a0{p.Title}", $"{p.Id}")).Prepend(new SelectListItem($"{pole.Title} (tout le pôle)", $"{pole.Id}"))),
            .. places.Where(p => p.Kind == "establishment" && poles.All(pole => pole.Id != p.ParentId)).Select(p => new SelectListItem(p.Title, $"{p.Id}"))];
    }

    /// <summary>Our staff who have no account yet, and the person of this one.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> PeopleAsync(IntranetDb db, int accountId, DateOnly today)
        => await db.Set<Contacts.Person>().Where(p => p.MergedIntoId == null && p.ErasedOn == null && p.Employments.Any(e => e.To == null || e.To >= today) && !db.Users.Any(a => a.PersonId == p.Id && a.Id != accountId))
            .OrderBy(p => p.LastName).ThenBy(p => p.FirstName)
            .Select(p => new SelectListItem(p.LastName + " " + p.FirstName, p.Id.ToString())).ToListAsync();
}
