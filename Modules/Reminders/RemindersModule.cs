using Intranet.Shared;

namespace Intranet.Reminders;

public sealed class RemindersModule : IModule;
