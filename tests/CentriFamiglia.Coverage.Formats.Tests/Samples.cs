using System.Text;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CentriFamiglia.Coverage.Formats.Tests;

/// <summary>Small layers, geometries and files for the tests.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Date = new(2026, 3, 31, 10, 20, 30, TimeSpan.Zero);

    /// <summary>Two comuni: every column type, an accent, nulls, a formula, money of one decimal, a polygon wound the wrong way.</summary>
    public static Layer Comuni { get; } = new(
        "comuni",
        "Comuni della prova",
        [
            new("pro_com_t", ColumnType.Text, "Codice ISTAT"),
            new("comune", ColumnType.Text, "Nome"),
            new("residenti", ColumnType.Integer, "Residenti al 1 gennaio 2023"),
            new("minuti", ColumnType.Number, "Minuti alla sede più vicina"),
            new("contributo_eur", ColumnType.Money, "Contributo in euro"),
            new("dimostrativo", ColumnType.Boolean, "Conta una sede inventata"),
        ],
        [
            new(["015146", "Cantù \"alta\", <b>&", 39_930L, 1.0 / 3, 70_000.5m, true], Wkt("POLYGON((9 45,9 46,10 46,9 45))")),
            new(["015147", "=1+2", null, 1e-7, null, false], Geometry: null),
        ],
        new JsonObject { ["data"] = "2026-03-31", ["attribuzioni"] = new JsonArray("ISTAT CC-BY", "più") });

    public static Layer OfText(params string?[][] rows) => new(
        "testi",
        "Testi",
        [.. rows[0].Select((_, i) => new LayerColumn($"c{i}", ColumnType.Text, ""))],
        [.. rows.Select(cells => new LayerRow([.. cells], Geometry: null))],
        []);

    public static Geometry Wkt(string wkt) => new WKTReader().Read(wkt);

    public static byte[] Bytes(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return stream.ToArray();
    }

    public static string Text(Action<Stream> write) => Encoding.UTF8.GetString(Bytes(write));

    /// <summary>A file of <c>brutti/</c>.</summary>
    public static string Ugly(string name) => Path.Combine(AppContext.BaseDirectory, "brutti", name);

    public static SourceTable ReadUgly(string name) => SourceFiles.Read(Ugly(name), FileLimits.Default).ShouldHaveSingleItem();

    /// <summary>Rows as lines <c>line: a|b</c>, with <c>∅</c> for missing cells.</summary>
    public static string[] Show(SourceTable table) =>
        [.. table.Rows.Select(row => $"{row.Line}: {string.Join('|', row.Cells.Select(c => c ?? "∅"))}")];
}
