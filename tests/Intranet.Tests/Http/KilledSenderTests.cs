using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Intranet.Contacts;
using Intranet.Host.Hosting;
using Intranet.Reminders;
using Intranet.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Http;

/// <summary>The real program, killed while it hands a mail over, and started again.</summary>
public sealed class KilledSenderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("passerelle-killed-").FullName;

    [Fact]
    public async Task Each_mail_leaves_once_or_is_shown_as_doubtful()
    {
        await MigrateAsync();
        for (var i = 1; i <= 5; i++)
            await RunAsync($"INSERT INTO shared_outbox ({Columns}) VALUES ('m{i}@essai.passerelle', 'Camille', 'Essai {i}', 'Bonjour.', '<p>Bonjour.</p>', '', '', '', 0, '{Utc(-10 + i)}', '{Utc(-10 + i)}', 0, '')");

        // The second mail is received whole, but its answer never comes: the program dies there.
        using var server = new Server(silentAt: 2);
        await KillWhenSilentAsync(server);
        Assert.Equal(["m1", "m2"], server.Received);
        Assert.Equal(1, await CountAsync("ClaimedAt IS NOT NULL AND SentAt IS NULL"));
        await StartAgainAsync(server);
        Assert.Equal(["m1", "m2", "m3", "m4", "m5"], server.Received);
        Assert.Equal(4, await CountAsync("SentAt IS NOT NULL"));
        Assert.Equal(1, await CountAsync("GivenUpAt IS NOT NULL AND \"To\" LIKE 'm2@%' AND Error LIKE '%may have left%'"));
    }

    /// <summary>Killed between the claim and the sending: the third letter is with nobody, which only a person can know.</summary>
    [Fact]
    public async Task Each_letter_of_reminders_leaves_once_or_is_shown_as_doubtful_never_lost()
    {
        await MigrateAsync();
        var monday = new DateOnly(2026, 3, 2);
        await using var app = AppHost.Build(["--environment", "Testing", "--App:Folder", folder, "--Demo:Enabled", "false", "--Jobs:Enabled", "false"]);
        await TellAsync(app, monday);
        Assert.Equal(5, await WriteAsync(app, monday));

        using var server = new Server(silentAt: 3, takesIt: false);
        await KillWhenSilentAsync(server);
        Assert.Equal(["l1", "l2"], server.Received);
        Assert.Equal(1, await CountAsync("ClaimedAt IS NOT NULL AND SentAt IS NULL"));
        await StartAgainAsync(server);
        Assert.Equal(["l1", "l2", "l4", "l5"], server.Received);
        Assert.Equal(4, await CountAsync("SentAt IS NOT NULL"));
        Assert.Equal(1, await CountAsync("GivenUpAt IS NOT NULL AND \"To\" LIKE 'l3@%' AND Error LIKE '%may have left%'"));
        // Told by a letter each, the doubtful one too: what may have left is not said again.
        Assert.Equal(5, await CountAsync("Id IN (SELECT MailId FROM reminders_letters)"));
        await RunAsync("UPDATE reminders_reminders SET DoneOn = NULL");
        Assert.Equal(0, await WriteAsync(app, monday.AddDays(1)));
    }

    private static async Task TellAsync(WebApplication app, DateOnly monday)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntranetDb>();
        for (var i = 1; i <= 5; i++)
        {
            var (person, partner) = (new Person("Rose", "Lectrice", "essai"), new Partner("SPIP d’essai", db.Set<PartnerKind>().First().Id));
            person.ReachBy("", $"l{i}@essai.passerelle");
            db.AddRange(person, partner);
            await db.SaveChangesAsync();
            var reminder = new Reminder("partner-to-meet", partner.Id, monday.AddDays(-3), monday);
            reminder.Confirm(new DueFact { SubjectId = partner.Id, Due = reminder.Due, Action = "Rencontrer le partenaire" });
            reminder.Address(-1, [new Recipient(person.Id, "Vous tenez le poste responsable.")], monday);
            db.Add(reminder);
            await db.SaveChangesAsync();
        }
    }

    private static async Task<int> WriteAsync(WebApplication app, DateOnly on)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<IntranetDb>(), new Fixed(Paris.ToUtc(on, new TimeOnly(9, 0))));
        return await new LetterRun(db, new Outbox(db, clock), new SingleUseLinks(db, clock), new HouseAddress("https://passerelle.essai", "p@essai"),
            scope.ServiceProvider.GetRequiredService<SubjectKinds>(), new BusinessDay(clock), clock, NullLogger<LetterRun>.Instance).RunAsync(default);
    }

    private sealed class Fixed(DateTime at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(at, TimeSpan.Zero);
    }

    private async Task MigrateAsync()
    {
        using var migrate = Start("migrate");
        await migrate.WaitForExitAsync();
        Assert.Equal(0, migrate.ExitCode);
    }

    private async Task KillWhenSilentAsync(Server server)
    {
        using var first = Start("serve", "--Mail:SmtpPort", server.Port.ToString(CultureInfo.InvariantCulture));
        await server.Silent.WaitAsync(TimeSpan.FromSeconds(120));
        first.Kill(entireProcessTree: true);
        await first.WaitForExitAsync();
    }

    /// <summary>A quarter of an hour later, until nothing waits.</summary>
    private async Task StartAgainAsync(Server server)
    {
        await RunAsync($"UPDATE shared_outbox SET ClaimedAt = '{Utc(-15)}' WHERE ClaimedAt IS NOT NULL");
        using var second = Start("serve", "--Mail:SmtpPort", server.Port.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < 600 && await CountAsync("SentAt IS NULL AND GivenUpAt IS NULL") > 0; i++)
            await Task.Delay(200);
        second.Kill(entireProcessTree: true);
        await second.WaitForExitAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private const string Columns = "\"To\", ToName, Subject, Text, Html, AttachmentName, AttachmentType, Attachment, IsSecret, QueuedAt, DueAt, Attempts, Error";

    private static string Utc(int minutes) => DateTime.UtcNow.AddMinutes(minutes).ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    private Process Start(string command, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[typeof(AppHost).Assembly.Location, command, "--App:Folder", folder, "--Demo:Enabled", "false"])
            start.ArgumentList.Add(word);
        if (command == "serve")
        {
            foreach (var word in (string[])["--urls", "http://127.0.0.1:0", "--Mail:SmtpHost", "127.0.0.1", "--Mail:SmtpTls", "false", .. more])
                start.ArgumentList.Add(word);
        }
        start.Environment["ASPNETCORE_ENVIRONMENT"] = start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<int> CountAsync(string where)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM shared_outbox WHERE {where}";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "passerelle.db")};Default Timeout=60;Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>A mail server that takes every mail, but falls silent once, in the middle of one.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly TaskCompletionSource silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> received = [];
        private readonly int silentAt;
        private readonly bool takesIt;

        /// <param name="takesIt">It falls silent after that mail, else before.</param>
        public Server(int silentAt, bool takesIt = true)
        {
            (this.silentAt, this.takesIt) = (silentAt, takesIt);
            listener.Start();
            _ = AcceptAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public Task Silent => silent.Task;

        /// <summary>To whom, in the order of arrival.</summary>
        public IReadOnlyList<string> Received
        {
            get
            {
                lock (received)
                    return [.. received];
            }
        }

        public void Dispose() => listener.Dispose();

        private Task FallSilentAsync()
        {
            silent.SetResult();
            return Task.Delay(Timeout.Infinite);
        }

        private async Task AcceptAsync()
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                _ = SpeakAsync(client);
            }
        }

        private async Task SpeakAsync(TcpClient client)
        {
            using var _ = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
            var to = "";
            await writer.WriteLineAsync("220 essai");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('@', StringComparison.Ordinal)];
                if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    if (!takesIt && !Silent.IsCompleted && Received.Count == silentAt - 1)
                        await FallSilentAsync();
                    await writer.WriteLineAsync("354 go on");
                    while (await reader.ReadLineAsync() is { } text && text != ".")
                    {
                    }
                    lock (received)
                        received.Add(to);
                    if (takesIt && Received.Count == silentAt)
                        await FallSilentAsync();
                }
                await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 bye" : "250 ok");
            }
        }
    }
}
