namespace Intranet.Knowledge.Content;

/// <summary>The first content, as it travels in the assembly.</summary>
internal static class ContentLibrary
{
    private const string Glossary = "glossaire.md";

    /// <summary>When the glossary was last found true.</summary>
    public static readonly DateOnly GlossaryReadOn = new(2026, 11, 20);

    public static IReadOnlyList<ContentPage> Pages()
        => [.. Names().Where(n => n != Glossary).Order(StringComparer.Ordinal).Select(n => ContentPage.Parse(Path.GetFileNameWithoutExtension(n), Read(n)))];

    public static IReadOnlyList<ContentTerm> Terms() => ContentTerm.ParseAll("\n" + Read(Glossary));

    private static IEnumerable<string> Names() => typeof(ContentLibrary).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".md", StringComparison.Ordinal));

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(ContentLibrary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
