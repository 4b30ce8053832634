using Intranet.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Intranet.Host.Pages.Errors;

/// <summary>What went wrong, in a French sentence; the details are in the log only.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public int Code { get; private set; }
    public string Title { get; private set; } = "";
    public string Sentence { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (error is not null)
            code = Response.StatusCode;
        Code = code is >= 400 and < 600 ? code : 404;
        Response.StatusCode = Code;
        (Title, Sentence) = Code switch
        {
            400 => ("Demande incomprise", "La page a expiré ou la demande est incomplète. Revenez en arrière, rechargez la page et recommencez : votre saisie y est encore."),
            401 => ("Connexion nécessaire", "Connectez-vous pour continuer."),
            403 => ("Accès réservé", "Votre rôle ne permet pas d’ouvrir cette page. Si vous en avez besoin, adressez-vous à votre administratrice ou administrateur."),
            404 => ("Page introuvable", "Cette page n’existe pas, ou elle n’est pas dans votre périmètre."),
            405 => ("Action impossible", "Cette adresse n’accepte pas cette action."),
            409 => ("Modifié entre-temps", "Quelqu’un d’autre a enregistré cette fiche pendant que vous l’ouvriez. Revenez en arrière et rechargez la page pour voir sa version."),
            413 => ("Envoi trop volumineux", "Le fichier dépasse la taille admise, 20 Mo."),
            422 => ("Enregistrement refusé", error is BrokenRuleException or IdentityRefusedException ? error.Message : "Une valeur n’est pas admise. Revenez en arrière : votre saisie y est encore."),
            429 => ("Trop d’essais", "Attendez une minute, puis réessayez."),
            _ => ("Incident", "Passerelle n’a pas pu répondre. L’incident est enregistré ; réessayez dans un instant."),
        };
    }
}
