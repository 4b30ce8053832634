using Intranet.Shared;

namespace Intranet.Experts;

/// <summary>Who is asked, who answers, what is said. The experts, messages and mentions must be loaded.</summary>
internal sealed partial class SupportRequest
{
    /// <summary>Asks an expert who isn't waiting, on it, nor has answered already.</summary>
    /// <param name="why">Why this one, as the asker and the expert read it.</param>
    public RequestedExpert Ask(int expertId, string why, ChosenBy by, DateTime at, DateOnly on)
    {
        CheckOpen();
        if (Experts.Any(e => e.ExpertId == expertId && e.Answer is not (ExpertAnswer.Declined or ExpertAnswer.Released)))
            throw new BrokenRuleException("Cette personne a déjà reçu la demande.");
        var asked = new RequestedExpert(expertId, why, by, at, on);
        Experts.Add(asked);
        return asked;
    }

    /// <summary>« Je prends » : the others asked are released.</summary>
    /// <returns>Those released, to be told.</returns>
    public IReadOnlyList<RequestedExpert> Take(RequestedExpert expert, DateOnly on)
    {
        CheckOpen();
        if (Experts.Any(e => e != expert && e.Answer == ExpertAnswer.Taken))
            throw new BrokenRuleException("Quelqu’un d’autre s’en occupe déjà. Merci.");
        expert.Take(on);
        var released = Experts.Where(e => e.Answer == ExpertAnswer.Waiting).ToList();
        foreach (var other in released)
            other.Release(on);
        return released;
    }

    /// <summary>« Pas pour moi », with a word; of who had taken it too.</summary>
    public void Decline(RequestedExpert expert, string why, DateOnly on)
    {
        CheckOpen();
        expert.Decline(why, on);
    }

    /// <summary>An answer: in writing, or the trace of a call, a visit, an immersion.</summary>
    /// <returns>Those released, since one who answers takes it.</returns>
    public IReadOnlyList<RequestedExpert> Reply(RequestedExpert expert, MessageKind kind, string text, int? authorId, string author, DateTime at, DateOnly on)
    {
        var released = expert.Answer == ExpertAnswer.Waiting ? Take(expert, on) : [];
        CheckOpen();
        expert.Reply(on);
        Say(kind, text, authorId, author, at);
        return released;
    }

    public SupportMessage Say(MessageKind kind, string text, int? authorId, string author, DateTime at)
    {
        CheckOpen();
        var message = new SupportMessage(kind, text, authorId, author, at);
        Messages.Add(message);
        return message;
    }

    /// <summary>Brings a colleague into the thread; they read it from then on. Null when they read it already.</summary>
    public SupportMention? Mention(int personId, string by, DateOnly on)
    {
        CheckOpen();
        if (personId == PersonId || Mentions.Any(m => m.PersonId == personId))
            return null;
        var mention = new SupportMention(personId, by, on);
        Mentions.Add(mention);
        return mention;
    }

    /// <summary>Ends it; whether it helped may be said later too.</summary>
    public void Close(bool? helped, string why, DateOnly on)
    {
        CheckOpen();
        ClosedOn = on;
        if (helped is { } said)
            Judge(said, why);
    }

    /// <summary>« Cela vous a aidé ? »</summary>
    public void Judge(bool helped, string why) => (Helped, HelpedWhy) = (helped, why.Trim());

    public void Reopen()
    {
        if (ClosedOn is null)
            throw new BrokenRuleException("Cette demande n’est pas close.");
        ClosedOn = null;
    }

    /// <summary>Takes the question back; who was waiting is released.</summary>
    public void Cancel(DateOnly on)
    {
        CheckOpen();
        CancelledOn = on;
        foreach (var waiting in Experts.Where(e => e.Answer == ExpertAnswer.Waiting))
            waiting.Release(on);
    }

    /// <summary>Nobody answered in time; the asker is told, once.</summary>
    public void GiveUp(DateOnly on)
    {
        if (StateOn(on) != RequestState.GivenUp || GivenUpOn is not null)
            throw new BrokenRuleException("Cette demande n’est pas sans réponse.");
        GivenUpOn = on;
    }

    private void CheckOpen()
    {
        if (CancelledOn is not null)
            throw new BrokenRuleException("Cette demande a été retirée.");
        if (ClosedOn is not null)
            throw new BrokenRuleException("Cette demande est close.");
    }
}
