using System.Runtime.CompilerServices;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>
/// Expertise that nobody used nor confirmed for eighteen months, told to the head of service: one reminder for each establishment and day,
/// with counts and never a name, since everybody may read an establishment. Off at first.
/// </summary>
internal sealed class ExpertiseFading(NetworkBoard board) : IReminderSource
{
    public ReminderRule Rule { get; } = new("expertise-fading", "Expertise à reconfirmer", [30, 0]);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (network, heads) = (await board.ReadAsync(db, today, cancellation), await TeamHeads.ReadAsync(db, today, cancellation));
        var fading = network.InPost.Where(e => e.HouseId is not null)
            .SelectMany(e => e.Topics, (e, t) => (House: e.HouseId!.Value, Expert: e, Topic: t, Due: Expertise.FadesOn(t.DeclaredOn, t.ConfirmedOn, t.UsedOn)))
            .Where(f => f.Due <= until).GroupBy(f => (f.House, f.Due)).OrderBy(g => g.Key.Due).ThenBy(g => g.Key.House);
        foreach (var group in fading)
        {
            // Nobody confirms their own: where it is all the head's, the level above answers.
            var people = group.Where(f => f.Expert.PersonId is not null).Select(f => f.Expert.PersonId!.Value).Distinct().ToList();
            yield return new DueFact
            {
                SubjectId = group.Key.House,
                Due = group.Key.Due,
                Action = "Confirmer les expertises de l’équipe",
                Context = $"{French.Count(group.Count(), "expertise")} ni utilisée{(group.Count() > 1 ? "s" : "")} ni confirmée{(group.Count() > 1 ? "s" : "")} depuis dix-huit mois\u00a0: {French.List(group.Select(f => network.Topic(f.Topic.TopicId)!.Name).Distinct().Order(StringComparer.CurrentCulture))}. Le détail est dans Réseau d’experts.",
                PostId = people.Count == 0 || group.Any(f => f.Expert.PersonId is null) ? heads.Of(group.Key.House) : heads.Of(group.Key.House, people),
            };
        }
    }
}
