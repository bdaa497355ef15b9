namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>A table as a user's file holds it, before any meaning is given to it.</summary>
/// <param name="Name">File or layer name.</param>
/// <param name="Columns">Headers as written, trimmed.</param>
/// <param name="Rows">In file order.</param>
/// <param name="Epsg">EPSG code the file states for its geometries; null when it states none.</param>
public sealed record SourceTable(string Name, ImmutableArray<string> Columns, ImmutableArray<SourceRow> Rows, int? Epsg)
{
    /// <summary>What a planner should know about the file as a whole (encoding guessed, header twice), in Italian; often empty.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];

    /// <summary>Parts of the file that were not read (a hidden sheet, a view, another file of the zip), each as an Italian sentence.</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>The sheet or the layer of a file that may hold several; null where a file is one table.</summary>
    public string? Part { get; init; }

    /// <summary>The file that the layer is of; null where <see cref="Name"/> says it.</summary>
    public string? File { get; init; }

    /// <summary><see cref="Epsg"/> is that of the format, not of the file: GeoJSON without <c>crs</c>.</summary>
    public bool EpsgByDefault { get; init; }

    /// <summary>The column of text from which the geometries were read; null when there is none.</summary>
    public string? GeometryColumn { get; init; }

    /// <summary>What separates the cells of a text; null for other formats.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The layer of this program that the file says it is; null when it says nothing.</summary>
    public string? Mark { get; init; }
}

/// <summary>One row of a user's file.</summary>
/// <param name="Line">Line in a text file (1-based, the header is line 1), row of the sheet in XLSX, feature number (1-based) otherwise.</param>
/// <param name="Cells">Text of each cell in the order of the columns; null or empty when missing.</param>
/// <param name="Geometry">As read, in the file's own CRS and axis order, not repaired; null when there is none.</param>
/// <param name="GeometryError">Why a geometry could not be read, in Italian; null when it could.</param>
/// <param name="RowError">Why the cells do not fit the header (too few, too many, too long), in Italian; null when they do.</param>
public sealed record SourceRow(
    int Line,
    ImmutableArray<string?> Cells,
    Geometry? Geometry,
    string? GeometryError = null,
    string? RowError = null)
{
    private readonly PackedCells _cells = new(Cells.AsSpan());

    // One field for what few rows have: a million rows of text carry nothing but a null.
    private readonly Rare? _rare = GeometryError is null && RowError is null ? null : new Rare(GeometryError, RowError, null, default);

    /// <summary>Text of each cell in the order of the columns; null or empty when missing. Made anew at every call: for one cell, <see cref="Cell"/>.</summary>
    public ImmutableArray<string?> Cells => _cells.All();

    /// <summary>Whether all its text is visible ASCII.</summary>
    public bool IsPlain => _cells.IsPlain;

    public string? GeometryError => _rare?.GeometryError;

    public string? RowError => _rare?.RowError;

    /// <summary>Which cells the format itself calls numbers, so that their text is invariant; default where none are (CSV).</summary>
    public ImmutableArray<bool> Numbers
    {
        get => _rare?.Numbers ?? default;
        init => _rare = value.IsDefault && _rare is null ? null : (_rare ?? Rare.None) with { Numbers = value };
    }

    /// <summary>How to mend the <see cref="RowError"/> when it is not a matter of separators and quotes.</summary>
    public string? RowCure
    {
        get => _rare?.RowCure;
        init => _rare = value is null && _rare is null ? null : (_rare ?? Rare.None) with { RowCure = value };
    }

    /// <summary>Text of one cell; null when it is missing or beyond the last one.</summary>
    public string? Cell(int column) => _cells[column];

    public bool IsNumber(int column)
    {
        ImmutableArray<bool> numbers = Numbers;
        return !numbers.IsDefault && column < numbers.Length && numbers[column];
    }

    private sealed record Rare(string? GeometryError, string? RowError, string? RowCure, ImmutableArray<bool> Numbers)
    {
        public static Rare None { get; } = new(null, null, null, default);
    }
}

/// <summary>A file that cannot be read at all. Message and cure are Italian and meant for the planner.</summary>
public sealed class SourceFileException(string message, string cure, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How to mend it.</summary>
    public string Cure { get; } = cure;
}
