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
    string? RowError = null);

/// <summary>A file that cannot be read at all. Message and cure are Italian and meant for the planner.</summary>
public sealed class SourceFileException(string message, string cure, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How to mend it.</summary>
    public string Cure { get; } = cure;
}
