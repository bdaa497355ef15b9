namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>The column of each table of the store that names its rows to a planner, within their set where the table has sets.</summary>
internal static class StoredIds
{
    private static readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal)
    {
        ["comuni"] = "pro_com_t",
        ["unita"] = "pro_com_t",
        ["punti"] = "id",
        ["ambiti"] = "codice",
        ["distretti"] = "codice",
        ["asst"] = "codice",
        ["ats"] = "codice",
        ["set_sedi"] = "nome",
        ["reti"] = "network_id",
        ["sedi"] = "site_id",
        ["dichiarazioni"] = "ats",
    };

    /// <returns>Null when the cell is empty.</returns>
    public static string? Of(StoredRow row) => _columns.TryGetValue(row.Table, out string? column) ? row.Cell(column) : null;
}
