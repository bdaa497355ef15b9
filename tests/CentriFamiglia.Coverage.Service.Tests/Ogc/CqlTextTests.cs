using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>Filters in CQL2 Text on five features: Almè (5,600 residents), Bergamo (119,534), Sant'Angelo (13,000), bergamo (not known), one without a place (0).</summary>
public class CqlTextTests
{
    [Theory]
    [InlineData("nome = 'Bergamo'", "1")]
    [InlineData("'Bergamo' = nome", "1")]
    [InlineData("nome <> 'Bergamo'", "0 2 3 4")]
    [InlineData("nome = 'Sant''Angelo 50%_'", "2")]
    [InlineData("nome = 'Sant\\'Angelo 50%_'", "2")]
    [InlineData("residenti > 5600", "1 2")]
    [InlineData("residenti>=5600", "0 1 2")]
    [InlineData("residenti < 1e4", "0 4")]
    [InlineData("residenti <= +5600.0", "0 4")]
    [InlineData("minuti = -3.25", "2")]
    [InlineData("attiva = true", "0 1")]
    [InlineData("attiva <> TRUE", "2 4")]
    [InlineData("attiva = False", "2 4")]
    [InlineData("residenti > minuti", "0 1 2")]
    [InlineData("\"altro nome\" = 'a'", "0")]
    [InlineData("true", "0 1 2 3 4")]
    [InlineData("false", "")]
    [InlineData("1 = 1", "0 1 2 3 4")]
    public void Comparisons(string filter, string taken) => SmallLayer.Taken(filter).ShouldBe(taken);

    [Theory]
    [InlineData("residenti IS NULL", "3")]
    [InlineData("residenti is not null", "0 1 2 4")]
    [InlineData("geometry IS NULL", "4")]
    [InlineData("NOT (residenti > 5600)", "0 4")]
    [InlineData("NOT residenti > 5600", "0 4")]
    [InlineData("residenti > 5600 OR residenti IS NULL", "1 2 3")]
    [InlineData("residenti > 5600 AND residenti IS NULL", "")]
    [InlineData("residenti IS NULL OR nome = 'Bergamo' AND attiva = false", "3")]
    [InlineData("(residenti IS NULL OR nome = 'Bergamo') AND attiva = true", "1")]
    [InlineData("NOT (residenti > 0 AND nome LIKE 'B%')", "0 2 3 4")]
    [InlineData("NOT NOT attiva = true", "0 1")]
    public void What_is_not_known_is_neither_true_nor_false(string filter, string taken) => SmallLayer.Taken(filter).ShouldBe(taken);

    [Theory]
    [InlineData("nome LIKE 'B%'", "1")]
    [InlineData("nome LIKE '%ergam_'", "1 3")]
    [InlineData("nome LIKE '%'", "0 1 2 3 4")]
    [InlineData("nome LIKE ''", "")]
    [InlineData("nome LIKE '_%'", "0 1 2 3 4")]
    [InlineData("nome LIKE '%\\%\\_%'", "2")]
    [InlineData("nome LIKE '%.*'", "")]
    [InlineData("nome NOT LIKE '%a%'", "0")]
    [InlineData("CASEI(nome) LIKE casei('BERG%')", "1 3")]
    [InlineData("CASEI(nome) = CASEI('È SENZA LUOGO')", "4")]
    [InlineData("ACCENTI(nome) = 'Alme'", "0")]
    [InlineData("casei(accenti(nome)) = casei('alme')", "0")]
    [InlineData("residenti BETWEEN 5600 AND 13000", "0 2")]
    [InlineData("residenti between 100.0 and 1.0", "")]
    [InlineData("residenti NOT BETWEEN 5600 AND 13000", "1 4")]
    [InlineData("nome IN ('Almè', 'Bergamo', 'foo')", "0 1")]
    [InlineData("residenti NOT IN (0, 5600)", "1 2")]
    [InlineData("attiva in (true)", "0 1")]
    [InlineData("CASEI(nome) IN (casei('BERGAMO'))", "1 3")]
    public void Like_between_and_in(string filter, string taken) => SmallLayer.Taken(filter).ShouldBe(taken);

    [Theory]
    [InlineData("valid_from = DATE('2022-04-16')", "1")]
    [InlineData("valid_from > DATE('2022-04-16')", "3 4")]
    [InlineData("valid_from < TIMESTAMP('2022-04-16T10:00:00Z')", "0 1")]
    [InlineData("valid_from >= '2022-04-16'", "1 3 4")]
    [InlineData("valid_from IN (DATE('2020-01-01'), DATE('2024-12-31'))", "0 3")]
    public void Days_are_compared_with_days_moments_and_texts(string filter, string taken) => SmallLayer.Taken(filter).ShouldBe(taken);

    [Theory]
    [InlineData("S_INTERSECTS(geometry, POINT(5 5))", "0 2 3")]
    [InlineData("s_intersects(POINT(5 5), geometry)", "0 2 3")]
    [InlineData("S_INTERSECTS(geometry, POINT(5 5 100))", "0 2 3")]
    [InlineData("S_INTERSECTS(geometry, BBOX(11, 1, 12, 2))", "1")]
    [InlineData("S_INTERSECTS(geometry, BBOX(11, 1, 0, 12, 2, 9))", "1")]
    [InlineData("S_DISJOINT(geometry, BBOX(11, 1, 12, 2))", "0 2 3")]
    [InlineData("S_WITHIN(geometry, BBOX(0, 0, 10, 10))", "0 2")]
    [InlineData("S_CONTAINS(geometry, LINESTRING(1 1, 2 2))", "0")]
    [InlineData("S_WITHIN(POINT(15 5), geometry)", "1")]
    [InlineData("S_EQUALS(geometry, POLYGON((10 10,0 10,0 0,10 0,10 10)))", "0")]
    [InlineData("S_TOUCHES(geometry, POINT(10 5))", "0 1")]
    [InlineData("S_CROSSES(geometry, POLYGON((0 0,10 0,10 10,0 10,0 0)))", "3")]
    [InlineData("S_OVERLAPS(geometry, BBOX(5, 0, 15, 10))", "0 1")]
    [InlineData("S_INTERSECTS(geometry, MULTIPOINT(1 1, 15 5))", "0 1 3")]
    [InlineData("S_INTERSECTS(geometry, MULTIPOINT((1 1), (15 1)))", "0 1")]
    [InlineData("S_INTERSECTS(geometry, MULTILINESTRING((1 1, 2 2),(15 1, 15 2)))", "0 1")]
    [InlineData("S_INTERSECTS(geometry, MULTIPOLYGON(((1 1,2 1,2 2,1 1)),((15 1,16 1,16 2,15 1))))", "0 1")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0,10 0,10 10,0 10,0 0),(4 4,6 4,6 6,4 6,4 4)))", "0 1 3")]
    [InlineData("S_INTERSECTS(geometry, GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(15 1, 15 2)))", "0 1")]
    [InlineData("S_INTERSECTS(geometry, geometry)", "0 1 2 3")]
    [InlineData("S_INTERSECTS(POINT(1 1), BBOX(0,0,2,2))", "0 1 2 3 4")]
    [InlineData("NOT S_INTERSECTS(geometry, POINT(5 5))", "1")]
    public void Spatial_functions(string filter, string taken) => SmallLayer.Taken(filter).ShouldBe(taken);

    [Fact]
    public void In_a_system_with_the_north_first_the_first_number_is_the_north() =>
        SmallLayer.Taken("S_INTERSECTS(geometry, POINT(5 15))", crs: OgcCrs.All[1]).ShouldBe("1 3");

    [Theory]
    [InlineData("S_INTERSECTS(geometry, BBOX(1,2,3,4)) AND residenti > 0", 1, 2, 3, 4)]
    [InlineData("S_WITHIN(geometry, BBOX(0,0,10,10)) AND S_INTERSECTS(geometry, BBOX(5,5,20,20))", 5, 5, 10, 10)]
    public void What_all_taken_features_touch_bounds_the_search(string filter, double west, double south, double east, double north) =>
        SmallLayer.Box(filter).ShouldBe(new Envelope(west, east, south, north));

    [Theory]
    [InlineData("S_DISJOINT(geometry, BBOX(1,2,3,4))")]
    [InlineData("S_INTERSECTS(geometry, BBOX(1,2,3,4)) OR residenti > 0")]
    [InlineData("NOT S_INTERSECTS(geometry, BBOX(1,2,3,4))")]
    [InlineData("residenti > 0")]
    public void What_only_some_touch_does_not(string filter) => SmallLayer.Box(filter).ShouldBeNull();

    [Theory]
    [InlineData("", "filter: il filtro non si capisce da «».")]
    [InlineData("THIS IS NOT A FILTER", "da «THIS IS NOT A FILTER»")]
    [InlineData("residenti > 1 AND", "da «AND»")]
    [InlineData("residenti > 1 ; DROP TABLE comuni", "da «; DROP TABLE comuni»")]
    [InlineData("residenti > 1 nome = 'x'", "da «nome = 'x'»")]
    [InlineData("residenti + 1 > 2", "non si capisce")]
    [InlineData("residenti >> 1", "non si capisce")]
    [InlineData("residenti = 1e999", "non si capisce")]
    [InlineData("nome = \"x", "non si capisce")]
    [InlineData("nome = 'x", "non si capisce")]
    [InlineData("((residenti > 1)", "non si capisce")]
    [InlineData("residenti > 1)", "da «)»")]
    [InlineData("nome IN ()", "non si capisce")]
    [InlineData("boh = 1", "'boh' non è una proprietà di questa raccolta.")]
    [InlineData("residenti = 'uno'", "un numero non si confronta con un testo.")]
    [InlineData("nome > 3", "un testo non si confronta con un numero.")]
    [InlineData("attiva = 1", "vero o falso non si confronta con un numero.")]
    [InlineData("nome = DATE('2020-01-01')", "un testo non si confronta con un momento.")]
    [InlineData("residenti LIKE '1%'", "LIKE vuole un testo, non un numero.")]
    [InlineData("CASEI(residenti) = 'x'", "CASEI vuole un testo, non un numero.")]
    [InlineData("valid_from = DATE('ieri')", "'ieri' non è un giorno né un momento.")]
    [InlineData("geometry = 'x'", "geometry non si confronta con un valore.")]
    [InlineData("S_INTERSECTS(nome, POINT(1 1))", "'nome' non è una geometria.")]
    [InlineData("S_INTERSECTS(geometry, POINT(90 180))", "(90, 180) non è un luogo in WGS 84")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1)))", "non si capisce")]
    [InlineData("S_INTERSECTS(geometry, POLYGON((0 0,1 1,0 1,1 0,0 0)))", "incrocia sé stessa")]
    [InlineData("S_INTERSECTS(geometry, BBOX(1,2,3))", "non si capisce")]
    [InlineData("S_INTERSECTS(geometry, BBOX(0,5,1,4))", "il lato sud del riquadro è più a nord del lato nord.")]
    public void What_is_no_filter_is_refused_with_the_reason(string filter, string why)
    {
        InputException refused = Should.Throw<InputException>(() => SmallLayer.Taken(filter));

        (refused.Field + ": " + refused.Message).ShouldContain(why);
        refused.Field.ShouldBe("filter");
        refused.Cure.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("NOT ", "")]
    [InlineData("NOT (", ")")]
    [InlineData("(NOT NOT ", ")")]
    public void Nested_ten_thousand_deep_it_is_refused_and_nothing_breaks(string open, string close)
    {
        foreach (int depth in (int[])[33, 1_000, 2_500])
        {
            string filter = string.Concat(Enumerable.Repeat(open, depth)) + "residenti > 1" + string.Concat(Enumerable.Repeat(close, depth));
            Should.Throw<InputException>(() => SmallLayer.Taken(filter)).Message.ShouldBe("il filtro è annidato a più di 32 livelli.");
        }

        string longer = string.Concat(Enumerable.Repeat(open, 10_000)) + "residenti > 1" + string.Concat(Enumerable.Repeat(close, 10_000));
        Should.Throw<InputException>(() => SmallLayer.Taken(longer)).Message.ShouldContain(longer.Length > 32_768 ? "caratteri" : "annidato");
    }

    [Fact]
    public void Nested_ten_deep_and_five_hundred_long_it_is_read()
    {
        SmallLayer.Taken("((((((((((residenti > 5600))))))))))").ShouldBe("1 2");
        SmallLayer.Taken(string.Join(" OR ", Enumerable.Repeat("NOT (residenti > 5600)", 500))).ShouldBe("0 4");
        SmallLayer.Taken(string.Join(" AND ", Enumerable.Range(0, 1_000).Select(i => $"residenti <> {i + 1}"))).ShouldBe("0 1 2 4");
        Should.Throw<InputException>(() => SmallLayer.Taken(string.Join(" OR ",
            Enumerable.Repeat("S_INTERSECTS(geometry,POINT(1 1))", 33)))).Message.ShouldContain("più di 32 funzioni spaziali");
    }
}
