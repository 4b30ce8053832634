using Intranet.Contacts;
using Intranet.Conventions.Demo;
using Intranet.Conventions.Imports;
using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Conventions;

/// <summary>Agreements with partners, from draft to end.</summary>
public sealed class ConventionsModule : IModule
{
    internal static readonly SubjectKind Convention = new("convention", "Convention", "Conventions", "conventions", "file-certificate", Permission.WriteConventions, "/documents", Weight: 6);

    public IReadOnlyList<SubjectKind> Kinds => [Convention];

    public IReadOnlyList<ReferenceList> Lists => ConventionLists.All;

    public IReadOnlyList<QuickAction> Actions =>
    [
        new("Nouvelle convention", "/conventions/nouvelle", "file-plus", Permission.WriteConventions),
        new("Nouvelle convention avec «\u202F{0}\u202F»", "/conventions/nouvelle?partenaire={0}", "file-plus", Permission.WriteConventions, ContactsModule.Partner.Code),
    ];

    public IReadOnlyList<MenuEntry> Menu => [new("Conventions", "/conventions", "file-certificate", 20, Figure: "conventions")];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ConventionBoard>();
        services.AddSingleton<IIncidentSheets, IncidentSheets>();
        services.AddSingleton<IFigureSource, ConventionFigures>();
        services.AddSingleton<IReminderSource, ConventionDecisions>();
        services.AddSingleton<IReminderSource, ConventionRequests>();
        services.AddSingleton<IReminderSource, TacitRenewalsComing>();
        services.AddSingleton<IReminderSource, ReviewsMissing>();
        services.AddSingleton<IReminderSource, CommitmentsDue>();
        services.AddSingleton<IReminderSource, SignaturesPending>();
        services.AddSingleton<IReminderSource, UnownedRelations>();
        services.AddSingleton<IHomePart, ConventionsAtRisk>();
        services.AddSingleton<IScheduledJob, TacitRenewals>();
        services.AddSingleton<IHandOverSource, ConventionHandOver>();
        services.AddSingleton<IImportKind, ConventionImport>();
        services.AddSingleton<IExportKind, ConventionExport>();
        services.AddSingleton<IPartnerBriefing, ConventionBriefing>();
        services.AddSingleton<ITextSource, ConventionTexts>();
        services.AddSingleton<IDemoSource, ConventionsDemo>();
    }

    public Task SeedAsync(IntranetDb db, CancellationToken cancellation) => ConventionSeed.SeedAsync(db, cancellation);
}
