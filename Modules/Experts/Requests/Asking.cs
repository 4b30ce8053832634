using System.Data;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>Who asks: where they work, and where that is.</summary>
internal sealed record Asker(int PersonId, string Name, int HouseId, string House, string Department);

/// <summary>An expert who may be asked: why, and whether routing proposes them.</summary>
/// <param name="Trouble">Why they can't be asked now; empty when they can.</param>
internal sealed record Candidate(NetworkExpert Expert, string Why, bool IsProposed, string Trouble = "")
{
    /// <summary>The asker came for them.</summary>
    public bool IsWanted { get; init; }
}

/// <summary>Sends requests, and asks further experts about them.</summary>
internal sealed class Asking(IntranetDb db, CurrentUser user, BusinessDay day, TimeProvider clock, NetworkBoard board, RequestPost post)
{
    /// <summary>How many others are offered beside those proposed.</summary>
    private const int Others = 12;

    /// <summary>How many of the whole network are offered to whoever keeps the basket.</summary>
    private const int Wide = 80;

    /// <summary>Null when the account's person isn't employed by us today. One command.</summary>
    public async Task<Asker?> AskerAsync(CancellationToken cancellation)
        => user.PersonId is not { } person ? null : await db.Set<StaffMember>().AsNoTracking().InPost(day.Today).Where(s => s.PersonId == person).OrderBy(s => s.From).ThenBy(s => s.Id)
            .Select(s => new Asker(person, s.Person!.FirstName + " " + s.Person.LastName, s.EstablishmentId, (s.Establishment!.Kind + " " + s.Establishment.Name).Trim(), s.Establishment.Department)).FirstOrDefaultAsync(cancellation);

    /// <summary>Those that routing proposes, then others on topic; and the one come from a sheet, first.</summary>
    /// <param name="wanted">An expert that the asker chose before, on topic or not.</param>
    /// <param name="except">Those who have it already.</param>
    /// <param name="wide">Then anybody of the network who is there, on topic or not: for whoever keeps the basket.</param>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(RoutingQuestion question, int? wanted, IReadOnlySet<int> except, CancellationToken cancellation, bool wide = false)
    {
        var (network, loads) = (await board.ReadAsync(db, day.Today, cancellation), await RequestLoads.ReadAsync(db, day.Today, cancellation));
        var known = Routing.Choose(network, question, loads, except, Routing.Most + Others);
        var proposed = Routing.Choose(network, question, loads, except).Select(c => c.Expert.Id).ToHashSet();
        List<Candidate> candidates = [.. known.Select(c => new Candidate(c.Expert, c.Why, proposed.Contains(c.Expert.Id)))];
        if (wide)
        {
            var on = known.Select(c => c.Expert.Id).Concat(except).ToHashSet();
            candidates.AddRange(network.Experts.Where(e => !on.Contains(e.Id) && e.IsAvailable(day.Today) && e.PersonId != question.AskerId && loads.GetValueOrDefault(e.Id).ThisMonth < e.Ceiling)
                .OrderBy(e => Routing.PlaceOf(e, question.Department)).ThenBy(e => e.Id).Take(Wide).Select(e => new Candidate(e, "choisie par la coordination", false)));
        }
        if (wanted is not { } id || except.Contains(id) || network.Expert(id) is not { } chosen || chosen.PersonId == question.AskerId || (chosen.IsHouse && chosen.HouseId == question.HouseId))
            return candidates;
        // Chosen by name: one of the three, before those that routing would add.
        var own = candidates.FirstOrDefault(c => c.Expert.Id == id);
        var trouble = !chosen.IsInPost(day.Today) ? "n’est plus en poste" : chosen.AwayUntil(day.Today) is { } until ? until == DateOnly.MaxValue ? "indisponible" : $"indisponible jusqu’au {French.Date(until)}"
            : loads.GetValueOrDefault(id).ThisMonth >= chosen.Ceiling ? "a reçu toutes les demandes qu’elle ou il accepte ce mois-ci" : "";
        var rest = candidates.Where(c => c.Expert.Id != id).ToList();
        var kept = rest.Where(c => c.IsProposed).Take(trouble.Length == 0 ? Routing.Most - 1 : Routing.Most).Select(c => c.Expert.Id).ToHashSet();
        return [new Candidate(chosen, own?.Why ?? "choisie par la personne qui demande", trouble.Length == 0, trouble) { IsWanted = true }, .. rest.Select(c => c with { IsProposed = kept.Contains(c.Expert.Id) })];
    }

    /// <summary>Saves the request with those asked, and writes to them; to the keepers of the basket when there is nobody.</summary>
    public async Task SendAsync(SupportRequest request, IReadOnlyCollection<Candidate> asked, ChosenBy by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await CheckCeilingsAsync(asked, "", cancellation);
        db.Add(request);
        foreach (var candidate in asked)
            request.Ask(candidate.Expert.Id, candidate.Why, candidate is { IsProposed: true, IsWanted: false } ? ChosenBy.Routing : by, Now, day.Today);
        await db.SaveChangesAsync(cancellation);
        await db.LoadTopicsAsync(request, cancellation);
        await post.AskAsync(request, [.. request.Experts], cancellation);
        if (asked.Count == 0)
            await post.TellKeepersAsync(request, "Personne n’a été trouvé pour cette demande dans le réseau d’experts.", cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Asks one more expert; the request is tracked, with its parts and topics.</summary>
    public async Task AskMoreAsync(SupportRequest request, Candidate candidate, ChosenBy by, CancellationToken cancellation)
    {
        if (request.Experts.Count(e => e.Answer is ExpertAnswer.Waiting or ExpertAnswer.Taken) >= Routing.Most)
            throw new BrokenRuleException($"{Routing.Most} personnes au plus ont la demande en même temps. Attendez une réponse.", "ExpertId");
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellation);
        await CheckCeilingsAsync([candidate], "ExpertId", cancellation);
        var asked = request.Ask(candidate.Expert.Id, candidate.Why, by, Now, day.Today);
        db.Touch(request);
        await db.SaveChangesAsync(cancellation);
        await post.AskAsync(request, [asked], cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // Others may have asked them since the candidates were read: whoever writes looks again.
    private async Task CheckCeilingsAsync(IReadOnlyCollection<Candidate> asked, string field, CancellationToken cancellation)
    {
        var loads = await RequestLoads.ReadAsync(db, day.Today, cancellation);
        if (asked.FirstOrDefault(c => loads.GetValueOrDefault(c.Expert.Id).ThisMonth >= c.Expert.Ceiling) is { } full)
            throw new BrokenRuleException($"{full.Expert.Name} vient de recevoir une autre demande, la dernière de ce mois-ci : voici qui peut être sollicité maintenant.", field);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
