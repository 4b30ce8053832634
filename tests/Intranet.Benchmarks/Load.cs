using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Intranet.Benchmarks;

/// <summary>What a page answered under load.</summary>
/// <param name="Count">Requests answered.</param>
/// <param name="Seconds">Time that they took.</param>
/// <param name="Cpu">Seconds of processor, server and load together.</param>
/// <param name="Allocated">Bytes of memory asked for, server and load together; unlike times, the same whatever else the machine does.</param>
/// <param name="Latencies">Milliseconds, unsorted.</param>
/// <param name="Bytes">Size of one answer, headers included.</param>
internal sealed record Sample(int Count, double Seconds, double Cpu, long Allocated, IReadOnlyList<double> Latencies, int Bytes)
{
    public double Rate => Count / Seconds;
    public double CpuMilliseconds => Cpu * 1000 / Count;
    public double AllocatedKilobytes => Allocated / 1024.0 / Count;

    public double Percentile(double part)
    {
        var sorted = Latencies.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * part)];
    }

    public static Sample operator +(Sample a, Sample b) => new(a.Count + b.Count, a.Seconds + b.Seconds, a.Cpu + b.Cpu, a.Allocated + b.Allocated, [.. a.Latencies, .. b.Latencies], b.Bytes);
}

/// <summary>Asks the same page over and over on a few kept connections, with bare sockets: an HTTP client would weigh as much as the page.</summary>
internal static class Load
{
    public const int Connections = 16;

    /// <summary>Asks until the code is compiled for good (some hundreds of calls), a few seconds at most.</summary>
    public static async Task WarmAsync(Target target)
    {
        var start = Stopwatch.GetTimestamp();
        for (var count = 0; count < 500 && Stopwatch.GetElapsedTime(start).TotalSeconds < 4;)
            count += (await RunAsync(target, TimeSpan.FromSeconds(0.5))).Count;
    }

    public static async Task<Sample> RunAsync(Target target, TimeSpan duration)
    {
        var (start, cpu, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var until = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var results = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(target, until))));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var latencies = results.SelectMany(r => r.Latencies).ToList();
        return new Sample(latencies.Count, seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes() - allocated, latencies, results[0].Bytes);
    }

    private static async Task<(List<double> Latencies, int Bytes)> AskAsync(Target target, long until)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, target.Port);
        var buffer = new byte[256 << 10];
        List<double> latencies = [];
        var bytes = 0;
        do
        {
            var start = Stopwatch.GetTimestamp();
            await socket.SendAsync(target.Request);
            bytes = await ReadAsync(socket, buffer, target.Path);
            latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        while (Stopwatch.GetTimestamp() < until);
        return (latencies, bytes);
    }

    /// <summary>Reads one answer: Kestrel sends a page in chunks, whose last is empty.</summary>
    private static async Task<int> ReadAsync(Socket socket, byte[] buffer, string path)
    {
        var length = 0;
        do
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0)
                throw new InvalidOperationException($"{path}: the connection was closed.");
            length += read;
        }
        while (!buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8));
        if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200 "u8))
            throw new InvalidOperationException($"{path}: {Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 200))}");
        return length;
    }
}

/// <summary>A page to ask, with the cookies of somebody signed in.</summary>
internal sealed class Target(string name, Uri server, string path, string cookies)
{
    public string Name { get; } = name;
    public string Path { get; } = path;
    public int Port { get; } = server.Port;
    public ReadOnlyMemory<byte> Request { get; } = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nCookie: {cookies}\r\n\r\n");
}
