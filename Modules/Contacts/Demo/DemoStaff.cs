using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>The pole, its fourteen establishments and the 182 people in post; some on long leave, away, or soon at the end of a contract.</summary>
internal sealed class DemoStaff(IntranetDb db, DemoContext context, DemoNames names)
{
    private readonly Dictionary<string, Establishment> houses = [];
    private readonly Dictionary<string, List<Person>> teams = [];

    private DateOnly Today => context.Today;

    /// <summary>People in post by establishment; those who will hold posts come first.</summary>
    public IReadOnlyList<Person> Of(string house) => teams[house];

    public async Task<DemoStaff> LoadAsync(CancellationToken cancellation)
    {
        var pole = new Pole(names.Of("Pôle Île-de-France"));
        db.Add(pole);
        await db.SaveChangesAsync(cancellation);
        context.Ids["pole-idf"] = pole.Id;

        foreach (var house in DemoHouses.All)
            db.Add(houses[house.Key] = Open(house, pole.Id));
        await db.SaveChangesAsync(cancellation);
        foreach (var house in DemoHouses.All)
        {
            context.Ids[house.Key] = houses[house.Key].Id;
            teams[house.Key] = [.. Enumerable.Range(0, house.Staff).Select(i => Employ(house, i))];
            db.AddRange(teams[house.Key]);
        }
        await db.SaveChangesAsync(cancellation);
        context.Ids["person-directrice"] = teams[DemoHouses.HeadOffice][1].Id;
        context.Ids["person-coordinateur"] = teams[DemoHouses.HeadOffice][2].Id;
        context.Ids["person-educatrice"] = teams["chrs-escale"][2].Id;
        BeAway();
        return this;
    }

    /// <summary>Somebody who worked here until that day.</summary>
    public Person Former(string house, string function, DateOnly lastDay)
    {
        var person = names.Next(DemoMail.Ours);
        person.Employ(context.Ids[house], function, Earlier(lastDay, 500, 2500)).Leave(lastDay);
        person.Depart(lastDay);
        db.Add(person);
        return person;
    }

    private Establishment Open(DemoHouse house, int poleId)
    {
        var establishment = new Establishment(names.Of(house.Name), house.Kind, poleId);
        establishment.Locate(house.Street, house.PostalCode, house.City, house.Department);
        establishment.ReachBy(names.Phone(), DemoNames.Mail(house.Key == DemoHouses.HeadOffice ? "siège" : names.Of(house.Name), DemoMail.Ours), names.Phone());
        return establishment;
    }

    private Person Employ(DemoHouse house, int index)
    {
        var (person, function) = (house.Key, index) switch
        {
            (DemoHouses.HeadOffice, 0) => (names.Named("Sylvie", "Marchand", DemoMail.Ours), "Directrice ou directeur"),
            (DemoHouses.HeadOffice, 1) => (names.Named("Hélène", "Vasseur", DemoMail.Ours), "Directrice ou directeur"),
            (DemoHouses.HeadOffice, 2) => (names.Named("Karim", "Lebrun", DemoMail.Ours), "Coordinatrice ou coordinateur justice"),
            (DemoHouses.HeadOffice, _) => (names.Next(DemoMail.Ours), DemoHouses.FunctionOf(house, index)),
            ("chrs-escale", 2) => (names.Named("Léa", "Fontaine", DemoMail.Ours), "Éducatrice ou éducateur spécialisé"),
            ("chrs-traverse", 1) => (names.Named("Nadia", "Brunel", DemoMail.Ours), "Cheffe ou chef de service"),
            _ => (names.Next(DemoMail.Ours), DemoHouses.FunctionOf(house, index)),
        };
        // Those who hold posts have been there for longer than the two years of meetings.
        var from = index < 3 ? Earlier(Today, 1100, 3600) : Earlier(Today, 20, 3600);
        var employment = person.Employ(context.Ids[house.Key], function, from);
        if (index == 6)
            employment.Work(context.Ids[house.Key], function, Earlier(Today, 60, 200), Today.AddDays(context.Random.Next(8, 85)));
        if (index is 5 or 9 && house.Staff > 12)
            employment.TakeLongLeave(Earlier(Today, 20, 90), index == 5 ? Today.AddDays(context.Random.Next(30, 150)) : null);
        if (house.Key == DemoHouses.OnLeave && index == 0)
            employment.TakeLongLeave(Today.AddDays(-52), Today.AddDays(68));
        if ((house.Key, index) is ("lhss-saint-clair", 4) or ("chrs-traverse", 13))
        {
            employment.Leave(Today.AddDays(21));
            person.Depart(Today.AddDays(21));
        }
        person.Verify(Earlier(Today, 5, 400), "Service des ressources humaines");
        return person;
    }

    private void BeAway()
    {
        var beaulieu = teams["chu-beaulieu"];
        beaulieu[0].BeAway(Today.AddDays(-4), Today.AddDays(10), beaulieu[1].Id);
        teams["residence-belvedere"][0].BeAway(Today.AddDays(-2), Today.AddDays(5), null);
        teams[DemoHouses.HeadOffice][2].BeAway(Today.AddDays(38), Today.AddDays(52), teams[DemoHouses.HeadOffice][4].Id);
        teams["chrs-escale"][2].BeAway(Today.AddDays(-120), Today.AddDays(-106), teams["chrs-escale"][3].Id);
        foreach (var team in teams.Values.Where(t => t.Count > 8))
        {
            var from = Today.AddDays(context.Random.Next(-60, 60));
            team[7].BeAway(from, from.AddDays(context.Random.Next(4, 21)), team[3].Id);
        }
    }

    private DateOnly Earlier(DateOnly day, int least, int most) => day.AddDays(-context.Random.Next(least, most));
}
