using System.Globalization;
using System.Text.RegularExpressions;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>A house that may be shown.</summary>
internal sealed record RoundHouse(int Id, string Name, string City)
{
    /// <summary>What its box shows.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Name}, {City} (n° {Id})");
}

/// <summary>Somebody of the visitor who may come.</summary>
internal sealed class RoundVisitor
{
    public required Holding Holding { get; init; }
    public required Post Post { get; init; }
    public required string Name { get; init; }

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Holding.PersonId}-{Post.Id}");
}

/// <summary>What the form of a round offers; what it doesn't offer is refused.</summary>
internal sealed partial record RoundChoices(int PartnerId, string Partner, IReadOnlyList<RoundHouse> Houses, IReadOnlyList<RoundVisitor> Visitors)
{
    /// <summary>Three commands.</summary>
    public static async Task<RoundChoices?> ReadAsync(IntranetDb db, CurrentUser user, int partnerId, DateOnly on, CancellationToken cancellation)
    {
        if (await db.Set<Partner>().Where(p => p.Id == partnerId && p.MergedIntoId == null).Select(p => p.Name).FirstOrDefaultAsync(cancellation) is not { } name)
            return null;
        var own = db.Subjects.Where(s => s.Kind == ContactsModule.Establishment.Code).OwnedBy(db, user);
        var houses = await db.Set<Establishment>().Where(e => e.ClosedOn == null && own.Any(o => o.Id == e.Id)).OrderBy(e => e.Subject.Title).ThenBy(e => e.Id)
            .Select(e => new RoundHouse(e.Id, e.Subject.Title, e.City)).ToListAsync(cancellation);
        var visitors = await db.Set<Holding>().AsNoTracking().Where(h => h.Post!.PartnerId == partnerId && h.From <= on && (h.To == null || h.To >= on))
            .OrderByDescending(h => h.Post!.Level).ThenBy(h => h.Person!.LastName).ThenBy(h => h.Id)
            .Select(h => new RoundVisitor { Holding = h, Post = h.Post!, Name = h.Person!.FirstName + " " + h.Person.LastName }).ToListAsync(cancellation);
        return new RoundChoices(partnerId, name, houses, visitors);
    }

    /// <summary>The house behind what was typed.</summary>
    public RoundHouse House(string typed)
    {
        var found = Number().Match(typed) is { Success: true } match
            ? Houses.Where(h => h.Id.ToString(CultureInfo.InvariantCulture) == match.Groups[1].Value).ToList()
            : [.. Houses.Where(h => Folding.Fold(h.Name) == Folding.Fold(typed))];
        return found is [var only] ? only : throw new BrokenRuleException($"Choisissez « {typed.Trim()} » dans la liste de nos établissements.");
    }

    public IEnumerable<SelectListItem> VisitorItems => Visitors.Select(v => new SelectListItem(v.Name, v.Key));

    public IEnumerable<MeetingParticipant> Chosen(IReadOnlyCollection<string> people)
        => Visitors.Where(v => people.Contains(v.Key)).Select(v => new MeetingParticipant(v.Holding, v.Post, v.Name, Attendance.Invited));

    [GeneratedRegex(@"\(n° ?(\d{1,9})\)\s*$", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
