using Microsoft.AspNetCore.StaticFiles;

namespace Intranet.Host.Hosting;

/// <summary>Files of wwwroot: compressed at build, fingerprinted by <c>asp-append-version</c>, cached for a year.</summary>
internal static class StaticFiles
{
    private static readonly (string Encoding, string Suffix)[] Compressed = [("br", ".br"), ("gzip", ".gz")];

    public static void UseFingerprintedFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        var types = new FileExtensionContentTypeProvider();
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            if (HttpMethods.IsGet(context.Request.Method) && path.LastIndexOf('.') > 0)
            {
                var accepted = context.Request.Headers.AcceptEncoding.ToString();
                foreach (var (encoding, suffix) in Compressed)
                {
                    if (!accepted.Contains(encoding, StringComparison.Ordinal) || !files.GetFileInfo(path + suffix).Exists)
                        continue;
                    context.Request.Path = path + suffix;
                    context.Response.Headers.ContentEncoding = encoding;
                    break;
                }
            }
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            ServeUnknownFileTypes = true,
            OnPrepareResponse = context =>
            {
                var response = context.Context.Response;
                var name = context.File.Name;
                if (response.Headers.ContentEncoding.Count > 0 && types.TryGetContentType(Path.GetFileNameWithoutExtension(name), out var type))
                    response.ContentType = type;
                response.Headers.Remove("Pragma");
                response.Headers.Vary = "Accept-Encoding";
                response.Headers.CacheControl = context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=600";
            },
        });
    }
}
