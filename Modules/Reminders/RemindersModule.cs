using Intranet.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Reminders;

/// <summary>What is due, for whom, told once: the inbox, the bell, the daily run.</summary>
public sealed class RemindersModule : IModule
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IReminderRun, DailyRun>();
        services.AddScoped<LetterRun>();
        services.AddSingleton<IOfficeMail, LetterMail>();
        services.AddSingleton<IScheduledJob, ReminderJob>();
        services.AddSingleton<IErasureSource, RemindersErasure>();
        services.AddSingleton<IFigureSource, ReminderFigures>();
        services.AddSingleton<IHomePart, ToDoPart>();
        services.AddSingleton<IHomePart, LatePart>();
    }
}
