namespace Intranet.Host;

/// <summary>Names this assembly to those who start the application from outside (tests, benchmarks), since <see cref="Program"/> is static.</summary>
public sealed class Marker;
