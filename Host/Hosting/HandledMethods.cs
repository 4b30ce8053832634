using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Intranet.Host.Hosting;

/// <summary>
/// A method that a page has no handler for answers 405. By itself, Razor Pages would draw the page without having read anything.
/// </summary>
internal sealed class HandledMethods : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        var isStatic = context.ActionDescriptor.HandlerMethods.Count == 0;
        if (context.HandlerMethod is null && !(isStatic && (HttpMethods.IsGet(method) || HttpMethods.IsHead(method))))
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
