using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Experts.Pages.Answers;

/// <summary>What the form of a shared answer holds.</summary>
internal sealed class AnswerInput : IVersionedInput
{
    [Display(Name = "Thème"), Required]
    public int? TopicId { get; set; }

    [Display(Name = "Titre"), Required, StringLength(200), NoIdentity]
    public string? Title { get; set; }

    [Display(Name = "La question"), StringLength(SupportRequest.LongestQuestion), NoIdentity]
    public string? Question { get; set; }

    [Display(Name = "La réponse"), StringLength(SharedAnswer.LongestText), NoIdentity]
    public string? Text { get; set; }

    public int Version { get; set; }

    public static AnswerInput Of(SharedAnswer answer) => new() { TopicId = answer.TopicId, Title = answer.Title, Question = answer.Question, Text = answer.Text, Version = answer.Version };

    public void Write(SharedAnswer answer, IReadOnlyList<SelectListItem> topics, string by, DateOnly on)
    {
        if (!topics.Any(t => t.Value == TopicId!.Value.ToString(CultureInfo.InvariantCulture)))
            throw new BrokenRuleException("Choisissez un thème de la liste.", nameof(TopicId));
        answer.Write(TopicId!.Value, Title!, Question ?? "", Text ?? "", by, on);
    }
}

/// <summary>What the shared fields of New and Edit read.</summary>
internal interface IAnswerForm
{
    AnswerInput Input { get; }
    IReadOnlyList<SelectListItem> Topics { get; }
}
