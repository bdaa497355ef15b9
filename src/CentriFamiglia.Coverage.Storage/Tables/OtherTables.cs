namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>The travel matrix, what is known of it, what the ATS declare, and the small documents.</summary>
internal static class OtherTables
{
    public static StoreTable<TravelMatrixEntry> Matrix { get; } = new(
        "matrice",
        [new("da_pro_com_t", entry => entry.From.Value), new("a_pro_com_t", entry => entry.To.Value)],
        [
            new("da_pro_com_t", (row, entry) => row.Text(entry.From.Value)),
            new("a_pro_com_t", (row, entry) => row.Text(entry.To.Value)),
            new("minuti", (row, entry) => row.Real(entry.Minutes)),
            new("km", (row, entry) => row.Real(entry.Km)),
        ],
        row => new TravelMatrixEntry(row.Comune(), row.Comune(), row.Real(), row.RealOrNull()));

    public static StoreTable<TravelMatrixInfo> MatrixInfo { get; } = new(
        "matrice_info",
        [],
        [
            new("coppie", (row, info) => row.BigInteger(info.Pairs)),
            new("sha256", (row, info) => row.Text(info.Sha256)),
            new("fonte", (row, info) => row.Text(info.Source)),
        ],
        row => new TravelMatrixInfo(row.BigInteger(), row.Text(), row.TextOrNull()));

    public static StoreTable<AtsDeclaration> Declarations { get; } = new(
        "dichiarazioni",
        [new("ats", d => d.Ats)],
        [
            new("ats", (row, d) => row.Text(d.Ats)),
            new("residui_eur", (row, d) => row.Money(d.ResidualEur)),
            new("speso_eur", (row, d) => row.Money(d.SpentEur)),
            new("condivisa", (row, d) => row.Date(d.SharedOn)),
        ],
        row => new AtsDeclaration(row.Text(), row.MoneyOrNull(), row.MoneyOrNull(), row.DateOrNull()));

    public static StoreTable<KeyValuePair<string, string>> Documents { get; } = new(
        "documenti",
        [new("chiave", document => document.Key)],
        [
            new("chiave", (row, document) => row.Text(document.Key)),
            new("testo", (row, document) => row.Text(document.Value)),
        ],
        row => new KeyValuePair<string, string>(row.Text(), row.Text()));
}
