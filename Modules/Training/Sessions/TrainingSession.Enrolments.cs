using Intranet.Shared;

namespace Intranet.Training;

/// <summary>Who has a seat, who waits. The enrolments must be loaded, and the session touched: of two people at the same time the second is told.</summary>
internal sealed partial class TrainingSession
{
    public int SeatsTaken => Enrolments.Count(e => e.IsSeated);
    public int SeatsLeft => Math.Max(0, Capacity - SeatsTaken);

    /// <summary>Asks for a seat; without approval needed, takes one or waits for one. Once the session has begun, only who answers for the person adds somebody who came: a seat was found.</summary>
    /// <param name="approvedBy">Who decides for the person, a head of service or the direction; null when the person asks by themselves.</param>
    /// <param name="now">Real time, UTC.</param>
    public Enrolment Enrol(Enrolment who, string? approvedBy, DateTime now, DateOnly today)
    {
        CheckOpen();
        if (From < today && approvedBy is null)
            throw new BrokenRuleException("Cette session a commencé : on ne s’y inscrit plus.");
        if (Enrolments.Any(e => e.IsActive && e.IsSameAs(who)))
            throw new BrokenRuleException("Cette personne est déjà inscrite à cette session.", nameof(Enrolments));
        Enrolments.Add(who);
        if (approvedBy is not null)
            who.Approve(approvedBy, now);
        else if (!NeedsApproval)
            who.Approve("", now);
        if (From < today)
            who.Seat(now);
        else
            FillSeats(now);
        return who;
    }

    /// <summary>1 for who is next; null for who doesn't wait.</summary>
    public int? WaitingPlace(Enrolment who) => who.IsWaiting ? Waiting.TakeWhile(e => e != who).Count() + 1 : null;

    /// <summary>Those who wait for a seat, first come first.</summary>
    private IEnumerable<Enrolment> Waiting => Enrolments.Where(e => e.IsWaiting).OrderBy(e => e.AskedAt).ThenBy(e => e.Id == 0).ThenBy(e => e.Id);

    /// <summary>Says yes to who asked; the seat follows if there is one.</summary>
    /// <returns>Those who have a seat now and had none.</returns>
    public IReadOnlyList<Enrolment> Approve(Enrolment who, string by, DateTime now, DateOnly today)
    {
        CheckOpen();
        who.Approve(by, now);
        if (From >= today)
            return FillSeats(now);
        who.Seat(now);
        return [];
    }

    /// <summary>Gives the seat back; who waits moves up, unless the session has begun.</summary>
    /// <returns>Those who have a seat now and had none: they are to be told.</returns>
    public IReadOnlyList<Enrolment> Withdraw(Enrolment who, DateOnly on, string reason, DateTime now)
    {
        CheckOpen();
        who.Withdraw(on, reason);
        return From < on ? [] : FillSeats(now);
    }

    /// <summary>Gives the seats left to those who wait, first come first served.</summary>
    /// <returns>Those who have a seat now and had none.</returns>
    public IReadOnlyList<Enrolment> FillSeats(DateTime now)
    {
        List<Enrolment> seated = [];
        foreach (var next in Waiting.Take(SeatsLeft).ToList())
        {
            next.Seat(now);
            seated.Add(next);
        }
        return seated;
    }

    /// <summary>Notes who came to which half-day; what was noted before and isn't wanted any more goes. Slots and presences must be loaded.</summary>
    public void Attend(IReadOnlySet<(int EnrolmentId, int SlotId)> present, DateOnly today)
    {
        CheckOpen();
        var seated = Enrolments.Where(e => e.IsSeated).Select(e => e.Id).ToHashSet();
        var days = Slots.ToDictionary(s => s.Id, s => s.On);
        if (present.Any(p => !seated.Contains(p.EnrolmentId) || !days.ContainsKey(p.SlotId)))
            throw new BrokenRuleException("La liste des personnes ou des demi-journées a changé. Relisez la grille, puis enregistrez.");
        if (present.Any(p => days[p.SlotId] > today))
            throw new BrokenRuleException("On ne note pas la présence d’un jour à venir.");
        foreach (var row in Presences.Where(p => !present.Contains((p.EnrolmentId, p.SlotId))).ToList())
            Presences.Remove(row);
        foreach (var (enrolment, slot) in present.Where(p => !Presences.Any(r => r.EnrolmentId == p.EnrolmentId && r.SlotId == p.SlotId)))
            Presences.Add(new Presence(enrolment, slot));
    }

    /// <summary>Minutes that somebody was there; slots and presences must be loaded.</summary>
    public int MinutesOf(int enrolmentId) => Presences.Where(p => p.EnrolmentId == enrolmentId).Sum(p => Slots.Single(s => s.Id == p.SlotId).Duration);

    /// <summary>True when somebody came to every half-day.</summary>
    public bool CameToAll(int enrolmentId) => Slots.All(s => Presences.Any(p => p.EnrolmentId == enrolmentId && p.SlotId == s.Id));

    /// <summary>Ends the session: a record for each of those who complete it. Everything of the session must be loaded.</summary>
    /// <param name="completed">Enrolments that complete it: usually those that came to every half-day.</param>
    /// <param name="course">The session's, which says what it costs today.</param>
    /// <returns>The records to add, one for each of ours.</returns>
    public IReadOnlyList<TrainingRecord> Close(IReadOnlySet<int> completed, DateOnly on, string by, Course course)
    {
        CheckOpen();
        if (To > on)
            throw new BrokenRuleException($"Cette session dure jusqu’au {French.Date(To)} : elle ne peut pas encore être close.");
        if (completed.Any(id => !Enrolments.Any(e => e.Id == id && e.IsSeated && MinutesOf(id) > 0)))
            throw new BrokenRuleException("Seule une personne venue au moins une demi-journée peut recevoir une attestation.");
        (ClosedOn, ClosedBy, InvitationHash, InvitationUntil) = (on, by, "", null);
        return [.. Enrolments.Where(e => completed.Contains(e.Id) && e.PersonId is not null)
            .Select(e => TrainingRecord.OfSession(e.PersonId!.Value, this, course, MinutesOf(e.Id), on, by))];
    }

    /// <summary>Asks each team that sent people for a recap or a page.</summary>
    public void AskHandOn(IEnumerable<int> establishments, DateOnly due)
    {
        foreach (var id in establishments.Where(id => !HandOns.Any(h => h.EstablishmentId == id)))
            HandOns.Add(new HandOn(id, due));
    }
}
