namespace Intranet.Shared;

/// <summary>Says what is wrong with a file whose header isn't the kind's, and which kind it looks like.</summary>
internal static class WrongFile
{
    public static string Sentence(IImportKind kind, IEnumerable<IImportKind> others, IReadOnlyList<string> header, IReadOnlyList<string> missing)
    {
        var looksLike = others.FirstOrDefault(k => k.Code != kind.Code && Answers(k, header));
        var columns = missing.Count == 1 ? $"la colonne « {missing[0]} »" : $"les colonnes {French.List(missing.Select(m => $"« {m} »"))}";
        var sentence = $"Il manque {columns} pour importer « {kind.Label} ».";
        return looksLike is null
            ? $"{sentence} Vérifiez que c’est le bon fichier ; le modèle vierge donne les colonnes attendues."
            : $"Ce fichier est d’une autre sorte : il ressemble à « {looksLike.Label} » ({looksLike.Code}). {sentence}";
    }

    /// <summary>True when the header has all that the kind needs.</summary>
    public static bool Answers(IImportKind kind, IReadOnlyList<string> header)
    {
        var mapping = ImportSheet.Match(kind, header);
        return kind.Columns.Where(c => c.Need != ImportNeed.Optional).All(c => mapping.Contains(c.Key));
    }
}
