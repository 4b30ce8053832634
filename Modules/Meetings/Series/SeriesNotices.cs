using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Meetings;

/// <summary>
/// Tells the partner's post before each occurrence. The day told is written in the transaction that queues the letter, so that neither a
/// second run nor a second node tells it again; a day that moves is told for itself.
/// </summary>
internal sealed class SeriesNotices(IntranetDb db, IMailbox mailbox, BusinessDay day, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>How many letters were queued.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (day.IsSet || OfficeHours.OnOrAfter(Now) != Now)
            return 0;
        var today = day.Today;
        // Nothing leaves on the days off that follow: what they would have told leaves today.
        var idle = WorkingDays.Next(today).AddDays(-1);
        var furthest = idle.AddDays(31);
        var all = await Telling(db.Set<MeetingSeries>().Where(s => s.NoticePostId != null && s.From <= furthest && (s.To == null || s.To >= today)), db, today).ToListAsync(cancellation);
        var sent = 0;
        foreach (var row in all.Where(r => r.Mail.Length > 0))
        {
            foreach (var occurrence in Occurrences.Between(row.Series, row.Exceptions, Occurrences.HolidaysOf(row.Departments), today.AddDays(1), idle.AddDays(row.Series.NoticeDays)))
            {
                if (occurrence.TakesPlace && !row.Told.Contains(occurrence.On) && await TellAsync(row, occurrence, cancellation))
                    sent++;
            }
        }
        return sent;
    }

    /// <summary>An occurrence already told is off or moved: said at once, with the change itself; the caller saves.</summary>
    /// <param name="former">The day that was told.</param>
    /// <param name="next">Where it goes; null when it is off.</param>
    public async Task CorrectAsync(int seriesId, DateOnly former, DateOnly? next, string reason, CancellationToken cancellation)
    {
        var today = day.Today;
        var row = await Telling(db.Set<MeetingSeries>().Where(s => s.Id == seriesId), db, today).SingleAsync(cancellation);
        if (row.Mail.Length == 0 || row.Told.Count == 0)
            return;
        var before = DaysOf(row, row.Series, row.Exceptions, today);
        if (former < today || !row.Told.Contains(former))
        {
            // They heard of that day, then that it was off; another occurrence takes it, of which they know nothing.
            if (next is { } taken && row.Told.Contains(taken) && !before.Contains(taken))
                mailbox.Queue(Restored(row, row.Series, taken));
            return;
        }
        // Off already, and said.
        if (next is null && !before.Contains(former))
            return;
        mailbox.Queue(Letter(row, $"{row.Series.Title} du {French.LongDate(former)} : {(next is null ? "annulation" : "report")}",
            [
                next is { } on ? $"{row.Series.Title}, prévu le {French.LongDate(former)}, est reporté au {French.LongDate(on)}." : $"{row.Series.Title} n’aura pas lieu le {French.LongDate(former)}.",
                $"Raison : {reason}",
            ]));
        if (next is { } moved && !row.Told.Contains(moved))
            db.Add(new SeriesNotice(seriesId, moved, Now));
    }

    /// <summary>The series is other than it was told, its rhythm, hour, place or exceptions: each day already told is corrected at once; the caller saves.</summary>
    /// <param name="series">As it becomes; the database still holds what it was.</param>
    public async Task FollowAsync(MeetingSeries series, CancellationToken cancellation)
    {
        var today = day.Today;
        var row = await Telling(db.Set<MeetingSeries>().Where(s => s.Id == series.Id), db, today).SingleAsync(cancellation);
        if (row.Told.Count == 0)
            return;
        if (row.Series.NoticePostId != series.NoticePostId && await AnotherAsync(row, series, today, cancellation))
            return;
        if (row.Mail.Length == 0)
            return;
        await db.Entry(series).Collection(s => s.Exceptions).LoadAsync(cancellation);
        var before = DaysOf(row, row.Series, row.Exceptions, today);
        var after = DaysOf(row, series, [.. series.Exceptions], today);
        var isOther = row.Series.Hours != series.Hours || row.Series.Place != series.Place;
        // The title under which it was told.
        var title = row.Series.Title;
        foreach (var on in row.Told.Order())
        {
            var date = French.LongDate(on);
            // A day that the new rhythm adds is told by the job.
            if (before.Contains(on) && !after.Contains(on))
                mailbox.Queue(Letter(row, $"{title} du {date} : annulation", [$"{title} n’aura pas lieu le {date}.", $"Désormais : {Occurrences.Sentence(series)}{(series.To is { } to ? $", jusqu’au {French.LongDate(to)}" : "")}."]));
            else if (!before.Contains(on) && after.Contains(on))
                mailbox.Queue(Restored(row, series, on));
            else if (isOther && after.Contains(on))
                mailbox.Queue(Letter(row, $"{title} du {date} : changement", [$"L’heure ou le lieu de {title}, prévu le {date}, change.", .. FactsOf(series, on)]));
        }
    }

    /// <summary>
    /// Another post is told from now on: of the days that the former one heard of, by the job, as of any other. The former one hears once
    /// that it is over, since corrections will not reach it. Two posts behind one mailbox are one reader, who goes on.
    /// </summary>
    private async Task<bool> AnotherAsync(ToldSeries row, MeetingSeries series, DateOnly today, CancellationToken cancellation)
    {
        var next = await db.Set<Post>().Where(p => p.Id == series.NoticePostId).Select(p => new
        {
            p.Email,
            Theirs = p.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.Email).FirstOrDefault(),
        }).FirstOrDefaultAsync(cancellation);
        if (string.Equals(next?.Email is { Length: > 0 } own ? own : next?.Theirs, row.Mail, StringComparison.OrdinalIgnoreCase))
            return false;
        db.RemoveRange(await db.Set<SeriesNotice>().Where(n => n.SeriesId == series.Id && n.On >= today).ToListAsync(cancellation));
        if (row.Mail.Length > 0)
        {
            mailbox.Queue(Letter(row, $"{row.Series.Title} : fin des annonces",
            [
                $"Vous receviez l’annonce de ces séances : {row.Series.Title}.",
                $"{(series.NoticePostId is null ? "Elles ne sont plus annoncées" : "Elles sont désormais annoncées à un autre interlocuteur")} : un changement de celles dont vous avez connaissance ne vous sera plus signalé.",
            ]));
        }
        return true;
    }

    /// <summary>The days to come on which it takes place, as far as they were told.</summary>
    private static HashSet<DateOnly> DaysOf(ToldSeries row, MeetingSeries series, IReadOnlyCollection<SeriesException> exceptions, DateOnly today)
        => [.. Occurrences.Between(series, exceptions, Occurrences.HolidaysOf(row.Departments), today, row.Told.Max()).Where(o => o.TakesPlace).Select(o => o.On)];

    /// <summary>Under the title by which it was told.</summary>
    private OutgoingMail Restored(ToldSeries row, MeetingSeries series, DateOnly on) => Letter(row, $"{row.Series.Title} du {French.LongDate(on)} : rétablissement",
        [$"{row.Series.Title} aura finalement lieu le {French.LongDate(on)}.", .. FactsOf(series, on)]);

    private static List<string> FactsOf(MeetingSeries series, DateOnly on)
    {
        List<string> facts = [$"Quand : {French.LongDate(on)}{(series.Hours.Length > 0 ? $", {series.Hours}" : "")}"];
        if (series.Place.Length > 0)
            facts.Add($"Où : {series.Place}");
        return facts;
    }

    private async Task<bool> TellAsync(ToldSeries row, Occurrence occurrence, CancellationToken cancellation)
    {
        var series = row.Series;
        db.Add(new SeriesNotice(series.Id, occurrence.On, Now));
        var facts = FactsOf(series, occurrence.On);
        if (row.Holder is { Length: > 0 } holder)
            facts.Add($"Pour {Organisation.Name} : {holder}");
        mailbox.Queue(Letter(row, $"{series.Title}, {French.LongDate(occurrence.On)}",
            [$"{Labels.Of(series.Kind)} : {series.Title}.", .. facts, "En cas d’empêchement, merci de prévenir votre correspondant habituel."]));
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another node told it between our reading and now: its row stands, our letter is not queued.
            db.ChangeTracker.Clear();
            if (await db.Set<SeriesNotice>().AnyAsync(n => n.SeriesId == series.Id && n.On == occurrence.On, cancellation))
                return false;
            throw;
        }
    }

    private OutgoingMail Letter(ToldSeries row, string subject, IReadOnlyList<string> paragraphs)
        => new(row.Mail, row.MailName, subject, paragraphs) { NotBefore = OfficeHours.OnOrAfter(Now) };

    private static IQueryable<ToldSeries> Telling(IQueryable<MeetingSeries> series, IntranetDb db, DateOnly today) => series.AsNoTracking().Select(s => new ToldSeries
    {
        Series = s,
        Exceptions = s.Exceptions.ToList(),
        Departments = s.Partner!.Departments,
        Told = db.Set<SeriesNotice>().Where(n => n.SeriesId == s.Id && n.On >= today).Select(n => n.On).ToList(),
        PostMail = s.NoticePost!.Email,
        PostTitle = s.NoticePost.Title,
        TheirMail = s.NoticePost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.Email).FirstOrDefault(),
        TheirName = s.NoticePost.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
        Holder = s.Post!.Holdings.Where(h => h.From <= today && (h.To == null || h.To >= today)).OrderBy(h => h.From).Select(h => h.Person!.FirstName + " " + h.Person.LastName).FirstOrDefault(),
    });

    private sealed class ToldSeries
    {
        public required MeetingSeries Series { get; init; }
        public required List<SeriesException> Exceptions { get; init; }
        public required string Departments { get; init; }
        public required List<DateOnly> Told { get; init; }
        public required string? PostMail { get; init; }
        public required string? PostTitle { get; init; }
        public required string? TheirMail { get; init; }
        public required string? TheirName { get; init; }
        public required string? Holder { get; init; }

        public string Mail => PostMail is { Length: > 0 } own ? own : TheirMail ?? "";

        /// <summary>A mailbox of the post is greeted by its title left out: « Bonjour, ».</summary>
        public string MailName => PostMail is { Length: > 0 } ? "" : TheirName ?? "";
    }
}
