using Intranet.Shared;

namespace Intranet.Host.Pages;

/// <summary>What the layout shows beside the modules' own entries.</summary>
internal static class Navigation
{
    /// <summary>Shown under the product's name.</summary>
    public const string Association = Organisation.Name;

    /// <summary>The host's own lines of the side bar.</summary>
    public static IReadOnlyList<MenuEntry> Entries { get; } =
    [
        new("Tableau de bord", "/", "layout-dashboard", 10),
        new("Imports", "/imports", "table-import", 90, "Gestion", Permission: Permission.Import),
        new("Administration", "/administration", "settings", 95, "Gestion", Permission: Permission.Administer),
    ];

    /// <summary>The phone's bar: four entries, and the menu.</summary>
    public static IReadOnlyList<MenuEntry> Quick { get; } =
    [
        new("Accueil", "/", "layout-dashboard", 1),
        new("Conventions", "/conventions", "file-certificate", 2),
        new("Rencontres", "/rencontres", "calendar-event", 3),
        new("Partenaires", "/partenaires", "building-bank", 4),
    ];
}
