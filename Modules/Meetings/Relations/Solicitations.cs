using Intranet.Shared;

namespace Intranet.Meetings;

/// <summary>Invitations still open, beside the state of the obligation wherever it is shown.</summary>
internal static class Solicitations
{
    /// <summary>Without answer or refused, and no counting meeting since; one the partner accepted is a meeting to plan, no longer a solicitation, and answers for those before it.</summary>
    public static IQueryable<PartnerSolicited> Open(IntranetDb db)
    {
        var met = PartnerMeetings.Met(db);
        return db.Set<Solicitation>().Where(s => s.Answer != SolicitationAnswer.Accepted
                && !db.Set<Solicitation>().Any(o => o.PartnerId == s.PartnerId && o.Answer == SolicitationAnswer.Accepted && (o.On > s.On || (o.On == s.On && o.Id > s.Id)))
                && !met.Any(m => m.PartnerId == s.PartnerId && m.On >= s.On))
            .Select(s => new PartnerSolicited { PartnerId = s.PartnerId, On = s.On, IsRefused = s.Answer == SolicitationAnswer.Refused });
    }

    /// <summary>« sollicité le 03/09/2026, sans réponse ».</summary>
    public static string Words(DateOnly on, bool isRefused) => $"sollicité le {French.Date(on)}, {(isRefused ? "a refusé" : "sans réponse")}";
}
