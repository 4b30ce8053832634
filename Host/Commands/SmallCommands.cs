using System.CommandLine;
using Intranet.Host.Hosting;
using Intranet.Shared;
using Microsoft.EntityFrameworkCore;

namespace Intranet.Host.Commands;

/// <summary><c>search rebuild</c>, <c>erase</c>, <c>demo</c>.</summary>
internal static class SmallCommands
{
    public static Command Search(IReadOnlyList<string> settings)
    {
        var rebuild = new Command("rebuild", "Describes every record again and builds the search index anew.");
        rebuild.SetAction((_, cancellation) => CommandScope.RunAsync(settings, "search rebuild", async services =>
        {
            var count = await SubjectRebuild.RunAsync(services.GetRequiredService<IntranetDb>(), services.GetRequiredService<ISubjectIndex>(), cancellation);
            Console.WriteLine($"{count} records");
            return 0;
        }, cancellation));
        return new Command("search", "The search index.") { rebuild };
    }

    public static Command Erase(IReadOnlyList<string> settings)
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Says what would be erased, and erases nothing." };
        var today = CommonOptions.Today();
        var command = new Command("erase", "Erases people and guests gone for three years, and old mails, drafts and links.") { dryRun, today };
        command.SetAction((parsed, cancellation) => CommandScope.RunAsync([.. settings.With(parsed.GetValue(today)), "--Clock:DryRun", parsed.GetValue(dryRun) ? "true" : "false"], "erase", async services =>
        {
            var report = await services.GetRequiredService<Erasure>().RunAsync(parsed.GetValue(dryRun), cancellation);
            Console.WriteLine($"{(parsed.GetValue(dryRun) ? "Would erase" : "Erased")}: {report.People.Count} people, {report.Guests} guests, {report.Mails} mails, {report.Drafts} drafts, {report.Links} links");
            foreach (var id in report.People)
                Console.WriteLine($"/personnes/{id}");
            return 0;
        }, cancellation));
        return command;
    }

    public static Command Demo(IReadOnlyList<string> settings)
    {
        var scale = new Option<int>("--scale") { Description = "Number of copies of the fictional association.", DefaultValueFactory = _ => 1 };
        scale.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000)
                result.AddError("--scale goes from 1 to 1000.");
        });
        var command = new Command("demo", "Loads the fictional association into an empty database.") { scale };
        command.SetAction((parsed, cancellation) => CommandScope.RunAsync(settings, "demo", async services =>
        {
            var db = services.GetRequiredService<IntranetDb>();
            if (!await Hosting.Demo.IsEmptyAsync(db, cancellation))
                throw new InvalidOperationException("The database is not empty; the demo goes into a new one.");
            await Hosting.Demo.LoadAsync(services, parsed.GetValue(scale), cancellation);
            Console.WriteLine($"{await db.Subjects.CountAsync(cancellation)} records, {await db.Users.CountAsync(cancellation)} accounts");
            return 0;
        }, cancellation));
        return command;
    }
}
