using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Intranet.Shared;

/// <summary>
/// Answers 413 to a file that is too big, before anything reads it. The body is let through into nothing, up to 300 MB, since a browser
/// whose upload is cut off shows a network error instead of the sentence.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long Drained = 300L << 20;

    public int Order => -10_000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        // A megabyte for the form around the file.
        var limit = TableLimits.Default.FileBytes + (1 << 20);
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength is not { } length || length <= limit)
            return;
        if (length <= Drained && context.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Drained;
            var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
            while (await request.Body.ReadAsync(buffer, context.HttpContext.RequestAborted) > 0)
            {
            }
            ArrayPool<byte>.Shared.Return(buffer);
        }
        // Nothing is left to read for whoever writes the answer.
        (request.Body, request.ContentLength, request.ContentType) = (Stream.Null, 0, null);
        context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
