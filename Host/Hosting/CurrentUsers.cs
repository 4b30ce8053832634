using System.Linq.Expressions;
using System.Security.Claims;
using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Intranet.Host.Hosting;

/// <summary>
/// The layout's own facts about a person (enabled, roles, scope, counts, bell): one command, kept five seconds a person.
/// A disabled account or a changed role is felt within that time.
/// </summary>
internal sealed class CurrentUsers(IServiceScopeFactory scopes, IEnumerable<IFigureSource> figures, BusinessDay day, SqlMeter meter)
{
    private const int WhysShown = 3;
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(5);
    private readonly MemoryCache cache = new(new MemoryCacheOptions());

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var users = context.HttpContext.RequestServices.GetRequiredService<CurrentUsers>();
        var facts = int.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await users.FindAsync(id) : null;
        var stamp = context.Principal?.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType);
        if (facts is null || facts.Stamp != stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        context.HttpContext.Items[typeof(CurrentUser)] = facts.User;
        // Who changes something sees the counts follow.
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.OnStarting(() =>
            {
                users.Forget(id);
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>Forgets what is known, after a change that the person must see at once.</summary>
    public void Forget(int accountId) => cache.Remove(accountId);

    private async ValueTask<Known?> FindAsync(int id)
    {
        if (cache.TryGetValue(id, out Known? known))
            return known;
        using var scope = scopes.CreateScope();
        meter.Ignore();
        known = await ReadAsync(scope.ServiceProvider.GetRequiredService<IntranetDb>(), id);
        return cache.Set(id, known, Age);
    }

    private async Task<Known?> ReadAsync(IntranetDb db, int id)
    {
        // The figures are asked for as somebody with this id and a scope made in SQL: the scope itself is part of the same command.
        var asked = new CurrentUser { Id = id, Name = "", Function = "", Roles = Roles.Staff, SeesAll = false };
        var sources = figures.SelectMany(f => f.Figures(db, asked, day.Today)).ToList();
        var explained = sources.Where(f => f.Why is not null).ToList();
        var row = await db.Users.AsNoTracking()
            .Where(a => a.Id == id && a.DisabledAt == null)
            .Select(Projection(db, day.Today, sources, explained))
            .FirstOrDefaultAsync();
        if (row is null)
            return null;
        List<CountedFigure> counted = [.. sources.Select((f, i) => new CountedFigure(f.Key, f.Label, f.Address, row.Counts[i], WhysOf(f)))];
        IReadOnlyList<string> WhysOf(Figure figure) => figure.Why is null ? [] : [.. row.Whys.Skip(WhysShown * explained.IndexOf(figure)).Take(WhysShown).OfType<string>()];
        return new Known(row.Stamp, new CurrentUser
        {
            Id = id,
            Name = row.Name,
            Function = row.Function,
            Roles = row.Roles,
            SeesAll = row.SeesAll,
            PersonId = row.PersonId,
            Leads = row.Leads,
            KeysOff = row.KeysOff,
            Figures = counted.ToDictionary(f => f.Key, f => f.Count),
            CountedFigures = counted,
        });
    }

    private static Expression<Func<Account, Row>> Projection(IntranetDb db, DateOnly today, List<Figure> sources, List<Figure> explained)
    {
        Expression<Func<Account, int[], string?[], Row>> select = (a, counts, whys) => new Row
        {
            Stamp = a.SecurityStamp!,
            Name = a.DisplayName,
            Function = a.Function,
            Roles = a.Roles,
            SeesAll = a.SeesAll,
            PersonId = a.PersonId,
            Leads = a.PersonId != null && db.Set<Post>().Any(p => p.EstablishmentId != null && p.Level == PostLevel.Management && !p.IsServiceLine && (p.ClosedOn == null || p.ClosedOn >= today)
                && p.Holdings.Any(h => h.PersonId == a.PersonId && h.From <= today && (h.To == null || h.To >= today))),
            KeysOff = a.KeysOff,
            Counts = counts,
            Whys = whys,
        };
        var counts = Expression.NewArrayInit(typeof(int), sources.Select(s => Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(int)], s.Ids.Expression)));
        var whys = Expression.NewArrayInit(typeof(string), explained.SelectMany(s => Enumerable.Range(0, WhysShown), (s, i) => Expression.Call(typeof(Queryable), nameof(Queryable.FirstOrDefault), [typeof(string)], s.Why!.Skip(i).Expression)));
        var body = new Replace(select.Parameters[2], whys).Visit(new Replace(select.Parameters[1], counts).Visit(select.Body))!;
        return Expression.Lambda<Func<Account, Row>>(body, select.Parameters[0]);
    }

    private sealed class Replace(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }

    private sealed record Known(string Stamp, CurrentUser User);

    private sealed class Row
    {
        public required string Stamp { get; init; }
        public required string Name { get; init; }
        public required string Function { get; init; }
        public required Roles Roles { get; init; }
        public required bool SeesAll { get; init; }
        public required int? PersonId { get; init; }
        public required bool Leads { get; init; }
        public required bool KeysOff { get; init; }
        public required int[] Counts { get; init; }
        public required string?[] Whys { get; init; }
    }
}

internal static class CurrentUserExtensions
{
    /// <summary>Who is signed in, or null.</summary>
    public static CurrentUser? CurrentUser(this HttpContext context) => context.Items[typeof(CurrentUser)] as CurrentUser;
}
