namespace Intranet.Shared;

/// <summary>Names of the limits that pages state by <c>[EnableRateLimiting]</c>.</summary>
public static class RateLimits
{
    /// <summary>Pages opened with a secret in their address instead of an account: reading counts too.</summary>
    public const string Strangers = "strangers";
}
