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

    public void Write(string name, string address, string note, DateOnly? inForceOn, DateOnly? until)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new BrokenRuleException("Indiquez l’intitulé du texte.", nameof(Name));
        if (until < inForceOn)
            throw new BrokenRuleException("Le dernier jour précède l’entrée en vigueur.", nameof(Until));
        (Name, Address, Note, InForceOn, Until) = (name.Trim(), address.Trim(), note.Trim(), inForceOn, until);
    }
}
