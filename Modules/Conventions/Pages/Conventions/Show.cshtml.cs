using Intranet.Contacts;
using Intranet.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Conventions.Pages.Conventions;

[Allow(Permission.Read)]
internal sealed class ShowModel(IntranetDb db, CurrentUser user, BusinessDay day, ConventionBoard board) : PageModel
{
    public ConventionSheet Sheet { get; private set; } = null!;
    public ConventionHead Head => new(Sheet.Facts, Sheet.Today);
    public string Reader => user.Name;
    public bool CanWrite => user.May(Permission.WriteConventions);
    public bool CanDecide => user.May(Permission.DecideConventions);
    public bool CanMeet => user.May(Permission.WriteMeetings);

    /// <summary>The one thing to do next, if the reader may do it.</summary>
    public (string Label, string Icon, string Address)? Primary => Sheet.State switch
    {
        ConventionState.Draft when CanWrite => ("Engager la négociation", "messages", At("negociation")),
        ConventionState.Negotiation when CanWrite => ("Envoyer à la signature", "signature", At("envoi")),
        ConventionState.ToSign when Sheet.Facts.Signatories > 0 => ("Suivre les signatures", "signature", At("signataires")),
        ConventionState.ToSign when CanDecide => ("Enregistrer la signature", "signature", At("signature")),
        ConventionState.InForce or ConventionState.Expired or ConventionState.ExpiredButApplied when CanWrite && Sheet.Period?.End is not null => (Sheet.Facts.Renewal == RenewalMode.None ? "Préparer la suite" : "Engager le renouvellement", "refresh", $"/conventions/nouvelle?suite={Sheet.Id}"),
        ConventionState.Renewal when Sheet.Words.Successor is { } successor => ("Voir la suite", "arrow-right", $"/conventions/{successor.Id}"),
        ConventionState.Renewal when CanWrite => ("Préparer la suite", "refresh", $"/conventions/nouvelle?suite={Sheet.Id}"),
        _ => null,
    };

    /// <summary>What else may be done, in the order of a life.</summary>
    public IEnumerable<(string Label, string Icon, string Address, bool IsGrave)> Actions
    {
        get
        {
            var (state, facts) = (Sheet.State, Sheet.Facts);
            var signed = facts.SignedFrom is not null && facts.AbandonedOn is null;
            if (CanWrite && state is not ConventionState.Abandoned)
                yield return ("Modifier", "pencil", At("modifier"), false);
            if (CanWrite && state is ConventionState.Negotiation or ConventionState.ToSign)
                yield return ("Passer la balle", "arrows-exchange", At("balle"), false);
            if (CanDecide && facts.AbandonedOn is null && facts.SignedOn is null && state is not ConventionState.ToSign)
                yield return ("Enregistrer une signature", "signature", At("signature"), false);
            if (CanWrite && signed)
                yield return ("Préparer un avenant", "file-plus", At("avenants/nouveau"), false);
            if (CanWrite && signed && state is ConventionState.InForce && facts.RequestDeadline is not null)
                yield return ("Noter la demande de renouvellement", "send", At("demande"), false);
            if (CanDecide && state is ConventionState.InForce && facts.Period(Sheet.Today)?.End is not null)
                yield return ("Décider le renouvellement", "checks", At("decision"), false);
            if (CanDecide && state is ConventionState.Expired)
                yield return ("Appliquer après son terme", "clock-x", At("prolongation"), false);
            if (CanWrite)
                yield return ("Créer une convention semblable", "copy", $"/conventions/nouvelle?copie={Sheet.Id}", false);
            if (CanDecide && signed && facts.SignedOn is not null)
                yield return ("Rectifier une erreur de saisie", "eraser", At("rectification"), false);
            if (CanDecide && facts.NoticeReceivedOn is null && state is ConventionState.Signed or ConventionState.InForce or ConventionState.Renewal)
                yield return ("Enregistrer un préavis", "circle-x", At("denonciation"), true);
            if (CanWrite && state is ConventionState.Draft or ConventionState.Negotiation or ConventionState.ToSign)
                yield return ("Abandonner le projet", "ban", At("abandon"), true);
        }
    }

    public async Task<IActionResult> OnGetAsync(int id)
    {
        if (await ConventionSheet.ReadAsync(db, user, board, day.Today, id, HttpContext.RequestAborted) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        return Page();
    }

    public static string FreshnessTone(Freshness freshness) => freshness == Freshness.Fresh ? "text-ok" : freshness == Freshness.Advised ? "text-warn" : "text-bad";

    private string At(string path) => $"/conventions/{Sheet.Id}/{path}";
}
