using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>A service as its sheet shows it, on screen, on paper and in the booklet: functions and service lines, no names.</summary>
internal sealed class ServiceSheet
{
    public required Service Service { get; init; }
    public required IReadOnlyList<AdmissionPart> Admission { get; init; }
    public required string Establishment { get; init; }
    public required string Pole { get; init; }
    public required string Street { get; init; }
    public required string PostalCode { get; init; }
    public required string City { get; init; }
    public required string Department { get; init; }
    public required string Phone { get; init; }
    public required string Email { get; init; }
    public required string OnCallPhone { get; init; }
    public required string? ContactTitle { get; init; }
    public required string? ContactPhone { get; init; }
    public required string? ContactEmail { get; init; }
    public required string? ContactHours { get; init; }

    /// <summary>The reader belongs to the establishment.</summary>
    public required bool IsOwn { get; init; }
    public required bool IsOpen { get; init; }

    /// <summary>The number to call about an admission: the post's, else the establishment's.</summary>
    public string CallPhone => ContactPhone is { Length: > 0 } own ? own : Phone;

    /// <summary>« de 3 à 12 mois », « à partir de 3 mois », « jusqu’à 12 mois »; empty when nothing is said.</summary>
    public string Remaining => RemainingText(Service.ShortestMonths, Service.LongestMonths);

    internal static string RemainingText(int? shortest, int? longest) => (shortest, longest) switch
    {
        (null, null) => "",
        ({ } s, null) => $"à partir de {s} mois",
        (null, { } l) => $"jusqu’à {l} mois",
        ({ } s, { } l) => s == l ? $"{s} mois" : $"de {s} à {l} mois",
    };

    public string Leave => (Service.DayLeave, Service.NightLeave) switch
    {
        (true, true) => "permission de jour ou de nuit possible avant l’admission",
        (true, false) => "permission de jour possible avant l’admission",
        (false, true) => "permission de nuit possible avant l’admission",
        _ => "pas de permission avant l’admission",
    };
}

internal static class ServiceSheets
{
    public static IQueryable<ServiceSheet> Sheets(this IQueryable<Service> services, IntranetDb db, CurrentUser user, DateOnly today)
    {
        var own = db.Subjects.OwnedBy(db, user);
        return services.AsNoTracking().Select(s => new ServiceSheet
        {
            Service = s,
            Admission = s.Admission.OrderBy(p => p.Kind).ToList(),
            Establishment = s.Establishment!.Kind + " " + s.Establishment.Name,
            Pole = s.Establishment.Pole == null ? "" : s.Establishment.Pole.Name,
            Street = s.Establishment.Street,
            PostalCode = s.Establishment.PostalCode,
            City = s.Establishment.City,
            Department = s.Establishment.Department,
            Phone = s.Establishment.Phone,
            Email = s.Establishment.Email,
            OnCallPhone = s.Establishment.OnCallPhone,
            ContactTitle = s.ContactPost == null ? null : s.ContactPost.Title,
            ContactPhone = s.ContactPost == null ? null : s.ContactPost.Phone,
            ContactEmail = s.ContactPost == null ? null : s.ContactPost.Email,
            ContactHours = s.ContactPost == null ? null : s.ContactPost.Hours,
            IsOwn = own.Any(o => o.Id == s.EstablishmentId),
            IsOpen = (s.ClosedOn == null || s.ClosedOn >= today) && (s.Establishment.ClosedOn == null || s.Establishment.ClosedOn >= today),
        });
    }
}
