using Intranet.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Intranet.Tests.Http;

public sealed class OutboxTests(IntranetApp app) : IClassFixture<IntranetApp>
{
    [Fact]
    public async Task A_mail_leaves_once_in_two_forms_whoever_sends()
    {
        await QueueAsync("une-fois@essai.passerelle");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync()));
        var file = Assert.Single(Mails(), f => File.ReadAllText(f).Contains("une-fois@essai.passerelle", StringComparison.Ordinal));
        Assert.Contains("text/html", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.True(await app.WithDb(db => db.Set<OutboxMail>().AllAsync(m => m.To != "une-fois@essai.passerelle" || m.SentAt != null)));
    }

    [Fact]
    public async Task A_mail_not_saved_never_leaves()
    {
        await app.WithDb(db =>
        {
            new Outbox(db, TimeProvider.System).Queue(Mail("jamais@essai.passerelle"));
            return Task.FromResult(0);
        });
        await SendAsync();
        Assert.DoesNotContain(Mails(), f => File.ReadAllText(f).Contains("jamais@essai.passerelle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_mail_leaves_while_the_day_is_set()
    {
        await QueueAsync("jour-fixe@essai.passerelle");
        await app.WithDb(db => new SendMail(db, app.Services.GetRequiredService<IMailTransport>(), [], new BusinessDay(TimeProvider.System, new DateOnly(2027, 3, 1)), TimeProvider.System, NullLogger<SendMail>.Instance).RunAsync(default));
        Assert.False(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.To == "jour-fixe@essai.passerelle" && m.SentAt != null)));
    }

    [Fact]
    public async Task A_failure_waits_longer_each_time_then_is_given_up()
    {
        await QueueAsync("echec@essai.passerelle", isSecret: true);
        var clock = new Later();
        var (waits, tries) = (new List<TimeSpan>(), new List<DateTime>());
        for (var i = 0; i < 8; i++)
        {
            await app.WithDb(db => new SendMail(db, new Broken(), [], new BusinessDay(clock), clock, NullLogger<SendMail>.Instance).RunAsync(default));
            var mail = await app.WithDb(db => db.Set<OutboxMail>().AsNoTracking().SingleAsync(m => m.To == "echec@essai.passerelle"));
            waits.Add(mail.DueAt - clock.Now);
            if (mail.GivenUpAt is null)
                tries.Add(mail.DueAt);
            clock.Now = mail.DueAt.AddSeconds(1);
        }
        Assert.Equal([1, 5, 15], waits.Take(3).Select(w => Math.Round(w.TotalMinutes)));
        Assert.All(new[] { 1, 4, 12, 24 }.Zip(waits.Skip(3)), w => Assert.True(w.Second >= TimeSpan.FromHours(w.First)));
        Assert.All(tries.Skip(3), t => Assert.Equal(OfficeHours.OnOrAfter(t), t));
        Assert.True(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.To == "echec@essai.passerelle" && m.GivenUpAt != null)));
    }

    [Fact]
    public async Task A_server_that_may_have_taken_a_mail_never_gets_it_twice()
    {
        await QueueAsync("interrompu@essai.passerelle");
        var clock = new Later { Now = DateTime.UtcNow };
        await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == "interrompu@essai.passerelle").ExecuteUpdateAsync(m => m.SetProperty(x => x.ClaimedAt, clock.Now.AddMinutes(-11))));
        var server = new Broken();
        await app.WithDb(db => new SendMail(db, server, [], new BusinessDay(clock), clock, NullLogger<SendMail>.Instance).RunAsync(default));
        Assert.DoesNotContain("interrompu@essai.passerelle", server.Asked);
        Assert.True(await app.WithDb(db => db.Set<OutboxMail>().AnyAsync(m => m.To == "interrompu@essai.passerelle" && m.GivenUpAt != null)));
    }

    private string[] Mails() => Directory.GetFiles(Path.Combine(app.Folder, "mail"), "*.eml");

    [Fact]
    public async Task What_nobody_waits_for_is_tried_again_in_office_hours_only()
    {
        await QueueAsync("patient@essai.passerelle");
        var clock = new Later { Now = Paris.ToUtc(new DateOnly(2027, 3, 5), new TimeOnly(17, 59, 30)) };
        await app.WithDb(db => new SendMail(db, new Broken(), [], new BusinessDay(clock), clock, NullLogger<SendMail>.Instance).RunAsync(default));
        Assert.Equal(Paris.ToUtc(new DateOnly(2027, 3, 8), new TimeOnly(8, 0)), await app.WithDb(db => db.Set<OutboxMail>().Where(m => m.To == "patient@essai.passerelle").Select(m => m.DueAt).SingleAsync()));
    }

    private static OutgoingMail Mail(string to) => new(to, "Camille", "Essai", ["Une phrase avec des accents : été."]);

    private Task QueueAsync(string to, bool isSecret = false) => app.WithDb(db =>
    {
        new Outbox(db, TimeProvider.System).Queue(Mail(to) with { IsSecret = isSecret });
        return db.SaveChangesAsync();
    });

    private async Task SendAsync()
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(default);
    }

    private sealed class Broken : IMailTransport
    {
        public List<string> Asked { get; } = [];
        public bool IsRepeatable => false;

        public Task DeliverAsync(OutboxMail mail, CancellationToken cancellation)
        {
            Asked.Add(mail.To);
            throw new IOException("The server is away.");
        }
    }

    private sealed class Later : TimeProvider
    {
        public DateTime Now { get; set; } = DateTime.UtcNow.AddMinutes(1);
        public override DateTimeOffset GetUtcNow() => new(Now, TimeSpan.Zero);
    }
}
