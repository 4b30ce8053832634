using Intranet.Contacts;
using Intranet.Conventions;
using Intranet.Experts;
using Intranet.Host.Commands;
using Intranet.Knowledge;
using Intranet.Meetings;
using Intranet.Reminders;
using Intranet.Shared;
using Intranet.Training;

namespace Intranet.Host;

/// <summary>The only executable. Its heart is the list of modules.</summary>
public static class Program
{
    /// <summary>The rooms of the house, in the order in which demo data and migrations need them.</summary>
    public static IReadOnlyList<IModule> Modules { get; } =
    [
        new ContactsModule(),
        new ConventionsModule(),
        new MeetingsModule(),
        new TrainingModule(),
        new ExpertsModule(),
        new KnowledgeModule(),
        new RemindersModule(),
    ];

    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);
}
