using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Intranet.Host.Hosting;

/// <summary>A person who signed in on a shared PC lately.</summary>
internal sealed record DeskPerson(string Name, string UserName);

/// <summary>
/// The last few people who signed in on a shared PC, offered to the next one. Kept in a protected cookie of that PC, and only
/// once somebody ticked « ordinateur partagé » there.
/// </summary>
internal sealed class SharedDesk(IDataProtectionProvider protection)
{
    /// <summary>How long a session lasts without a click.</summary>
    public static readonly TimeSpan Session = TimeSpan.FromMinutes(30);

    private const string Cookie = "poste";
    private const int Most = 5;
    private static readonly TimeSpan Age = TimeSpan.FromDays(90);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Passerelle.SharedDesk").ToTimeLimitedDataProtector();

    /// <summary>Latest first; empty on a PC that isn't shared.</summary>
    public IReadOnlyList<DeskPerson> People(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 } text)
            return [];
        try
        {
            return JsonSerializer.Deserialize<List<DeskPerson>>(protector.Unprotect(text)) ?? [];
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return [];
        }
    }

    public void Remember(HttpContext http, DeskPerson person)
    {
        List<DeskPerson> people = [person, .. People(http.Request).Where(p => p.UserName != person.UserName).Take(Most - 1)];
        http.Response.Cookies.Append(Cookie, protector.Protect(JsonSerializer.Serialize(people), Age), new CookieOptions
        {
            HttpOnly = true,
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = Age,
            IsEssential = true,
        });
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Delete(Cookie);
}
