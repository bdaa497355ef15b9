using System.Xml.Linq;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Dossiers;

namespace CentriFamiglia.Coverage.Service.Tests.Dossiers;

/// <summary>The form of the pages: for one ATS, with hostile texts, for who hears them, and of a scenario.</summary>
public class DossierFormTests
{
    private const string Hostile = "<script>alert(\"1\")</script>'\"; } @import url(http://x); --> ]]> &amp; \u0001";

    [Fact]
    public void The_page_of_an_ats_holds_no_row_of_another()
    {
        FrozenRun run = SmallRun.Of();
        ReadPage page = new(DossierPage.Write(run, SmallRun.Head(run), SmallRun.Decisions(run), "Sud"));

        page.Root.Descendants("h1").Single().Value.ShouldBe("Dossier della copertura territoriale: ATS Sud");
        foreach (string other in (string[])["Alfa", "Beta", "Gamma", "Nord", "Lontano", "Hub di"])
        {
            page.Root.Descendants().Where(e => e.Name.LocalName is "td" or "th" or "title" or "blockquote")
                .ShouldNotContain(e => e.Value.Contains(other, StringComparison.Ordinal));
        }

        page.Table("ambiti").ShouldHaveSingleItem()[0].ShouldBe("Delta");
        page.Table("coordinamento-tabella").ShouldHaveSingleItem()[0].ShouldBe("Sud");
        page.Root.Descendants("use").Count().ShouldBe(2);
        page.Sentences("riassunto")[0].ShouldContain("0 Ambiti su 1");
    }

    [Fact]
    public void A_run_of_one_ats_is_a_page_of_that_ats() =>
        new ReadPage(Page(SmallRun.Of(json => json["parametri"]!["ats"] = "Nord"))).Root.Descendants("h1").Single().Value.ShouldEndWith("ATS Nord");

    [Fact]
    public void A_hostile_text_stays_a_text()
    {
        string name = Hostile + new string('x', 300);
        FrozenRun run = SmallRun.Of(json =>
        {
            SmallRun.Rows(json, "copertura-ambito")[1]!["nome"] = name;
            SmallRun.Rows(json, "proposte")[1]!["motivo"] = name;
            SmallRun.Rows(json, "sedi")[0]!["name"] = name;
        });
        RunHead head = SmallRun.Head(run) with { Title = name, By = name };
        var decision = new Decision(run.Id, 1) { Outcome = DecisionOutcome.Rejected, By = name, Reason = name, Comments = [new(name, SmallRun.Frozen, name)] };
        foreach (string html in (string[])[DossierPage.Write(run, head, [decision], null), Verbale.Write(run, head, [decision])])
        {
            html.ShouldNotContain("<script");
            string style = new ReadPage(html).Root.Descendants("style").Single().Value;
            style.ShouldNotContain("@import");
            style.ShouldNotContain("url(http");
            new ReadPage(html).Root.Descendants("script").ShouldBeEmpty();
        }

        new ReadPage(DossierPage.Write(run, head, [decision], null)).Table("ambiti")[0][0].ShouldBe(name.Replace('\u0001', '\uFFFD'));
    }

    [Fact]
    public void The_page_stands_alone()
    {
        string html = Page(SmallRun.Of());
        ReadPage page = new(html);

        page.Root.Descendants("meta").Select(m => (string?)m.Attribute("content")).ShouldContain(c => c == "default-src 'none'; style-src 'unsafe-inline'");
        page.Root.Descendants().Attributes("href").Select(a => a.Value).ShouldAllBe(h => h.StartsWith('#'));
        page.Root.Descendants().Attributes("src").ShouldBeEmpty();
        page.Root.Descendants().Attributes().ShouldNotContain(a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_hears_the_page_finds_their_way()
    {
        FrozenRun run = SmallRun.Of();
        foreach (string html in (string[])[Page(run), Verbale.Write(run, SmallRun.Head(run), [])])
        {
            XElement root = new ReadPage(html).Root;
            ((string?)root.Attribute("lang")).ShouldBe("it");
            root.Descendants("h1").ShouldHaveSingleItem();
            root.Descendants("main").ShouldHaveSingleItem();
            string[] ids = [.. root.Descendants().Attributes("id").Select(a => a.Value)];
            ids.ShouldBeUnique(StringComparer.Ordinal);
            root.Descendants().Attributes("href").Select(a => a.Value[1..]).ShouldBeSubsetOf(ids, StringComparer.Ordinal);
            root.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')).ShouldBeSubsetOf(ids, StringComparer.Ordinal);
            root.Descendants("th").ShouldAllBe(th => th.Value.Length > 0 && th.Attribute("scope") != null);
            root.Descendants("table").ShouldAllBe(t => t.Element("caption")!.Value.Length > 0);
            root.Descendants("tr").GroupBy(tr => tr.Ancestors("table").First()).ShouldAllBe(t => t.Select(tr => tr.Elements().Count()).Distinct().Count() == 1);
            // HTML takes an element that XML closes at once for one that is still open.
            root.Descendants().Where(e => e.IsEmpty).Select(e => e.Name.LocalName).Except(["meta", "path", "rect", "circle", "line"], StringComparer.Ordinal).ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_maps_draw_areas_sedi_and_numbered_proposals()
    {
        ReadPage page = new(Page(SmallRun.Of()));
        XElement verdicts = page.ById("mappa-verdetti-nome").Parent!, minutes = page.ById("mappa-minuti-nome").Parent!;

        ((string?)verdicts.Attribute("role")).ShouldBe("img");
        verdicts.Elements("use").Select(u => u.Value).ShouldBe(["Alfa: Sede presente", "Beta: Scoperto", "Gamma: Solo competenza", "Delta: Non noto"]);
        verdicts.Elements("text").Where(t => (string?)t.Attribute("class") == "numero").Select(t => t.Value).ShouldBe(["1", "2"]);
        verdicts.Elements("rect").Where(t => (string?)t.Attribute("class") == "hub").Select(t => t.Value).ShouldBe(["Hub di Alfa"]);
        minutes.Elements("use").Select(u => u.Value).ShouldBe(["Alfa: 4,25 minuti", "Beta: 31,00 minuti", "Gamma: 9,00 minuti", "Delta: non noto"]);
        minutes.Elements("text").Select(t => t.Value).ShouldBe(["4", "31", "9"]);
    }

    [Fact]
    public void Of_a_scenario_the_changes_and_what_becomes_of_the_areas_are_said()
    {
        ReadPage page = new(Page(SmallRun.Of(json =>
        {
            json["ingressi"]!["scenario"] = System.Text.Json.Nodes.JsonNode.Parse("""
                {"id":"s1","nome":"Rimodulare il Nord","linea":"rimodulazione","reti":[],
                 "modifiche":[{"op":"add","id":"N1-S9","role":"spoke","pro_com_t":"001003"},{"op":"close","id":"N1-H"}]}
                """);
            json["risultati"]!["confronto"] = System.Text.Json.Nodes.JsonNode.Parse("""
                {"meta":{},"rows":[
                 {"livello":"ats","codice":"nord","nome":"Nord","ats":"Nord","misura":"minuti_medi","prima":12.5,"dopo":10,"differenza":-2.5},
                 {"livello":"ambito","codice":"alfa","nome":"Alfa","ats":"Nord","misura":"hub","prima":1,"dopo":1,"differenza":0}]}
                """);
        })));

        page.Sentences("scenario")[0].ShouldContain("«Rimodulare il Nord», linea: rimodulazione delle progettualità esistenti");
        page.Table("modifiche").ShouldBe([["N1-S9", "si apre", "ruolo: spoke; comune: 001003"], ["N1-H", "si chiude", "nient'altro"]]);
        page.Table("confronto").ShouldHaveSingleItem().ShouldBe(["Nord", "ATS", "Nord", "Minuti medi", "12,5", "10", "-2,5"]);
    }

    [Fact]
    public void A_run_that_lacks_results_is_a_page_that_says_so()
    {
        ReadPage page = new(Page(SmallRun.Of(json =>
        {
            json["risultati"] = new System.Text.Json.Nodes.JsonObject();
            json["confini"]!["features"] = new System.Text.Json.Nodes.JsonArray();
        })));

        page.Sentences("mappe")[0].ShouldContain("non contiene confini");
        page.Sentences("fondi")[0].ShouldContain("non contiene");
        page.Sentences("certificato")[0].ShouldContain("non contiene");
    }

    private static string Page(FrozenRun run) => DossierPage.Write(run, SmallRun.Head(run), SmallRun.Decisions(run), null);
}
