namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>Rows of a store on their way through an import: those that were read, as an export writes them, then those that were not.</summary>
/// <typeparam name="T">What a row says.</typeparam>
internal sealed class StoredTable<T>
    where T : class
{
    private const string Geometry = "geom";

    private readonly string _name;
    private readonly string? _set;
    private readonly ImmutableArray<T> _items;
    private readonly ImmutableArray<StoredRow> _unread;

    /// <param name="name">The table in the store.</param>
    /// <param name="kind">What an import calls it.</param>
    /// <param name="layer">The rows that were read, in the columns of an import.</param>
    /// <param name="items">The same rows.</param>
    /// <param name="unread">Those that were not.</param>
    /// <param name="set">The set of sedi they belong to; null for other tables.</param>
    public StoredTable(string name, ImportKind kind, Layer layer, ImmutableArray<T> items, ImmutableArray<StoredRow> unread, string? set = null)
    {
        (_name, _set, _items, _unread) = (name, set, items, unread);
        bool[] places = [.. layer.Columns.Select(c => c.Name is "lon" or "lat")];
        var rows = ImmutableArray.CreateBuilder<SourceRow>(layer.Rows.Length + unread.Length);
        foreach (LayerRow row in layer.Rows)
        {
            rows.Add(new SourceRow(rows.Count + 1, [.. row.Values.Select((value, i) => places[i] ? null : Text(value))], row.Geometry)
            {
                Numbers = [.. row.Values.Select(value => value is long or double or decimal)],
            });
        }

        foreach (StoredRow row in unread)
        {
            StoredCell?[] cells = [.. layer.Columns.Select(column => row.Cells.FirstOrDefault(c => c.Column == column.Name))];
            rows.Add(new SourceRow(rows.Count + 1, [.. cells.Select(c => c?.Text)], row.Geometry, row.GeometryError)
            {
                Numbers = [.. cells.Select(c => c?.IsNumber == true)],
            });
        }

        Reader = new TableReader(name, new SourceTable(name, [.. layer.Columns.Select(c => c.Name)], rows.ToImmutable(), Wgs84.Factory.SRID), kind);
    }

    public TableReader Reader { get; }

    /// <summary>The rows that were read, each with whether the import took it.</summary>
    public IEnumerable<(T Item, string? Id, bool Taken)> Read => _items.Select((item, i) => (item, Reader.Rows[i].Id, !Reader.Rows[i].Refused));

    /// <summary>The rows that were not read in the store, each with the id under which the import took it; null where it did not.</summary>
    public IEnumerable<(StoredRow Row, string? Taken)> Unread =>
        _unread.Select((row, i) => (row, Reader.Rows[_items.Length + i] is { Refused: false } read ? read.Id : null));

    /// <summary>What the import says of its rows: each that it refuses or mends, and those remarks that concern edits.</summary>
    /// <param name="told">Codes of remarks on rows that are taken.</param>
    public IEnumerable<StoredFinding> Findings(params IssueCode[] told)
    {
        foreach (ImportIssue issue in Reader.Issues.Where(i => i.Line is not null && (i.Severity is IssueSeverity.Refused or IssueSeverity.Mended || told.Contains(i.Code))))
        {
            StoredRow? unread = issue.Line > _items.Length ? _unread[issue.Line!.Value - _items.Length - 1] : null;
            bool place = issue.Column is null or "lon" or "lat" or "geometria";
            yield return new StoredFinding(_name, issue.Code, issue.Code == IssueCodes.IdRepeated ? $"«{issue.Id}» è già in un'altra riga" : issue.Reason,
                issue.Severity == IssueSeverity.Refused)
            {
                Number = unread?.Number,
                Id = issue.Id ?? Reader.Rows[issue.Line!.Value - 1].Text(Reader.Source.Columns[0]),
                Set = _set,
                Column = place ? Geometry : issue.Column,
                Value = issue.Value,
                Cure = issue.Code == IssueCodes.CrsMissing || issue.Code == IssueCodes.PlaceMissing ? "Disegnare il punto della sede in gradi WGS84." : issue.Cure,
            };
        }
    }

    private static string? Text(object? value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value as string;
}
