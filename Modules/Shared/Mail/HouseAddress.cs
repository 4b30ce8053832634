namespace Intranet.Shared;

/// <summary>Where the house is found, for what is written while nobody is asking for a page.</summary>
/// <param name="Web">Absolute, without a final bar: <c>https://passerelle.exemple.fr</c> (<c>App:Address</c>).</param>
/// <param name="Mail">Sender of the letters.</param>
public sealed record HouseAddress(string Web, string Mail);
