using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>The letters about a request: the typed situation, the question, and why this reader has it.</summary>
internal static class RequestLetter
{
    /// <param name="request">Its topics must be loaded.</param>
    /// <param name="address">Where the reader answers.</param>
    public static OutgoingMail Asking(string mail, string name, SupportRequest request, string why, string address, HouseAddress house, bool isStranger)
        => new(mail, name, Subject("Demande d’appui", request),
            [
                isStranger ? $"{Organisation.Name} vous demande un appui, parce que vous avez accepté d’être sollicité·e." : "Une ou un collègue demande un appui au réseau, et vous pouvez aider.",
                $"Pourquoi vous : {why}.",
                .. About(request),
            ],
            new MailAction("Voir la demande et répondre", house.Web + address))
        {
            IsSecret = isStranger,
            After = [isStranger ? $"Ce lien est pour vous seul·e et sert dix jours. « Pas pour moi » est une réponse utile : la demande ira à quelqu’un d’autre." : "« Je prends », « Pas pour moi » : un mot suffit, la personne qui demande saura où elle en est."],
        };

    public static OutgoingMail Reminding(string mail, string name, SupportRequest request, int days, string address, HouseAddress house, bool isStranger)
        => new(mail, name, Subject("Une demande d’appui attend", request),
            [$"Cette demande attend votre réponse depuis {days} jours ouvrés. Si elle n’est pas pour vous, dites-le : elle ira à quelqu’un d’autre.", .. About(request)],
            new MailAction("Répondre", house.Web + address))
        { IsSecret = isStranger };

    /// <summary>A few sentences to who reads the request in the intranet.</summary>
    public static OutgoingMail Telling(string mail, string name, SupportRequest request, string subject, IReadOnlyList<string> sentences, HouseAddress house)
        => new(mail, name, Subject(subject, request), sentences, new MailAction("Ouvrir la demande", $"{house.Web}/appuis/{request.Id}"));

    /// <summary>The same to a partner's expert, who has no account: nothing to open.</summary>
    public static OutgoingMail TellingStranger(string mail, string name, SupportRequest request, string subject, IReadOnlyList<string> sentences) => new(mail, name, Subject(subject, request), sentences);

    /// <summary>The typed situation in a line.</summary>
    public static string Situation(SupportRequest request) => string.Join(" · ", new[]
    {
        request.Measure?.Name, request.Public?.Name, request.Age == AgeBand.Unsaid ? null : Labels.Of(request.Age),
        request.Department.Length > 0 ? $"{Departements.NameOf(request.Department)} ({request.Department})" : null, request.Urgency == Urgency.Calm ? null : Labels.Of(request.Urgency),
    }.OfType<string>());

    private static IEnumerable<string> About(SupportRequest request)
    {
        yield return $"Besoin : {request.Topic!.Name}.";
        if (Situation(request) is { Length: > 0 } situation)
            yield return $"Situation : {situation}.";
        yield return $"La question : « {request.Question} »";
    }

    private static string Subject(string what, SupportRequest request) => $"{what} : {request.Topic!.Name}" is { Length: > 300 } subject ? subject[..300] : $"{what} : {request.Topic!.Name}";
}
