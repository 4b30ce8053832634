using Microsoft.AspNetCore.Mvc.Rendering;

namespace Intranet.Contacts.Pages.Partners;

/// <summary>What the fields of a partner need of their page.</summary>
internal interface IPartnerForm
{
    PartnerInput Input { get; }
    IReadOnlyList<SelectListItem> Kinds { get; }
    IReadOnlyList<SelectListItem> Parents { get; }
    IReadOnlyList<SelectListItem> Territory { get; }
}
