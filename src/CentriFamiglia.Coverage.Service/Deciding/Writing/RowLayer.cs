using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>A row of sedi, networks or memberships, one line for each of its columns.</summary>
internal static class RowLayer
{
    public static LayerShape<(string Column, string Cell)> Shape { get; } = new(
    [
        new("colonna", ColumnType.Text, "La colonna, come nei modelli da importare.", c => c.Column, "opening_hours"),
        new("valore", ColumnType.Text, "Che cosa c'è scritto, come lo scriverebbe un file.", c => c.Cell, "Mo-Fr 09:00-13:00"),
    ]);

    public static Layer Make(RowKind kind, KeptRow row) => Shape.Make("riga", $"Riga: {kind.Word}", row.Cells, _ => null, new JsonObject
    {
        ["titolo"] = $"Riga: {kind.Word}",
        ["programma"] = Provenance.Program,
        ["insieme"] = row.Set,
        ["riga"] = new JsonObject(row.Cells.Select(c => KeyValuePair.Create(c.Column, (JsonNode?)c.Cell))),
        ["versione"] = row.Tag,
        ["avvertenze"] = new JsonArray([.. row.Remarks.Select(r => (JsonNode)r)]),
    });
}
