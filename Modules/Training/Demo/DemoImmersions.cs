using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Training.Demo;

/// <summary>A few days at each other's, and the times at which teams think together.</summary>
internal static class DemoImmersions
{
    public static async Task LoadAsync(IntranetDb db, DemoContext context, List<DemoLearner> staff, CancellationToken cancellation)
    {
        var (spip, today) = (context.Ids["spip-93"], context.Today);
        var theirs = await db.Set<Holding>().Where(h => h.Post!.PartnerId == spip && h.To == null && !h.Post.IsServiceLine).OrderBy(h => h.Id).Select(h => h.PersonId).Take(2).ToListAsync(cancellation);
        var (traverse, escale) = (context.Ids["chrs-traverse"], context.Ids["chrs-escale"]);
        var ours = staff.First(s => s.EstablishmentId == traverse && s.To is null);
        var léa = context.Ids["person-educatrice"];
        db.Add(Make(ImmersionWay.OursAtPartner, ours.Id, traverse, spip, theirs.Count > 0 ? theirs[0] : null, today.AddDays(-95), 2, "Comprendre une permanence et la préparation d’une commission d’application des peines.", "Les délais viennent des pièces manquantes. Une liste des pièces est affichée depuis au bureau.", told: true));
        if (theirs.Count > 1)
            db.Add(Make(ImmersionWay.TheirsWithUs, theirs[1], traverse, spip, ours.Id, today.AddDays(-20), 1, "Voir une journée en hébergement et la vie quotidienne d’une équipe.", "", told: false));
        db.Add(Make(ImmersionWay.OursAtPartner, léa, escale, spip, theirs.Count > 0 ? theirs[0] : null, today.AddDays(33), 2, "Suivre l’accueil des personnes nouvellement orientées.", "", told: false));

        db.Add(Share(SharingKind.PracticeAnalysis, "Analyse des pratiques, L’Escale", 4, escale, null, today, 9));
        db.Add(Share(SharingKind.Intervision, "Intervision avec le SPIP 93", 8, traverse, spip, today, 5));
        db.Add(Share(SharingKind.WorkingGroup, "Groupe « sorties de détention »", 6, traverse, null, today, 7));
    }

    private static Immersion Make(ImmersionWay way, int person, int house, int partner, int? tutor, DateOnly from, int days, string aims, string text, bool told)
    {
        // On working days: nobody is received on Christmas Day.
        from = WorkingDays.OnOrAfter(from);
        var immersion = new Immersion(way, from, WorkingDays.OnOrAfter(from.AddDays(days - 1)));
        immersion.Between(way, person, house, partner, tutor);
        immersion.Aim(aims);
        if (told)
            immersion.Tell(from.AddDays(days + 6), text);
        return immersion;
    }

    private static SharingTime Share(SharingKind kind, string title, int weeks, int house, int? partner, DateOnly today, int held)
    {
        var sharing = new SharingTime(kind, title, weeks, today.AddDays(-400));
        sharing.Be(kind, title, weeks, today.AddDays(-400), null, partner);
        sharing.Gather([house]);
        for (var i = 0; i < held; i++)
            sharing.Note(today.AddDays(-12 - (i * weeks * 7)), 6 + (i % 4), today);
        return sharing;
    }
}
