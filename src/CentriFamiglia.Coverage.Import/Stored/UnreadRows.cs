namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>
/// Rows of the store that nobody could read: they are in no list of the content, and stay in the store as they are. Only a file that names
/// them, or that is the whole list, takes them away.
/// </summary>
internal static class UnreadRows
{
    private static readonly Dictionary<string, ImportKind> _kinds = new(StringComparer.Ordinal)
    {
        ["comuni"] = ImportKind.Comuni,
        ["unita"] = ImportKind.Unita,
        ["punti"] = ImportKind.Punti,
        ["reti"] = ImportKind.Reti,
        ["sedi"] = ImportKind.Sedi,
        ["dichiarazioni"] = ImportKind.Dichiarazioni,
    };

    /// <returns>Those that stay.</returns>
    public static ImmutableArray<StoredRow> Kept(ImportRun run) => [.. run.Start.Unread.Where(row => !IsSaid(row, run))];

    private static bool IsSaid(StoredRow row, ImportRun run)
    {
        if (row.Fault.Kind == StoredFaultKind.UnknownSet || !_kinds.TryGetValue(row.Table, out ImportKind kind))
            return false;
        // A row of no set is of none that an import replaces.
        bool ofSet = row.Cells.All(c => c.Column != "set_sedi") || row.Cell("set_sedi") == run.SetName;
        return run.Imported(kind) && ofSet && (run.Request.Replace || (StoredIds.Of(row) is { } id && run.Seen(kind).ContainsKey(id)));
    }
}
