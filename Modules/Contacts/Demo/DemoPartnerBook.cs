using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts.Demo;

/// <summary>The forty-one partners with their posts, holders, vacancies and service lines, and one that nobody follows.</summary>
internal sealed class DemoPartnerBook(IntranetDb db, DemoContext context, DemoNames names)
{
    private DateOnly Today => context.Today;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        var kinds = await db.Set<PartnerKind>().AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Id, cancellation);
        var partners = new Dictionary<string, Partner>();
        // Parents and territories are known by their ids, so that each generation is saved before the next.
        foreach (var generation in DemoPartners.All.GroupBy(p => p.Parent.Length > 0 ? p.Kind == "spip-antenna" ? 3 : 1 : p.Kind == "spip" ? 2 : 0).OrderBy(g => g.Key))
        {
            foreach (var partner in generation)
                db.Add(partners[partner.Key] = Describe(partner, kinds[partner.Kind]));
            await db.SaveChangesAsync(cancellation);
            foreach (var partner in generation)
                context.Ids[partner.Key] = partners[partner.Key].Id;
        }

        var posts = DemoPartners.All.SelectMany(p => DemoPartnerPosts.Of(p.Kind).Select((t, i) => (Partner: p, Template: t, Index: i, Post: Open(p, t)))).ToList();
        var people = posts.Where(p => !p.Template.IsLine).Select(p => (p.Partner, p.Template, p.Index, p.Post, Person: Somebody(p.Partner, p.Index), Former: context.Random.Next(3) == 0 ? names.Next(DemoMail.Theirs) : null)).ToList();
        db.AddRange(people.Select(p => p.Person));
        db.AddRange(people.Select(p => p.Former).OfType<Person>());
        await db.SaveChangesAsync(cancellation);
        foreach (var (partner, _, index, post, person, former) in people)
            Appoint(partner, index, post, person, former);
        // Nobody asked there since the last meeting.
        var forgotten = people.Single(p => (p.Partner.Key, p.Index) == ("cp-fleury", DemoPartnerPosts.Steady));
        forgotten.Post.Verify(Today.AddDays(-432), "Karim Lebrun");
        forgotten.Person.Verify(Today.AddDays(-432), "Karim Lebrun");
        db.AddRange(posts.Select(p => p.Post));
        await db.SaveChangesAsync(cancellation);
        foreach (var (partner, _, index, post) in posts)
            context.Ids[$"{partner.Key}-poste-{index}"] = post.Id;
        context.Ids["asso-tremplin"] = await ForgetAsync(kinds["association"], cancellation);
    }

    /// <summary>Under a convention since its beginning, and no relation owner was ever named.</summary>
    private async Task<int> ForgetAsync(int kindId, CancellationToken cancellation)
    {
        var partner = new Partner(names.Of("Association Le Tremplin de Gagny"), kindId);
        partner.Classify(kindId, null, ["93"]);
        partner.Locate("", "", "Gagny", "", "");
        db.Add(partner);
        await db.SaveChangesAsync(cancellation);
        return partner.Id;
    }

    private Partner Describe(DemoPartner demo, int kindId)
    {
        var partner = new Partner(names.Of(demo.Name), kindId);
        partner.Classify(kindId, demo.Parent.Length > 0 ? context.Ids[demo.Parent] : null, demo.Department.Split('|'));
        partner.Locate("", "", demo.City, names.Phone(), DemoNames.Mail(names.Of(demo.Key), DemoMail.Theirs));
        partner.Follow(context.Ids[demo.Owner], Today.AddDays(-(demo.LastMet is null ? 75 : 800)));
        partner.DescribeTerritory(demo.Territory);
        partner.SetLinks(LinkRole.Territory, demo.Links.Select(k => context.Ids[k]));
        if (context.Copy > 0)
            return partner;
        // An outside key and an official alias belong to one partner only.
        partner.Rename(demo.Name, demo.Aliases);
        if (demo.Scheme.Length > 0)
            partner.Identifiers.Add(new PartnerIdentifier(demo.Scheme, demo.Value));
        return partner;
    }

    private Post Open(DemoPartner demo, PostTemplate template)
    {
        var post = Post.AtPartner(context.Ids[demo.Key], template.Title, template.Level);
        if (template.IsLine)
            post.BecomeServiceLine(template.Hours);
        post.ReachBy(names.Phone(), template.IsLine ? DemoNames.Mail(names.Of($"{template.Title} {demo.Key}"), DemoMail.Theirs) : "");
        if (VerifiedOn(template.IsLine ? 300 : 900) is { } day)
            post.Verify(day, "Karim Lebrun");
        return post;
    }

    private Person Somebody(DemoPartner demo, int index)
    {
        var person = (demo.Key, index) switch
        {
            ("spip-93", 2) => names.Named("Claire", "Mazères", DemoMail.Theirs),
            ("spip-93", 3) => names.Named("Thomas", "Aubriet", DemoMail.Theirs),
            _ => names.Next(DemoMail.Theirs),
        };
        if (VerifiedOn(900) is { } day)
            person.Verify(day, "Karim Lebrun");
        return person;
    }

    /// <summary>The second post holds for the two years of meetings, so that somebody of the right level was always there; the others change.</summary>
    private void Appoint(DemoPartner demo, int index, Post post, Person person, Person? former)
    {
        var from = Today.AddDays(-(index == DemoPartnerPosts.Steady ? context.Random.Next(800, 1500) : context.Random.Next(40, 700)));
        if (former is not null)
        {
            var lastDay = from.AddDays(-context.Random.Next(1, 60));
            former.Depart(lastDay);
            post.Appoint(former.Id, lastDay.AddDays(-context.Random.Next(300, 1200))).End(lastDay);
        }
        var holding = post.Appoint(person.Id, from);
        if (!DemoPartnerPosts.Vacant.Contains((demo.Key, index)))
            return;
        var left = Today.AddDays(-context.Random.Next(5, 29));
        holding.End(left);
        person.Depart(left);
    }

    /// <summary>Most were verified within the year, some long ago, a few never.</summary>
    private DateOnly? VerifiedOn(int most) => context.Random.Next(10) switch
    {
        0 => null,
        1 => Today.AddDays(-context.Random.Next(370, most < 370 ? 371 : most)),
        _ => Today.AddDays(-context.Random.Next(5, 340)),
    };
}
