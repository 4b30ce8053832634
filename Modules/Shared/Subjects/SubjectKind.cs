namespace Intranet.Shared;

/// <summary>A kind of record: what a person calls it and where it lives.</summary>
/// <param name="Code">Stored in <see cref="Subject.Kind"/>; never changes.</param>
/// <param name="Label">Singular French name, capitalised.</param>
/// <param name="Plural">Plural French name, capitalised.</param>
/// <param name="Path">First segment of the address; a record is at <c>/Path/Id</c>.</param>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Write">Who may change a record of this kind: add documents to it, remove them.</param>
/// <param name="Documents">Where its documents are shown, after its address.</param>
/// <param name="History">Who reads its history; beyond <see cref="Permission.Read"/>, only where all of its establishments are theirs.</param>
/// <param name="Weight">0 to 10: how often it is what somebody who searches looks for, among records found as well.</param>
public sealed record SubjectKind(string Code, string Label, string Plural, string Path, string Icon, Permission Write = Permission.WriteContacts, string Documents = "#documents", Permission History = Permission.Read, int Weight = 0);

/// <summary>All kinds, collected from the modules.</summary>
public sealed class SubjectKinds(IEnumerable<IModule> modules)
{
    private readonly Dictionary<string, SubjectKind> byCode = modules.SelectMany(m => m.Kinds).ToDictionary(k => k.Code);

    /// <summary>Every kind, in the modules' order.</summary>
    public IEnumerable<SubjectKind> All => byCode.Values;

    /// <summary>The kind stored under this code.</summary>
    /// <exception cref="KeyNotFoundException">No module declares the code.</exception>
    public SubjectKind this[string code] => byCode[code];

    /// <summary>The address of a record's page.</summary>
    public string AddressOf(string kind, int id) => $"/{this[kind].Path}/{id}";
}
