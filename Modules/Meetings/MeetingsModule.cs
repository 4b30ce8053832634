using Intranet.Shared;

namespace Intranet.Meetings;

public sealed class MeetingsModule : IModule;
