using Microsoft.AspNetCore.Identity;

namespace Intranet.Host.Hosting;

/// <summary>What Identity has to say, in French.</summary>
internal sealed class FrenchIdentityErrors : IdentityErrorDescriber
{
    private static IdentityError Error(string code, string sentence) => new() { Code = code, Description = sentence };

    public override IdentityError DefaultError() => Error(nameof(DefaultError), "L’enregistrement n’a pas pu se faire. Réessayez.");
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "Ce compte vient d’être modifié par quelqu’un d’autre. Rechargez la page.");
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Le mot de passe actuel n’est pas le bon.");
    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "Ce lien n’est plus valable. Demandez-en un autre.");
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), "Cet identifiant contient des signes qui ne sont pas admis.");
    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), "Cette adresse de courriel n’est pas valable.");
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), "Cet identifiant est déjà pris.");
    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), "Cette adresse de courriel a déjà un compte.");
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Le mot de passe compte au moins {length} signes.");
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), $"Le mot de passe compte au moins {uniqueChars} signes différents.");
}
