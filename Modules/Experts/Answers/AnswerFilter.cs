using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>The filter of shared answers, as written in the address.</summary>
internal sealed class AnswerFilter
{
    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "theme")]
    public int? Topic { get; set; }

    /// <summary>Published unless said otherwise.</summary>
    [FromQuery(Name = "etat")]
    public AnswerState? State { get; set; }

    public int Count => new object?[] { Text, Topic, State is AnswerState.Published ? null : State }.Count(v => v is not null and not "");

    /// <summary>The latest first; words are those of the answer, or by which its topic is called.</summary>
    public IQueryable<SharedAnswer> Apply(IQueryable<SharedAnswer> rows)
    {
        if (SearchTerms.Parse(Text) is { IsEmpty: false } terms)
            rows = rows.WhereMatches(terms, a => a.Subject.Folded + " " + a.Topic!.Subject.Folded);
        if (Topic is { } topic)
            rows = rows.Where(a => a.TopicId == topic || a.Topic!.ParentId == topic);
        rows = State switch
        {
            AnswerState.Draft => rows.Where(a => a.WithdrawnOn == null && a.PublishedOn == null && (a.Question == "" || a.Text == "")),
            AnswerState.ToRead => rows.Where(a => a.WithdrawnOn == null && a.PublishedOn == null && a.Question != "" && a.Text != ""),
            AnswerState.Withdrawn => rows.Where(a => a.WithdrawnOn != null),
            _ => rows.Where(a => a.WithdrawnOn == null && a.PublishedOn != null),
        };
        return rows.OrderByDescending(a => a.PublishedOn ?? a.DraftedOn).ThenByDescending(a => a.Id);
    }
}

/// <summary>One line of the list.</summary>
internal sealed class AnswerRow
{
    public required SharedAnswer Answer { get; init; }
    public required string Topic { get; init; }
}
