namespace Intranet.Shared;

internal static class TableErrors
{
    internal static TableException TooBig(TableLimits limits) => new(
        $"Ce fichier dépasse {French.FileSize(limits.FileBytes)} : découpez-le, ou retirez les colonnes et les images inutiles.");

    internal static TableException TooManyRows(TableLimits limits) => new(
        $"Ce fichier contient plus de {French.Number(limits.Rows)} lignes : découpez-le en plusieurs fichiers.");

    internal static TableException TooBigUnzipped(TableLimits limits) => new(
        $"Ce classeur dépasse {French.FileSize(limits.UnzippedBytes)} une fois décompressé : enregistrez la feuille utile au format CSV.");

    internal static TableException TooManyColumns(TableLimits limits, int line) => new(
        $"La ligne {French.Number(line)} contient plus de {French.Number(limits.Columns)} colonnes : vérifiez le séparateur, ou retirez les colonnes inutiles.", line);

    internal static TableException CellTooLong(TableLimits limits, int line) => new(
        $"La ligne {French.Number(line)} contient une cellule de plus de {French.Number(limits.CellLength)} caractères : vérifiez qu'un guillemet n'y reste pas ouvert.", line);

    internal static TableException NoContent() => new("Ce fichier est vide : choisissez un fichier qui contient un tableau.");

    internal static TableException Damaged(Exception? inner = null) => new(
        "Ce classeur est endommagé : ouvrez-le dans un tableur, puis enregistrez-le à nouveau au format .xlsx.", null, inner);

    internal static TableException NotATable(string what) => new(
        $"Ce fichier est {what}, pas un tableau : choisissez un fichier .xlsx ou .csv.");
}
