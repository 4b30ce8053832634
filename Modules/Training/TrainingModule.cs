using Intranet.Shared;
using Intranet.Training.Demo;
using Intranet.Training.Imports;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Training;

/// <summary>What the people present today know, and what leaves with them.</summary>
public sealed class TrainingModule : IModule
{
    internal static readonly SubjectKind Course = new("course", "Formation", "Formations", "formations", "school", Permission.ManageTraining, History: Permission.ManageTraining, Weight: 5);
    internal static readonly SubjectKind Session = new("session", "Session de formation", "Sessions de formation", "formations/sessions", "calendar-event", Permission.ManageTraining, History: Permission.ManageTraining);
    internal static readonly SubjectKind Record = new("training-record", "Attestation de formation", "Attestations de formation", "formations/attestations", "certificate", Permission.Read);
    internal static readonly SubjectKind Requirement = new("requirement", "Exigence de formation", "Exigences de formation", "formations/exigences", "list-check", Permission.ManageTraining);
    internal static readonly SubjectKind Immersion = new("immersion", "Immersion", "Immersions", "formations/immersions", "arrows-exchange", Permission.WriteMeetings);
    internal static readonly SubjectKind Sharing = new("sharing", "Temps de partage", "Temps de partage", "formations/temps-de-partage", "messages", Permission.WriteMeetings);

    public IReadOnlyList<SubjectKind> Kinds => [Course, Session, Record, Requirement, Immersion, Sharing];

    public IReadOnlyList<ReferenceList> Lists => [TrainingLists.Topics];

    public IReadOnlyList<QuickAction> Actions =>
    [
        new("Nouvelle session de formation", "/formations/sessions/nouvelle", "calendar-plus", Permission.ManageTraining),
    ];

    public IReadOnlyList<MenuEntry> Menu => [new("Formations", "/formations", "school", 64, "Ressources")];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ITrainedPeople, TrainedPeople>();
        services.AddScoped<SessionPost>();
        services.AddScoped<Enrolling>();
        services.AddSingleton<ICalendarSource, SessionsInCalendar>();
        services.AddSingleton<TrainingBoard>();
        services.AddSingleton<IHomePart, CoverageAtHome>();
        services.AddSingleton<IDemoSource, TrainingDemo>();
        services.AddSingleton<IImportKind, TrainingImport>();
        services.AddSingleton<IExportKind, TrainingExport>();
        services.AddSingleton<IReminderSource, TrainingExpiring>();
        services.AddSingleton<IReminderSource, RequirementUnmet>();
        services.AddSingleton<IReminderSource, SessionComing>();
        services.AddSingleton<IReminderSource, SessionBelowMinimum>();
        services.AddSingleton<IReminderSource, ProofsToVerify>();
        services.AddSingleton<IReminderSource, HandOnsDue>();
        services.AddSingleton<IReminderSource, ImmersionReturns>();
        services.AddSingleton<IHandOverSource, TrainingHandOver>();
        services.AddScoped<IErasureSource, TrainingErasure>();
        services.AddSingleton<IPartnerBriefing, TrainingBriefing>();
        services.AddSingleton<ISheetPart, KnowledgePart>();
        services.AddSingleton<ISheetPart, PersonPart>();
    }

    public Task SeedAsync(IntranetDb db, CancellationToken cancellation) => TrainingLists.SeedAsync(db, cancellation);
}
