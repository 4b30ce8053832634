using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Knowledge.Pages.Laws;

internal sealed class LawInput : IVersionedInput
{
    [Display(Name = "Intitulé"), Required, StringLength(200)]
    public string? Name { get; set; }

    [Display(Name = "Adresse"), StringLength(300)]
    public string? Address { get; set; }

    [Display(Name = "En vigueur le")]
    public DateOnly? InForceOn { get; set; }

    [Display(Name = "Jusqu’au")]
    public DateOnly? Until { get; set; }

    [Display(Name = "Ce qu’il change"), StringLength(1000), NoIdentity]
    public string? Note { get; set; }

    public int Version { get; set; }

    public static LawInput Of(LawText law) => new() { Name = law.Name, Address = law.Address, InForceOn = law.InForceOn, Until = law.Until, Note = law.Note, Version = law.Version };

    public LawText Create() => new(Name!, Address ?? "", Note ?? "", InForceOn, Until);

    public void Write(LawText law) => law.Write(Name!, Address ?? "", Note ?? "", InForceOn, Until);
}

internal interface ILawForm
{
    LawInput Input { get; }
}
