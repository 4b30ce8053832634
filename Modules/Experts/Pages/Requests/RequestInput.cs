using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Experts.Pages.Requests;

/// <summary>The form of a request: a typed situation and a question, and no place for a person.</summary>
internal sealed class RequestInput
{
    [Display(Name = "Besoin"), Required(ErrorMessage = "Choisissez le besoin : c’est par lui que l’on trouve qui peut aider.")]
    public int? TopicId { get; set; }

    [Display(Name = "Mesure")]
    public int? MeasureId { get; set; }

    [Display(Name = "Public")]
    public int? PublicId { get; set; }

    [Display(Name = "Âge"), Required]
    public AgeBand? Age { get; set; } = AgeBand.Unsaid;

    [Display(Name = "Urgence"), Required]
    public Urgency? Urgency { get; set; } = Intranet.Experts.Urgency.Calm;

    [Display(Name = "Département"), StringLength(3)]
    public string? Department { get; set; }

    [Display(Name = "Votre question"), Required(ErrorMessage = "Écrivez votre question."), StringLength(SupportRequest.LongestQuestion), NoIdentity]
    public string? Question { get; set; }

    /// <summary>Those ticked at the second step.</summary>
    public List<int> Chosen { get; set; } = [];

    /// <summary>For what those ticked were proposed; another need or place proposes anew.</summary>
    public string? Seen { get; set; }

    public string Key => $"{TopicId}-{Department}";

    /// <exception cref="BrokenRuleException">Something that the lists don't offer.</exception>
    public SupportRequest Write(Asker asker, Network network, DateTime at, DateOnly today)
    {
        Check(TopicId, nameof(TopicId), null);
        Check(MeasureId, nameof(MeasureId), TopicFamily.Measure);
        Check(PublicId, nameof(PublicId), TopicFamily.Public);
        if (!string.IsNullOrEmpty(Department) && Departements.NameOf(Department) is null)
            throw new BrokenRuleException("Choisissez un département de la liste.", nameof(Department));
        if (!Enum.IsDefined(Age!.Value) || !Enum.IsDefined(Urgency!.Value))
            throw new BrokenRuleException("Choisissez dans les listes.");
        var request = new SupportRequest(asker.PersonId, asker.HouseId, TopicId!.Value, Question!, at, today);
        request.Situate(MeasureId, PublicId, Age.Value, Urgency.Value, Department ?? "");
        return request;

        void Check(int? id, string field, TopicFamily? family)
        {
            if (id is not null && (network.Topic(id) is not { IsRetired: false } topic || (family is not null && topic.Family != family)))
                throw new BrokenRuleException("Choisissez dans la liste.", field);
        }
    }
}
