using Intranet.Shared;

namespace Intranet.Conventions;

/// <summary>The letter to a signatory whose signature is awaited: sober, with whom to answer.</summary>
internal static class SigningLetter
{
    public static OutgoingMail To(SignatoryLine line, Convention convention, IEnumerable<string> parties, string contact, string? word, DateOnly today, MailAction? action)
    {
        var sent = convention.SentForSignatureOn is { } on ? $"vous a été adressée pour signature le {French.Date(on)}" : "attend votre signature";
        string[] paragraphs =
        [
            $"La convention {convention.Number}, « {convention.Title} », entre {French.List(parties)}, {sent}.",
            "Nous n’avons pas encore reçu votre exemplaire signé. Si quelque chose manque ou empêche la signature, dites-le-nous.",
            .. string.IsNullOrWhiteSpace(word) ? Array.Empty<string>() : [word.Trim()],
            .. contact.Length > 0 ? new[] { $"Pour répondre : {contact}." } : [],
        ];
        return new OutgoingMail(line.Post.AddressOn(today), line.Post.HolderOn(today)?.Name ?? line.Post.Title, $"Convention {convention.Number} : votre signature est attendue", paragraphs, line.Signatory.IsOurs ? action : null);
    }
}
