using Intranet.Shared;

namespace Intranet.Contacts.Demo;

/// <summary>The fictional people of one copy: names dealt without repetition, numbers reserved for fiction, mails of no real domain.</summary>
internal sealed class DemoNames
{
    /// <summary>Said on each sheet: nobody here exists.</summary>
    public const string Source = "démonstration, personne fictive";

    private static readonly string[] First =
    [
        "Adèle", "Aïcha", "Alain", "Amandine", "Amélie", "Antoine", "Arnaud", "Bastien", "Benoît", "Bintou", "Camille", "Caroline", "Cédric",
        "Charlotte", "Chloé", "Clément", "Corinne", "Damien", "Delphine", "Djamila", "Dominique", "Élise", "Émilie", "Emmanuel", "Éric", "Estelle",
        "Fanny", "Farid", "Fatou", "Florence", "François", "Gaëlle", "Gérard", "Grégory", "Hugo", "Inès", "Isabelle", "Jérôme", "Joël", "Julie",
        "Kader", "Laure", "Loïc", "Lucie", "Malika", "Mamadou", "Marion", "Mathilde", "Mélanie", "Moussa", "Nathalie", "Nicolas", "Noémie",
        "Olivier", "Pascale", "Rachid", "Sabrina", "Samuel", "Sophie", "Valérie", "Yann",
    ];

    private static readonly string[] Last =
    [
        "Abadie", "Allard", "Amrani", "Astier", "Aubin", "Auclair", "Bacri", "Baron", "Baudin", "Belkacem", "Benoist", "Berthier", "Besnard", "Blin",
        "Bocquet", "Bonnard", "Bourdin", "Brossard", "Cambon", "Carlier", "Castaing", "Chabot", "Chauvin", "Cissé", "Coste", "Courtois", "Cuvelier",
        "Daoud", "Debray", "Delmas", "Delorme", "Diarra", "Drouet", "Dumont", "Duquesne", "Esnault", "Fabre", "Faucher", "Ferrand", "Foucher",
        "Gaillard", "Garnier", "Gaudin", "Gomis", "Granger", "Grosjean", "Guérin", "Guillot", "Haddad", "Hamel", "Hébert", "Huet", "Jacquet",
        "Joubert", "Kaci", "Kéita", "Labbé", "Lacroix", "Lambert", "Larcher", "Leconte", "Lefort", "Legrand", "Lemoine", "Lombard", "Maillard",
        "Marchal", "Masson", "Mercier", "Millet", "Monnier", "Morvan", "Navarro", "Ndiaye", "Neveu", "Ollivier", "Pasquier", "Pelletier", "Perrot",
        "Picard", "Poirier", "Prévost", "Quéré", "Rahmani", "Raynaud", "Renault", "Rigaud", "Rousset", "Salmon", "Sauvage", "Sylla", "Tanguy",
        "Texier", "Touré", "Vallet", "Verdier", "Zidi",
    ];

    private readonly DemoContext context;
    private readonly string[] first = [.. First];
    private readonly string[] last = [.. Last];
    private int dealt;
    private int numbers;

    public DemoNames(DemoContext context)
    {
        this.context = context;
        context.Random.Shuffle(first);
        context.Random.Shuffle(last);
        numbers = context.Copy * 700;
    }

    /// <summary>A name of ours or a partner's, with the copy's number from the second on.</summary>
    public string Of(string name) => context.Copy == 0 ? name : $"{name} {context.Copy + 1}";

    /// <summary>01 99 00 is kept for fiction by the numbering plan.</summary>
    public string Phone()
    {
        var n = numbers++ % 10_000;
        return $"01 99 00 {n / 100:00} {n % 100:00}";
    }

    /// <summary>The next person: 61 first names and 97 last names have no common divisor, so that no pair comes twice.</summary>
    public Person Next(string domain) => Named(first[dealt % first.Length], last[dealt++ % last.Length], domain);

    public Person Named(string firstName, string lastName, string domain)
    {
        var person = new Person(firstName, Of(lastName), Source);
        person.ReachBy(Phone(), Mail($"{firstName} {Of(lastName)}", domain));
        return person;
    }

    public static string Mail(string name, string domain) => $"{Folding.Fold(name).Replace(' ', '.')}@{domain}";
}

/// <summary>Domains of no real organisation.</summary>
internal static class DemoMail
{
    public const string Ours = "demo.passerelle";
    public const string Theirs = "exemple.fr";
}
