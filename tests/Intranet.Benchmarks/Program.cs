using System.Globalization;

namespace Intranet.Benchmarks;

/// <summary>
/// Requests a second of our pages, beside those of a bare page of the same rows. <c>--quick</c>: short runs, one size;
/// <c>--only /partenaires</c>: that page. <c>--reminders [200000]</c>: instead, the day's run of the reminders over so many candidates.
/// </summary>
internal static class Program
{
    public static async Task Main(string[] args)
    {
        if (Array.IndexOf(args, "--reminders") is >= 0 and var size)
        {
            await DayOfReminders.RunAsync(size + 1 < args.Length ? int.Parse(args[size + 1], CultureInfo.InvariantCulture) : 200_000);
            return;
        }
        var quick = args.Contains("--quick");
        var only = Array.IndexOf(args, "--only") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : "";
        var (slice, rounds) = (TimeSpan.FromSeconds(quick ? 1 : 2.5), quick ? 3 : 5);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"{Load.Connections} connections, {Environment.ProcessorCount} processors shared with the load; each page takes turns with the bare one, {rounds} x {slice.TotalSeconds} s.");
        var once = await MeasureAsync(1, slice, rounds, only);
        if (quick)
            return;
        var many = await MeasureAsync(20, slice, rounds, only);
        Print($"Slowdown from demo --scale 1 to 20:");
        foreach (var (name, rate) in once)
            Print($"{name,-24} slowdown {rate / many[name]:F2}");
    }

    /// <summary>Prints the table at a scale; answers requests a second by page.</summary>
    private static async Task<Dictionary<string, double>> MeasureAsync(int scale, TimeSpan slice, int rounds, string only)
    {
        await using var house = new House();
        var loaded = await house.StartAsync(scale);
        Print($"demo --scale {scale}: loaded in {loaded.TotalSeconds:F1} s");
        var pages = house.Pages.Where(p => only.Length == 0 || p.Name == only).ToList();
        // Twice: code met for the first time by a page delays the compiling for good of what others share.
        foreach (var target in (IEnumerable<Target>)[house.Bare, .. pages, house.Bare, .. pages])
            await Load.WarmAsync(target);

        Print($"{"page",-24} {"ratio",10} {"req/s",8} {"p50 ms",8} {"p95 ms",8} {"cpu ms",8} {"of bare",8} {"alloc KB",8} {"bytes",8}");
        Dictionary<string, double> rates = [];
        Sample? allBare = null;
        foreach (var page in pages)
        {
            Sample? mine = null, bare = null;
            for (var round = 0; round < rounds; round++)
            {
                bare = Sum(bare, await Load.RunAsync(house.Bare, slice));
                mine = Sum(mine, await Load.RunAsync(page, slice));
            }
            Line(page.Name, mine!, bare!);
            rates[page.Name] = mine!.Rate;
            allBare = Sum(allBare, bare!);
        }
        Line(house.Bare.Name, allBare!, allBare!);
        rates[house.Bare.Name] = allBare!.Rate;
        return rates;
    }

    private static Sample Sum(Sample? a, Sample b) => a is null ? b : a + b;

    private static void Line(string name, Sample s, Sample bare)
        => Print($"{name,-24} ratio {s.Rate / bare.Rate:F2} {s.Rate,8:F0} {s.Percentile(0.5),8:F1} {s.Percentile(0.95),8:F1} {s.CpuMilliseconds,8:F2} {bare.CpuMilliseconds / s.CpuMilliseconds,8:F2} {s.AllocatedKilobytes,8:F0} {s.Bytes,8}");

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
