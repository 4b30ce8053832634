namespace Intranet.Contacts.Demo;

/// <summary>A post as each partner of a kind has it.</summary>
internal sealed record PostTemplate(string Title, PostLevel Level, string Hours = "")
{
    public bool IsLine => Hours.Length > 0;
}

/// <summary>Posts by kind of partner (trade.md): a service line first, then a steady one at management level or above.</summary>
internal static class DemoPartnerPosts
{
    /// <summary>Index of the post whose holder stays.</summary>
    public const int Steady = 2;

    /// <summary>Posts whose holder left a few weeks ago.</summary>
    public static IReadOnlySet<(string Partner, int Index)> Vacant { get; } = new HashSet<(string, int)>
    {
        ("csl-melun", 1), ("tj-versailles", 3), ("cp-nanterre", 1), ("spip-77-meaux", 1), ("ml-trois-canaux", 3), ("pjj-93", 1), ("siao-75", 3), ("usmp-fleury", 1), ("tj-paris", 3),
    };

    private const string OfficeHours = "du lundi au vendredi, de 9 h à 12 h et de 14 h à 17 h";

    public static IReadOnlyList<PostTemplate> Of(string kind) => kind switch
    {
        "spip" =>
        [
            new("Permanence CPIP", PostLevel.Field, OfficeHours),
            new("Direction fonctionnelle du SPIP", PostLevel.Institution),
            new("DPIP, responsable du milieu ouvert", PostLevel.Management),
            new("CPIP, référence placement extérieur", PostLevel.Field),
            new("Secrétariat du SPIP", PostLevel.Field, OfficeHours),
        ],
        "spip-antenna" =>
        [
            new("Permanence CPIP", PostLevel.Field, OfficeHours),
            new("CPIP, référence hébergement", PostLevel.Field),
            new("DPIP, responsable d’antenne", PostLevel.Management),
        ],
        "court" =>
        [
            new("Greffe de l’application des peines", PostLevel.Field, "du lundi au vendredi, de 9 h à 12 h 30"),
            new("Présidence du tribunal judiciaire", PostLevel.Institution),
            new("Vice-présidence chargée de l’application des peines", PostLevel.Management),
            new("Juge de l’application des peines", PostLevel.Institution),
            new("Vice-procureur, exécution des peines", PostLevel.Management),
        ],
        "prison" =>
        [
            new("Greffe pénitentiaire", PostLevel.Field, "du lundi au vendredi, de 8 h 30 à 16 h 30"),
            new("Chef d’établissement", PostLevel.Institution),
            new("Adjoint au chef d’établissement", PostLevel.Management),
            new("Officier, responsable des aménagements de peine", PostLevel.Field),
        ],
        "disp" =>
        [
            new("Secrétariat du département des politiques d’insertion", PostLevel.Field, OfficeHours),
            new("Direction interrégionale", PostLevel.Institution),
            new("Chef du département DPIPPR", PostLevel.Management),
            new("Chargé de mission placement extérieur", PostLevel.Field),
        ],
        "health-unit" =>
        [
            new("Secrétariat médical", PostLevel.Field, "du lundi au vendredi, de 9 h à 16 h"),
            new("Infirmier de liaison", PostLevel.Field),
            new("Cadre de santé", PostLevel.Management),
            new("Médecin responsable", PostLevel.Management),
        ],
        _ =>
        [
            new("Accueil", PostLevel.Field, OfficeHours),
            new("Direction", PostLevel.Institution),
            new("Responsable de secteur", PostLevel.Management),
            new("Chargé de mission", PostLevel.Field),
        ],
    };
}
