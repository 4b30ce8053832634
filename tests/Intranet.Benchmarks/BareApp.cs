using System.Security.Claims;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Intranet.Benchmarks;

/// <summary>What ASP.NET Core costs by itself: Kestrel, routing, a cookie to sign in, one Razor page, the same database.</summary>
internal static class BareApp
{
    public static async Task<WebApplication> StartAsync(AppFolder folder, BusinessDay day)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(BareApp).Assembly.GetName().Name, EnvironmentName = "Testing", ContentRootPath = folder.Root });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(day);
        builder.Services.AddSingleton(Host.Program.Modules);
        builder.Services.AddDbContextPool<SqliteIntranetDb>(o => o.UseSqlite($"Data Source={Path.Combine(folder.Root, "passerelle.db")}").AddInterceptors(new FrenchOrder()));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            foreach (var other in parts.ApplicationParts.Where(p => p.Name != typeof(BareApp).Assembly.GetName().Name).ToList())
                parts.ApplicationParts.Remove(other);
        });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/in", context => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "bare")], CookieAuthenticationDefaults.AuthenticationScheme))));
        await app.StartAsync();
        return app;
    }

    /// <summary>The columns of names ask for it; taught once a connection.</summary>
    private sealed class FrenchOrder : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
    {
        public override System.Data.Common.DbConnection ConnectionCreated(Microsoft.EntityFrameworkCore.Diagnostics.ConnectionCreatedEventData eventData, System.Data.Common.DbConnection result)
        {
            SqlitePragmas.Teach((Microsoft.Data.Sqlite.SqliteConnection)result);
            return result;
        }
    }
}
