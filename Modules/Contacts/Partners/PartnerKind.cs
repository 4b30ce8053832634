using System.ComponentModel.DataAnnotations;
using Intranet.Shared;

namespace Intranet.Contacts;

/// <summary>At what height a post stands, within its kind of organisation.</summary>
public enum PostLevel
{
    [Display(Name = "Terrain")]
    Field = 1,

    [Display(Name = "Encadrement")]
    Management = 2,

    [Display(Name = "Institution")]
    Institution = 3,
}

/// <summary>An editable kind of partner, with what it changes: delays between meetings and the names of its levels.</summary>
public sealed class PartnerKind
{
    private PartnerKind() { }

    public PartnerKind(string code, string label, int order) => (Code, Label, Order) = (code, label, order);

    /// <summary>A kind that an administrator adds; its code comes from its first label.</summary>
    public static PartnerKind Named(string label, int order)
    {
        var code = string.Join('-', Folding.Words(label));
        return new PartnerKind(code.Length <= 30 ? code : code[..30], label.Trim(), order);
    }

    public int Id { get; private set; }

    /// <summary>Referred to by imports; never changes.</summary>
    public string Code { get; private set; } = "";
    public string Label { get; set; } = "";
    public int Order { get; set; }
    public bool IsActive { get; set; } = true;

    /// <summary>Wished time between two meetings, in months.</summary>
    public int WishedMonths { get; set; } = 12;

    /// <summary>Maximum time between two meetings, in months.</summary>
    public int MaximumMonths { get; set; } = 12;

    /// <summary>Lowest level, on their side, at which a meeting counts for the annual obligation.</summary>
    public PostLevel ExpectedLevel { get; set; } = PostLevel.Management;

    /// <summary>Examples of posts at each level, shown beside the level's name ("CPIP", "JAP"…).</summary>
    public string FieldExamples { get; set; } = "";
    public string ManagementExamples { get; set; } = "";
    public string InstitutionExamples { get; set; } = "";
}
