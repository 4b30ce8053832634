using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Intranet.Tests.Architecture;

/// <summary>Members of other assemblies that an assembly calls, read from its metadata, so that no source trick hides one.</summary>
internal static class Calls
{
    /// <summary>Every member called, as "Type.Member".</summary>
    public static IReadOnlyList<string> From(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(handle => Name(metadata, metadata.GetMemberReference(handle)))];
    }

    /// <summary>Generic methods called, as "Type.Member" with the names of the types they are called for.</summary>
    public static IReadOnlyList<(string Member, ImmutableArray<string> For)> GenericFrom(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var calls = from row in Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.MethodSpec))
                    let call = metadata.GetMethodSpecification(MetadataTokens.MethodSpecificationHandle(row))
                    where call.Method.Kind == HandleKind.MemberReference
                    select (Name(metadata, metadata.GetMemberReference((MemberReferenceHandle)call.Method)), call.DecodeSignature(new TypeNames(), null));
        return [.. calls];
    }

    private static string Name(MetadataReader metadata, MemberReference member)
    {
        var parent = member.Parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)
            : "";
        return $"{parent}.{metadata.GetString(member.Name)}";
    }

    private sealed class TypeNames : ISignatureTypeProvider<string, object?>
    {
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeDefinition(handle).Name);
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name);
        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();
        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;
        public string GetGenericMethodParameter(object? genericContext, int index) => $"!!{index}";
        public string GetGenericTypeParameter(object? genericContext, int index) => $"!{index}";
        public string GetArrayType(string elementType, ArrayShape shape) => elementType;
        public string GetSZArrayType(string elementType) => elementType;
        public string GetByReferenceType(string elementType) => elementType;
        public string GetPointerType(string elementType) => elementType;
        public string GetPinnedType(string elementType) => elementType;
        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;
        public string GetFunctionPointerType(MethodSignature<string> signature) => "";
    }
}
