using System.Globalization;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The articles of the draft, in words: what the record knows is written, what it doesn't is left to fill in.</summary>
internal sealed class DraftText(ConventionDraft draft, DateOnly today)
{
    private readonly WordText word = new();
    private int articles;

    private Convention Convention => draft.Convention;
    private ConventionFacts Facts => draft.Facts;
    private bool Several => draft.Partners.Count > 1;

    /// <param name="now">Real time, UTC, kept as the day it was made.</param>
    public void Save(Stream stream, DateTime now)
    {
        Head();
        Purpose();
        Length();
        Places();
        Commitments();
        Sharing();
        Incidents();
        Programme();
        FollowUp();
        Amendments();
        Closing();
        Annex();
        word.Save(stream, Convention.Title, Organisation.Name, $"{Convention.Number} – {(!Convention.IsSigned ? "projet" : "texte reconstitué")} du {French.Date(today)}", now);
    }

    private void Head()
    {
        word.Title(Convention.Title);
        word.Subtitle($"{Convention.Kind.Label} – {Convention.Number}{(Convention.TextDate is { } date ? $" – texte du {Day(date)}" : "")}");
        word.Write("Entre");
        foreach (var house in draft.Establishments)
            word.Item($"{Organisation.Name}, pour son établissement {house.Name}, {Address(house)},");
        word.Write($"ayant pour signataire {Signing(draft.Signatories.Where(s => s.IsOurs))},");
        word.Write("ci-après « l’établissement », d’une part,");
        word.Write("et");
        var known = draft.Signatories.Where(s => !s.IsOurs).ToLookup(s => s.PartnerId);
        foreach (var partner in draft.Partners.DefaultIfEmpty(new DraftParty(0, WordText.ToFill("partenaire"), "", "", "")))
            word.Item($"{partner.Name}, {Address(partner)}{(known[partner.Id].Any() || known.Count == 0 ? $", ayant pour signataire {Signing(known[partner.Id])}" : "")},");
        word.Write($"ci-après « {(Several ? "les partenaires" : "le partenaire")} », d’autre part,");
        word.Write("il est convenu ce qui suit.");
    }

    private void Purpose()
    {
        Article("Objet");
        word.Write(Or(Convention.Object, "ce que les parties font ensemble, pour qui et où"));
        if (Convention.AgreedLevel is { } level)
            word.Write($"Les parties visent le niveau d’articulation « {Labels.Of(level)} ».");
    }

    private void Length()
    {
        Article("Durée, renouvellement et préavis");
        word.Write(Facts switch
        {
            { Start: null } => $"La convention prend effet le {WordText.ToFill("date de début")} et prend fin le {WordText.ToFill("date de fin, ou mention qu’elle est sans terme")}.",
            { Start: { } start, End: null } => $"La convention prend effet le {Day(start)}. Elle est conclue sans terme.",
            { Start: { } start, End: { } end } => $"La convention prend effet le {Day(start)} et prend fin le {Day(end)} inclus, soit une durée {De(Facts.Terms.InitialMonths!.Value)}.",
        });
        if (Facts.End is not null || Facts.Start is null)
        {
            word.Write(Facts.Renewal switch
            {
                RenewalMode.Tacit => $"Sauf préavis reçu dans le délai ci-dessous, elle se reconduit tacitement par périodes {De(Facts.Terms.RollMonths)}{(Facts.MaximumRenewals is { } most ? $", {French.Count(most, "fois", "fois")} au plus" : "")}.",
                RenewalMode.Express => $"Elle se renouvelle par une décision expresse des parties, prise avant son terme ; à défaut, elle prend fin.{(Convention.Kind.RequestMonths is { } months ? $" La demande, accompagnée du bilan, est adressée {French.Count(months, "mois", "mois")} avant le terme." : "")}",
                _ => "Elle ne se reconduit pas. Les parties se rencontrent avant son terme pour décider de ce qui la suit.",
            });
        }
        var notice = Facts.NoticeMonths > 0 ? French.Count(Facts.NoticeMonths, "mois", "mois") : Facts.NoticeDays > 0 ? French.Count(Facts.NoticeDays, "jour") : WordText.ToFill("délai de préavis");
        word.Write(Facts.End is null && Facts.Start is not null
            ? $"Chaque partie peut y mettre fin par lettre recommandée avec avis de réception, avec un préavis de {notice} à compter de sa réception."
            : $"Chaque partie peut y mettre fin au terme de la période en cours, par lettre recommandée avec avis de réception reçue {notice} au moins avant ce terme.");
    }

    private void Places()
    {
        Article("Places et prix");
        word.Write(draft.Reading.Places is { } places ? $"L’établissement y consacre {French.Count(places, "place")}." : $"L’établissement y consacre {WordText.ToFill("nombre de places, ou « aucune place réservée »")}.");
        word.Write($"Le prix de journée est de {(draft.Reading.DailyPriceCents is { } cents ? French.Euros(cents) : WordText.ToFill("montant, ou supprimer cette phrase"))} par personne et par jour{(Convention.Kind.IsStateFunded ? ". Fixé par l’administration, il est révisé chaque année par avenant financier" : "")}.");
    }

    private void Commitments()
    {
        Article("Engagements");
        foreach (var (isOurs, heading) in new[] { (true, "L’établissement s’engage à"), (false, Several ? "Les partenaires s’engagent à" : "Le partenaire s’engage à") })
        {
            word.Heading(2, heading);
            var side = draft.Text.Commitments.Where(c => c.IsOurs == isOurs).ToList();
            foreach (var (commitment, isLast) in side.Select((c, i) => (c, i == side.Count - 1)))
                word.Item($"{commitment.Text.TrimEnd('.', ';', ' ')}{(commitment.DueOn is { } due ? $", avant le {Day(due)}" : "")}{(isLast ? "." : " ;")}");
            if (side.Count == 0)
                word.Item(WordText.ToFill("engagements, avec une date quand il y en a une"));
        }
    }

    private void Sharing()
    {
        Article("Partage d’informations");
        word.Write("Ce qui n’est pas écrit ci-dessous ne se partage pas. Ce cadre est expliqué à chaque personne accueillie et lui est remis par écrit ; l’accord de la personne est écrit, daté, et elle peut le reprendre.");
        if (draft.Text.Sharing.Count == 0)
        {
            word.Write(WordText.ToFill("ce qui doit se dire, ce qui peut se dire avec l’accord de la personne, ce qui ne se dit pas"));
            return;
        }
        word.Table([("Information", 34), ("De", 16), ("À", 16), ("Règle", 16), ("Fondement", 18)],
            draft.Text.Sharing.Select(l => new[] { l.What, l.From, l.To, Labels.Of(l.Rule), draft.Bases.GetValueOrDefault(l.Basis, l.Basis) }));
        if (!Convention.IsSigned)
            word.Write(WordText.ToFill("fondements à faire valider par le siège avant signature"));
    }

    private void Incidents()
    {
        Article("Incidents");
        if (draft.Text.Protocol is not { } protocol)
        {
            word.Write(WordText.ToFill("degrés d’incident, qui prévient qui et en combien de temps, nuits et week-ends, solution de repli"));
            return;
        }
        word.Table([("Degré", 9), ("Ce qui se passe", 31), ("Qui prévient qui", 30), ("Quand", 15), ("Demandé", 15)],
            protocol.Degrees.OrderBy(d => d.Order).Select(d => new[] { d.Order.ToString(CultureInfo.InvariantCulture), d.What, d.WhoTellsWhom, d.Delay, d.Asked }));
        foreach (var (heading, said) in protocol.Clauses)
        {
            word.Heading(2, heading);
            word.Write(Or(said, heading.ToLowerInvariant()));
        }
    }

    private void Programme()
    {
        if (draft.Text.Programme.Count == 0)
            return;
        Article("Programme");
        word.Table([("Module", 40), ("Animé par", 30), ("Quand", 30)], draft.Text.Programme.Select(m => new[] { m.Title, m.RunBy, m.When }));
    }

    private void FollowUp()
    {
        Article("Suivi et indicateurs");
        word.Write($"La convention est suivie par les référents suivants : {(draft.Referents.Count == 2 ? French.List(draft.Referents) : draft.Referents.Count == 1 ? $"{draft.Referents[0]} et {WordText.ToFill("second référent")}" : WordText.ToFill("un référent de chaque côté, par fonction"))}. Les parties se rencontrent au moins une fois par an.");
        if (draft.Indicators.Count == 0)
            word.Write(WordText.ToFill("indicateurs, avec leur unité et leur cible"));
        else
            word.Table([("Indicateur", 60), ("Unité", 20), ("Cible", 20)], draft.Indicators.Select(i => new[] { i.Name, i.Unit, i.TargetHundredths is { } target ? French.Number(target / 100m, target % 100 == 0 ? 0 : 2) : WordText.ToFill("cible") }));
        word.Write("Les nombres de personnes inférieurs à 5 ne sont ni communiqués ni publiés.");

        Article("Évaluation");
        word.Write($"L’évaluation est prévue dès le début. Elle est confiée à l’évaluateur suivant : {Or(Convention.Evaluator, "évaluateur")}. Elle part de la situation suivante : {Or(Convention.Baseline, "situation de départ")}");
        word.Write("Un bilan est dressé chaque année par les parties, avant le 31 mars de l’année suivante, et signé de chacune : difficultés, indicateurs, niveau d’articulation constaté, suite à donner.");
    }

    /// <summary>What amendments say in words; the dates, places, price and parties that they set are read in the articles.</summary>
    private void Amendments()
    {
        if (draft.Reading.Amendments.Count == 0)
            return;
        Article("Avenants");
        word.Write($"Le présent texte tient compte {(draft.Reading.Amendments.Count == 1 ? "de l’avenant signé" : "des avenants signés")} des parties et en vigueur le {Day(draft.Reading.Day)}.");
        foreach (var amendment in draft.Reading.Amendments)
        {
            word.Heading(2, $"Avenant n° {amendment.Number}, en vigueur depuis le {Day(amendment.EffectOn)}");
            word.Write($"{amendment.Purpose.TrimEnd('.')}.");
            foreach (var line in amendment.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                word.Write(line);
        }
    }

    private void Closing()
    {
        Article("Information des personnes accueillies");
        word.Write($"Chaque personne accueillie reçoit à son arrivée une page qui dit, en mots simples et sans nom, qui fait quoi et ce qui se partage{(draft.Text.Roles.Count > 0 ? " (annexe)" : "")}. Le conseil de la vie sociale est consulté lors du bilan annuel.");
        Article("Modification et désaccord");
        word.Write("La convention se modifie par un avenant signé des mêmes parties. En cas de désaccord, les parties se rencontrent dans le mois, avant tout préavis.");
        word.Write($"Fait à {WordText.ToFill("lieu")}, le {WordText.ToFill("date")}, en {WordText.ToFill("nombre")} exemplaires.");
        var boxes = draft.Signatories.Select(s => $"Pour {(s.IsOurs ? Organisation.Name : s.Partner ?? WordText.ToFill("partenaire"))}\n{s.Post}\n{s.Name ?? WordText.ToFill("nom")}").ToList();
        if (!draft.Signatories.Any(s => s.IsOurs))
            boxes.Insert(0, $"Pour {Organisation.Name}\n{WordText.ToFill("fonction et nom")}");
        if (draft.Signatories.All(s => s.IsOurs))
            boxes.AddRange(draft.Partners.Select(p => $"Pour {p.Name}\n{WordText.ToFill("fonction et nom")}"));
        word.Signatures(boxes);
    }

    private void Annex()
    {
        if (draft.Text.Roles.Count == 0)
            return;
        word.NewPage();
        word.Heading(1, "Annexe – Qui fait quoi");
        word.Table([("Pour", 45), ("C’est", 55)], draft.Text.Roles.Select(r => new[] { r.What, r.Who }));
    }

    private void Article(string title) => word.Heading(1, $"Article {++articles} – {title}");

    private static string Address(DraftParty party) => party.IsLocated ? party.Address : party.Address.Length > 0 ? $"{party.Address} {WordText.ToFill("adresse")}" : WordText.ToFill("adresse");

    private static string Signing(IEnumerable<DraftSignatory> signatories) => signatories.Select(s => s.Full).ToList() is { Count: > 0 } named ? French.List(named) : WordText.ToFill("fonction et nom");

    private static string Or(string text, string missing) => string.IsNullOrWhiteSpace(text) ? WordText.ToFill(missing) : text.Trim();

    private static string De(int months) => months == 12 ? "d’un an" : $"de {ConventionWords.Length(months)}";

    /// <summary>1er mars 2027.</summary>
    private static string Day(DateOnly date) => French.LongDate(date).Split(' ', 2)[1];
}
