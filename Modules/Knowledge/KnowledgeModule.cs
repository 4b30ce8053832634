using Intranet.Knowledge.Content;
using Intranet.Knowledge.Demo;
using Intranet.Knowledge.Imports;
using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Knowledge;

/// <summary>Pages that stay true, and words that explain themselves.</summary>
public sealed class KnowledgeModule : IModule
{
    internal static readonly SubjectKind Section = new("knowledge-section", "Rubrique", "Rubriques", "connaissances/rubriques", "folder", Permission.Administer);
    internal static readonly SubjectKind Page = new("knowledge-page", "Page", "Connaissances", "connaissances", "book-2", Permission.WriteKnowledge, History: Permission.WriteKnowledge, Weight: 8);
    internal static readonly SubjectKind Law = new("law-text", "Texte de référence", "Textes de référence", "connaissances/textes", "gavel", Permission.WriteKnowledge);
    internal static readonly SubjectKind Term = new("glossary-term", "Terme", "Glossaire", "glossaire", "abc", Permission.WriteKnowledge, Weight: 8);

    public IReadOnlyList<SubjectKind> Kinds => [Page, Term, Section, Law];

    public IReadOnlyList<QuickAction> Actions =>
    [
        new("Nouvelle page", "/connaissances/nouveau", "file-plus", Permission.Read),
        new("Définir un terme", "/glossaire/nouveau", "abc", Permission.WriteKnowledge),
    ];

    public IReadOnlyList<MenuEntry> Menu =>
    [
        new("Connaissances", "/connaissances", "book-2", 62, "Ressources", KnowledgeFigures.Key),
        new("Glossaire", "/glossaire", "abc", 64, "Ressources"),
    ];

    public void AddServices(IServiceCollection services)
    {
        AddPages(services);
        AddReview(services);
        AddGlossary(services);
        services.AddSingleton<IDemoSource, KnowledgeDemo>();
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<PageHtml>();
    }

    private static void AddReview(IServiceCollection services)
    {
        services.AddSingleton<ViewCounter>();
        services.AddSingleton<IScheduledJob>(s => s.GetRequiredService<ViewCounter>());
        services.AddHostedService(s => s.GetRequiredService<ViewCounter>());
        services.AddSingleton<IScheduledJob, TieChanges>();
        services.AddScoped<PageNews>();
        services.AddScoped<PageVoices>();
        services.AddSingleton<IFigureSource, KnowledgeFigures>();
        services.AddSingleton<IHomePart, KnowledgeAtHome>();
        services.AddSingleton<IReminderSource, PagesToReview>();
        services.AddSingleton<IReminderSource, FlaggedPages>();
        services.AddSingleton<IHandOverSource, KnowledgeHandOver>();
        services.AddSingleton<IErasureSource, KnowledgeErasure>();
        services.AddSingleton<IMergeSource, KnowledgeMerge>();
        services.AddSingleton<IExportKind, PagesExport>();
    }

    private static void AddGlossary(IServiceCollection services)
    {
        services.AddSingleton<GlossaryWords>();
        services.AddSingleton<ISynonyms>(provider => provider.GetRequiredService<GlossaryWords>());
        services.AddSingleton<IWordMarks>(provider => provider.GetRequiredService<GlossaryWords>());
        services.AddSingleton<IImportKind, GlossaryImport>();
        services.AddSingleton<IExportKind, GlossaryExport>();
        services.AddSingleton<ITextSource, PageTexts>();
        services.AddSingleton<UnknownAcronyms>();
        services.AddSingleton<IScheduledJob, UnknownAcronymsJob>();
    }

    public Task SeedAsync(IntranetDb db, CancellationToken cancellation) => ContentSeed.SeedAsync(db, cancellation);
}
