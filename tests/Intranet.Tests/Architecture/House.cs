using System.Reflection;
using System.Runtime.CompilerServices;
using Intranet.Host;
using Intranet.Shared;

namespace Intranet.Tests.Architecture;

/// <summary>The house as built: its assemblies, and its sources.</summary>
internal static class House
{
    public static Assembly Shared { get; } = typeof(IModule).Assembly;
    public static Assembly Contacts { get; } = typeof(Intranet.Contacts.ContactsModule).Assembly;
    public static Assembly Host { get; } = typeof(Program).Assembly;
    public static IReadOnlyList<Assembly> Modules { get; } = [.. Program.Modules.Select(m => m.Assembly)];
    public static IReadOnlyList<Assembly> All { get; } = [Shared, .. Modules, Host];

    /// <summary>Root of the sources.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Sources under these folders (build output left out), by path from the root.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string pattern, params string[] folders) =>
        from folder in folders
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path)
        where !relative.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or "App_Data")
        select (relative, File.ReadAllText(path));

    /// <summary>Types that a person wrote, not the compiler.</summary>
    public static IEnumerable<Type> Written(this Assembly assembly)
        => assembly.GetTypes().Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && t.FullName?.Contains('<') != true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Intranet.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the sources.");
        return folder.FullName;
    }
}
