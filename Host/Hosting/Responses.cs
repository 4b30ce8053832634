using System.IO.Compression;
using System.Net;
using Intranet.Shared;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Intranet.Host.Hosting;

/// <summary>What every answer carries: compression, safe headers, timings, cache of fingerprinted files.</summary>
internal static class Responses
{
    private const string ContentPolicy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'; object-src 'none'";

    public static void AddResponses(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<ForwardedHeadersOptions>(o =>
        {
            o.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in (configuration["Proxy:Known"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                o.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
    }

    public static void UseSafeHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.Pragma = "no-cache";
        headers.Vary = "HX-Request";
        headers.CacheControl = "no-cache, no-store";
        return next(context);
    });

    /// <summary>Tells the time spent and the SQL commands of a page, to administrators, in Development, or to all with <c>Profiling:Everyone</c>.</summary>
    public static void UseServerTiming(this WebApplication app)
    {
        var meter = app.Services.GetRequiredService<SqlMeter>();
        var everyone = app.Environment.IsDevelopment() || app.Configuration.GetValue<bool>("Profiling:Everyone");
        app.Use((context, next) =>
        {
            var start = TimeProvider.System.GetTimestamp();
            var reading = meter.Start();
            context.Response.OnStarting(() =>
            {
                if (everyone || context.CurrentUser()?.May(Permission.Administer) == true)
                {
                    var total = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
                    context.Response.Headers["Server-Timing"] = FormattableString.Invariant($"total;dur={total:F1}, sql;dur={reading.Duration.TotalMilliseconds:F1};desc=\"{reading.Commands} commands\"");
                }
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        IdentityRefusedException or BrokenRuleException => StatusCodes.Status422UnprocessableEntity,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        // Two people who add the same row at the same instant: the unique index keeps the first.
        DbUpdateException { InnerException: SqliteException { SqliteExtendedErrorCode: 2067 } or SqlException { Number: 2601 or 2627 } } => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status500InternalServerError,
    };
}
