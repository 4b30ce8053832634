using Intranet.Shared;

namespace Intranet.Conventions;

public sealed class ConventionsModule : IModule;
