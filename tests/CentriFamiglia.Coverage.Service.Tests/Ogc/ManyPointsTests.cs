using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Formats.VectorTiles;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Tiles;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Tiles of 300,000 made-up points, more than a layer keeps as rows: half of them in one town.</summary>
public sealed class ManyPointsTests
{
    private const int Length = 300_000;

    private static readonly HeldLayer _layer = new(OgcCollections.Find("punti")!, MadeUp());
    private static readonly PointIndex _points = new(_layer);

    [Fact]
    public void At_every_zoom_the_densest_tile_is_small_and_squares_stand_for_all_that_are_in_it()
    {
        for (int zoom = 0; zoom <= TileAddress.MostZoom; zoom++)
        {
            var address = TileAddress.Of(new Coordinate(9.19, 45.464), zoom);
            (int from, int to) = _points.Of(address);
            (Coordinate Middle, long Count, double? Sum)[] squares = [.. _points.Squares(from, to, zoom, TileMaker.Halvings)];
            byte[] bytes = VectorTileFile.Write(address, "punti", squares.Select(s => new TileFeature(Wgs84.Factory.CreatePoint(s.Middle),
                [new("conteggio", s.Count), new("residenti", s.Sum!)])));

            (to - from).ShouldBe(Enumerable.Range(0, Length).Count(i => TileAddress.Of(PlaceOf(i), zoom) == address), $"zoom {zoom}");
            squares.Sum(s => s.Count).ShouldBe(to - from);
            squares.Sum(s => s.Sum!.Value).ShouldBe(2.0 * (to - from), 0.5);
            squares.Length.ShouldBeLessThanOrEqualTo(4096);
            squares.ShouldAllBe(s => address.OnGrid().Contains(s.Middle));
            bytes.Length.ShouldBeLessThan(500_000);
            new Tile(address, HttpStatusCode.OK, bytes).Features.Count.ShouldBe(squares.Length);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(149_999)]
    [InlineData(299_999)]
    public void A_point_is_found_by_its_id_and_on_the_grid_where_it_is(int index)
    {
        _layer.Find(IdOf(index)).ShouldBe(index);
        _layer.Find("manca").ShouldBeNull();
        (double x, double y) = TileAddress.ToGrid(PlaceOf(index).X, PlaceOf(index).Y, 14);
        (int from, int to) = _points.Of(TileAddress.Of(PlaceOf(index), 14));
        Enumerable.Range(from, to - from).Single(p => _points.RowOf(p) == index)
            .ShouldSatisfyAllConditions(p => _points.OnGrid(p, 14).ShouldBe(new Coordinate(Math.Floor(x), Math.Floor(y))));
    }

    [Theory]
    [InlineData(9.18, 9.19, 45.46, 45.47, 1_000)]
    [InlineData(9.1, 9.3, 45.1, 45.2, 1_500)]
    [InlineData(8.5, 8.5001, 44.7, 46.6, 2_000)]
    [InlineData(-180, 8.51, -90, 90, 10_000)]
    [InlineData(-180, 180, -90, 90, 300_000)]
    [InlineData(9.2, 9.2, 45.45, 45.45, 128)]
    [InlineData(170, 175, 45, 46, 0)]
    [InlineData(9.2, 9.3, -90, -88, 0)]
    public void The_points_of_a_box_are_found_without_looking_at_all(double west, double east, double south, double north, int most)
    {
        var box = new Envelope(west, east, south, north);
        int[] near = [.. _layer.Near(box)];

        near.Length.ShouldBeLessThanOrEqualTo(most);
        near.Where(i => box.Covers(PlaceOf(i))).ShouldBe(Enumerable.Range(0, Length).Where(i => box.Covers(PlaceOf(i))));
        near.ShouldBeInOrder();
    }

    [Fact]
    public void A_box_whose_edge_is_a_point_has_it()
    {
        foreach (int index in Enumerable.Range(0, 2_000))
            _layer.Near(new Envelope(PlaceOf(index))).ShouldContain(index);
    }

    private static string IdOf(int index) => index.ToString("D6", CultureInfo.InvariantCulture);

    private static Coordinate PlaceOf(int index)
    {
        // A low-discrepancy sequence: spread evenly, and the same at every run.
        double u = index * 0.7548776662466927 % 1, v = index * 0.5698402909980532 % 1;
        return index % 2 == 0 ? new Coordinate(9.1 + (u * 0.2), 45.40 + (v * 0.13)) : new Coordinate(8.5 + (u * 2.9), 44.7 + (v * 1.9));
    }

    private static Layer MadeUp()
    {
        ImmutableArray<LayerColumn> columns = [new("id", ColumnType.Text, "Id."), new("residenti", ColumnType.Number, "Residenti.")];
        return new Layer("punti", "Punti", columns, new LayerRows(Length, i => new LayerRow([IdOf(i), 2.0], Wgs84.Factory.CreatePoint(PlaceOf(i)))), new JsonObject());
    }
}
