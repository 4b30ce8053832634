using System.Globalization;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings.Pages.Rounds;

/// <summary>Writes the form of a round on it and on its visits; the caller saves.</summary>
internal static class RoundWriting
{
    /// <summary>A round whose links, legs, and their participants and links, are loaded.</summary>
    /// <returns>As <see cref="Telling.SettleAsync"/>, for any of its stops.</returns>
    public static async Task<bool> ApplyAsync(IntranetDb db, VisitRound round, RoundInput input, RoundChoices choices, DateOnly today, bool tell, DateTime now, CancellationToken cancellation)
    {
        if (input.On < today)
            throw new BrokenRuleException("Choisissez un jour à venir.", nameof(input.On));
        var ordered = input.Ordered;
        if (ordered.Count == 0)
            throw new BrokenRuleException("Choisissez au moins un établissement.", nameof(input.Legs));
        var former = round.On;
        round.Describe(string.IsNullOrWhiteSpace(input.Title) ? $"Tournée, {choices.Partner}" : input.Title, input.On!.Value, input.Purpose ?? "");

        var open = round.Legs.Where(l => l.IsOpen && l.HeldOn is null).ToDictionary(l => l.Id);
        // A stop put on a day of its own keeps it, and its hour is not one of the round's day.
        var away = open.Values.Where(l => l.On != former).Select(l => l.Id).ToHashSet();
        var starts = input.Starts(away);
        var added = ordered.Where(l => l.MeetingId is null).ToDictionary(l => l, l => choices.House(l.House!));
        var houses = open.Values.Select(HouseOf).Concat(added.Values.Select(h => h.Id)).ToList();
        if (houses.GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new BrokenRuleException($"{choices.Houses.First(h => h.Id == twice).Name} est deux fois dans la tournée.", nameof(input.Legs));
        var hosts = await RoundLegs.HostsAsync(db, [.. added.Values.Select(h => h.Id)], round.On, cancellation);
        var kind = added.Count == 0 ? 0 : await db.Set<MeetingKind>().Where(k => k.Code == MeetingKind.VisitCode).Select(k => k.Id).SingleAsync(cancellation);

        var leaves = false;
        for (var i = 0; i < ordered.Count; i++)
        {
            var line = ordered[i];
            Meeting leg;
            string? known = null;
            if (line.MeetingId is { } id)
            {
                leg = open.GetValueOrDefault(id) ?? throw new BrokenRuleException("Une étape a changé pendant votre saisie : rechargez la page.");
                db.Expect(leg, line.Version);
                known = StateOf(leg);
                if (!away.Contains(id))
                    leg.Move(round.On);
                leg.At(starts[i], line.Minutes, leg.Place);
                leg.Gather([.. leg.Participants.Where(p => choices.Visitors.All(v => v.Holding.PersonId != p.PersonId || v.Post.Id != p.PostId)), .. choices.Chosen(input.People)]);
            }
            else
            {
                var house = added[line];
                leg = RoundLegs.Add(round, kind, house.Id, house.Name, choices.Partner, starts[i]!.Value, line.Minutes, [.. choices.Chosen(input.People), .. hosts[house.Id]]);
            }
            if (!input.IsDraft)
                leg.Announce(today);
            // Who hears nothing new is not told.
            leaves |= StateOf(leg) != known && await Telling.SettleAsync(db, leg, tell, now, cancellation);
        }
        round.SetLinks(LinkRole.Establishment, [.. round.Legs.Select(HouseOf)]);
        round.SetLinks(LinkRole.Partner, [round.PartnerId]);
        return leaves;
    }

    /// <summary>What the form of a round may change of a stop, to compare.</summary>
    private static string StateOf(Meeting leg) => string.Create(CultureInfo.InvariantCulture,
        $"{leg.On:O} {leg.StartMinute} {leg.Duration} {leg.PlannedOn:O} {leg.PostponedOn:O} {string.Join(' ', leg.Participants.Select(p => p.Key).Order())}");

    public static int HouseOf(Meeting leg) => leg.Subject.Links.First(l => l.Role == LinkRole.Establishment).ToId;

    /// <summary>The round with all that <see cref="ApplyAsync"/> needs.</summary>
    public static Task<VisitRound?> FindAsync(IntranetDb db, CurrentUser user, int id) => db.Set<VisitRound>()
        .Include(r => r.Subject.Links).Include(r => r.Legs).ThenInclude(l => l.Participants).Include(r => r.Legs).ThenInclude(l => l.Subject.Links).ThenInclude(l => l.To)
        .AsSplitQuery().InScope(db, user).FirstOrDefaultAsync(r => r.Id == id);
}

/// <summary>What the shared fields of New and Edit read.</summary>
internal interface IRoundForm
{
    RoundInput Input { get; }
    RoundChoices Choices { get; }
    bool IsNew { get; }

    /// <summary>« Prévenir les participants ».</summary>
    bool Tell { get; }
}
