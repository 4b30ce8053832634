using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Conventions.Demo;

/// <summary>The forty-six agreements of "Les Rives", dated from the day so that there is always something to decide.</summary>
internal sealed class ConventionsDemo : IDemoSource
{
    public async Task LoadAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        // Tracked: facts of a loaded convention read its kind.
        var kinds = await db.Set<ConventionKind>().ToDictionaryAsync(k => k.Code, k => k.Id, cancellation);
        var made = DemoConventions.All.Select(d => (Demo: d, CreatedOn: CreatedOn(d, context.Today))).ToList();
        var numbers = new Dictionary<int, Queue<string>>();
        foreach (var year in made.GroupBy(m => m.CreatedOn.Year))
            numbers[year.Key] = new(await ConventionNumbers.TakeAsync(db, year.Key, year.Count(), cancellation));

        var names = await NamesAsync(db, context, cancellation);
        // In the order of their dates, so that numbers follow them; successors need the ids of those that they follow.
        var conventions = made.OrderBy(m => m.CreatedOn).ToDictionary(m => m.Demo, m => Make(m.Demo, numbers[m.CreatedOn.Year].Dequeue(), m.CreatedOn, kinds[m.Demo.Kind], names, context));
        db.AddRange(conventions.Where(c => c.Key.Follows is null).Select(c => c.Value));
        await db.SaveChangesAsync(cancellation);
        foreach (var (demo, convention) in conventions.Where(c => c.Key.Follows is not null))
        {
            convention.Follow(conventions[DemoConventions.All[demo.Follows!.Value]]);
            db.Add(convention);
        }
        await db.SaveChangesAsync(cancellation);
        await new DemoSigning(db, context, [.. DemoConventions.All.Select(d => conventions[d])]).LoadAsync(cancellation);
        if (context.Copy > 0)
            return;
        foreach (var (demo, convention) in conventions)
            DemoFollowUp.Follow(convention, demo, context.Today);
        await db.SaveChangesAsync(cancellation);
    }

    private static async Task<Dictionary<string, string>> NamesAsync(IntranetDb db, DemoContext context, CancellationToken cancellation)
    {
        var keys = DemoConventions.All.SelectMany(d => new[] { d.House, d.Partner }).Distinct().ToList();
        var ids = keys.Select(k => context.Ids[k]).ToList();
        var titles = await db.Subjects.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Title, cancellation);
        return keys.ToDictionary(k => k, k => titles[context.Ids[k]]);
    }

    private static Convention Make(DemoConvention demo, string number, DateOnly createdOn, int kindId, Dictionary<string, string> names, DemoContext context)
    {
        var title = $"{demo.Title} – {names[demo.House]} et {names[demo.Partner]}";
        var convention = new Convention(number, title, kindId, createdOn);
        convention.About(title, kindId, Purpose(demo), demo.Places, DemoFollowUp.DailyPriceCents(demo), DemoFollowUp.AgreedLevel(demo));
        convention.Between([context.Ids[demo.House]], [context.Ids[demo.Partner], .. demo.Also.Select(k => context.Ids[k])]);
        convention.Entrust(context.Ids[demo.Owner], context.Ids[$"{demo.Partner}-poste-{demo.Counterpart}"]);
        convention.Document(demo.Missing.Length > 0, demo.Missing);
        if (context.Copy == 0)
        {
            DemoTexts.Write(convention, demo, names[demo.Partner]);
            DemoFollowUp.Prepare(convention, demo, context.Today);
        }
        new DemoDates(demo, context.Today).Live(convention, createdOn);
        return convention;
    }

    private static DateOnly CreatedOn(DemoConvention demo, DateOnly today) => new DemoDates(demo, today).CreatedOn;

    private static string Purpose(DemoConvention demo) => demo.Kind switch
    {
        "placement" => "Accueillir et accompagner des personnes en placement extérieur : préparation en détention, hébergement, démarches, retour régulier au SPIP et au juge.",
        "csapa" => "Assurer la continuité des soins entre la détention et le dehors, avec un référent nommé de chaque côté.",
        "inside" => "Tenir une permanence régulière en détention et préparer les admissions avec le SPIP.",
        "sharing" => "Dire ce qui se partage entre les équipes, ce qui ne se partage pas, et par qui.",
        "experiment" => "Essayer ensemble une manière nouvelle de préparer la sortie, l’évaluer et décider de la suite.",
        "secondment" => "Mettre des moyens en commun, avec des horaires et des responsabilités écrits.",
        _ => "Fixer le cadre du travail commun : orientations, rencontre annuelle, règles d’échange et de désaccord.",
    };
}
