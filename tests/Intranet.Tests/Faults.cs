namespace Intranet.Tests;

/// <summary>A list of what is wrong, which must be empty; the message of the failed test is the list, whole.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string?> faults)
    {
        var list = faults.ToList();
        Assert.True(list.Count == 0, $"{list.Count} fault(s):{Environment.NewLine}{string.Join(Environment.NewLine, list)}");
    }
}
