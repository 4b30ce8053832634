using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Intranet.Shared;

/// <summary>
/// The version of a form on parts of a record, which have none of their own: a number that follows from the values shown. It
/// differs once somebody else has saved other values of the same form, and only then.
/// </summary>
public static class Stamp
{
    /// <summary>The same input with its stamp as version.</summary>
    public static T Stamped<T>(this T input)
        where T : IVersionedInput
    {
        input.Version = 0;
        input.Version = BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input)));
        return input;
    }
}
