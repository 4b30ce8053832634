using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Intranet.Experts;

/// <summary>
/// Each working morning, and once at start to catch up: reminds those asked who haven't answered, nine and twenty-one working days after the question;
/// after forty-five writes that it is given up and tells the asker. Experts hold no post, so that this is no rule of reminders: the head of service has
/// one (<see cref="UnansweredRequests"/>). That a step was told is an event of the request's history, which is looked for before telling it again; only the
/// last step reached is told, and never to who was asked less than three working days ago.
/// </summary>
internal sealed class RequestDelays(IServiceScopeFactory scopes, BusinessDay day) : IScheduledJob
{
    private static readonly int[] Steps = [SupportRequest.FirstReminder, SupportRequest.SecondReminder];

    public string Code => "support-delays";
    public string Label => "Délais des demandes d’appui";
    public string When => "Chaque jour ouvré à 7\u00a0h\u00a045";
    public string Cron => "0 45 7 ? * MON-FRI";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        List<int> late;
        using (var scope = scopes.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
            var first = RequestStates.LastAsked(SupportRequest.FirstReminder, day.Today);
            late = await db.Set<SupportRequest>().Where(r => r.CancelledOn == null && r.ClosedOn == null && r.GivenUpOn == null && r.AskedOn <= first && !r.Experts.Any(e => e.AnsweredOn != null))
                .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellation);
        }
        var (reminded, givenUp) = (0, 0);
        foreach (var id in late)
        {
            // One at a time: what somebody saves meanwhile is left for tomorrow.
            using var scope = scopes.CreateScope();
            try
            {
                switch (await FollowAsync(scope.ServiceProvider, id, cancellation))
                {
                    case true: givenUp++; break;
                    case false: reminded++; break;
                }
            }
            catch (DbUpdateConcurrencyException)
            {
            }
        }
        return string.Join(", ", new[] { reminded > 0 ? French.Count(reminded, "demande relancée", "demandes relancées") : "", givenUp > 0 ? French.Count(givenUp, "demande sans réponse", "demandes sans réponse") : "" }.Where(t => t.Length > 0));
    }

    /// <returns>True when given up, false when somebody was reminded, null when there was nothing to tell.</returns>
    private async Task<bool?> FollowAsync(IServiceProvider services, int id, CancellationToken cancellation)
    {
        var (db, post, today) = (services.GetRequiredService<IntranetDb>(), services.GetRequiredService<RequestPost>(), day.Today);
        var request = await db.Set<SupportRequest>().Include(r => r.Subject).Include(r => r.Topic).Include(r => r.Measure).Include(r => r.Public).FirstAsync(r => r.Id == id, cancellation);
        await db.LoadPartsAsync(request, cancellation);
        if (request.StateOn(today) == RequestState.GivenUp)
        {
            request.GiveUp(today);
            await post.TellAsync(request, [request.PersonId], "Votre demande est restée sans réponse",
                [$"Personne n’a répondu en {SupportRequest.GivenUpAfter} jours ouvrés, et nous en sommes désolés.", "La coordination peut encore vous aider ; une nouvelle demande, à d’autres personnes, aussi."], cancellation);
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        var step = Steps.LastOrDefault(s => WorkingDays.Add(request.AskedOn, s) <= today);
        var told = $"Relance, {step} jours ouvrés après la demande";
        List<RequestedExpert> silent = [.. request.Experts.Where(e => e.Answer is ExpertAnswer.Waiting or ExpertAnswer.Taken && WorkingDays.Add(e.AskedOn, SupportRequest.QuietDays) <= today)];
        if (step == 0 || silent.Count == 0 || await IsToldAsync(db, id, step, cancellation))
            return null;
        await post.RemindAsync(request, silent, step, cancellation);
        db.Add(AuditEntry.Telling(services.GetRequiredService<IActor>(), services.GetRequiredService<TimeProvider>(), id, AuditAction.Event, told));
        await db.SaveChangesAsync(cancellation);
        return false;
    }

    private static async Task<bool> IsToldAsync(IntranetDb db, int id, int step, CancellationToken cancellation)
        => await db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Action == AuditAction.Event && a.Changes.Contains($"Relance, {step} jours"), cancellation);
}
