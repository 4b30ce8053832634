using System.Linq.Expressions;
using System.Reflection;

namespace Intranet.Shared;

/// <summary>Search terms as a condition of a query, for providers without a text index.</summary>
public static class SearchTermsQuery
{
    private static readonly MethodInfo Contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
    private static readonly MethodInfo Concat = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

    /// <summary>Keeps the rows whose folded text holds every term at the start of a word.</summary>
    /// <param name="rows">The rows to filter.</param>
    /// <param name="terms">Terms of <see cref="SearchTerms.Parse"/>; none keeps every row.</param>
    /// <param name="folded">A column filled with <see cref="Folding.Fold"/>.</param>
    /// <param name="one">One term is enough.</param>
    public static IQueryable<T> WhereMatches<T>(
        this IQueryable<T> rows, SearchTerms terms, Expression<Func<T, string>> folded, bool one = false)
    {
        var padded = Add(Add(Expression.Constant(" "), folded.Body), Expression.Constant(" "));
        var each = terms.Terms.Select(term => term.Alternatives
            .Select((a, i) => term.IsWhole(i) ? $" {a} " : $" {a}")
            .Select(a => (Expression)Expression.Call(padded, Contains, Parameter(a)))
            .Aggregate(Expression.OrElse)).ToList();
        if (one && each.Count > 0)
            each = [each.Aggregate(Expression.OrElse)];
        foreach (var condition in each)
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(condition, folded.Parameters));

        return rows;
    }

    private static BinaryExpression Add(Expression left, Expression right) => Expression.Add(left, right, Concat);

    // A captured field, not a constant: the provider then sends a parameter and keeps one plan for every word.
    private static MemberExpression Parameter(string value) =>
        Expression.Field(Expression.Constant(new Captured(value)), nameof(Captured.Value));

    private sealed class Captured(string value)
    {
        public readonly string Value = value;
    }
}
