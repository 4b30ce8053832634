using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Contacts;

/// <summary>Partners, posts and their holders, our establishments, services and staff.</summary>
public sealed class ContactsModule : IModule
{
    public static readonly SubjectKind Partner = new("partner", "Partenaire", "Partenaires", "partenaires", "building-bank");
    public static readonly SubjectKind Person = new("person", "Personne", "Personnes", "personnes", "user");
    public static readonly SubjectKind Post = new("post", "Poste", "Postes", "postes", "id-badge");
    public static readonly SubjectKind Pole = new("pole", "Pôle", "Pôles", "poles", "hierarchy");
    public static readonly SubjectKind Establishment = new("establishment", "Établissement", "Établissements", "etablissements", "building-community");
    public static readonly SubjectKind Service = new("service", "Dispositif", "Dispositifs", "dispositifs", "home-2");

    public IReadOnlyList<SubjectKind> Kinds => [Partner, Person, Post, Pole, Establishment, Service];

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Partenaires", "/partenaires", "building-bank", 30, Figure: "partners"),
        new("Établissements", "/etablissements", "building-community", 60, "Ressources"),
        new("Personnes", "/personnes", "users", 65, "Ressources"),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IFigureSource, ContactsFigures>();
    }

    public Task SeedAsync(IntranetDb db, CancellationToken cancellation) => ContactsSeed.SeedAsync(db, cancellation);
}
