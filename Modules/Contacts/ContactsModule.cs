using Intranet.Contacts.Demo;
using Intranet.Contacts.Imports;
using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Contacts;

/// <summary>Partners, posts and their holders, our establishments, services and staff.</summary>
public sealed class ContactsModule : IModule
{
    public static readonly SubjectKind Partner = new("partner", "Partenaire", "Partenaires", "partenaires", "building-bank", Weight: 10);
    public static readonly SubjectKind Person = new("person", "Personne", "Personnes", "personnes", "user", Weight: 6);
    public static readonly SubjectKind Post = new("post", "Poste", "Postes", "postes", "id-badge", Weight: 3);
    public static readonly SubjectKind Pole = new("pole", "Pôle", "Pôles", "poles", "hierarchy");
    public static readonly SubjectKind Establishment = new("establishment", "Établissement", "Établissements", "etablissements", "building-community", Weight: 10);
    public static readonly SubjectKind Service = new("service", "Dispositif", "Dispositifs", "dispositifs", "home-2");
    public static readonly SubjectKind Authorisation = new("authorisation", "Autorisation", "Autorisations", "autorisations", "certificate");
    public static readonly SubjectKind Delegation = new("delegation", "Délégation de signature", "Délégations de signature", "delegations", "signature");
    public static readonly SubjectKind PrisonAccess = new("prison-access", "Autorisation d’accès", "Autorisations d’accès", "acces", "key");
    public static readonly SubjectKind Articulation = new("articulation", "Articulation", "Articulation", "articulation", "grid-dots");

    public IReadOnlyList<SubjectKind> Kinds => [Partner, Person, Post, Pole, Establishment, Service, Authorisation, Delegation, PrisonAccess, Articulation];

    public IReadOnlyList<ReferenceList> Lists => ContactsLists.All;

    public IReadOnlyList<QuickAction> Actions =>
    [
        new("Nouveau partenaire", "/partenaires/nouveau", "building-bank", Permission.WriteContacts),
        new("Nouvelle personne", "/personnes/nouvelle", "user-plus", Permission.WriteContacts),
    ];

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Partenaires", "/partenaires", "building-bank", 30, Figure: "partners"),
        new("Articulation", "/articulation", "grid-dots", 50),
        new("Établissements", "/etablissements", "building-community", 60, "Ressources"),
        new("Dispositifs", "/dispositifs", "home-2", 61, "Ressources"),
        new("Personnel", "/personnel", "id-badge-2", 66, "Ressources"),
        new("Autorisations", "/autorisations", "certificate", 67, "Ressources"),
        new("Personnes", "/personnes", "users", 65, "Ressources"),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PartnerObligations>();
        services.AddSingleton<IFigureSource, ContactsFigures>();
        services.AddSingleton<IReminderSource, VacantPosts>();
        services.AddSingleton<IReminderSource, ContactsToVerify>();
        services.AddSingleton<IReminderSource, ContractsEnding>();
        services.AddSingleton<IImportKind, SpipImport>();
        services.AddSingleton<IImportKind, CourtImport>();
        services.AddSingleton<IImportKind, AppealCourtImport>();
        services.AddSingleton<IImportKind, PrisonImport>();
        services.AddSingleton<IImportKind, EstablishmentImport>();
        services.AddSingleton<IImportKind, StaffImport>();
        services.AddSingleton<IImportKind, ContactImport>();
        services.AddSingleton<IExportKind, PartnerExport>();
        services.AddSingleton<IExportKind, EstablishmentExport>();
        services.AddSingleton<IExportKind, StaffExport>();
        services.AddSingleton<IExportKind, ContactExport>();
        services.AddSingleton<IReminderSource, AuthorisationRenewals>();
        services.AddSingleton<IHandOverSource, PeopleHandOver>();
        services.AddSingleton<IHandOverSource, RegistersHandOver>();
        services.AddSingleton<IReminderSource, PartnerReminders>();
        services.AddSingleton<IPartnerBriefing, PartnerBriefing>();
        services.AddSingleton<IDemoSource, ContactsDemo>();
    }

    public async Task SeedAsync(IntranetDb db, CancellationToken cancellation)
    {
        await ContactsSeed.SeedAsync(db, cancellation);
        await ContactsLists.SeedAsync(db, cancellation);
    }
}
