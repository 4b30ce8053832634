using Intranet.Contacts;
using Intranet.Meetings.Demo;
using Intranet.Meetings.Imports;
using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Meetings;

/// <summary>Meetings with partners, and whether each partner was met.</summary>
public sealed class MeetingsModule : IModule
{
    internal static readonly SubjectKind Meeting = new("meeting", "Rencontre", "Rencontres", "rencontres", "calendar-event", Permission.WriteMeetings);
    internal static readonly SubjectKind Round = new("round", "Tournée", "Tournées", "rencontres/tournees", "route", Permission.WriteMeetings);
    internal static readonly SubjectKind Series = new("series", "Permanence ou réunion régulière", "Permanences et réunions régulières", "rencontres/permanences", "repeat", Permission.WriteMeetings);

    public IReadOnlyList<SubjectKind> Kinds => [Meeting, Round, Series];

    public IReadOnlyList<QuickAction> Actions =>
    [
        new("Nouvelle rencontre", "/rencontres/nouvelle", "calendar-plus", Permission.WriteMeetings),
        new("Planificateur de rencontres", "/rencontres/planificateur", "calendar-time", Permission.Read),
        new("Planifier une rencontre avec «\u202F{0}\u202F»", "/rencontres/nouvelle?partenaire={0}", "calendar-plus", Permission.WriteMeetings, ContactsModule.Partner.Code),
    ];

    public IReadOnlyList<MenuEntry> Menu => [new("Rencontres", "/rencontres", "calendar-event", 40)];

    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IPartnerMeetings, PartnerMeetings>();
        services.AddSingleton<IErasureSource, MeetingsErasure>();
        services.AddScoped<Invitations>();
        services.AddSingleton<IScheduledJob, InvitationJob>();
        services.AddScoped<SeriesNotices>();
        services.AddSingleton<IScheduledJob, SeriesNoticeJob>();
        services.AddSingleton<IReminderSource, VisitsComing>();
        services.AddSingleton<IFigureSource, MeetingFigures>();
        services.AddSingleton<IReminderSource, MinutesMissing>();
        services.AddSingleton<IReminderSource, ActionsDue>();
        services.AddScoped<MinutesPost>();
        services.AddSingleton<ISheetPart, RelationPart>();
        services.AddSingleton<IPartnerBriefing, MeetingBriefing>();
        services.AddSingleton<IReminderSource, FirstContactReminders>();
        services.AddSingleton<IFigureSource, RelationFigures>();
        services.AddSingleton<IImportKind, MeetingImport>();
        services.AddSingleton<IExportKind, MeetingExport>();
        services.AddSingleton<ITextSource, MeetingTexts>();
        services.AddSingleton<IDemoSource, MeetingsDemo>();
    }

    public Task SeedAsync(IntranetDb db, CancellationToken cancellation) => MeetingSeed.SeedAsync(db, cancellation);
}
