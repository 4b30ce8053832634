using System.Security.Claims;
using System.Threading.RateLimiting;
using Intranet.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Intranet.Host.Hosting;

/// <summary>Sign-in, permissions, cookies, keys, rate limit.</summary>
internal static class Security
{
    public const string SignInLimit = "sign-in";

    public static void AddSecurity(this IServiceCollection services, IConfiguration configuration, AppFolder folder)
    {
        services.AddIdentityCore<Account>(o =>
            {
                o.User.AllowedUserNameCharacters += "éèêëàâäîïôöùûüçÉÈÀÇ'";
                o.Password.RequiredLength = 12;
                o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<IntranetDb>()
            .AddErrorDescriber<FrenchIdentityErrors>()
            .AddSignInManager()
            .AddDefaultTokenProviders();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = "passerelle";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.LoginPath = "/connexion";
            o.AccessDeniedPath = "/erreur/403";
            o.ReturnUrlParameter = "retour";
            o.ExpireTimeSpan = TimeSpan.FromHours(2);
            o.SlidingExpiration = true;
            o.Events.OnValidatePrincipal = CurrentUsers.ValidateAsync;
            o.Events.OnRedirectToLogin = context => HtmxRedirect(context, StatusCodes.Status401Unauthorized);
            o.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });

        services.AddAuthorization(o =>
        {
            o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var permission in Enum.GetValues<Permission>())
                o.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
        });
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddHttpContextAccessor();
        services.AddSingleton<CurrentUsers>();
        services.AddSingleton<SharedDesk>();
        services.AddScoped<SingleUseLinks>();
        services.AddScoped<Accounts>();
        services.AddScoped<Erasure>();
        services.AddSingleton<IActor, HttpActor>();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.CurrentUser()
            ?? throw new InvalidOperationException("Nobody is signed in."));

        var keys = services.AddDataProtection().SetApplicationName("Passerelle");
        if (configuration["Database:Provider"] == "SqlServer")
            keys.Services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>, DatabaseKeys>();
        else
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder.Sub("keys")));

        var attempts = configuration.GetValue("Security:SignInAttemptsPerMinute", 20);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter(""));
            // An office reads its calendars from one address: wider than for passwords, too narrow to try secrets of 192 bits.
            o.AddPolicy(RateLimits.Strangers, context =>
                RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = attempts * 10, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    private static Task HtmxRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.IsHtmx())
        {
            context.Response.StatusCode = status;
            context.Response.Headers["HX-Redirect"] = context.RedirectUri;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
        return Task.CompletedTask;
    }
}

internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks the current user's roles, which are at most five seconds old.</summary>
internal sealed class PermissionHandler(IHttpContextAccessor accessor) : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (accessor.HttpContext?.CurrentUser() is { } user && user.May(requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>The account behind the request, or the command being run.</summary>
internal sealed class HttpActor(IHttpContextAccessor accessor) : IActor
{
    /// <summary>Name written in histories when no request is under way.</summary>
    public static string CommandName { get; set; } = "Passerelle";

    public int? AccountId => accessor.HttpContext?.CurrentUser()?.Id;
    public string Name => accessor.HttpContext?.CurrentUser()?.Name ?? CommandName;
}
