namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>Where things are, as a client that asks from outside writes it.</summary>
/// <param name="Root">Address of the landing page, without a slash at its end.</param>
internal sealed record OgcAddresses(string Root)
{
    /// <summary>The service's own front page, which is the map.</summary>
    public string Map => Root[..(Root.LastIndexOf('/') + 1)];

    public string Api => Root + "/api";

    public string Conformance => Root + "/conformance";

    public string Collections => Root + "/collections";

    public string MatrixSets => Root + "/tileMatrixSets";

    public string MatrixSet(string id) => $"{MatrixSets}/{id}";

    public string TileSets(string id) => Collection(id) + "/tiles";

    public string TileSet(string id, string matrixSet) => $"{TileSets(id)}/{matrixSet}";

    public string Style(string id, string matrixSet) => TileSet(id, matrixSet) + "/style";

    /// <summary>With the names of its parts in braces.</summary>
    public string Tile(string id, string matrixSet, string matrix, string row, string column) => $"{TileSet(id, matrixSet)}/{{{matrix}}}/{{{row}}}/{{{column}}}?f=mvt";

    public string Collection(string id) => $"{Collections}/{id}";

    public string Queryables(string id) => Collection(id) + "/queryables";

    public string Schema(string id) => Collection(id) + "/schema";

    public string Items(string id) => Collection(id) + "/items";

    public string Item(string id, string feature) => $"{Items(id)}/{Uri.EscapeDataString(feature)}";

    public string Processes => Root + "/processes";

    public string Process(string id) => $"{Processes}/{id}";

    public string Execution(string id) => Process(id) + "/execution";

    public string Jobs => Root + "/jobs";

    public string Job(string id) => $"{Jobs}/{id}";

    public string Results(string id) => Job(id) + "/results";
}
