namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// A vector tile as SQL. A point is put on the grid of the tile by the same rule as everywhere, rounded down, so that it is in one tile alone;
/// borders are cut a little around the tile.
/// </summary>
internal static class PostGisTile
{
    private const int Extent = 4096, Buffer = 64;

    /// <returns>A statement whose one row is the identity of the content and the tile.</returns>
    public static (string Text, ImmutableArray<object> Values) Of(StoredTile tile)
    {
        List<object> values = [];
        string rows = PostGisRows.Of(tile.Table, null, PostGisRows.In(tile.Box, tile.Others), values);
        int next = values.Count;
        values.AddRange([tile.Zoom, tile.Column, tile.Row, tile.Box.MinX, tile.Box.MinY, tile.Box.MaxX, tile.Box.MaxY]);
        string zoom = $"${next + 1}", column = $"${next + 2}", row = $"${next + 3}";
        string near = $"geom && ST_MakeEnvelope(${next + 4}, ${next + 5}, ${next + 6}, ${next + 7}, 4326)";
        string id = PostGisRows.Id(tile.Table);
        return ($"select ({PostGisSql.Identity}), ({(tile.Table == SelectedTable.Comuni ? Comuni() : Points())})", [.. values]);

        string Comuni() =>
            $"""
            with tessera as (
              select {id} as id, {Columns("classe_snai")},
                ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope({zoom}, {column}, {row}), {Text(Extent)}, {Text(Buffer)}) as geom
              from {rows} where {near} order by {id} collate "C")
            select ST_AsMVT(tessera, 'comuni', {Text(Extent)}, 'geom') from tessera where geom is not null
            """;

        // Materialized: to plan it takes two thirds of the time, which for a small tile is more than to run it.
        string Points() =>
            $"""
            with vicini as materialized (
              select id, {Columns()},
                floor((lon + 180) / 360 * {Text(Extent)} * 2 ^ {zoom}) - {column} * {Text(Extent)} as x,
                floor((0.5 - ln((1 + sin(radians(lat))) / (1 - sin(radians(lat)))) / (4 * pi())) * {Text(Extent)} * 2 ^ {zoom}) - {row} * {Text(Extent)} as y
              from {rows} where {near}),
            tessera as (
              select id, {Columns()}, 1 as conteggio, ST_MakePoint(x, y) as geom
              from vicini where x >= 0 and x < {Text(Extent)} and y >= 0 and y < {Text(Extent)} order by id collate "C")
            select ST_AsMVT(tessera, 'punti', {Text(Extent)}, 'geom') from tessera
            """;

        string Columns(params string[] more) =>
            string.Join(", ", RowSelection.Columns(tile.Table).Concat(more).Select(c => PostGisRows.Value(tile.Table, c) is var value && value == c ? c : $"{value} as {c}"));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
