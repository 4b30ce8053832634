using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Intranet.Shared;

namespace Intranet.Host.Hosting;

/// <summary>How mails leave: to a folder (<c>Mail:PickupFolder</c>, by default App_Data/mail), or by SMTP when <c>Mail:SmtpHost</c> is given.</summary>
internal static class MailSetup
{
    public static void AddMail(this IServiceCollection services, IConfiguration configuration, AppFolder folder)
    {
        var from = (configuration["Mail:SmtpFrom"] ?? configuration["Mail:From"]) is { Length: > 0 } address ? new MailAddress(address) : new MailAddress("passerelle@localhost", "Passerelle");
        var server = configuration["Mail:SmtpHost"];
        services.AddSingleton<IMailTransport>(string.IsNullOrEmpty(server)
            ? new PickupFolder(configuration["Mail:PickupFolder"] is { Length: > 0 } pickup ? Directory.CreateDirectory(pickup).FullName : folder.Sub("mail"), from)
            : new SmtpServer(server, configuration.GetValue("Mail:SmtpPort", 587), configuration.GetValue("Mail:SmtpTls", configuration.GetValue("Mail:SmtpPort", 587) != 25), configuration["Mail:SmtpUser"], configuration["Mail:SmtpPassword"], from));
        var web = configuration["App:Address"] is { Length: > 0 } given ? given : (configuration["urls"] ?? AppHost.DefaultUrl).Split(';')[0];
        services.AddSingleton(new HouseAddress(web.TrimEnd('/'), from.Address));
        services.AddScoped<IMailbox, Outbox>();
        services.AddScoped<SendMail>();
        services.AddSingleton<IScheduledJob, MailJob>();
    }

    /// <summary>The mail in the form that servers understand. Its identifier is always the same, so that a receiver can tell a double.</summary>
    internal static MailMessage Compose(OutboxMail mail, MailAddress from)
    {
        var message = new MailMessage(from, new MailAddress(mail.To, mail.ToName, Encoding.UTF8))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
            IsBodyHtml = false,
        };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(mail.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (mail.Attachment.Length > 0)
            Attach(message, mail);
        message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{mail.Id}.{mail.QueuedAt.Ticks}@{from.Host}>"));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>An invitation is also another form of the mail, the last and best one: Outlook and others then show it as an invitation.</summary>
    private static void Attach(MailMessage message, OutboxMail mail)
    {
        var type = new ContentType(mail.AttachmentType) { CharSet = Encoding.UTF8.WebName };
        if (type.MediaType == "text/calendar")
            message.AlternateViews.Add(new AlternateView(Content(), new ContentType(type.ToString())) { TransferEncoding = TransferEncoding.Base64 });
        type.Name = mail.AttachmentName;
        message.Attachments.Add(new Attachment(Content(), type) { TransferEncoding = TransferEncoding.Base64 });

        MemoryStream Content() => new(Encoding.UTF8.GetBytes(mail.Attachment));
    }
}

/// <summary>One .eml file a mail, named after it: writing it twice leaves one.</summary>
internal sealed class PickupFolder(string folder, MailAddress from) : IMailTransport
{
    public bool IsRepeatable => true;

    public Task DeliverAsync(OutboxMail mail, CancellationToken cancellation)
    {
        var name = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{mail.QueuedAt:yyyyMMdd-HHmmss}-{mail.Id:D6}.eml"));
        if (File.Exists(name))
            return Task.CompletedTask;
        // SmtpClient names its files by chance: it writes into a folder of its own, from which the file is moved whole.
        var own = Directory.CreateTempSubdirectory("passerelle-mail-").FullName;
        try
        {
            using var message = MailSetup.Compose(mail, from);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = own };
            client.Send(message);
            var part = name + ".part";
            File.Copy(Directory.GetFiles(own, "*.eml").Single(), part, overwrite: true);
            File.Move(part, name, overwrite: true);
        }
        finally
        {
            Directory.Delete(own, recursive: true);
        }
        return Task.CompletedTask;
    }
}

/// <summary>A mail server; encrypted unless its port is 25 or <c>Mail:SmtpTls</c> says otherwise.</summary>
internal sealed class SmtpServer(string host, int port, bool isEncrypted, string? user, string? password, MailAddress from) : IMailTransport
{
    public bool IsRepeatable => false;

    public async Task DeliverAsync(OutboxMail mail, CancellationToken cancellation)
    {
        using var message = MailSetup.Compose(mail, from);
        using var client = new SmtpClient(host, port) { EnableSsl = isEncrypted, Timeout = 30_000 };
        if (!string.IsNullOrEmpty(user))
            client.Credentials = new NetworkCredential(user, password);
        await client.SendMailAsync(message, cancellation);
    }
}

/// <summary>Empties the outbox twice a minute.</summary>
internal sealed class MailJob(IServiceScopeFactory scopes) : IScheduledJob
{
    public string Code => "mail";
    public string Label => "Envoi des courriels";
    public string When => "Deux fois par minute";
    public string Cron => "0/30 * * * * ?";
    public bool AtStart => true;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var round = scope.ServiceProvider.GetRequiredService<SendMail>();
        var sent = await round.RunAsync(cancellation);
        if (round.Failures is { Count: > 0 } failures)
            throw new InvalidOperationException($"Delivered: {sent}; not delivered: {failures.Count}, the last one because: {failures.Error}");
        return sent == 0 ? "" : French.Count(sent, "courriel parti", "courriels partis");
    }
}
