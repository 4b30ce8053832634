using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions;

/// <summary>
/// The letter to the other side before a tacit renewal: what will happen, until when either side may say otherwise, and whom to call.
/// It decides nothing: what only its sender knows is « [à compléter : …] ».
/// </summary>
internal sealed class RenewalLetter
{
    public required ConventionFacts Facts { get; init; }
    public required ConventionDecision Decision { get; init; }
    public required IReadOnlyList<DraftParty> Establishments { get; init; }
    public required IReadOnlyList<DraftParty> Partners { get; init; }

    /// <summary>To whom in person, at which partner.</summary>
    public required LetterPost? Counterpart { get; init; }

    /// <summary>Whom to answer to.</summary>
    public required LetterPost? Owner { get; init; }

    public required DateOnly Today { get; init; }

    public string Subject => $"Convention {Facts.Number} : reconduction tacite le {Day(Decision.End.AddDays(1))}";

    public string Dated => $"{WordText.ToFill("lieu")}, le {Day(Today)}";

    /// <summary>Name, person spoken to and address, a line each.</summary>
    public IReadOnlyList<string> AddressOf(DraftParty partner)
        => [partner.Name, .. Counterpart?.PartnerId == partner.Id ? [$"À l’attention de {Counterpart.Named}"] : Array.Empty<string>(),
            .. partner.IsLocated ? new[] { partner.Street, $"{partner.PostalCode} {partner.City}".Trim() } : [WordText.ToFill("adresse")]];

    public IReadOnlyList<string> Paragraphs
    {
        get
        {
            var next = Facts.Terms.On(Decision.End.AddDays(1))!;
            return
            [
                "Madame, Monsieur,",
                $"La convention « {Facts.Title} », en vigueur depuis le {Day(Facts.Start!.Value)} entre {French.List(Establishments.Concat(Partners).Select(p => p.Name))}, arrive au terme de sa période en cours le {Day(Decision.End)}.",
                $"Sauf préavis de l’une des parties, reçu au plus tard le {Day(Decision.Limit)}, elle se reconduit tacitement pour {ConventionWords.Length(Facts.Terms.RollMonths)}, du {Day(next.Start)} au {Day(next.End!.Value)}{(Facts.FinalPlaces is { } places ? $", à {French.Count(places, "place")}" : "")}.",
                $"De notre côté, {WordText.ToFill("nous souhaitons la poursuivre dans les mêmes termes, ou ce que nous proposons d’y changer")}.",
                $"Si vous souhaitez en revoir une clause, ou ne pas la reconduire, nous vous remercions de nous le dire avant le {Day(Decision.Deadline)}. Nous vous proposons de nous rencontrer d’ici là, {WordText.ToFill("date et lieu")}, pour faire ensemble le point de la période écoulée.",
                $"Pour répondre : {(Owner is null ? WordText.ToFill("fonction, téléphone et courriel") : string.Join(", ", new[] { Owner.Named, Owner.Phone, Owner.Email }.Where(t => t.Length > 0)))}.",
                "Nous vous prions d’agréer, Madame, Monsieur, l’expression de notre considération distinguée.",
                $"Pour {Organisation.Name}, {WordText.ToFill("fonction et nom de qui signe")}",
            ];
        }
    }

    /// <summary>Null when the convention doesn't exist or is out of scope; a convention that isn't about to roll has no letter.</summary>
    public static async Task<(ConventionFacts Facts, RenewalLetter? Letter)?> ReadAsync(IntranetDb db, CurrentUser user, DateOnly today, int id, CancellationToken cancellation)
    {
        var read = await db.Set<Convention>().AsNoTracking().InScope(db, user).Where(c => c.Id == id).Select(ConventionFacts.Projection)
            .Select(facts => new { Facts = facts, CounterpartId = db.Set<Convention>().Where(c => c.Id == facts.Id).Select(c => c.CounterpartPostId).First() }).FirstOrDefaultAsync(cancellation);
        if (read is null)
            return null;
        if (read.Facts.Decision(today) is not { Rolls: true } decision)
            return (read.Facts, null);
        var words = await db.Set<Convention>().AsNoTracking().WithAmendments().FirstAsync(c => c.Id == id, cancellation);
        var (reading, addresses) = (words.ReadOn(words.Start > today ? words.Start.Value : today), await ConventionDraft.AddressesAsync(db, id, cancellation));
        var posts = await db.Set<Post>().AsNoTracking().Where(p => p.Id == read.Facts.OwnerPostId || p.Id == read.CounterpartId)
            .Select(p => new LetterPost
            {
                Id = p.Id,
                PartnerId = p.PartnerId,
                Title = p.Title,
                Phone = p.Phone,
                Email = p.Email,
                Holder = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault() ?? "",
            }).ToListAsync(cancellation);
        return (read.Facts, new RenewalLetter
        {
            Facts = read.Facts,
            Decision = decision,
            Establishments = [.. reading.PartyIds(LinkRole.Establishment).Select(p => addresses[p]).OrderBy(p => p.Name, StringComparer.CurrentCulture)],
            Partners = [.. reading.PartyIds(LinkRole.Partner).Select(p => addresses[p]).OrderBy(p => p.Name, StringComparer.CurrentCulture)],
            Counterpart = posts.FirstOrDefault(p => p.PartnerId is not null),
            Owner = posts.FirstOrDefault(p => p.Id == read.Facts.OwnerPostId),
            Today = today,
        });
    }

    /// <summary>A letter a partner, each on its own page.</summary>
    /// <param name="now">Real time, UTC, kept as the day it was made.</param>
    public void Save(Stream stream, DateTime now)
    {
        var word = new WordText();
        foreach (var (partner, i) in Partners.Select((p, i) => (p, i)))
        {
            if (i > 0)
                word.NewPage();
            word.Write(Organisation.Name);
            word.Write(string.Join('\n', AddressOf(partner)));
            word.Write(Dated);
            word.Heading(2, $"Objet : {Subject}");
            foreach (var paragraph in Paragraphs)
                word.Write(paragraph);
        }
        word.Save(stream, Subject, Organisation.Name, Facts.Number, now);
    }

    /// <summary>1er mars 2027.</summary>
    private static string Day(DateOnly date) => French.LongDate(date).Split(' ', 2)[1];
}

/// <summary>A post that a letter names, with its holder of the day.</summary>
internal sealed class LetterPost
{
    public int Id { get; set; }
    public int? PartnerId { get; set; }
    public string Title { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public string Holder { get; set; } = "";

    public string Named => Holder.Length > 0 ? $"{Holder}, {Title}" : Title;
}
