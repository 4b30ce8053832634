using Intranet.Shared;

namespace Intranet.Conventions.Demo;

/// <summary>Signatories at every stage, a refusal, the ball on our side, amendments signed and in project, requests of renewal.</summary>
internal sealed class DemoSigning(IntranetDb db, DemoContext context, IReadOnlyList<Convention> conventions)
{
    private DateOnly Today => context.Today;

    /// <summary>The conventions are in the order of <see cref="DemoConventions.All"/>, with their parties loaded.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        Sign(conventions[16], ["poste-direction-generale", "poste-direction-chu-beaulieu"], ["cp-sante-poste-1", "cp-sante-poste-2"]);
        Sign(conventions[11], ["poste-direction-generale"], ["disp-paris-poste-1", "spip-77-poste-1"]);
        await db.SaveChangesAsync(cancellation);
        await RecordAsync(conventions[16], cancellation);
        await RefuseAsync(conventions[11], cancellation);
        conventions[14].Pass(Ball.Ours, Today.AddDays(-20), Today);
        conventions[4].Request(Today.AddDays(-40), Today);
        conventions[6].Request(Today.AddDays(-215), Today);
        await AmendAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private void Sign(Convention convention, string[] ours, string[] theirs)
        => convention.SignedThrough([.. ours.Select(k => (context.Ids[k], true)), .. theirs.Select(k => (context.Ids[k], false))]);

    /// <summary>Two of four, one of the others reminded a week ago.</summary>
    private async Task RecordAsync(Convention convention, CancellationToken cancellation)
    {
        var lines = await LinesAsync(convention, cancellation);
        Signed(convention, lines["poste-direction-generale"], -6);
        Signed(convention, lines["cp-sante-poste-2"], -3);
        lines["cp-sante-poste-1"].Signatory.Remind(Today.AddDays(-Signatory.DaysBetweenLetters));
    }

    private async Task RefuseAsync(Convention convention, CancellationToken cancellation)
    {
        var lines = await LinesAsync(convention, cancellation);
        convention.SendForSignature(Today.AddDays(-25));
        Signed(convention, lines["poste-direction-generale"], -22);
        convention.Refuse(lines["disp-paris-poste-1"].Signatory, Today.AddDays(-12), "Le prix de journée n’est pas celui de l’arrêté de l’année : article 6 à reprendre.", Today);
    }

    private void Signed(Convention convention, SignatoryLine line, int days)
        => convention.Sign(line.Signatory, Today.AddDays(days), line.Post.HolderOn(Today.AddDays(days))?.Name ?? "", null, Today);

    private async Task<Dictionary<string, SignatoryLine>> LinesAsync(Convention convention, CancellationToken cancellation)
    {
        var keys = context.Ids.Where(i => i.Key.Contains("poste-", StringComparison.Ordinal)).ToLookup(i => i.Value, i => i.Key);
        return (await SignatoryLine.ReadAsync(db, convention, cancellation)).ToDictionary(l => keys[l.Post.Id].First());
    }

    private async Task AmendAsync(CancellationToken cancellation)
    {
        var places = Project(conventions[6], "Deux places de plus et prix de journée de l’année", -380, "Les deux places s’ouvrent au rez-de-chaussée, accessibles aux personnes à mobilité réduite.");
        places.Change(null, 14, 4150);
        conventions[6].SignAmendment(places, Today.AddDays(-395), Today);
        Project(conventions[6], "Prix de journée de l’année", 40, "").Change(null, null, 4240);

        var region = Project(conventions[31], "L’Escale rejoint la convention", -90, "L’établissement applique la convention dans les mêmes termes.");
        region.Involve([(context.Ids["chrs-escale"], true)]);
        await db.SaveChangesAsync(cancellation);
        await db.Entry(region.Parties.Single()).Reference(p => p.Subject).LoadAsync(cancellation);
        conventions[31].SignAmendment(region, Today.AddDays(-100), Today);
    }

    private Amendment Project(Convention convention, string purpose, int effect, string text)
    {
        var on = Today.AddDays(effect);
        DateOnly? dated = on < Today ? on.AddDays(-30) : null;
        var amendment = convention.Amend(purpose, dated, on);
        amendment.Describe(purpose, dated, on, text);
        return amendment;
    }
}
