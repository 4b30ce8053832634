using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>The form of a person, new or edited.</summary>
internal sealed class PersonInput : IVersionedInput
{
    public int Version { get; set; }

    [Display(Name = "Prénom"), StringLength(200), NoIdentity]
    public string? FirstName { get; set; }

    [Display(Name = "Nom"), Required, StringLength(200), NoIdentity]
    public string LastName { get; set; } = "";

    [Display(Name = "Courriel professionnel"), StringLength(200), EmailAddress]
    public string? Email { get; set; }

    [Display(Name = "Téléphone professionnel"), StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "Source"), StringLength(200), NoIdentity]
    public string? Source { get; set; }

    public static PersonInput Of(Person person) => new()
    {
        Version = person.Version,
        FirstName = person.FirstName,
        LastName = person.LastName,
        Email = person.Email,
        Phone = person.Phone,
        Source = person.Source,
    };

    public void Apply(Person person)
    {
        person.Rename(FirstName ?? "", LastName);
        person.ReachBy(Phone ?? "", Email ?? "");
        person.CameFrom(Source ?? "");
    }
}
