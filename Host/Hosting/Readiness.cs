namespace Intranet.Host.Hosting;

/// <summary>
/// The server listens while its database is being prepared: a first visitor sees the sign-in page at once, other requests wait for
/// the end of the preparation, and <c>/healthz</c> says 503 until then.
/// </summary>
internal sealed class Readiness(IConfiguration configuration)
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Reached() => ready.TrySetResult();

    public Task WaitAsync(CancellationToken cancellation) => ready.Task.WaitAsync(cancellation);

    public async Task Hold(HttpContext context, RequestDelegate next)
    {
        if (!ready.Task.IsCompleted && !NeedsNothing(context.Request))
        {
            if (context.Request.Path == "/healthz")
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = "1";
                return;
            }
            await WaitAsync(context.RequestAborted);
        }
        await next(context);
    }

    /// <summary>The sign-in page of somebody who was never here reads nothing from an SQLite database; a server's also holds the keys that sign forms.</summary>
    private bool NeedsNothing(HttpRequest request)
        => configuration["Database:Provider"] != "SqlServer" && HttpMethods.IsGet(request.Method) && request.Path == "/connexion" && request.Cookies.Count == 0;
}
