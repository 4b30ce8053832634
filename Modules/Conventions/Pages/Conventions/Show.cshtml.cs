using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day) : PageModel
{
    public ConventionSheet Sheet { get; private set; } = null!;
    public string Reader => user.Name;
    public bool CanWrite => user.May(Permission.WriteConventions);
    public bool CanDecide => user.May(Permission.DecideConventions);
    public bool CanMeet => user.May(Permission.WriteMeetings);

    /// <summary>The one thing to do next, if the reader may do it.</summary>
    public (string Label, string Icon, string Address)? Primary => Sheet.State switch
    {
        ConventionState.Draft when CanWrite => ("Engager la négociation", "messages", $"/conventions/{Id}/negociation"),
        ConventionState.Negotiation when CanWrite => ("Envoyer à la signature", "signature", $"/conventions/{Id}/envoi"),
        ConventionState.ToSign when CanDecide => ("Enregistrer la signature", "signature", $"/conventions/{Id}/signature"),
        ConventionState.InForce or ConventionState.Expired or ConventionState.ExpiredButApplied when CanWrite && Sheet.Period?.End is not null => (Sheet.Facts.Renewal == RenewalMode.None ? "Préparer la suite" : "Engager le renouvellement", "refresh", $"/conventions/nouvelle?suite={Id}"),
        ConventionState.Renewal when Sheet.Successor is { } successor => ("Voir la suite", "arrow-right", $"/conventions/{successor.Id}"),
        _ => null,
    };

    public bool CanAbandon => CanWrite && Sheet.State is (ConventionState.Draft or ConventionState.Negotiation or ConventionState.ToSign);
    public bool CanDenounce => CanDecide && Sheet.Facts.NoticeReceivedOn is null && Sheet.State is (ConventionState.Signed or ConventionState.InForce or ConventionState.Renewal);

    /// <summary>Signing at once what is still negotiated: agreements of past years are registered so.</summary>
    public bool CanSignAtOnce => CanDecide && Sheet.State is (ConventionState.Draft or ConventionState.Negotiation);

    private int Id => Sheet.Convention.Id;

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionSheet.ReadAsync(db, user, day.Today, id, HttpContext.RequestAborted) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        return Page();
    }

    public static string FreshnessTone(Freshness freshness) => freshness == Freshness.Fresh ? "text-ok" : freshness == Freshness.Advised ? "text-warn" : "text-bad";
}
