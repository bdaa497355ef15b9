namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>
/// Rows of the store that nobody could read: they are in no list of the content, and stay in the store as they are. Only a file that names
/// them, or that is the whole list, takes them away.
/// </summary>
internal static class UnreadRows
{
    private static readonly Dictionary<string, (ImportKind Kind, string Id)> _tables = new(StringComparer.Ordinal)
    {
        ["comuni"] = (ImportKind.Comuni, "pro_com_t"),
        ["unita"] = (ImportKind.Unita, "pro_com_t"),
        ["punti"] = (ImportKind.Punti, "id"),
        ["reti"] = (ImportKind.Reti, "network_id"),
        ["sedi"] = (ImportKind.Sedi, "site_id"),
        ["dichiarazioni"] = (ImportKind.Dichiarazioni, "ats"),
    };

    /// <returns>Those that stay.</returns>
    public static ImmutableArray<StoredRow> Kept(ImportRun run) => [.. run.Start.Unread.Where(row => !IsSaid(row, run))];

    private static bool IsSaid(StoredRow row, ImportRun run)
    {
        if (row.Fault.Kind == StoredFaultKind.UnknownSet || !_tables.TryGetValue(row.Table, out (ImportKind Kind, string Id) table))
            return false;
        bool ofSet = row.Cell("set_sedi") is not { } set || set == run.SetName;
        return run.Imported(table.Kind) && ofSet && (run.Request.Replace || (row.Cell(table.Id) is { } id && run.Seen(table.Kind).ContainsKey(id)));
    }
}
