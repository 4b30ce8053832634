using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Intranet.Shared;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;

namespace Intranet.Host.Hosting;

/// <summary>Puts the application together: services, then the order in which a request passes through them.</summary>
internal static class AppHost
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(AppHost).Assembly.GetName().Name,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>()).AddCommandLine(settings);
        var configuration = builder.Configuration;
        if (configuration["urls"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        var folder = AppFolder.Under(builder.Environment.ContentRootPath, configuration["App:Folder"]);
        var services = builder.Services;

        builder.AddLogs(folder);
        services.AddSingleton(folder);
        services.AddSingleton(Program.Modules);
        services.AddSingleton<IEnumerable<IModule>>(Program.Modules);
        services.AddSingleton<SubjectKinds>();
        services.AddSingleton<Choices>();
        services.AddSingleton<CompiledQueries>();
        services.AddSingleton<KnownWords>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new BusinessDay(provider.GetRequiredService<TimeProvider>(), SetDay(configuration, builder.Environment)));
        services.AddSingleton(_ => new ServerLock(configuration, folder));
        services.AddSingleton<Readiness>();
        services.AddDatabase(configuration, folder);
        services.AddScoped<SheetParts>();
        services.AddScoped<Importer>();
        services.AddScoped<ImportUndo>();
        services.AddSingleton<IScheduledJob, ImportFilesJob>();
        services.AddSingleton<IScheduledJob, LearningJob>();
        services.AddSecurity(configuration, folder);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddMail(configuration, folder);
        services.AddFiles(configuration, folder);
        services.AddFrenchPages();
        services.AddResponses(configuration);
        services.AddScheduling(configuration);
        services.AddHealthChecks().AddDbContextCheck<IntranetDb>();
        foreach (var module in Program.Modules)
            module.AddServices(services);

        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void Use(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseServerTiming();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/erreur/500", StatusCodeSelector = Responses.StatusOf });
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseResponseCompression();
        app.UseSafeHeaders();
        app.UseFingerprintedFiles();
        app.Use(app.Services.GetRequiredService<Readiness>().Hold);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapRazorPages();
        app.MapHealthChecks("/healthz").AllowAnonymous();
    }

    /// <summary>The day set by hand; in production only dry runs may set it (rules.md, "The day").</summary>
    private static DateOnly? SetDay(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Clock:Today"] is not { Length: > 0 } text)
            return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            throw new InvalidOperationException($"Clock:Today is '{text}'; write it yyyy-MM-dd.");
        if (!environment.IsDevelopment() && !configuration.GetValue<bool>("Clock:DryRun"))
            throw new InvalidOperationException("Clock:Today is accepted only in Development, or with --dry-run.");
        return day;
    }
}
