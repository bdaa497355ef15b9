using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The travel matrix, what is known of it, and the small documents.</summary>
internal static class OtherTables
{
    public static StoreTable<TravelMatrixEntry> Matrix { get; } = new(
        "matrice",
        ["da_pro_com_t", "a_pro_com_t", "minuti", "km"],
        (row, entry) =>
        {
            row.Text(entry.From.Value);
            row.Text(entry.To.Value);
            row.Real(entry.Minutes);
            row.Real(entry.Km);
        },
        row => new TravelMatrixEntry(Codes.ToComune(row.Text()), Codes.ToComune(row.Text()), row.Real(), row.RealOrNull()));

    public static StoreTable<TravelMatrixInfo> MatrixInfo { get; } = new(
        "matrice_info",
        ["coppie", "sha256", "fonte"],
        (row, info) =>
        {
            row.BigInteger(info.Pairs);
            row.Text(info.Sha256);
            row.Text(info.Source);
        },
        row => new TravelMatrixInfo(row.BigInteger(), row.Text(), row.TextOrNull()));

    public static StoreTable<KeyValuePair<string, string>> Documents { get; } = new(
        "documenti",
        ["chiave", "testo"],
        (row, document) =>
        {
            row.Text(document.Key);
            row.Text(document.Value);
        },
        row => new KeyValuePair<string, string>(row.Text(), row.Text()));
}
