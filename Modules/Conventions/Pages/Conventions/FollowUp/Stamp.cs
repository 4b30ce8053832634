using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using Intranet.Shared;

namespace Intranet.Conventions.Pages.Conventions.FollowUp;

/// <summary>
/// The version of a form on parts of a convention, which have none of their own: a number that follows from the values shown. It
/// differs once somebody else has saved other values of the same form, and only then.
/// </summary>
internal static class Stamp
{
    public static T Stamped<T>(this T input)
        where T : IVersionedInput
    {
        input.Version = 0;
        input.Version = BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input)));
        return input;
    }
}
