using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>How many of the agreed places were used on a day.</summary>
[Display(Name = "Places utilisées")]
internal sealed class PlaceCount : IPartOf
{
    private PlaceCount() { }

    public PlaceCount(DateOnly on, int used)
    {
        if (used is < 0 or > 10_000)
            throw new BrokenRuleException("Indiquez un nombre de places entre 0 et 10 000.", nameof(Used));
        (On, Used) = (on, used);
    }

    public int Id { get; private set; }
    public int ConventionId { get; private set; }
    public Convention? Convention { get; private set; }
    public int RootId => ConventionId;

    [Display(Name = "Le")]
    public DateOnly On { get; private set; }

    [Display(Name = "Places utilisées")]
    public int Used { get; private set; }

    public void Correct(int used) => Used = used is < 0 or > 10_000 ? throw new BrokenRuleException("Indiquez un nombre de places entre 0 et 10 000.", nameof(Used)) : used;
}
