
namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>What the planner asks for. A trial run is an import whose result is not written.</summary>
/// <param name="Path">A file, or a folder of files.</param>
public sealed record ImportRequest(string Path)
{
    /// <summary>What the file holds; null to tell it from its columns and name.</summary>
    public ImportKind? Kind { get; init; }

    /// <summary>The file is the whole list: what it does not name goes away.</summary>
    public bool Replace { get; init; }

    /// <summary>Take the rows that pass and leave the others; otherwise one refused row refuses everything.</summary>
    public bool AcceptValid { get; init; }

    /// <summary>
    /// The ATS for which the list of sedi is declared complete, separated by commas, or <c>tutte</c>; empty for the one that all sedi of the
    /// files lie in; null to declare nothing.
    /// </summary>
    public string? CompleteFor { get; init; }

    /// <summary>The set that sedi and reti go into; null for the active set.</summary>
    public string? SetName { get; init; }

    /// <summary>EPSG code of coordinates whose file states none; null when the user gave none.</summary>
    public int? Epsg { get; init; }

    /// <summary>The sheet of a workbook or the layer of a GeoPackage to read; null for those that can be told.</summary>
    public string? Part { get; init; }

    /// <summary>Sedi without coordinates stand in the centre of their comune, and say so.</summary>
    public bool PlaceInComune { get; init; }
}
