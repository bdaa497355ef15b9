using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Territory.Snapshot;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The areas of one level with their boundaries: the layers <c>ambiti</c>, <c>distretti</c>, <c>ats</c>.</summary>
internal static class AreaLayer
{
    public static LayerShape<TerritoryUnit> Shape { get; } = new(
        new("livello", ColumnType.Text, "Livello dell'area: ambito, distretto, ats.", u => u.Level.ToText(), "ambito"),
        new("codice", ColumnType.Text, "Chiave dell'area nel suo livello.", u => u.Code, "valle-imagna-villa-d-alme"),
        new("nome", ColumnType.Text, "Nome dell'area.", u => u.Name, "Valle Imagna - Villa d'Almè"),
        new("ats", ColumnType.Text, "ATS di appartenenza.", u => u.Ats, "Bergamo"),
        new("residenti", ColumnType.Integer, "Residenti dell'area, persone.", u => u.Residents, 52_781L),
        new("comuni", ColumnType.Integer, "Comuni dell'area.", u => (long)u.Comuni.Length, 20L),
        new("fonte_stato", ColumnType.Text, "Prova più debole dell'appartenenza dei comuni: listed, inferred, unverified.", u => u.Status.ToText(), "listed"));

    public static Layer Make(Analysis analysis, string name, string title, AreaLevel level)
    {
        ImmutableArray<TerritoryUnit> units = [.. analysis.Snapshot.Units(level).Where(u => u.IsLoaded).OrderBy(u => u.Code, StringComparer.Ordinal)];
        var boundaries = new Boundaries(analysis.Snapshot);
        var totals = new JsonObject { ["aree"] = units.Length, ["residenti"] = units.Sum(u => u.Residents) };
        return Shape.Make(name, title, units, boundaries.Of, Meta.Of(analysis, title, usesTravel: false, totals));
    }
}
