using Intranet.Experts.Demo;
using Intranet.Experts.Imports;
using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Experts;

/// <summary>Who knows what, where, and the questions that they answer.</summary>
public sealed class ExpertsModule : IModule
{
    internal static readonly SubjectKind Topic = new("topic", "Thème", "Thèmes", "experts/themes", "tags", Permission.Administer);
    internal static readonly SubjectKind Expert = new("expert", "Fiche d’expertise", "Réseau d’experts", "experts", "users-group", Permission.Read, Weight: 3);
    internal static readonly SubjectKind Sponsorship = new("sponsorship", "Parrainage", "Parrainages", "experts/parrainages", "heart-handshake", Permission.WriteContacts);
    internal static readonly SubjectKind Request = new("support-request", "Demande d’appui", "Demandes d’appui", "appuis", "lifebuoy", Permission.Read);
    internal static readonly SubjectKind Answer = new("support-answer", "Réponse du réseau", "Réponses du réseau", "appuis/reponses", "message-check", Permission.Read, History: Permission.WriteContacts);

    public IReadOnlyList<SubjectKind> Kinds => [Topic, Expert, Sponsorship, Request, Answer];

    public IReadOnlyList<QuickAction> Actions =>
    [
        new("Demander un appui", "/appuis/nouveau", "lifebuoy", Permission.Read),
    ];

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Réseau d’experts", "/experts", "users-group", 60, "Ressources"),
        new("Demandes d’appui", "/appuis", "lifebuoy", 61, "Ressources", RequestFigures.Key),
    ];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<NetworkBoard>();
        services.AddSingleton<ISheetPart, PersonExpertPart>();
        services.AddSingleton<ISheetPart, HouseExpertPart>();
        services.AddSingleton<ISheetPart, PartnerExpertPart>();
        services.AddSingleton<ITopicHelp, TopicHelp>();
        services.AddSingleton<IDemoSource, DemoExperts>();
        services.AddSingleton<IDemoSource, ExpertsDemo>();
        services.AddSingleton<IImportKind, ExpertsImport>();
        services.AddSingleton<IExportKind, ExpertsExport>();
        services.AddSingleton<IReminderSource, ExpertiseFading>();
        services.AddSingleton<IReminderSource, SponsorshipEnding>();
        services.AddSingleton<IHandOverSource, ExpertsHandOver>();
        services.AddSingleton<IErasureSource, ExpertsErasure>();
        services.AddSingleton<IMergeSource, ExpertsMerge>();
        AddRequests(services);
    }

    private static void AddRequests(IServiceCollection services)
    {
        services.AddScoped<ExpertLinks>();
        services.AddScoped<RequestPost>();
        services.AddScoped<RequestActs>();
        services.AddScoped<Asking>();
        services.AddSingleton<IFigureSource, RequestFigures>();
        services.AddSingleton<IHomePart, RequestsAtHome>();
        services.AddSingleton<IDemoSource, RequestsDemo>();
        services.AddSingleton<IScheduledJob, RequestDelays>();
        services.AddSingleton<IReminderSource, UnansweredRequests>();
    }

    public Task SeedAsync(IntranetDb db, CancellationToken cancellation) => TopicSeed.SeedAsync(db, cancellation);
}
