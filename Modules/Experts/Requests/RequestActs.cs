using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Experts;

/// <summary>
/// What people do of a request, with the letters that follow, in one save: by their account or by a partner's link. The request is tracked with its parts
/// and topics; a version read before by the form is compared by the page.
/// </summary>
internal sealed class RequestActs(IntranetDb db, BusinessDay day, TimeProvider clock, RequestPost post)
{
    /// <param name="by">Who acts, as the others read it.</param>
    public async Task TakeAsync(SupportRequest request, RequestedExpert expert, string by, CancellationToken cancellation)
    {
        var released = request.Take(expert, day.Today);
        await TellReleasedAsync(request, released, cancellation);
        await post.TellAsync(request, [request.PersonId], "Quelqu’un s’occupe de votre demande", [$"{by} prend votre demande d’appui et revient vers vous."], cancellation);
        await SaveAsync(request, cancellation);
    }

    public async Task DeclineAsync(SupportRequest request, RequestedExpert expert, string why, string by, CancellationToken cancellation)
    {
        request.Decline(expert, why, day.Today);
        if (request.StateOn(day.Today) == RequestState.Basket)
        {
            await post.TellKeepersAsync(request, "Toutes les personnes sollicitées ont dit « pas pour moi ».", cancellation);
            await post.TellAsync(request, [request.PersonId], "Votre demande va à la coordination", [$"{by} ne peut pas vous répondre : {expert.DeclinedWhy}", "La coordination cherche quelqu’un d’autre. Vous n’avez rien à faire."], cancellation);
        }
        await SaveAsync(request, cancellation);
    }

    /// <summary>An answer; who wasn't on it takes it by answering.</summary>
    public async Task ReplyAsync(SupportRequest request, RequestedExpert expert, MessageKind kind, string text, int? authorId, string by, CancellationToken cancellation)
    {
        if (kind == MessageKind.Message || !Enum.IsDefined(kind))
            throw new BrokenRuleException("Choisissez la nature de la réponse.", "Kind");
        await TellReleasedAsync(request, request.Reply(expert, kind, text, authorId, by, Now, day.Today), cancellation);
        await UseAsync(request, [expert], helped: false, cancellation);
        var sentence = kind switch
        {
            MessageKind.Call => $"{by} a noté votre échange au téléphone :",
            MessageKind.Visit => $"{by} vous propose une visite :",
            MessageKind.Immersion => $"{by} vous propose une immersion :",
            _ => $"{by} vous a répondu :",
        };
        await post.TellAsync(request, [request.PersonId], "Réponse à votre demande", [sentence, $"« {text.Trim()} »", "Dites ensuite, en un mot, si cela vous a aidé."], cancellation);
        await SaveAsync(request, cancellation);
    }

    /// <summary>A message in the thread, told to who follows it. Nothing is compared: two people may write at the same time.</summary>
    public async Task SayAsync(SupportRequest request, string text, int? authorId, RequestedExpert? author, string by, CancellationToken cancellation)
    {
        request.Say(MessageKind.Message, text, authorId, by, Now);
        IReadOnlyList<string> said = [$"{by} écrit :", $"« {text.Trim()} »"];
        if (authorId != request.PersonId)
            await post.TellAsync(request, [request.PersonId], "Nouveau message", said, cancellation);
        await post.TellExpertsAsync(request, [.. request.Experts.Where(e => e != author && e.Answer is ExpertAnswer.Taken or ExpertAnswer.Answered)], "Nouveau message", said, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Brings a colleague of ours into the thread.</summary>
    public async Task MentionAsync(SupportRequest request, string? typed, string by, CancellationToken cancellation)
    {
        var person = await PersonChoice.ResolveAsync(db, typed, day.Today, "Colleague") ?? throw new BrokenRuleException("Choisissez une ou un collègue.", "Colleague");
        if (!await db.Set<StaffMember>().InPost(day.Today).AnyAsync(s => s.PersonId == person, cancellation))
            throw new BrokenRuleException("On ne mentionne que des collègues en poste chez nous.", "Colleague");
        if (request.Mention(person, by, day.Today) is null)
            throw new BrokenRuleException("Cette personne lit déjà la demande.", "Colleague");
        await post.TellAsync(request, [person], "Vous êtes mentionné·e", [$"{by} vous invite à lire une demande d’appui et à y répondre si vous le pouvez."], cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    public async Task CloseAsync(SupportRequest request, bool? helped, string why, CancellationToken cancellation)
    {
        request.Close(helped, why, day.Today);
        await JudgedAsync(request, helped, cancellation);
        await SaveAsync(request, cancellation);
    }

    /// <summary>« Cela vous a aidé ? », said after closing.</summary>
    public async Task JudgeAsync(SupportRequest request, bool helped, string why, CancellationToken cancellation)
    {
        request.Judge(helped, why);
        await JudgedAsync(request, helped, cancellation);
        await SaveAsync(request, cancellation);
    }

    public async Task CancelAsync(SupportRequest request, CancellationToken cancellation)
    {
        List<RequestedExpert> told = [.. request.Experts.Where(e => e.Answer is ExpertAnswer.Waiting or ExpertAnswer.Taken)];
        request.Cancel(day.Today);
        await post.ReleaseAsync(request, told, "La personne qui demandait retire sa demande.", cancellation);
        await SaveAsync(request, cancellation);
    }

    public async Task ReopenAsync(SupportRequest request, string by, CancellationToken cancellation)
    {
        request.Reopen();
        await post.TellExpertsAsync(request, [.. request.Experts.Where(e => e.Answer is ExpertAnswer.Taken or ExpertAnswer.Answered)], "Demande rouverte", [$"{by} rouvre cette demande."], cancellation);
        await SaveAsync(request, cancellation);
    }

    private async Task JudgedAsync(SupportRequest request, bool? helped, CancellationToken cancellation)
    {
        if (helped is not { } said)
            return;
        List<RequestedExpert> answered = [.. request.Experts.Where(e => e.Answer == ExpertAnswer.Answered)];
        await UseAsync(request, answered, said, cancellation);
        if (said)
            await post.TellExpertsAsync(request, answered, "Votre réponse a aidé", ["La personne qui demandait dit que votre réponse l’a aidée. Merci."], cancellation);
    }

    /// <summary>Their knowledge of the topic was used; what helped proves what was only declared. One command.</summary>
    private async Task UseAsync(SupportRequest request, IReadOnlyCollection<RequestedExpert> experts, bool helped, CancellationToken cancellation)
    {
        var (ids, topic) = (experts.Select(e => e.ExpertId).ToList(), request.TopicId);
        var known = await db.Set<Expertise>().Where(t => ids.Contains(t.ExpertId) && (t.TopicId == topic || t.Topic!.ParentId == topic)).OrderBy(t => t.Id).ToListAsync(cancellation);
        foreach (var expert in experts)
            known.Where(t => t.ExpertId == expert.ExpertId).OrderByDescending(t => t.TopicId == topic).FirstOrDefault()?.Use(expert.AnsweredOn ?? day.Today, helped);
    }

    private Task TellReleasedAsync(SupportRequest request, IReadOnlyList<RequestedExpert> released, CancellationToken cancellation)
        => post.ReleaseAsync(request, released, "Quelqu’un d’autre s’occupe de cette demande.", cancellation);

    private async Task SaveAsync(SupportRequest request, CancellationToken cancellation)
    {
        db.Touch(request);
        await db.SaveChangesAsync(cancellation);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
