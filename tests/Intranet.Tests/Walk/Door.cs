using System.Text.RegularExpressions;

namespace Intranet.Tests.Walk;

/// <summary>Who may come in (rules.md, "Who may what"); said here a second time, on purpose, from the rules and not from the code.</summary>
[Flags]
internal enum Who
{
    Nobody = 0,
    Strangers = 1,
    Staff = 2,
    Coordination = 4,
    Direction = 8,
    Administration = 16,

    /// <summary>Everyone signed in.</summary>
    Everyone = Staff | Coordination | Direction | Administration,
    Anybody = Strangers | Everyone,
    Writers = Coordination | Direction,
    Importers = Writers | Administration,
}

/// <summary>One address of the product.</summary>
/// <param name="Address">
/// The routing table's pattern, with the name of a record (see <see cref="Records"/>) a plain number or a text after "=" in each
/// pair of braces; a query may follow.
/// </param>
/// <param name="Read">Who may open it.</param>
/// <param name="Write">Who may send its forms; nobody when it has none.</param>
internal sealed partial record Door(string Address, Who Read, Who Write = Who.Nobody)
{
    /// <summary>Status for a reader: 200, unless the page only sends elsewhere.</summary>
    public int Answers { get; init; } = 200;

    /// <summary>Status for who may not: 403, or 404 where even knowing that it exists is too much.</summary>
    public int Refuses { get; init; } = 403;

    /// <summary>Status of a form sent empty, when it is a refusal: 404 where its fields name a record, 400 for a script's request.</summary>
    public int Empty { get; init; }

    /// <summary>Handlers of its forms that others than <see cref="Write"/> may send to.</summary>
    public Dictionary<string, Who> Handlers { get; } = [];

    /// <summary>SQL commands that it may run, those of the layout apart (they are cached five seconds).</summary>
    public int Budget { get; init; } = 3;

    public Who WriteTo(string handler) => Handlers.GetValueOrDefault(handler, Write);

    /// <summary>What the address and the routing table's pattern have in common.</summary>
    public string Key => KeyOf(Address.Split('?')[0]);

    /// <summary>Drawn for people, not a file or a word for machines.</summary>
    public bool IsPage => Address != "/healthz" && !Address.Split('?')[0].Split('/')[^1].Contains('.');

    /// <summary>Names of the records in the address.</summary>
    public IEnumerable<string> Names => Braces().Matches(Address).Select(m => m.Groups[1].Value).Where(n => !n.StartsWith('='));

    /// <summary>It is the address of a record; one named in the query only fills a form.</summary>
    public bool HasRecord => Names.Any(n => !int.TryParse(n, out _) && Address.Split('?')[0].Contains($"{{{n}}}", StringComparison.Ordinal));

    /// <summary>A record in the address is seen only by those whose scope holds it.</summary>
    public bool IsScoped => Names.Any(Records.Scoped.Contains);

    /// <summary>The address of these records.</summary>
    public string Of(IReadOnlyDictionary<string, int> records)
        => Braces().Replace(Address, m => m.Groups[1].Value is ['=', .. var text] ? text : int.TryParse(m.Groups[1].Value, out _) ? m.Groups[1].Value : records[m.Groups[1].Value].ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static string KeyOf(string pattern) => Braces().Replace(pattern, "{}");

    public override string ToString() => Address;

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Braces();
}
