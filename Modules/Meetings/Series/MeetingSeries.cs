using System.ComponentModel.DataAnnotations;
using Intranet.Contacts;
using Intranet.Shared;

namespace Intranet.Meetings;

internal enum SeriesKind
{
    /// <summary>Ours, inside: the probation officer is told before each.</summary>
    [Display(Name = "Permanence chez un partenaire")]
    Permanence = 1,

    /// <summary>Theirs, where eight people listen better than sixty-five.</summary>
    [Display(Name = "Réunion de service du partenaire")]
    ServiceMeeting = 2,
}

internal enum SeriesRhythm
{
    [Display(Name = "Chaque semaine")]
    Weekly = 1,

    [Display(Name = "Une semaine sur deux")]
    EveryTwoWeeks = 2,

    [Display(Name = "Chaque mois")]
    Monthly = 3,
}

/// <summary>Something that comes back by itself: our permanence in a prison, an antenna's service meeting.</summary>
internal sealed class MeetingSeries : AggregateRoot
{
    /// <summary>For a monthly rhythm: the month's last such day.</summary>
    public const int Last = 5;

    private MeetingSeries() { }

    public MeetingSeries(SeriesKind kind, string title, int partnerId)
        : base(MeetingsModule.Series)
        => (Kind, Title, PartnerId) = (kind, title.Trim(), partnerId);

    [Display(Name = "Nature")]
    public SeriesKind Kind { get; private set; }

    [Display(Name = "Intitulé")]
    public string Title { get; private set; } = "";

    [Display(Name = "Partenaire")]
    public int PartnerId { get; private set; }
    public Partner? Partner { get; private set; }

    [Display(Name = "Rythme")]
    public SeriesRhythm Rhythm { get; private set; }

    /// <summary>1, Monday, to 7.</summary>
    [Display(Name = "Jour")]
    public int Weekday { get; private set; } = 1;

    /// <summary>For a monthly rhythm: 1 to 4, or <see cref="Last"/>.</summary>
    [Display(Name = "Rang dans le mois")]
    public int Rank { get; private set; } = 1;

    /// <summary>Minutes after midnight.</summary>
    [Display(Name = "Heure")]
    public int? StartMinute { get; private set; }

    [Display(Name = "Durée (minutes)")]
    public int Duration { get; private set; } = 120;

    [Display(Name = "Lieu")]
    public string Place { get; private set; } = "";

    /// <summary>First day on which it may take place; of an every-two-weeks rhythm, the first occurrence.</summary>
    [Display(Name = "À partir du")]
    public DateOnly From { get; private set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? To { get; private set; }

    /// <summary>Our post that goes.</summary>
    [Display(Name = "Assurée par")]
    public int? PostId { get; private set; }
    public Post? Post { get; private set; }

    /// <summary>Their post, often the duty CPIP, told before each occurrence.</summary>
    [Display(Name = "Prévenir")]
    public int? NoticePostId { get; private set; }
    public Post? NoticePost { get; private set; }

    /// <summary>How many days before, 1 to 30.</summary>
    [Display(Name = "Prévenir combien de jours avant")]
    public int NoticeDays { get; private set; } = 7;

    [Display(Name = "Notes")]
    public string Notes { get; private set; } = "";

    public ICollection<SeriesException> Exceptions { get; } = new HashSet<SeriesException>();

    public TimeOnly? Start => StartMinute is { } minute ? TimeOnly.MinValue.AddMinutes(minute) : null;

    /// <summary>« de 14 h à 16 h »; empty when the hour isn't settled.</summary>
    public string Hours => Start is { } start ? $"de {French.Time(start)} à {French.Time(start.AddMinutes(Duration))}" : "";

    public override SubjectFacts Describe() => new(Title, Labels.Of(Kind), From, Reach: Reach.Establishments) { Text = [Place, Notes] };

    public void Be(SeriesKind kind) => Kind = kind;

    public void Describe(string title, string place, string notes)
    {
        if (string.IsNullOrWhiteSpace(title))
            throw new BrokenRuleException("Indiquez l’intitulé.", nameof(Title));
        (Title, Place, Notes) = (title.Trim(), place.Trim(), notes.Trim());
    }

    public void Recur(SeriesRhythm rhythm, int weekday, int rank, int? startMinute, int duration, DateOnly from, DateOnly? to)
    {
        if (weekday is < 1 or > 7)
            throw new BrokenRuleException("Choisissez un jour de la semaine.", nameof(Weekday));
        if (rank is < 1 or > Last)
            throw new BrokenRuleException("Choisissez un rang dans le mois.", nameof(Rank));
        if (to < from)
            throw new BrokenRuleException("La fin vient après le début.", nameof(To));
        if (duration is < 15 or > 720)
            throw new BrokenRuleException("Une séance dure de 15 minutes à 12 heures.", nameof(Duration));
        (Rhythm, Weekday, Rank, StartMinute, Duration, From, To) = (rhythm, weekday, rank, startMinute, duration, from, to);
    }

    public void Entrust(int? postId, int? noticePostId, int noticeDays)
    {
        if (noticeDays is < 1 or > 30)
            throw new BrokenRuleException("On prévient de 1 à 30 jours avant.", nameof(NoticeDays));
        (PostId, NoticePostId, NoticeDays) = (postId, noticePostId, noticeDays);
    }

    /// <summary>This occurrence doesn't take place that day; the exceptions must be loaded.</summary>
    /// <param name="on">The day that the rhythm gives.</param>
    /// <param name="movedTo">Another day, or null when it is off.</param>
    /// <param name="department">Of the partner, for its public holidays.</param>
    public SeriesException Except(DateOnly on, DateOnly? movedTo, string reason, string department)
    {
        if (!Occurrences.IsRegular(this, on))
            throw new BrokenRuleException($"Rien n’est prévu le {French.Date(on)}.");
        if (string.IsNullOrWhiteSpace(reason))
            throw new BrokenRuleException("Dites pourquoi.", nameof(SeriesException.Reason));
        if (movedTo == on)
            throw new BrokenRuleException("Choisissez un autre jour.", nameof(SeriesException.MovedTo));
        if (movedTo is { } day && FrenchHolidays.NameOf(day, department) is { } holiday)
            throw new BrokenRuleException($"Le {French.Date(day)} est férié ({holiday}).", nameof(SeriesException.MovedTo));
        Restore(on);
        var exception = new SeriesException(on, movedTo, reason);
        Exceptions.Add(exception);
        return exception;
    }

    /// <summary>The occurrence takes place after all.</summary>
    public void Restore(DateOnly on)
    {
        if (Exceptions.FirstOrDefault(e => e.On == on) is { } former)
            Exceptions.Remove(former);
    }
}

/// <summary>An occurrence that doesn't take place, or on another day.</summary>
[Display(Name = "Exception")]
internal sealed class SeriesException : IPartOf
{
    private SeriesException() { }

    public SeriesException(DateOnly on, DateOnly? movedTo, string reason) => (On, MovedTo, Reason) = (on, movedTo, reason.Trim());

    public int Id { get; private set; }
    public int SeriesId { get; private set; }
    public MeetingSeries? Series { get; private set; }
    public int RootId => SeriesId;

    [Display(Name = "Date prévue")]
    public DateOnly On { get; private set; }

    [Display(Name = "Déplacée au")]
    public DateOnly? MovedTo { get; private set; }

    [Display(Name = "Raison")]
    public string Reason { get; private set; } = "";
}

/// <summary>The notice that left before an occurrence: never twice.</summary>
internal sealed class SeriesNotice : IUnaudited
{
    private SeriesNotice() { }

    public SeriesNotice(int seriesId, DateOnly on, DateTime sentAt) => (SeriesId, On, SentAt) = (seriesId, on, sentAt);

    public int SeriesId { get; private set; }
    public MeetingSeries? Series { get; private set; }
    public DateOnly On { get; private set; }
    public DateTime SentAt { get; private set; }
}
