using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// A row of a store that is not as this program writes it, because another program changed it: as text, so that it can be checked as a
/// file's row is.
/// </summary>
/// <param name="Table">Name of its table.</param>
/// <param name="Number">The number under which a GIS shows it (<c>fid</c>); null where rows have none.</param>
/// <param name="Cells">The columns that hold no geometry, in the table's order.</param>
/// <param name="Fault">Why it could not be taken as it stands.</param>
public sealed record StoredRow(string Table, long? Number, ImmutableArray<StoredCell> Cells, StoredFault Fault)
{
    /// <summary>WGS84 degrees, not checked; null when the table has none, the cell is empty or it cannot be read.</summary>
    public Geometry? Geometry { get; init; }

    /// <summary>Why a geometry that is there could not be read, Italian; null when it could.</summary>
    public string? GeometryError { get; init; }

    /// <summary>Text of a cell; null when it is empty or the table has no such column.</summary>
    public string? Cell(string column) => Cells.FirstOrDefault(c => c.Column == column)?.Text;
}

/// <summary>One cell of a <see cref="StoredRow"/>.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Text">Null when the cell is empty. A list is JSON, a number invariant, a day ISO.</param>
/// <param name="IsNumber">Whether the store itself holds a number.</param>
public sealed record StoredCell(string Column, string? Text, bool IsNumber);

/// <summary>Why a row of a store cannot be taken as it stands.</summary>
/// <param name="Kind">Whether reading it in another way may help.</param>
/// <param name="Column">The column concerned.</param>
/// <param name="Value">What stands there; null when it is empty or cannot be shown.</param>
/// <param name="Reason">Italian, without a full stop.</param>
public sealed record StoredFault(StoredFaultKind Kind, string Column, string? Value, string Reason);

/// <summary>What is wrong with a <see cref="StoredRow"/>.</summary>
public enum StoredFaultKind
{
    /// <summary>A value is none that this program writes.</summary>
    Value,

    /// <summary>An earlier row has the same key.</summary>
    Repeated,

    /// <summary>It names a set of sedi that the store does not have.</summary>
    UnknownSet,
}
