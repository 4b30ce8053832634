using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>What an establishment offers, for the modules that present it to a visitor.</summary>
public sealed class OfferedService
{
    public int Id { get; set; }
    public int EstablishmentId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Codes between bars (<see cref="CodeList"/>).</summary>
    public string Publics { get; set; } = "";

    /// <summary>Codes between bars.</summary>
    public string Measures { get; set; } = "";
    public int Places { get; set; }
    public int? FreePlaces { get; set; }
    public DateOnly? FreePlacesOn { get; set; }

    /// <summary>The number of free places is too old to be relied upon, or unknown.</summary>
    public bool IsStale(DateOnly today) => FreePlaces is null || Service.IsStale(FreePlacesOn, today);
}

public static class OfferedServices
{
    /// <summary>Services open that day, in establishments open that day.</summary>
    public static IQueryable<OfferedService> On(IntranetDb db, DateOnly day) => db.Set<Service>().OpenOn(day).OrderBy(s => s.Name).ThenBy(s => s.Id).Select(s => new OfferedService
    {
        Id = s.Id,
        EstablishmentId = s.EstablishmentId,
        Name = s.Name,
        Publics = s.Publics,
        Measures = s.Measures,
        Places = s.Places,
        FreePlaces = s.FreePlaces,
        FreePlacesOn = s.FreePlacesOn,
    });
}
