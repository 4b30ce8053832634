using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Shared;

/// <summary>
/// Drafts for every page: <c>?brouillon=key</c> shows the form with the values of the draft, as if they had just been refused;
/// a form sent and accepted (a redirection, or its htmx form) deletes its draft.
/// </summary>
public sealed class DraftFilter : IAsyncPageFilter
{
    /// <summary>Hidden field with the key; names that start so are left out of drafts.</summary>
    internal const string Field = "__draft";

    /// <summary>Value of the query that asks for a draft.</summary>
    internal const string Query = "brouillon";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        var request = context.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) && request.Query[Query].ToString() is { Length: > 0 } asked && IsShown(done))
            await FillAsync(context, asked);
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && request.Form[Field].ToString() is { Length: > 0 } sent && IsAccepted(done))
            await DeleteAsync(context.HttpContext, sent);
    }

    private static bool IsShown(PageHandlerExecutedContext done) => done is { Exception: null, Result: null or PageResult };

    private static bool IsAccepted(PageHandlerExecutedContext done) => done.Exception is null
        && (done.Result is RedirectResult or LocalRedirectResult or RedirectToPageResult || done.HttpContext.Response.Headers.ContainsKey("HX-Location"));

    private static async Task FillAsync(PageHandlerExecutingContext context, string key)
    {
        var (db, user) = Services(context.HttpContext);
        var draft = await db.Set<Draft>().AsNoTracking().FirstOrDefaultAsync(d => d.AccountId == user.Id && d.Key == key);
        if (draft is null)
            return;
        // The fields show what ModelState holds before what the model says: a draft is a form sent by nobody.
        foreach (var values in draft.Values)
        {
            context.ModelState.SetModelValue(values.Key, values.Count() == 1 ? values.First() : values.ToArray(), string.Join(',', values));
            context.ModelState.MarkFieldSkipped(values.Key);
        }
    }

    private static async Task DeleteAsync(HttpContext http, string key)
    {
        var (db, user) = Services(http);
        await db.Set<Draft>().Where(d => d.AccountId == user.Id && d.Key == key).ExecuteDeleteAsync();
    }

    private static (IntranetDb Db, CurrentUser User) Services(HttpContext http)
        => (http.RequestServices.GetRequiredService<IntranetDb>(), http.RequestServices.GetRequiredService<CurrentUser>());
}
