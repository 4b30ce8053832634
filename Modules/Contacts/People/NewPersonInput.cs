using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>A person added on the way, while a post is given to them.</summary>
internal sealed class NewPersonInput
{
    [Display(Name = "Prénom"), StringLength(200), NoIdentity]
    public string? FirstName { get; set; }

    [Display(Name = "Nom"), StringLength(200), NoIdentity]
    public string? LastName { get; set; }

    [Display(Name = "Courriel professionnel"), StringLength(200), EmailAddress]
    public string? Email { get; set; }

    [Display(Name = "Téléphone professionnel"), StringLength(40)]
    public string? Phone { get; set; }

    [Display(Name = "Source"), StringLength(200), NoIdentity]
    public string? Source { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(FirstName) && string.IsNullOrWhiteSpace(LastName);

    public Person Create()
    {
        var person = new Person(FirstName ?? "", LastName ?? "", Source?.Trim() ?? "");
        person.ReachBy(Phone ?? "", Email ?? "");
        return person;
    }
}
