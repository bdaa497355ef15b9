using CentriFamiglia.Coverage.Service.Input;

namespace CentriFamiglia.Coverage.Service.Tests.Ogc;

/// <summary>The same filters in CQL2 JSON, on the same five features.</summary>
public class CqlJsonTests
{
    [Theory]
    [InlineData("""{"op":"=","args":[{"property":"nome"},"Bergamo"]}""", "nome = 'Bergamo'", "1")]
    [InlineData("""{"op":">","args":[{"property":"residenti"},5600]}""", "residenti > 5600", "1 2")]
    [InlineData("""{"op":"=","args":[{"property":"attiva"},true]}""", "attiva = true", "0 1")]
    [InlineData("""{"op":"and","args":[{"op":">","args":[{"property":"residenti"},0]},{"op":"<","args":[{"property":"minuti"},1]}]}""", "residenti > 0 AND minuti < 1", "1 2")]
    [InlineData("""{"op":"or","args":[{"op":"isNull","args":[{"property":"residenti"}]},{"op":"=","args":[{"property":"nome"},"Bergamo"]}]}""",
        "residenti IS NULL OR nome = 'Bergamo'", "1 3")]
    [InlineData("""{"op":"not","args":[{"op":"isNull","args":[{"property":"residenti"}]}]}""", "residenti IS NOT NULL", "0 1 2 4")]
    [InlineData("""{"op":"like","args":[{"op":"casei","args":[{"property":"nome"}]},{"op":"casei","args":["BERG%"]}]}""", "CASEI(nome) LIKE CASEI('BERG%')", "1 3")]
    [InlineData("""{"op":"=","args":[{"op":"accenti","args":[{"property":"nome"}]},"Alme"]}""", "ACCENTI(nome) = 'Alme'", "0")]
    [InlineData("""{"op":"between","args":[{"property":"residenti"},5600,13000]}""", "residenti BETWEEN 5600 AND 13000", "0 2")]
    [InlineData("""{"op":"in","args":[{"property":"nome"},["Almè","Bergamo"]]}""", "nome IN ('Almè','Bergamo')", "0 1")]
    [InlineData("""{"op":">","args":[{"property":"valid_from"},{"date":"2022-04-16"}]}""", "valid_from > DATE('2022-04-16')", "3 4")]
    [InlineData("""{"op":"<","args":[{"property":"valid_from"},{"timestamp":"2022-04-16T10:00:00Z"}]}""", "valid_from < TIMESTAMP('2022-04-16T10:00:00Z')", "0 1")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[5,5]}]}""", "S_INTERSECTS(geometry, POINT(5 5))", "0 2 3")]
    [InlineData("""{"op":"s_within","args":[{"property":"geometry"},{"bbox":[0,0,10,10]}]}""", "S_WITHIN(geometry, BBOX(0,0,10,10))", "0 2")]
    [InlineData("""{"op":"s_equals","args":[{"property":"geometry"},{"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}]}""",
        "S_EQUALS(geometry, POLYGON((0 0,10 0,10 10,0 10,0 0)))", "0")]
    [InlineData("true", "true", "0 1 2 3 4")]
    [InlineData("false", "false", "")]
    public void It_takes_what_the_same_text_takes(string json, string text, string taken)
    {
        SmallLayer.Taken(json, json: true).ShouldBe(taken);
        SmallLayer.Taken(text).ShouldBe(taken);
    }

    [Theory]
    [InlineData("", "non è JSON")]
    [InlineData("{", "non è JSON")]
    [InlineData("residenti > 1", "non è JSON")]
    [InlineData("{}", "'{}' non è un'operazione")]
    [InlineData("[]", "'[]' non è un'operazione")]
    [InlineData("3", "'3' non è un'operazione")]
    [InlineData("""{"op":"+","args":[1,2]}""", "l'operazione '+' con 2 argomenti non si conosce")]
    [InlineData("""{"op":"and","args":[true]}""", "l'operazione 'and' con 1 argomenti non si conosce")]
    [InlineData("""{"op":"in","args":[{"property":"nome"},[]]}""", "non si conosce")]
    [InlineData("""{"op":"=","args":[{"property":"boh"},1]}""", "'boh' non è una proprietà")]
    [InlineData("""{"op":"=","args":[{"property":"residenti"},"1"]}""", "un numero non si confronta con un testo.")]
    [InlineData("""{"op":"=","args":[{"property":"residenti"},1e999]}""", "non è un valore")]
    [InlineData("""{"op":"=","args":[{"property":"residenti"},null]}""", "'null' non è un valore")]
    [InlineData("""{"op":"=","op":"<","args":[1,2]}""", "la chiave 'op' c'è due volte")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point"}]}""", "una geometria non si legge")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1,2,3]}]}""", "bbox non ha quattro numeri")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},{"bbox":[1,2,1e999,3]}]}""", "non è un luogo")]
    [InlineData("""{"op":"s_intersects","args":[{"property":"geometry"},"POINT(1 1)"]}""", "non è una geometria")]
    public void What_is_no_filter_is_refused_with_the_reason(string json, string why)
    {
        InputException refused = Should.Throw<InputException>(() => SmallLayer.Taken(json, json: true));

        refused.Message.ShouldContain(why);
        refused.Field.ShouldBe("filter");
        refused.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nested_ten_thousand_deep_it_is_refused_and_nothing_breaks()
    {
        foreach (int depth in (int[])[100, 1_000])
        {
            string json = string.Concat(Enumerable.Repeat("""{"op":"not","args":[""", depth)) + "true" + string.Concat(Enumerable.Repeat("]}", depth));
            Should.Throw<InputException>(() => SmallLayer.Taken(json, json: true)).Message.ShouldBe("il filtro è annidato a più di 32 livelli.");
        }

        Should.Throw<InputException>(() => SmallLayer.Taken(new string('[', 10_000), json: true)).Message.ShouldContain("annidato");
        Should.Throw<InputException>(() => SmallLayer.Taken(new string('[', 100_000), json: true)).Message.ShouldContain("100.000 caratteri");
    }
}
