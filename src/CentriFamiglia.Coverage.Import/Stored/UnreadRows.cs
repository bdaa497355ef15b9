namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>
/// Rows of the store that nobody could read: they are in no list of the content, so that writing a list would take them away. Only a file
/// that names them, or that is the whole list, may do that.
/// </summary>
internal static class UnreadRows
{
    private static readonly Dictionary<string, (ContentParts Part, ImportKind? Kind, string? Id)> _tables = new(StringComparer.Ordinal)
    {
        ["comuni"] = (ContentParts.Comuni, ImportKind.Comuni, "pro_com_t"),
        ["unita"] = (ContentParts.Memberships, ImportKind.Unita, "pro_com_t"),
        ["punti"] = (ContentParts.DemandPoints, ImportKind.Punti, "id"),
        ["set_sedi"] = (ContentParts.SiteSets, null, null),
        ["reti"] = (ContentParts.SiteSets, ImportKind.Reti, "network_id"),
        ["sedi"] = (ContentParts.SiteSets, ImportKind.Sedi, "site_id"),
        ["dichiarazioni"] = (ContentParts.Declarations, ImportKind.Dichiarazioni, "ats"),
    };

    /// <returns>Why the import cannot be written, Italian, without a full stop; null when nothing would go.</returns>
    public static string? Lost(ImportRun run, ContentParts changed)
    {
        StoredRow[] lost = [.. run.Start.Unread.Where(row => WouldGo(row, run, changed))];
        if (lost.Length == 0)
            return null;
        string rest = lost.Length == 1 ? "" : $" e altre {lost.Length - 1}";
        StoredFinding first = StoredRemarks.Of(lost[0]);
        return $"l'importazione toglierebbe dall'archivio righe che non si leggono: {first.Row}, colonna {first.Column}: {first.Reason}{rest}";
    }

    private static bool WouldGo(StoredRow row, ImportRun run, ContentParts changed)
    {
        if (!_tables.TryGetValue(row.Table, out (ContentParts Part, ImportKind? Kind, string? Id) table) || !changed.HasFlag(table.Part))
            return false;
        bool ofSet = row.Cell("set_sedi") is not { } set || set == run.SetName;
        bool said = table.Kind is { } kind && run.Imported(kind) && ofSet
            && (run.Request.Replace || (row.Cell(table.Id!) is { } id && run.Seen(kind).ContainsKey(id)));
        return !said || row.Fault.Kind == StoredFaultKind.UnknownSet;
    }
}
