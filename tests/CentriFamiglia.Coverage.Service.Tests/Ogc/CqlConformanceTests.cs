using System.Globalization;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>
/// CQL2, the conformance classes that are claimed, each with its abstract tests under their names, in text and in JSON: that is what the
/// classes CQL2 Text and CQL2 JSON validate. The standard's dataset is not here: instead of its counts, SQL on an export judges ours.
/// </summary>
public sealed class CqlConformanceTests(FilledStore store) : IAsyncLifetime
{
    private RunningService _service = null!;

    public async ValueTask InitializeAsync() => _service = await store.ServiceAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string> Sources => ["comuni", "sedi", "reti", "copertura-ambiti"];

    public static TheoryData<string, string> Languages =>
        new() { { "sedi", "cql2-text" }, { "sedi", "cql2-json" }, { "copertura-ambiti", "cql2-text" }, { "copertura-ambiti", "cql2-json" } };

    [Theory]
    [MemberData(nameof(OgcService.Collections), MemberType = typeof(OgcService))]
    public async Task Basic_cql2_basic_test(string id)
    {
        JsonObject properties = (await _service.OgcAsync($"/collections/{id}/queryables"))["properties"]!.AsObject();

        properties.Where(p => p.Key != "geometry").ShouldAllBe(p => new[] { "string", "number", "integer", "boolean" }.Contains((string)p.Value!["type"]!));
        properties.Count.ShouldBeGreaterThan(1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Basic_cql2_comparison(string source, string language)
    {
        foreach ((string name, string type) in await QueryablesAsync(source))
        {
            (string text, string json) = type switch
            {
                "boolean" => ("true", "true"),
                "number" => ("3.14", "3.14"),
                "integer" => ("1", "1"),
                "date" => ("DATE('2022-04-14')", """{"date":"2022-04-14"}"""),
                _ => ("'foo'", "\"foo\""),
            };
            int filled = await _service.CountAsync(source, $"{name} IS NOT NULL");
            foreach ((string one, string other) in ((string, string)[])[("=", "<>"), (">", "<="), ("<", ">=")])
                (await CompareAsync(one) + await CompareAsync(other)).ShouldBe(filled, $"{name} {one} {other}");

            Task<int> CompareAsync(string operation) => _service.CountAsync(source, language == "cql2-json"
                ? $$"""{"op":"{{operation}}","args":[{"property":"{{name}}"},{{json}}]}"""
                : $"{name} {operation} {text}", language);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Basic_cql2_is_null(string source, string language)
    {
        int all = await _service.CountAsync(source, "true");
        foreach ((string name, _) in await QueryablesAsync(source))
        {
            int empty = await _service.CountAsync(source, Of($"{name} IS NULL", $$"""{"op":"isNull","args":[{"property":"{{name}}"}]}"""), language);
            int filled = await _service.CountAsync(source,
                Of($"{name} is not null", $$"""{"op":"not","args":[{"op":"isNull","args":[{"property":"{{name}}"}]}]}"""), language);
            (empty + filled).ShouldBe(all, name);
        }

        string Of(string text, string json) => language == "cql2-json" ? json : text;
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Basic_cql2_boolean(string source)
    {
        foreach (string language in (string[])["cql2-text", "cql2-json"])
        {
            (await _service.CountAsync(source, "true", language)).ShouldBe((int)(await _service.ItemsAsync(source))["numberMatched"]!);
            (await _service.CountAsync(source, "false", language)).ShouldBe(0);
        }
    }

    /// <summary>Each predicate as CQL2 and as the SQL of GDAL's SQLite with SpatiaLite, on the same rows as <c>export</c> writes them.</summary>
    [Theory]
    [InlineData("nome='Bergamo'")]
    [InlineData("nome>='Luino'")]
    [InlineData("nome>'Luino'")]
    [InlineData("nome<='Luino'")]
    [InlineData("nome<'Luino'")]
    [InlineData("nome<>'Luino'")]
    [InlineData("residenti=119534")]
    [InlineData("residenti>=119534")]
    [InlineData("residenti<119534")]
    [InlineData("superficie_km2<>40.16")]
    [InlineData("altitudine_m IS NULL")]
    [InlineData("altitudine_m IS NOT NULL")]
    [InlineData("(NOT (residenti>10000) AND provincia='BG') OR (nome<'C' AND altitudine_m>500) OR NOT (residenti<50000 OR nome>'M')")]
    [InlineData("residenti BETWEEN 1000 AND 3000")]
    [InlineData("residenti NOT BETWEEN 1000 AND 3000")]
    [InlineData("provincia IN ('BG','SO','foo')")]
    [InlineData("provincia NOT IN ('BG','SO','foo')")]
    [InlineData("grado_urbanizzazione IN (1,2)")]
    public Task Basic_cql2_and_advanced_comparison_operators_test_data_and_logical(string filter) => AgreesAsync(filter, filter);

    [Theory]
    [InlineData("nome LIKE 'B_r%'", "nome GLOB 'B?r*'")]
    [InlineData("nome NOT LIKE 'B_r%'", "nome NOT GLOB 'B?r*'")]
    [InlineData("nome LIKE '%d''%'", "nome GLOB '*d''*'")]
    [InlineData("CASEI(nome) LIKE casei('b_R%')", "lower(nome) GLOB 'b?r*'")]
    [InlineData("CASEI(nome)=casei('MILANO')", "lower(nome)='milano'")]
    [InlineData("CASEI(nome) IN (casei('Milano'), casei('LECCO'), casei('foo'))", "lower(nome) IN ('milano','lecco','foo')")]
    [InlineData("CASEI(nome) <> casei('LECCO') AND CASEI(nome) LIKE casei('L%')", "lower(nome) <> 'lecco' AND lower(nome) GLOB 'l*'")]
    public Task Advanced_comparison_operators_like_and_case_insensitive_comparison_test_data(string filter, string sql) => AgreesAsync(filter, sql);

    [Theory]
    [InlineData("S_INTERSECTS(geometry,BBOX(9.5,45.5,10,46))", "ST_Intersects(geom, BuildMbr(9.5,45.5,10,46))")]
    [InlineData("S_INTERSECTS(geometry,POINT(9.67 45.70))", "ST_Intersects(geom, ST_GeomFromText('POINT(9.67 45.70)'))")]
    [InlineData("S_INTERSECTS(geometry,BBOX(9.5,45.5,10,46)) and not S_INTERSECTS(geometry,BBOX(9.7,45.7,9.8,45.8))",
        "ST_Intersects(geom, BuildMbr(9.5,45.5,10,46)) AND NOT ST_Intersects(geom, BuildMbr(9.7,45.7,9.8,45.8))")]
    [InlineData("S_INTERSECTS(geometry,BBOX(9.5,45.5,9.6,45.6)) or S_INTERSECTS(geometry,BBOX(10,46,10.1,46.1))",
        "ST_Intersects(geom, BuildMbr(9.5,45.5,9.6,45.6)) OR ST_Intersects(geom, BuildMbr(10,46,10.1,46.1))")]
    [InlineData("S_INTERSECTS(geometry,POLYGON((9.5 45.5,10 45.5,9.8 46,9.5 45.5)))", "ST_Intersects(geom, ST_GeomFromText('POLYGON((9.5 45.5,10 45.5,9.8 46,9.5 45.5))'))")]
    [InlineData("S_INTERSECTS(geometry,LINESTRING(9 45,10 46))", "ST_Intersects(geom, ST_GeomFromText('LINESTRING(9 45,10 46)'))")]
    [InlineData("S_INTERSECTS(geometry,MULTIPOINT(9.67 45.70,9.19 45.46))", "ST_Intersects(geom, ST_GeomFromText('MULTIPOINT(9.67 45.70,9.19 45.46)'))")]
    [InlineData("S_INTERSECTS(geometry,MULTILINESTRING((9 45,9.2 45.4),(10 46,10.1 46.1)))",
        "ST_Intersects(geom, ST_GeomFromText('MULTILINESTRING((9 45,9.2 45.4),(10 46,10.1 46.1))'))")]
    [InlineData("S_INTERSECTS(geometry,MULTIPOLYGON(((9 45,9.2 45,9.2 45.4,9 45)),((10 46,10.1 46,10.1 46.1,10 46))))",
        "ST_Intersects(geom, ST_GeomFromText('MULTIPOLYGON(((9 45,9.2 45,9.2 45.4,9 45)),((10 46,10.1 46,10.1 46.1,10 46)))'))")]
    public Task Basic_spatial_functions_and_basic_spatial_functions_plus_test_data_and_logical(string filter, string sql) => AgreesAsync(filter, sql);

    [Theory]
    [InlineData("S_DISJOINT(geometry,BBOX(9.5,45.5,10,46))", "ST_Disjoint(geom, BuildMbr(9.5,45.5,10,46))")]
    [InlineData("S_WITHIN(geometry,BBOX(9.5,45.5,10,46))", "ST_Within(geom, BuildMbr(9.5,45.5,10,46))")]
    [InlineData("S_CONTAINS(geometry,BBOX(9.66,45.69,9.67,45.70))", "ST_Contains(geom, BuildMbr(9.66,45.69,9.67,45.70))")]
    [InlineData("S_CONTAINS(geometry,LINESTRING(9.66 45.69,9.67 45.70))", "ST_Contains(geom, ST_GeomFromText('LINESTRING(9.66 45.69,9.67 45.70)'))")]
    [InlineData("S_CONTAINS(geometry,MULTIPOINT(9.66 45.69,9.67 45.70))", "ST_Contains(geom, ST_GeomFromText('MULTIPOINT(9.66 45.69,9.67 45.70)'))")]
    [InlineData("S_OVERLAPS(geometry,BBOX(9.5,45.5,10,46))", "ST_Overlaps(geom, BuildMbr(9.5,45.5,10,46))")]
    [InlineData("S_CROSSES(geometry,LINESTRING(9 45,10 46))", "ST_Crosses(geom, ST_GeomFromText('LINESTRING(9 45,10 46)'))")]
    [InlineData("S_TOUCHES(geometry,BBOX(9.5,45.5,10,46))", "ST_Touches(geom, BuildMbr(9.5,45.5,10,46))")]
    [InlineData("S_EQUALS(geometry,BBOX(9.5,45.5,10,46))", "ST_Equals(geom, BuildMbr(9.5,45.5,10,46))")]
    [InlineData("S_WITHIN(geometry,BBOX(9,45,10,46)) AND NOT S_DISJOINT(geometry,LINESTRING(9 45,10 46))",
        "ST_Within(geom, BuildMbr(9,45,10,46)) AND NOT ST_Disjoint(geom, ST_GeomFromText('LINESTRING(9 45,10 46)'))")]
    public Task Spatial_functions_test_data_and_logical(string filter, string sql) => AgreesAsync(filter, sql);

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Advanced_comparison_operators_like_between_in(string source)
    {
        foreach ((string name, string type) in await QueryablesAsync(source))
        {
            if (type == "string")
            {
                (await _service.CountAsync(source, $"{name} LIKE '%'")).ShouldBe(await _service.CountAsync(source, $"{name} LIKE '%%'"));
                (await _service.CountAsync(source, $"{name} like '_%' AND {name} like ''")).ShouldBe(0);
                (await _service.CountAsync(source, $"{name} like '\\%\\_'")).ShouldBe(0);
                (await _service.CountAsync(source, $"{name} in ('foo', 'bar')")).ShouldBe(0);
                (await _service.CountAsync(source, $"CASEI({name}) LIKE casei('foo%')")).ShouldBe(await _service.CountAsync(source, $"CASEI({name}) LIKE casei('FOO%')"));
                (await _service.CountAsync(source, $"CASEI({name}) = casei('foo') AND CASEI({name}) <> casei('FOO')")).ShouldBe(0);
            }
            else if (type is "number" or "integer")
            {
                (await _service.CountAsync(source, $"{name} between 100.0 and 1.0")).ShouldBe(0);
                (await _service.CountAsync(source, $"{name} IN (1, 2, 3)")).ShouldBe(await _service.CountAsync(source, $"{name} = 1 OR {name} = 2 OR {name} = 3"));
            }
            else if (type == "boolean")
            {
                (await _service.CountAsync(source, $"{name} in (true)")).ShouldBe(await _service.CountAsync(source, $"{name} = true"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Basic_spatial_functions_s_intersects_and_spatial_functions(string source)
    {
        const string world = "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))";
        int placed = await _service.CountAsync(source, "geometry IS NOT NULL");

        (await _service.CountAsync(source, "S_INTERSECTS(geometry,BBOX(-180,-90,180,90))")).ShouldBe(placed);
        (await _service.CountAsync(source, $"S_INTERSECTS(geometry,{world})")).ShouldBe(placed);
        (await _service.CountAsync(source, "S_INTERSECTS(geometry,BBOX(-180,-90,-90,90)) AND S_INTERSECTS(geometry,BBOX(90,-90,180,90))")).ShouldBe(0);
        (await _service.CountAsync(source, $"S_DISJOINT(geometry,{world})")).ShouldBe(0);
        (await _service.CountAsync(source, $"S_WITHIN(geometry,{world})")).ShouldBe(placed);
        foreach (string literal in (string[])["LINESTRING(9 45,10 46)", "POINT(9.67 45.70)"])
            (await _service.CountAsync(source, $"S_INTERSECTS(geometry,{literal}) AND S_DISJOINT(geometry,{literal})")).ShouldBe(0);
        foreach (string literal in (string[])["LINESTRING(9 45,10 46)", "MULTIPOINT(9 45,10 46)", world])
            (await _service.CountAsync(source, $"S_CONTAINS(geometry,{literal}) AND S_WITHIN(geometry,{literal})")).ShouldBe(0);
        foreach (string function in (string[])["S_EQUALS", "S_TOUCHES", "S_CROSSES", "S_OVERLAPS", "S_CONTAINS"])
            (await _service.CountAsync(source, $"{function}(geometry,{world})")).ShouldBe(0, function);
        foreach (string function in (string[])["S_INTERSECTS", "S_DISJOINT"])
            (await _service.RefusedAsync(OgcService.Items(source, ("filter", $"{function}(geometry,POINT(90 180))")))).Field.ShouldBe("filter");
    }

    [Fact]
    public async Task Cql2_text_escaping()
    {
        (await _service.IdsAsync("comuni", ("filter", "nome = 'Villa d''Almè'"))).ShouldBe(["016239"]);
        (await _service.IdsAsync("comuni", ("filter", @"nome = 'Villa d\'Almè'"))).ShouldBe(["016239"]);
        (await _service.CountAsync("comuni", "nome = 'a\u0007\b\t\n\u000b\f\rz'")).ShouldBe(0);
    }

    private async Task AgreesAsync(string filter, string sql)
    {
        string told = await Gdal.RunAsync("ogrinfo", "-q", await ExportedAsync(), "-dialect", "SQLITE", "-sql", $"SELECT COUNT(*) AS quanti FROM comuni WHERE {sql}");
        int judged = int.Parse(told.Split("quanti (Integer) = ")[1].Split('\n')[0], CultureInfo.InvariantCulture);

        (await _service.CountAsync("comuni", filter)).ShouldBe(judged);
        judged.ShouldBeInRange(filter.Contains("S_TOUCHES", StringComparison.Ordinal) || filter.Contains("S_EQUALS", StringComparison.Ordinal)
            || filter.Contains("IS NULL", StringComparison.Ordinal) ? 0 : 1, 1504);
    }

    private async Task<string> ExportedAsync()
    {
        string file = store.Sibling("ogc-comuni.gpkg");
        if (!File.Exists(file))
            (await CoverageProgram.RunAsync(store.Path, "export", "comuni", "-o", file)).ExitCode.ShouldBe(0);
        return file;
    }

    private async Task<(string Name, string Type)[]> QueryablesAsync(string source) =>
    [
        .. (await _service.OgcAsync($"/collections/{source}/queryables"))["properties"]!.AsObject().Where(p => p.Key != "geometry")
            .Select(p => (p.Key, (string?)p.Value!["format"] ?? (string)p.Value["type"]!)),
    ];
}
