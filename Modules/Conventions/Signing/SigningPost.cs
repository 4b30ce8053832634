using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>A post that signs, or could: who held it when, and what its holders may sign.</summary>
internal sealed class SigningPost
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    public string Place { get; set; } = "";
    public int? PartnerId { get; set; }
    public int? EstablishmentId { get; set; }
    public PostLevel Level { get; set; }
    public int? SuperiorId { get; set; }
    public string Email { get; set; } = "";
    public IReadOnlyList<SigningHolder> Holders { get; set; } = [];

    /// <summary>Delegations given to the post or to one of its holders, whatever their dates.</summary>
    public IReadOnlyList<Delegation> Delegations { get; private set; } = [];

    public bool IsOurs => EstablishmentId is not null;

    /// <summary>The head of the association signs by right.</summary>
    public bool IsHead => IsOurs && Level == PostLevel.Institution;

    public SigningHolder? HolderOn(DateOnly day) => Holders.FirstOrDefault(h => h.From <= day && (h.To is null || h.To >= day));

    /// <summary>What the post, or whoever holds it that day, may sign then.</summary>
    public IEnumerable<Delegation> DelegationsOn(DateOnly day) => Delegations.Where(d => d.IsValidOn(day) && (d.PostId == Id || d.PersonId == HolderOn(day)?.PersonId));

    /// <summary>Of ours, neither the head nor delegated that day: said, never refused.</summary>
    public bool LacksDelegation(DateOnly day) => IsOurs && !IsHead && !DelegationsOn(day).Any();

    /// <summary>Where a letter reaches it: the post's address, else its holder's.</summary>
    public string AddressOn(DateOnly day) => Email.Length > 0 ? Email : HolderOn(day)?.Email ?? "";

    /// <summary>Two commands: the posts with their holders, then the delegations of ours.</summary>
    public static async Task<IReadOnlyList<SigningPost>> ReadAsync(IntranetDb db, IQueryable<Post> posts, CancellationToken cancellation = default)
    {
        var read = await posts.AsNoTracking().OrderByDescending(p => p.Level).ThenBy(p => p.Title).ThenBy(p => p.Id).AsSingleQuery().Select(p => new SigningPost
        {
            Id = p.Id,
            Title = p.Title,
            Place = p.Establishment != null ? p.Establishment.Subject.Title : p.Partner!.Name,
            PartnerId = p.PartnerId,
            EstablishmentId = p.EstablishmentId,
            Level = p.Level,
            SuperiorId = p.SuperiorId,
            Email = p.Email,
            Holders = p.Holdings.OrderBy(h => h.From).Select(h => new SigningHolder { PersonId = h.PersonId, Name = h.Person!.FirstName + " " + h.Person.LastName, Email = h.Person.Email, From = h.From, To = h.To }).ToList(),
        }).ToListAsync(cancellation);
        var ours = read.Where(p => p.IsOurs).ToList();
        if (ours.Count == 0)
            return read;
        var (ids, people) = (ours.Select(p => p.Id).ToList(), ours.SelectMany(p => p.Holders).Select(h => h.PersonId).Distinct().ToList());
        var delegations = await db.Set<Delegation>().AsNoTracking()
            .Where(d => (d.PostId != null && ids.Contains(d.PostId.Value)) || (d.PersonId != null && people.Contains(d.PersonId.Value))).OrderBy(d => d.Id).ToListAsync(cancellation);
        foreach (var post in ours)
            post.Delegations = [.. delegations.Where(d => d.PostId == post.Id || post.Holders.Any(h => h.PersonId == d.PersonId))];
        return read;
    }
}

/// <summary>Who held it, from when to when (inclusive days).</summary>
internal sealed class SigningHolder
{
    public int PersonId { get; set; }
    public string Name { get; set; } = "";
    public string Email { get; set; } = "";
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }
}

/// <summary>A signatory with the post that signs.</summary>
internal sealed record SignatoryLine(Signatory Signatory, SigningPost Post)
{
    /// <summary>Ours first, then in the order chosen.</summary>
    public static async Task<IReadOnlyList<SignatoryLine>> ReadAsync(IntranetDb db, Convention convention, CancellationToken cancellation = default)
    {
        if (convention.Signatories.Count == 0)
            return [];
        var ids = convention.Signatories.Select(s => s.PostId).ToList();
        var posts = (await SigningPost.ReadAsync(db, db.Set<Post>().Where(p => ids.Contains(p.Id)), cancellation)).ToDictionary(p => p.Id);
        return [.. convention.Signatories.OrderByDescending(s => s.IsOurs).ThenBy(s => s.Order).ThenBy(s => s.Id).Select(s => new SignatoryLine(s, posts[s.PostId]))];
    }

    /// <summary>The day on which it signed, or would today, there was neither delegation nor right.</summary>
    public bool LacksDelegation(DateOnly today) => Signatory.RefusedOn is null && Post.LacksDelegation(Signatory.SignedOn ?? today);

    /// <summary>Why no letter may leave for it today; null when one may.</summary>
    public string? WithoutLetter(DateOnly today) => !Signatory.IsPending ? "n’est plus en attente"
        : Signatory.RemindedOn is { } last && today < last.AddDays(Signatory.DaysBetweenLetters) ? $"déjà relancé le {French.Date(last)} : pas avant le {French.Date(last.AddDays(Signatory.DaysBetweenLetters))}"
        : Post.AddressOn(today).Length == 0 ? "aucune adresse de courriel n’est connue pour ce poste"
        : null;
}
