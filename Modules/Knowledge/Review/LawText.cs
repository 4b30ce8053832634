using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge;

/// <summary>A law, a decree, a circular that pages rest on: when it comes into force, changes or falls, they are to be read again.</summary>
internal sealed class LawText : AggregateRoot
{
    private LawText() { }

    public LawText(string name, string address, string note, DateOnly? inForceOn, DateOnly? until)
        : base(KnowledgeModule.Law)
        => Write(name, address, note, inForceOn, until);

    /// <summary>« Loi n° 2019-222 du 23 mars 2019 de programmation… ».</summary>
    [Display(Name = "Intitulé")]
    public string Name { get; private set; } = "";

    /// <summary>Where it is read, http or https; 300 characters.</summary>
    [Display(Name = "Adresse")]
    public string Address { get; private set; } = "";

    /// <summary>What it changes for us; 1,000 characters.</summary>
    [Display(Name = "Ce qu’il change")]
    public string Note { get; private set; } = "";

    [Display(Name = "En vigueur le")]
    public DateOnly? InForceOn { get; private set; }

    /// <summary>Last day in force, when it is known.</summary>
    [Display(Name = "Jusqu’au")]
    public DateOnly? Until { get; private set; }

    public override SubjectFacts Describe() => new(Name, "Texte de référence", InForceOn) { Text = [Note] };

    /// <summary>In force that day, as far as known.</summary>
    public bool IsInForce(DateOnly day) => !(InForceOn > day) && !(Until < day);

    /// <summary>Its state in words, with the date that matters next.</summary>
    public (string Label, string Look) StateOn(DateOnly day)
        => InForceOn > day ? ($"En vigueur le {French.Date(InForceOn.Value)}", "is-info")
            : Until < day ? ($"N’est plus en vigueur depuis le {French.Date(Until.Value.AddDays(1))}", "is-neutral")
            : Until is { } last ? ($"En vigueur jusqu’au {French.Date(last)}", "is-warn") : ("En vigueur", "is-ok");

    public void Write(string name, string address, string note, DateOnly? inForceOn, DateOnly? until)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Indiquez l’intitulé du texte.", nameof(Name));
        if (address.Trim() is { Length: > 0 } link && !(Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new BrokenRuleException("Indiquez une adresse qui commence par https://.", nameof(Address));
        if (until < inForceOn)
            throw new BrokenRuleException("Le dernier jour précède l’entrée en vigueur.", nameof(Until));
        (Name, Address, Note, InForceOn, Until) = (name.Trim(), address.Trim(), note.Trim(), inForceOn, until);
    }
}
