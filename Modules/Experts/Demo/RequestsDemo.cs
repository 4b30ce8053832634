using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts.Demo;

/// <summary>What the people of "Les Rives" asked the network these last months, and what became of it; loaded after the experts.</summary>
internal sealed class RequestsDemo : IDemoSource
{
    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var (pole, léa) = (context.Ids["pole-idf"], context.Ids["person-educatrice"]);
        var staff = await db.Set<StaffMember>().AsNoTracking().InPost(context.Today).Where(s => s.Establishment!.PoleId == pole).OrderBy(s => s.Id)
            .Select(s => new DemoAsker(s.PersonId, s.EstablishmentId, s.Establishment!.Department)).ToListAsync(cancellation);
        var (people, houses) = (staff.Select(s => s.PersonId).ToHashSet(), staff.Select(s => s.HouseId).ToHashSet());
        var experts = (await db.Set<Expert>().Include(e => e.Subject).Include(e => e.Topics).Where(e => e.WithdrawnOn == null).OrderBy(e => e.Id).ToListAsync(cancellation))
            .Where(e => e.PersonId is { } person ? people.Contains(person) || (context.Copy == 0 && e.PartnerId is not null) : houses.Contains(e.EstablishmentId!.Value)).ToList();
        if (experts.Count == 0)
            return;
        var topics = await db.Set<Topic>().AsNoTracking().ToDictionaryAsync(t => t.Name, cancellation);
        var own = experts.FirstOrDefault(e => e.PersonId == léa) ?? await AddAsync(db, léa, topics[DemoQuestions.LéaKnows], context.Today, cancellation);
        foreach (var (question, number) in DemoQuestions.All.Select((q, i) => (q, i)))
        {
            var topic = topics[question.Topic];
            var asker = question.ByLéa ? staff.First(s => s.PersonId == léa) : staff.Where(s => s.PersonId != léa && !(question.ToLéa && s.HouseId == staff.First(l => l.PersonId == léa).HouseId)).ElementAt(number * 17 % (staff.Count - 20));
            List<Expert> asked = [.. experts.Where(e => e.PersonId != asker.PersonId && e.EstablishmentId != asker.HouseId && e.PersonId != léa && e.Topics.Any(t => t.TopicId == topic.Id || topics.Values.Any(n => n.Id == t.TopicId && n.ParentId == topic.Id)))];
            asked = [.. asked.Skip(asked.Count > 3 ? number % (asked.Count - 2) : 0).Take(question.Fate == DemoFate.Nobody ? 0 : Routing.Most)];
            if (question.ToLéa)
                asked = [own, .. asked.Take(1)];
            if (asked.Count > 0 || question.Fate == DemoFate.Nobody)
                db.Add(Make(question, asker, topic.Id, question.Measure.Length > 0 ? topics[question.Measure].Id : null, question.Public.Length > 0 ? topics[question.Public].Id : null, asked, topic.Name, context.Today));
        }
        await db.SaveChangesAsync(cancellation);
    }

    private static SupportRequest Make(DemoQuestion question, DemoAsker asker, int topic, int? measure, int? publicId, List<Expert> asked, string name, DateOnly today)
    {
        var on = WorkingDays.OnOrBefore(today.AddDays(-question.DaysAgo));
        var request = new SupportRequest(asker.PersonId, asker.HouseId, topic, French.Typography(question.Text), At(on), on);
        request.Situate(measure, publicId, question.Age, question.Urgency, asker.Department);
        var sent = asked.Select(e => request.Ask(e.Id, $"{name}, expertise {(e.Topics.Any(t => t.ConfirmedOn is not null) ? "confirmée" : "déclarée")}", ChosenBy.Routing, At(on), on)).ToList();
        var (first, next) = (asked.FirstOrDefault(), Later(on, 2, today));
        switch (question.Fate)
        {
            case DemoFate.Taken:
                request.Take(sent[0], Later(on, 1, today));
                break;
            case DemoFate.Refused:
                foreach (var (one, why) in sent.Zip(["Je n’ai pas connu cette situation.", "Je ne suis pas assez disponible ce mois-ci.", "Ce n’est plus mon domaine."]))
                    request.Decline(one, why, next);
                break;
            case DemoFate.GivenUp:
                request.GiveUp(RequestStates.GivenUpOn(on));
                break;
            case DemoFate.Cancelled:
                request.Cancel(next);
                break;
            case DemoFate.Answered or DemoFate.Helped or DemoFate.NotHelped or DemoFate.Closed:
                request.Reply(sent[0], question.Kind, French.Typography(question.Answer), first!.PersonId, first.Name, At(next).AddHours(5), next);
                var helped = question.Fate == DemoFate.Helped ? true : question.Fate == DemoFate.NotHelped ? false : (bool?)null;
                if (question.Fate != DemoFate.Answered)
                    request.Close(helped, question.Fate == DemoFate.NotHelped ? "La réponse est venue après l’audience." : helped == true ? "Concret, et tout de suite utilisable." : "", Later(next, 3, today));
                first.Topics.OrderByDescending(t => t.TopicId == topic).First().Use(next, helped == true);
                break;
        }
        return request;
    }

    /// <summary>The éducatrice has a sheet, whoever else has.</summary>
    private static async Task<Expert> AddAsync(IntranetDb db, int léa, Topic topic, DateOnly today, CancellationToken cancellation)
    {
        var sheet = Expert.OfStaff(léa, "Léa Fontaine");
        sheet.Offer("Le lien avec les enfants pendant et après la détention.", ["77"], Expert.UsualCeiling, false);
        sheet.Declare(topic.Id, ExpertiseLevel.Practises, today.AddYears(-2), "Léa Fontaine", today.AddDays(-200)).Confirm(Proof.Head, "Démonstration", today.AddDays(-190));
        db.Add(sheet);
        await db.SaveChangesAsync(cancellation);
        return sheet;
    }

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(8, 40), DateTimeKind.Utc);

    private static DateOnly Later(DateOnly day, int workingDays, DateOnly today) => WorkingDays.Add(day, workingDays) is var later && later <= today ? later : today;

    private sealed record DemoAsker(int PersonId, int HouseId, string Department);
}
