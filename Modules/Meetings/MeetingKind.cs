using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>An editable kind of meeting, which says whether it counts for the annual obligation.</summary>
internal sealed class MeetingKind
{
    /// <summary>« Tout va bien » counts under stricter conditions (trade.md, "Meetings").</summary>
    public const string AllWellCode = "all-well";

    /// <summary>A visit of our houses, legs of rounds among them.</summary>
    public const string VisitCode = "visit";

    /// <summary>What an internal meeting is said to be at first: it needs no partner.</summary>
    public const string CheckpointCode = "checkpoint";

    private MeetingKind() { }

    public MeetingKind(string code, string label, int order, bool counts) => (Code, Label, Order, Counts) = (code, label, order, counts);

    /// <summary>A kind added by an administrator; its code follows from its label.</summary>
    public static MeetingKind Named(string label, int order)
    {
        var code = string.Join('-', Folding.Words(label));
        return new MeetingKind(code.Length <= 30 ? code : code[..30], label.Trim(), order, counts: false);
    }

    public int Id { get; private set; }

    /// <summary>Referred to by imports and rules; never changes.</summary>
    public string Code { get; private set; } = "";
    public string Label { get; set; } = "";
    public int Order { get; set; }
    public bool IsActive { get; set; } = true;
    public bool Counts { get; set; }

    /// <summary>Name in the icon sprite, for the planner's chips.</summary>
    public string Icon { get; set; } = "calendar-event";

    /// <summary>Usual duration, in minutes.</summary>
    public int Duration { get; set; } = 120;

    /// <summary>Points that a new agenda starts with, one a line: « Point | minutes ».</summary>
    public string Agenda { get; set; } = "";

    public bool IsAllWell => Code == AllWellCode;
}

/// <summary>Kinds that a new database starts with (issue 4, trade.md).</summary>
internal static class MeetingSeed
{
    public static async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        if (await db.Set<MeetingKind>().AnyAsync(cancellation))
            return;
        db.AddRange(Kinds.Select((k, i) => new MeetingKind(k.Code, k.Label, (i + 1) * 10, k.Counts) { Icon = k.Icon, Duration = k.Duration, Agenda = k.Agenda }));
    }

    private const string Yearly = "Tour de table et changements dans les équipes | 20\nBilan de l’année écoulée | 40\nCe qui coince, ce qui marche | 30\nDécisions et suites | 20";

    private static readonly (string Code, string Label, bool Counts, string Icon, int Duration, string Agenda)[] Kinds =
    [
        ("annual", "Rencontre annuelle", true, "users", 120, Yearly),
        (MeetingKind.VisitCode, "Visite d’établissement", true, "map-pin", 120, "Accueil et présentation de l’équipe | 20\nVisite des lieux | 45\nÉchange sur les orientations | 40"),
        ("steering", "Comité de pilotage", true, "clipboard-list", 120, "Suites de la dernière rencontre | 20\nIndicateurs | 30\nDifficultés | 40\nDécisions | 20"),
        ("operational", "Comité opérationnel", true, "clipboard-check", 90, "Suites de la dernière rencontre | 20\nSituations de travail, sans nom | 40\nOrganisation | 20"),
        ("round", "Tournée de service ou de secteur", true, "route", 60, "Présentation de nos dispositifs | 20\nPlaces et admission | 15\nQuestions | 20"),
        ("immersion", "Immersion", true, "arrows-exchange", 420, ""),
        (MeetingKind.CheckpointCode, "Point de situation", true, "message-circle", 60, ""),
        (MeetingKind.AllWellCode, "Tout va bien", true, "thumb-up", 30, ""),
        ("regional", "Conférence régionale", false, "world", 180, ""),
        ("evaluation", "Conseil d’évaluation", false, "clipboard-text", 120, ""),
        ("cpu", "CPU", false, "building", 120, ""),
        ("cap", "CAP", false, "gavel", 120, ""),
        ("synthesis", "Synthèse", false, "notes", 60, ""),
        ("hearing", "Audience", false, "scale", 60, ""),
        ("admission", "Commission d’admission", false, "user-check", 60, ""),
    ];
}
