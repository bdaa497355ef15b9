using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Filters;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Five features that one sees at a glance, to filter.</summary>
internal static class SmallLayer
{
    private static readonly FeatureSchema _schema = new(
        [
            new("nome", ColumnType.Text, "Nome."),
            new("residenti", ColumnType.Integer, "Residenti."),
            new("minuti", ColumnType.Number, "Minuti."),
            new("attiva", ColumnType.Boolean, "Attiva."),
            new("valid_from", ColumnType.Text, "Primo giorno."),
            new("altro nome", ColumnType.Text, "Con uno spazio."),
        ],
        FeatureShape.Areas);

    private static readonly LayerRow[] _rows =
    [
        Row("Almè", 5_600, 12.5, true, "2020-01-01", "a", "POLYGON((0 0,10 0,10 10,0 10,0 0))"),
        Row("Bergamo", 119_534, 0.0, true, "2022-04-16", "b", "POLYGON((10 0,20 0,20 10,10 10,10 0))"),
        Row("Sant'Angelo 50%_", 13_000, -3.25, false, null, null, "POINT(5 5)"),
        Row("bergamo", null, null, null, "2024-12-31", "c", "LINESTRING(5 5,15 5)"),
        Row("È senza luogo", 0, 1e6, false, "2022-04-17", "d", null),
    ];

    /// <summary>The places in the list of those that a filter takes: <c>"0 2"</c>.</summary>
    /// <param name="json">Whether it is CQL2 JSON.</param>
    public static string Taken(string filter, bool json = false, OgcCrs? crs = null)
    {
        var ready = new CqlFilter(json ? CqlJson.Read(filter) : CqlText.Read(filter), _schema, crs ?? OgcCrs.Crs84);
        return string.Join(' ', _rows.Index().Where(r => ready.Takes(r.Item)).Select(r => r.Index));
    }

    /// <summary>The box that a filter is known to keep to; null for none.</summary>
    public static Envelope? Box(string filter) => new CqlFilter(CqlText.Read(filter), _schema, OgcCrs.Crs84).Box;

    /// <summary>As a layer, to be held.</summary>
    public static Layer Layer => new("prova", "Prova", _schema.Columns, [.. _rows], new JsonObject());

    private static LayerRow Row(string name, long? residents, double? minutes, bool? active, string? from, string? other, string? wkt) =>
        new([name, residents, minutes, active, from, other], wkt is null ? null : new WKTReader().Read(wkt));
}
