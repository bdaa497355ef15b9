using CentriFamiglia.Coverage.Formats;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Geodata.Sources;

/// <summary>A file whose columns are known beforehand; what does not fit is an Italian error that names file, row and column.</summary>
internal sealed class Table
{
    private readonly SourceTable _table;
    private readonly Dictionary<string, int> _columns;

    private Table(SourceTable table)
    {
        _table = table;
        _columns = table.Columns.Index().DistinctBy(c => c.Item, StringComparer.Ordinal).ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
    }

    public string Name => _table.Name;

    public IEnumerable<TableRow> Rows => _table.Rows.Select(row => new TableRow(this, row));

    /// <exception cref="SourceFileException">The file is missing, cannot be read, is empty or lacks a column.</exception>
    public static Table Open(string folder, string file, params ReadOnlySpan<string> columns)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
            throw new SourceFileException($"Nella cartella '{folder}' manca il file '{file}'.", $"Rimettere '{file}' nella cartella, oppure indicare un'altra cartella.");
        var table = new Table(SourceFiles.Read(path, FileLimits.Default)[0]);
        foreach (string column in columns)
        {
            if (!table._columns.ContainsKey(column))
                throw new SourceFileException($"Nel file '{file}' manca la colonna '{column}'.", $"Le colonne attese sono: {string.Join(", ", columns.ToArray())}.");
        }

        if (table._table.Rows.IsEmpty)
            throw new SourceFileException($"Il file '{file}' non contiene righe.", "Ripristinare il file da una copia integra.");
        if (table._table.Rows.FirstOrDefault(r => r.RowError is not null) is { } broken)
            throw new SourceFileException($"File '{file}', riga {broken.Line}: {broken.RowError}", "Ripristinare il file da una copia integra.");
        return table;
    }

    public string? Cell(SourceRow row, string column)
    {
        string? text = _columns.TryGetValue(column, out int i) ? row.Cell(i)?.Trim() : null;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public SourceFileException Bad(SourceRow row, string column, string reason) =>
        new($"File '{Name}', riga {row.Line}, colonna '{column}': {reason}", "Correggere la cella, o ripristinare il file da una copia integra.");
}

/// <summary>One row of a <see cref="Table"/>.</summary>
internal readonly record struct TableRow(Table Table, SourceRow Row)
{
    /// <summary>Trimmed text; null when empty.</summary>
    public string? Optional(string column) => Table.Cell(Row, column);

    public string Text(string column) => Optional(column) ?? throw Table.Bad(Row, column, "la cella è vuota.");

    public ComuneCode Code(string column = "pro_com_t") =>
        ComuneCode.TryParse(Text(column), out ComuneCode code) ? code : throw Table.Bad(Row, column, $"'{Text(column)}' non è un codice ISTAT di sei cifre.");

    public double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw Table.Bad(Row, column, $"'{Text(column)}' non è un numero.");

    public double? NumberOrNull(string column) => Optional(column) is null ? null : Number(column);

    public int Integer(string column) =>
        int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Table.Bad(Row, column, $"'{Text(column)}' non è un numero intero.");

    public int? IntegerOrNull(string column) => Optional(column) is null ? null : Integer(column);

    /// <summary>One of the words that the program knows for this column.</summary>
    public T Word<T>(string column, Vocabulary<T> words)
        where T : struct
    {
        string text = Text(column);
        return words.TryRead(text, out T value)
            ? value
            : throw Table.Bad(Row, column, $"'{text}' non è fra i valori ammessi ({string.Join(", ", words.Written)}).");
    }

    public Geometry Boundary() =>
        Row.Geometry as Polygon ?? Row.Geometry as MultiPolygon as Geometry
        ?? throw Table.Bad(Row, "geometry", Row.GeometryError ?? "manca un poligono.");

    public Geometry Line() =>
        Row.Geometry as LineString ?? Row.Geometry as MultiLineString as Geometry
        ?? throw Table.Bad(Row, "geometry", Row.GeometryError ?? "manca una linea.");
}
