using Intranet.Shared;
using Quartz;

namespace Intranet.Host.Hosting;

/// <summary>
/// The only place that names the scheduler. With SQLite it keeps nothing: what is due is in our tables, and each job catches up at
/// start. With SQL Server the nodes share its store, so that one of them runs each job.
/// </summary>
internal static class Scheduling
{
    private const string CodeKey = "code";

    public static void AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobRunner>();
        if (!configuration.GetValue("Jobs:Enabled", true))
        {
            services.AddSingleton<IJobClock, NoClock>();
            return;
        }
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = "Passerelle";
                o.GenerateInstanceId = true;
                o.DefaultTimeZone = Paris.TimeZone;
            });
            if (configuration["Database:Provider"] == "SqlServer")
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UseSqlServer(configuration["Database:ConnectionString"]!);
                    store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
                    store.UseClustering();
                    store.ProvisionSchema();
                });
            }
        });
        services.AddSingleton<IJobClock, QuartzClock>();
        services.AddHostedService<JobPlanner>();
    }

    private sealed class QuartzClock(ISchedulerFactory factory, TimeProvider clock) : IJobClock
    {
        public async Task<DateTime?> NextAsync(string code, CancellationToken cancellation)
            => await (await factory.GetScheduler(cancellation)).GetTrigger(new TriggerKey(code), cancellation) is { } times ? times.GetFireTimeAfter(clock.GetUtcNow())?.UtcDateTime : null;

        public async Task RunNowAsync(string code, CancellationToken cancellation)
            => await (await factory.GetScheduler(cancellation)).TriggerJob(new JobKey(code), cancellation);
    }

    /// <summary>Gives each job its times once the database is ready, and lets running jobs end when the application stops.</summary>
    private sealed class JobPlanner(ISchedulerFactory factory, IEnumerable<IScheduledJob> jobs, Readiness readiness) : BackgroundService
    {
        private IScheduler? scheduler;

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await readiness.WaitAsync(stoppingToken);
            scheduler = await factory.GetScheduler(stoppingToken);
            foreach (var job in jobs)
            {
                var detail = JobBuilder.Create<Run>().WithIdentity(job.Code).UsingJobData(CodeKey, job.Code).StoreDurably().Build();
                await scheduler.AddJob(detail, AddJobOptions.Replacing, stoppingToken);
                var times = TriggerBuilder.Create().ForJob(detail).WithIdentity(job.Code)
                    .WithSchedule(CronScheduleBuilder.Create(job.Cron).InTimeZone(Paris.TimeZone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                    .Build();
                await scheduler.ScheduleTrigger(times, TriggerConflict.Replace, stoppingToken);
                if (job.AtStart)
                    await scheduler.TriggerJob(detail.Key, stoppingToken);
            }
            await scheduler.Start(stoppingToken);
        }

        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await base.StopAsync(cancellationToken);
            if (scheduler is not null)
                await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    /// <summary>Runs one of our jobs; the same job never runs twice at once.</summary>
    [DisallowConcurrentExecution]
    private sealed class Run(JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
            => await runner.RunAsync(context.MergedJobDataMap.GetString(CodeKey), cancellationToken);
    }
}
