using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>How many meetings one of ours can hold; set by person, with a default for those who said nothing.</summary>
internal sealed class MeetingLoad
{
    public const int DefaultPerWeek = 3;
    public const int DefaultPerMonth = 8;

    private MeetingLoad() { }

    public MeetingLoad(int personId, int perWeek, int perMonth)
    {
        PersonId = personId;
        Set(perWeek, perMonth);
    }

    public int PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>1 to 20 meetings in a week that starts on Monday.</summary>
    public int PerWeek { get; private set; }

    /// <summary>1 to 60 meetings in a calendar month.</summary>
    public int PerMonth { get; private set; }

    public void Set(int perWeek, int perMonth)
    {
        if (perWeek is < 1 or > 20)
            throw new BrokenRuleException("La charge va de 1 à 20 rencontres par semaine.", nameof(PerWeek));
        if (perMonth is < 1 or > 60 || perMonth < perWeek)
            throw new BrokenRuleException("La charge va de celle d’une semaine à 60 rencontres par mois.", nameof(PerMonth));
        (PerWeek, PerMonth) = (perWeek, perMonth);
    }
}
