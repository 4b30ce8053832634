using Intranet.Shared;

namespace Intranet.Reminders;

/// <summary>The words of a letter: what is late, what is due, what nobody answers for; each line with its one-click answer.</summary>
internal static class LetterText
{
    /// <summary>Lines of a block; the inbox holds the rest.</summary>
    public const int Shown = 25;

    /// <param name="to">Whom it greets.</param>
    /// <param name="kind">The week's or the day's.</param>
    /// <param name="lines">What the letter is about.</param>
    /// <param name="others">Open things that it doesn't repeat.</param>
    /// <param name="orphans">What nobody answers for.</param>
    /// <param name="today">The day it is read.</param>
    /// <param name="web">The house's address.</param>
    /// <param name="answers">Address of the one-click answer of a reminder.</param>
    /// <param name="kinds">Where records live.</param>
    public static OutgoingMail Write(Addressee to, LetterKind kind, IReadOnlyList<LetterLine> lines, int others, IReadOnlyList<LetterLine> orphans, DateOnly today, string web, IReadOnlyDictionary<int, string> answers, SubjectKinds kinds)
    {
        var late = lines.Where(l => !l.IsCopy && l.Due < today).ToList();
        var due = lines.Where(l => !l.IsCopy && l.Due >= today).ToList();
        var copies = lines.Where(l => l.IsCopy).ToList();
        List<MailSection> sections = [.. Section("En retard", late), .. Section("À faire", due), .. Section("Personne n’en répond", orphans), .. Section("Pour information", copies)];
        List<string> words = [kind == LetterKind.Weekly ? $"Voici ce qui vous attend la semaine du {French.LongDate(LetterPlan.Week(today))}." : $"Voici du nouveau, ce {French.LongDate(today)}."];
        return new OutgoingMail(to.Email, to.Name, Subject(kind, late.Count, due.Count, orphans.Count, copies.Count), words, new MailAction("Ouvrir mes rappels", $"{web}/rappels"))
        {
            Sections = sections,
            After = [.. Others(others), "Cette lettre part les jours ouvrés seulement. Vous pouvez en choisir le rythme\u00a0: " + $"{web}/compte/rappels"],
            IsSecret = answers.Count > 0,
        };

        IEnumerable<MailSection> Section(string title, IReadOnlyList<LetterLine> some)
            => some.Count == 0 ? [] : [new MailSection($"{title} ({some.Count})", [.. some.Take(Shown).Select(Item)], some.Count > Shown ? $"Et {French.Count(some.Count - Shown, "autre")}, dans vos rappels." : "")];

        MailItem Item(LetterLine line) => new(
            $"{line.Action}\u00a0: {line.Subject}",
            $"{web}{kinds.AddressOf(line.Kind, line.SubjectId)}",
            When(line, today),
            line.Due < today || line.Due <= today.AddDays(LetterPlan.UrgentDays),
            string.Join(' ', new[] { line.Context, line.Reason }.Where(t => t.Length > 0)),
            answers.TryGetValue(line.ReminderId, out var address) ? new MailAction("Je m’en occupe", address) : null);
    }

    private static string Subject(LetterKind kind, int late, int due, int orphans, int copies)
    {
        List<string> parts = [];
        if (late > 0)
            parts.Add($"{late} en retard");
        if (due > 0)
            parts.Add($"{due} à faire");
        if (orphans > 0)
            parts.Add($"{orphans} sans personne");
        if (copies > 0)
            parts.Add($"{copies} pour information");
        return $"{(kind == LetterKind.Weekly ? "Vos rappels de la semaine" : "Rappels du jour")}\u00a0: {string.Join(", ", parts)}";
    }

    private static string When(LetterLine line, DateOnly today)
        => Capital(line.Due < today ? $"{French.Lateness(line.Due, today)}, échéance du {French.Date(line.Due)}" : $"{French.Delay(line.Due, today)}, le {French.Date(line.Due)}");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static IEnumerable<string> Others(int others)
        => others == 0 ? [] : [$"{French.Count(others, "autre rappel déjà annoncé reste ouvert", "autres rappels déjà annoncés restent ouverts")} dans Passerelle."];
}
