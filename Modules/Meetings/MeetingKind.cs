using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>An editable kind of meeting, which says whether it counts for the annual obligation.</summary>
internal sealed class MeetingKind
{
    /// <summary>« Tout va bien » counts under stricter conditions (trade.md, "Meetings").</summary>
    public const string AllWellCode = "all-well";

    private MeetingKind() { }

    public MeetingKind(string code, string label, int order, bool counts) => (Code, Label, Order, Counts) = (code, label, order, counts);

    public int Id { get; private set; }

    /// <summary>Referred to by imports and rules; never changes.</summary>
    public string Code { get; private set; } = "";
    public string Label { get; set; } = "";
    public int Order { get; set; }
    public bool IsActive { get; set; } = true;
    public bool Counts { get; set; }

    public bool IsAllWell => Code == AllWellCode;
}

/// <summary>Kinds that a new database starts with (issue 4, trade.md).</summary>
internal static class MeetingSeed
{
    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<MeetingKind>().AnyAsync(cancellation))
            return;
        db.AddRange(Kinds.Select((k, i) => new MeetingKind(k.Code, k.Label, (i + 1) * 10, k.Counts)));
    }

    private static readonly (string Code, string Label, bool Counts)[] Kinds =
    [
        ("annual", "Rencontre annuelle", true),
        ("visit", "Visite d’établissement", true),
        ("steering", "Comité de pilotage", true),
        ("operational", "Comité opérationnel", true),
        ("round", "Tournée de service ou de secteur", true),
        ("immersion", "Immersion", true),
        ("checkpoint", "Point de situation", true),
        (MeetingKind.AllWellCode, "Tout va bien", true),
        ("regional", "Conférence régionale", false),
        ("evaluation", "Conseil d’évaluation", false),
        ("cpu", "CPU", false),
        ("cap", "CAP", false),
        ("synthesis", "Synthèse", false),
        ("hearing", "Audience", false),
        ("admission", "Commission d’admission", false),
    ];
}
