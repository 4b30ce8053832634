using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>What somebody saw, one day, of the work between one of our establishments and a partner.</summary>
public sealed class ArticulationObservation : AggregateRoot
{
    private ArticulationObservation() { }

    /// <param name="level">Null when the link is without object (the partner's public isn't the establishment's), which is no zero.</param>
    /// <param name="aimed">The level aimed at, if one is.</param>
    /// <param name="author">Name of who observed.</param>
    public ArticulationObservation(int establishmentId, int partnerId, DateOnly on, ArticulationLevel? level, ArticulationLevel? aimed, string comment, string author)
        : base(ContactsModule.Articulation)
    {
        (EstablishmentId, PartnerId, Author) = (establishmentId, partnerId, author);
        SetLinks(LinkRole.Establishment, [establishmentId]);
        SetLinks(LinkRole.Partner, [partnerId]);
        Observe(on, level, aimed, comment);
    }

    [Display(Name = "Établissement")]
    public int EstablishmentId { get; private set; }
    public Establishment? Establishment { get; private set; }

    [Display(Name = "Partenaire")]
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    [Display(Name = "Observé le")]
    public DateOnly On { get; private set; }

    [Display(Name = "Niveau observé")]
    public ArticulationLevel? Level { get; private set; }

    [Display(Name = "Niveau visé")]
    public ArticulationLevel? Aimed { get; private set; }

    [Display(Name = "Constat")]
    public string Comment { get; private set; } = "";

    [Display(Name = "Auteur")]
    public string Author { get; private set; } = "";

    public override SubjectFacts Describe()
        => new(Level is { } level ? $"Articulation : {(int)level}, {Labels.Of(level).ToLowerInvariant()}" : "Articulation : sans objet", Author, On, Reach: Reach.Establishments)
        {
            Text = [Comment],
        };

    public void Observe(DateOnly on, ArticulationLevel? level, ArticulationLevel? aimed, string comment)
    {
        if (level is null && aimed is not null)
            throw new BrokenRuleException("Un lien sans objet ne vise pas de niveau.", nameof(Aimed));
        (On, Level, Aimed, Comment) = (on, level, aimed, comment.Trim());
    }
}
