using System.Reflection;
using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Tests.Walk;

/// <summary>A page or other endpoint as the running application knows it.</summary>
/// <param name="Key">See <see cref="Door.Key"/>.</param>
/// <param name="Handlers">Names of its forms' handlers ("" for the plain one).</param>
/// <param name="Permission">Stated by the page; for the message that proposes a line of <see cref="Doors"/>.</param>
internal sealed record Route(string Key, bool Reads, IReadOnlyList<string> Handlers, string Permission)
{
    public bool Writes => Handlers.Count > 0;

    /// <summary>The line that <see cref="Doors"/> lacks, to be checked by whoever pastes it.</summary>
    public string Proposal => $"new(\"{Key}\", {(Reads ? Permission : "Nobody")}{(Writes ? $", {Permission}" : "")}),";
}

internal static class RoutingTable
{
    public static async Task<IReadOnlyList<Route>> ReadAsync(IServiceProvider services)
    {
        var routes = new List<Route>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
            routes.Add(await RouteOf(endpoint, services.GetRequiredService<PageLoader>()));
        return [.. routes.GroupBy(r => r.Key).Select(g => g.First())];
    }

    private static async Task<Route> RouteOf(RouteEndpoint endpoint, PageLoader pages)
    {
        var key = KeyOf(endpoint.RoutePattern);
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var compiled = await pages.LoadAsync(page, endpoint.Metadata);
            var posts = compiled.HandlerMethods.Where(h => HttpMethods.IsPost(h.HttpMethod)).Select(h => h.Name ?? "").ToList();
            return new Route(key, compiled.HandlerMethods.Count == posts.Count && posts.Count > 0 ? false : true, posts, Permission(compiled.ModelTypeInfo!));
        }
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get];
        return new Route(key, methods.Any(HttpMethods.IsGet), methods.Any(HttpMethods.IsPost) ? [""] : [], endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? "Everyone" : "Anybody");
    }

    private static string Permission(MemberInfo model) => model.GetCustomAttribute<AllowAttribute>()?.Permission switch
    {
        null => "Anybody",
        Intranet.Shared.Permission.Read => "Everyone",
        Intranet.Shared.Permission.DecideConventions or Intranet.Shared.Permission.ManageTraining => "Direction",
        Intranet.Shared.Permission.Import => "Importers",
        Intranet.Shared.Permission.Administer => "Administration",
        _ => "Writers",
    };

    private static string KeyOf(RoutePattern pattern)
    {
        var segments = pattern.PathSegments
            .Where(s => s.Parts is not [RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { Default: not null }])
            .Select(s => string.Concat(s.Parts.Select(p => p is RoutePatternLiteralPart literal ? literal.Content : p is RoutePatternSeparatorPart separator ? separator.Content : "{}")));
        return "/" + string.Join('/', segments).ToLowerInvariant();
    }
}
