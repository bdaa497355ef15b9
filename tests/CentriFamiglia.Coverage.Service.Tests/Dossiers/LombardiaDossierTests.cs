using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers;
using CentriFamiglia.Coverage.Territory;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

/// <summary>The dossier of the shipped data, compared cell by cell with the rows that the service answers.</summary>
public class LombardiaDossierTests(LombardiaRun lombardia) : IClassFixture<LombardiaRun>
{
    private static readonly JsonSerializerOptions _geometry = new() { Converters = { new GeoJsonGeometry() } };

    private FrozenRun Run => lombardia.Run;

    [Theory]
    [InlineData(null)]
    [InlineData("Bergamo")]
    [InlineData("Milano Città Metropolitana")]
    public void Every_row_of_the_run_is_on_the_page_with_its_figures_and_no_other(string? ats)
    {
        ReadPage page = Page(ats);

        page.Table("ambiti").Select(r => (r[0], r[1], r[3], r[4], r[5], r[6])).ShouldBe(
            Rows("copertura-ambito", ats).Select(r => (Text(r, "nome"), Text(r, "ats"), Count(r, "residenti"), Count(r, "hub"), Count(r, "spoke"), Text(r, "motivo"))),
            ignoreOrder: true);
        page.Table("distretti").Select(r => (r[0], r[1], r[3])).ShouldBe(
            Rows("copertura-distretto", ats).Select(r => (Text(r, "nome"), Text(r, "ats"), Count(r, "residenti"))), ignoreOrder: true);
        page.Table("distanze-ambiti").Select(r => (r[0], r[3], r[6], r[7], r[8])).ShouldBe(
            Rows("lacune-ambito", ats).Select(r => (Text(r, "nome"), Minutes(r, "minuti_medi"), Count(r, "residenti_oltre_limite"), Count(r, "residenti_oltre_minimo"),
                Count(r, "residenti_oltre_massimo"))), ignoreOrder: true);
        page.Table("comuni-lontani").Select(r => (r[0], r[5])).ShouldBe(
            Rows("lacune-comune", ats).OrderByDescending(r => (double)r["minuti"]!).ThenBy(r => Text(r, "pro_com_t"), StringComparer.Ordinal).Take(10)
                .Select(r => (Text(r, "comune"), Minutes(r, "minuti"))));
        page.Table("proposte-tabella").Select(r => (r[0], r[1], r[6], r[7], r[8])).ShouldBe(
            Rows("proposte", ats).OrderBy(r => (int)r["ordine"]!).Select(r => ($"{r["ordine"]}", Text(r, "comune"), Count(r, "residenti_guadagnati"),
                Minutes(r, "minuti_medi_prima"), Minutes(r, "minuti_medi_dopo"))));
        foreach (JsonObject proposal in Rows("proposte", ats))
        {
            page.Term($"proposta-{proposal["ordine"]}", "Perché").ShouldBe(Text(proposal, "motivo"));
            page.Term($"proposta-{proposal["ordine"]}", "Clausola").ShouldBe(Text(proposal, "clausola"));
        }

        page.Table("fondi-tabella").Select(r => (r[0], r[1])).ShouldBe(
            Rows("fondi", ats).Select(r => (Text(r, "ats"), ItalianNumber.Of((decimal)r["assegnazione_eur"]!, "#,0.00"))));
        page.Table("non-conformi").Select(r => (r[0], r[2], r[3])).ShouldBe(
            Rows("rilievi", ats).Where(r => Text(r, "esito") == "non_conforme").Select(r => (Text(r, "regola"), Text(r, "ats"), Text(r, "motivo"))), ignoreOrder: true);
    }

    [Fact]
    public void The_summary_is_of_the_same_figures()
    {
        string[] said = Page(null).Sentences("riassunto");
        JsonObject whole = Run.Rows("lacune-regione").Single();
        JsonObject[] ambiti = [.. Run.Rows("copertura-ambito")];

        said[0].ShouldContain($"{ambiti.Count(a => Text(a, "verdetto") == "SEDE")} Ambiti su {ambiti.Length}");
        said.ShouldContain(s => s.Contains(Minutes(whole, "minuti_medi"), StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains(Count(whole, "residenti_oltre_limite"), StringComparison.Ordinal)
            && s.Contains($"da {Count(whole, "residenti_oltre_minimo")} a {Count(whole, "residenti_oltre_massimo")}", StringComparison.Ordinal));
        said.ShouldContain(s => s.Contains(Count(Run.Result("proposte")!["meta"]!["totali"]!.AsObject(), "residenti_guadagnati_insieme"), StringComparison.Ordinal));
    }

    [Fact]
    public void Each_new_Hub_has_a_text_for_the_call()
    {
        ReadPage page = Page(null);
        string[] texts = [.. page.ById("avviso").Elements("blockquote").Select(b => b.Value)];
        JsonObject[] hubs = [.. Run.Rows("proposte").Where(r => Text(r, "tipo") == "hub")];

        hubs.ShouldNotBeEmpty();
        texts.Length.ShouldBe(hubs.Length);
        foreach ((JsonObject hub, string text) in hubs.OrderBy(h => (int)h["ordine"]!).Zip(texts))
        {
            JsonObject area = Run.Rows("copertura-ambito").Single(a => Text(a, "nome") == Text(hub, "unita_servite"));
            text.ShouldContain($"{Text(area, "nome")} ({Count(area, "residenti")} residenti)");
            text.ShouldContain(Text(hub, "clausola"));
            text.ShouldContain(Run.Hash);
        }
    }

    [Fact]
    public void The_same_run_gives_the_same_page() => DossierPage.Write(Run, SmallRun.Head(Run), [], null)
        .ShouldBe(DossierPage.Write(new FrozenRun(Run.Text), SmallRun.Head(Run), [], null));

    [Fact]
    public void The_shapes_are_small_valid_in_order_and_always_the_same()
    {
        string text = DossierShapes.Of(lombardia.Snapshot).ToJsonString();
        JsonObject[] features = [.. JsonNode.Parse(text)!["features"]!.AsArray().Select(f => f!.AsObject())];

        DossierShapes.Of(lombardia.Snapshot).ToJsonString().ShouldBe(text);
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThan(250_000);
        string[] codes = [.. features.Select(f => (string)f["properties"]!["codice"]!)];
        codes.ShouldBe(codes.Order(StringComparer.Ordinal));
        codes.ShouldBe(lombardia.Snapshot.Areas(AreaLevel.Ambito).Select(a => a.Code), ignoreOrder: true);
        Geometry[] shapes = [.. features.Select(f => f["geometry"].Deserialize<Geometry>(_geometry)!)];
        shapes.ShouldAllBe(s => s.IsValid && !s.IsEmpty);
        shapes.SelectMany(s => s.Coordinates).ShouldAllBe(c => Math.Round(c.X, 4) == c.X && Math.Round(c.Y, 4) == c.Y);
        double whole = lombardia.Snapshot.Areas(AreaLevel.Ambito).Sum(a => a.Boundary.Area);
        shapes.Sum(s => s.Area).ShouldBe(whole, whole * 0.002);
    }

    private ReadPage Page(string? ats) => new(DossierPage.Write(Run, SmallRun.Head(Run), [], ats));

    private JsonObject[] Rows(string result, string? ats) => [.. Run.Rows(result).Where(r => ats is null || (string?)r["ats"] == ats)];

    private static string Text(JsonObject row, string name) => (string)row[name]!;

    private static string Count(JsonObject row, string name) => ItalianNumber.Count((double)row[name]!);

    private static string Minutes(JsonObject row, string name) => ItalianNumber.Of((double)row[name]!, "0.00");
}
