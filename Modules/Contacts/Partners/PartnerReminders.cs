using System.Runtime.CompilerServices;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Contacts;

/// <summary>« Rencontrer le partenaire », for followed partners only: 90 and 30 days before, the day, and once late.</summary>
internal sealed class PartnerReminders(PartnerObligations obligations) : IReminderSource
{
    /// <summary>No record of the house is older.</summary>
    private static readonly DateOnly Opening = new(2026, 1, 1);

    public ReminderRule Rule { get; } = new("partner-to-meet", "Partenaire à rencontrer", [90, 30, 0, -1], OnAtFirst: true);

    public async IAsyncEnumerable<DueFact> DueAsync(IntranetDb db, DateOnly today, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var met = obligations.Met(db);
        var solicited = obligations.Solicited(db);
        var followed = PartnerObligations.Followed(db).Select(p => new
        {
            p.Id,
            p.RelationOwnerId,
            p.FollowedOn,
            Entered = p.FollowedOn != null ? null : db.AuditEntries.Where(a => a.SubjectId == p.Id).Min(a => (DateTime?)a.At),
            Last = met.Where(m => m.PartnerId == p.Id).Max(m => (DateOnly?)m.On),
            Solicited = solicited.Where(s => s.PartnerId == p.Id).Max(s => (DateOnly?)s.On),
            Wished = p.WishedMonths ?? p.Kind.WishedMonths,
            Maximum = p.MaximumMonths ?? p.Kind.MaximumMonths,
        });
        await foreach (var partner in followed.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            var obligation = MeetingObligation.Of(partner.Last, partner.Wished, partner.Maximum, today);
            // A reminder is known by its due date: for a partner never seen it is the day that following began, else the day its record came, which don't move.
            var due = obligation.State == ObligationState.NeverSeen ? partner.FollowedOn ?? (partner.Entered is { } at ? Paris.DayOf(at) : Opening) : obligation.Due;
            if (due > until)
                continue;
            yield return new DueFact
            {
                SubjectId = partner.Id,
                Due = due,
                Action = "Rencontrer le partenaire",
                Context = (partner.Last is { } last ? $"Dernière rencontre le {French.Date(last)}." : "Aucune rencontre enregistrée.")
                    + (partner.Solicited is { } asked ? $" Sollicité le {French.Date(asked)}." : ""),
                PostId = partner.RelationOwnerId,
            };
        }
    }
}
