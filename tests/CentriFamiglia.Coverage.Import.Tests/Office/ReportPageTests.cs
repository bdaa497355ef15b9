using System.Globalization;
using System.Xml.Linq;
using CentriFamiglia.Coverage.Import.Pages;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>The report as a page, read again by a parser of XML: what it counts, what it shows of the user's file, what it draws.</summary>
public class ReportPageTests
{
    private const string Header = "site_id,name,role,network_id,pro_com_t,lon,lat\n";

    private static readonly DateTimeOffset _made = new(2024, 3, 1, 9, 5, 0, TimeSpan.FromHours(1));

    [Fact]
    public void The_page_counts_what_the_report_counts()
    {
        ImportResult result = Small.Import("sedi.csv", Header
            + "S1,Uno,hub,R7,012001,9.05,45.55\nS2,Due,spoke,R8,012001,9.05,45.55\nS3,Tre,capo,R8,012001,9.15,45.65\nS4,Quattro,spoke,R1,12001,9.05,45.55\n");
        XElement page = Page(result);

        Texts(page, "file").ShouldBe([["sedi.csv", "sedi", "4", "1", "3", "1"]]);
        Texts(page, "gruppi-rifiutata").Select(r => (r[0], r[2], r[4], r[5])).ShouldBe([
            ("rete_sconosciuta", "network_id", "3", "riga 2 (S1), riga 3 (S2), riga 4 (S3)"),
            ("valore_non_ammesso", "role", "1", "riga 4 (S3)"),
            ("coordinate_fuori_comune", "lon", "1", "riga 4 (S3)"),
        ]);
        Texts(page, "gruppi-corretta").ShouldBe([
            ["zeri_iniziali_persi", "sedi.csv", "pro_com_t", "zeri iniziali persi: 12001 letto come 012001 (Agra)", "1", "riga 5 (S4)", "12001",
                "Nel foglio di calcolo dare alla colonna il formato Testo."],
        ]);
        Texts(page, "righe").Select(r => (r[0], r[2], r[3])).ShouldBe([("1", "2", "S1"), ("2", "3", "S2"), ("3", "4", "S3")]);
        page.Descendants("p").First().Value.ShouldBe(result.Report.Summary());
        page.Value.ShouldContain("Preparato il 01/03/2024 alle 09:05.");
    }

    [Fact]
    public void A_text_of_the_file_is_shown_as_it_is_and_is_never_markup()
    {
        const string Hostile = "</td><script>alert('x')</script>&amp; \"<img src=x onerror=y>";
        ImportResult result = Small.Import(
            "<b>sedi</b>.csv",
            $"site_id,name,role,network_id,pro_com_t,lon,lat,<i>altro</i>\n\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\",Uno,\uFFFEcapo,<u>,012001,9.05,45.55,x\n",
            r => r with { Kind = ImportKind.Sedi });
        XElement page = Page(result);

        page.Descendants().Select(e => e.Name.LocalName).Intersect(["script", "img", "b", "i", "u"], StringComparer.Ordinal).ShouldBeEmpty();
        Texts(page, "righe")[0][..4].ShouldBe(["1", "<b>sedi</b>.csv", "2", Hostile]);
        page.Descendants("li").Select(l => l.Value).ShouldContain(l => l.Contains("Nel file: «\uFFFDcapo».", StringComparison.Ordinal));
        page.Descendants("title").Last().Value.ShouldBe($"1: <b>sedi</b>.csv, riga 2 ({Hostile})");
    }

    [Fact]
    public void The_numbers_on_the_map_are_those_of_the_rows_that_the_table_says_are_on_it()
    {
        ImportResult result = Small.Import("sedi.csv", Header
            + "S1,Uno,hub,R7,012001,9.05,45.55\nS2,Due,hub,R7,012001,,\nS3,Tre,hub,R7,012001,9.05,45.55\n"
            + "S4,Quattro,hub,R1,012001,45.55,9.05\nS5,Cinque,capo,R1,016024,9.15,45.65\n");
        XElement page = Page(result);
        (string Number, string On)[] rows = [.. Texts(page, "righe").Select(r => (r[0], r[5]))];

        rows.ShouldBe([("1", "sì"), ("2", "senza coordinate"), ("3", "sì"), ("4", "no"), ("5", "sì")]);
        XElement[] marks = [.. page.Descendants("a")];
        marks.Select(m => m.Element("text")!.Value).ShouldBe(["1", "3", "5"]);
        marks.Select(m => page.Descendants("tr").Single(r => "#" + (string?)r.Attribute("id") == (string?)m.Attribute("href")).Element("th")!.Value).ShouldBe(["1", "3", "5"]);
        Dot(marks[1]).ShouldBe(Dot(marks[0]));
        marks.CountBy(Label).ShouldAllBe(place => place.Value == 1);
        // The two ATS are a square and an L; the sede of Bergamo lies to the right of that of Agra, and above.
        page.Descendants("path").Count().ShouldBe(2);
        (double X, double Y) agra = Dot(marks[0]), bergamo = Dot(marks[2]);
        bergamo.X.ShouldBeGreaterThan(agra.X);
        bergamo.Y.ShouldBeLessThan(agra.Y);
    }

    [Fact]
    public void The_place_of_a_drawn_point_is_known_whatever_else_its_row_lacks()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sedi.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature",
             "properties":{"site_id":"S1","name":"Uno","role":"hub","network_id":"R9","pro_com_t":"012001"},
             "geometry":{"type":"Point","coordinates":[9.05,45.55]}}]}
            """);

        ImportResult result = Importer.Import(new ImportRequest(folder.File("sedi.geojson")), Small.Content);

        result.Report.Issues.Single(i => i.Severity == IssueSeverity.Refused).Place!.ToString().ShouldBe("(9.05, 45.55)");
        Page(result).Descendants("a").Count().ShouldBe(1);
    }

    [Fact]
    public void A_crowd_on_one_point_is_drawn_number_by_number_up_to_three_hundred()
    {
        string rows = string.Concat(Enumerable.Range(1, 320).Select(i => $"S{i},Sede,hub,R7,012001,9.05,45.55\n"));
        XElement[] marks = [.. Page(Small.Import("sedi.csv", Header + rows)).Descendants("a")];

        marks.Length.ShouldBe(300);
        marks.CountBy(Label).ShouldAllBe(place => place.Value == 1);
    }

    [Fact]
    public void A_page_of_thousands_of_rows_shows_the_first_thousand_and_says_where_the_others_are()
    {
        string rows = string.Concat(Enumerable.Range(1, 1_200).Select(i => $"S{i},Sede,hub,R7,012001,9.05,45.55\n"));
        XElement page = Page(Small.Import("sedi.csv", Header + rows));

        Texts(page, "righe").Length.ShouldBe(1_000);
        page.Value.ShouldContain("Qui sono le prime 1.000: tutte le 1.200 sono nel rapporto che si scrive con --rapporto FILE.csv o FILE.json.");
    }

    [Fact]
    public void Without_areas_or_places_there_is_no_map_and_with_nothing_refused_no_table_of_rows()
    {
        ImportResult refused = Small.Import("sedi.csv", Header + "S1,Uno,hub,R7,012001,9.05,45.55\n");
        Parse(ReportPage.Write(refused.Report, [], _made)).Descendants("svg").ShouldBeEmpty();
        Page(Small.Import("sedi.csv", Header + "S1,Uno,hub,R7,012001,,\n")).Descendants("svg").ShouldBeEmpty();
        Page(Small.Import("sedi.csv", Header + "S1,Uno,hub,R1,012001,9.05,45.55\n")).Descendants("h2").Select(h => h.Value).ShouldBe(["I file", "Che cosa dice il rapporto"]);
    }

    [Fact]
    public void A_file_refused_whole_says_so_instead_of_its_rows()
    {
        XElement page = Page(Small.Import(
            "sedi.csv", "site_id,role,pro_com_t,lon,lat\nS1,hub,012001,9.05,45.55\nS2,hub,012001,9.05,45.55\n", r => r with { Kind = ImportKind.Sedi }));

        Texts(page, "gruppi-rifiutata").Select(r => (r[0], r[2])).ShouldBe([("colonna_mancante", "name")]);
        page.Value.ShouldContain("2 righe sono rifiutate con tutto il loro file, per ciò che è detto sopra.");
        page.Descendants("table").Select(t => (string?)t.Attribute("id")).ShouldNotContain(id => id == "righe");
    }

    [Fact]
    public void The_page_can_be_heard_and_asks_nobody_for_anything()
    {
        string text = ReportPage.Write(Small.Import("sedi.csv", Header + "S1,Uno,hub,R7,012001,9.05,45.55\nS2,Due,hub,R1,12001,9.05,45.55\n").Report, Small.Content.Areas, _made);
        XElement page = Parse(text);

        text.ShouldStartWith("<!DOCTYPE html>\n<html lang=\"it\">");
        ((string?)page.Attribute("lang")).ShouldBe("it");
        page.Descendants("h1").Select(h => h.Value).ShouldBe(["Rapporto dell'importazione"]);
        XElement[] tables = [.. page.Descendants("table")];
        tables.Length.ShouldBeGreaterThan(3);
        tables.ShouldAllBe(t => t.Element("caption")!.Value.Length > 0);
        tables.SelectMany(t => t.Descendants("th")).ShouldAllBe(h => (string?)h.Attribute("scope") == (h.Ancestors("thead").Any() ? "col" : "row"));
        tables.SelectMany(t => t.Descendants("tr")).GroupBy(r => r.Ancestors("table").First()).ShouldAllBe(t => t.Select(r => r.Elements().Count()).Distinct().Count() == 1);
        page.Descendants("script").ShouldBeEmpty();
        page.DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName is "src" or "href" or "xmlns" && !a.Value.StartsWith('#')).ShouldBeEmpty();
        text.ShouldNotContain("url(");
        text.ShouldNotContain("http://");
        text.ShouldNotContain("https://");
    }

    [Fact]
    public void A_trial_says_so() =>
        Parse(ReportPage.Write(Small.Import("sedi.csv", Header + "S1,Uno,hub,R1,012001,9.05,45.55\n").Report, Small.Content.Areas, _made, trial: true))
            .Descendants("p").Select(p => p.Value).ShouldContain(p => p == "Simulazione: nessun dato è stato scritto.");

    private static XElement Page(ImportResult result) => Parse(ReportPage.Write(result.Report, result.Next.Areas, _made));

    private static XElement Parse(string page) => XDocument.Parse(page).Root!;

    private static string[][] Texts(XElement page, string table) =>
        [.. page.Descendants("table").Single(t => (string?)t.Attribute("id") == table).Element("tbody")!.Elements("tr").Select(r => r.Elements().Select(c => c.Value).ToArray())];

    private static (double X, double Y) Dot(XElement mark) => (Number(mark, "cx"), Number(mark, "cy"));

    private static (string X, string Y) Label(XElement mark) => (mark.Element("rect")!.Attribute("x")!.Value, mark.Element("rect")!.Attribute("y")!.Value);

    private static double Number(XElement mark, string name) => double.Parse(mark.Element("circle")!.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
