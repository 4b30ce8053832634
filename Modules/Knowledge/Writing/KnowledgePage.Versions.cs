using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>Draft, second look, publication: what is published stays visible until the next version is.</summary>
internal sealed partial class KnowledgePage
{
    /// <summary>A wording of its own, beside what is published: the revisions must be loaded when the page has some of the same author not yet submitted.</summary>
    /// <param name="basedOn">The version that its author had read; 0 for a new page.</param>
    /// <returns>The author's own draft on the same version, rewritten, or a new version.</returns>
    public PageRevision Write(string title, string summary, string text, string why, int basedOn, int byId, string by, DateTime now)
    {
        var draft = Revisions.FirstOrDefault(r => r.State is RevisionState.Draft or RevisionState.Returned && r.ById == byId && r.BasedOn == basedOn);
        if (draft is null)
            Revisions.Add(draft = new PageRevision(++LastNumber, basedOn));
        draft.Write(Required(title), summary, text, why, byId, by, now);
        if (PublishedNumber is null)
            Title = draft.Title;
        return draft;
    }

    /// <summary>Makes a version the one that everybody reads; publishing is also finding it true.</summary>
    /// <exception cref="BrokenRuleException">Another version was published since it was written: who publishes must see both first.</exception>
    public void Publish(PageRevision revision, string by, DateOnly on, DateTime now)
    {
        if (BinnedOn is not null)
            throw new BrokenRuleException("Sortez d’abord la page de la corbeille.");
        if (revision.BasedOn != (PublishedNumber ?? 0))
            throw new BrokenRuleException("Une autre version a été publiée entre-temps : relisez les différences, puis reprenez la vôtre.");
        revision.Publish(by, now);
        (Title, Summary, Text, PublishedNumber, PublishedOn) = (revision.Title, revision.Summary, revision.Text, revision.Number, on);
        Confirm(by, on);
    }
}
