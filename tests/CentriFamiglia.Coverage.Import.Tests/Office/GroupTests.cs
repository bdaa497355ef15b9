using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>Thirty rows with one fault are one line for people, and thirty for programs.</summary>
public class GroupTests
{
    private const string Header = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n";

    [Fact]
    public void Rows_whose_network_is_not_loaded_are_one_line_with_the_first_of_them()
    {
        TerritoryContent without = Small.Content with { SiteSets = [] };
        string rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"S{i},Sede {i},spoke,RETE{i % 3},012003,9.0{i / 10 + 1},45.6{(i % 10) + 1:0},Mo 09:00-12:00\n"));
        ImportResult result = Small.Import("sedi.csv", Header + rows, r => r with { SetName = SiteSet.Mine }, without);

        result.Report.ToLayer().Rows.Count(r => (string?)r.Values[5] == "rifiutata").ShouldBe(30);
        LayerRow line = result.Report.ToGroupedLayer().Rows.Single(r => (string?)r.Values[2] == "rifiutata");
        line.Values.ShouldBe([
            "sedi.csv", "sedi", "rifiutata", "network_id", "30 righe: rete … non caricata: l'insieme «mie» non ha reti",
            "riga 2 (S0), riga 3 (S1), riga 4 (S2), riga 5 (S3), riga 6 (S4), …", "RETE0, RETE1, RETE2", "Importare prima (o nella stessa cartella) reti.csv.",
        ]);
    }

    [Fact]
    public void Remarks_of_other_columns_severities_and_reasons_are_lines_of_their_own()
    {
        ImportResult result = Small.Import(
            "sedi.csv", Header + "S1,Uno,capo,R1,12003,9.05,45.65,24/7\nS2,Due,boh,R1,012003,9.06,45.66,24/7\nS3,Tre,,R1,012003,9.07,45.67,24/7\n");

        IssueGroup.Of(result.Report).Where(g => g.First.Severity != IssueSeverity.Note)
            .Select(g => $"{g.Count} {g.First.Column} {g.Reason} {string.Join(';', g.Values)}").ShouldBe([
            "2 role … non è un valore di «role» capo;boh",
            "1 pro_com_t zeri iniziali persi: 12003 letto come 012003 (Angera) 12003",
            "1 role manca il valore di «role» ",
        ]);
    }

    [Fact]
    public void One_kind_of_fault_is_one_line_however_differently_it_is_said()
    {
        ImportResult result = Small.Import(
            "sedi.csv", Header + "S1,Uno,spoke,R1,012003,45.65,9.05,24/7\nS2,Due,spoke,R1,012003,45.66,9.06,24/7\nS3,Tre,spoke,R1,012003,45.55,9.15,24/7\n");

        IssueGroup group = IssueGroup.Of(result.Report).Single(g => g.First.Severity == IssueSeverity.Refused);
        (group.First.Code.Code, group.Count, group.Reason).ShouldBe(("coordinate_scambiate", 3, "longitudine e latitudine sono scambiate …"));
        // Each row has a cure with its own figures; the group has the one of its kind.
        result.Report.Issues.First(i => i.Line == 2).Cure.ShouldBe("Scrivere lon 9.05 e lat 45.65.");
        group.First.Cure.ShouldBe("Scambiare longitudine e latitudine.");
    }

    [Fact]
    public void What_only_one_row_says_stands_beside_it()
    {
        ImportResult result = Small.Import("sedi.csv", Header + "S1,Uno,spoke,R1,012003,9.05,45.55,24/7\nS2,Due,spoke,R1,012003,9.15,45.55,24/7\n");

        IssueGroup group = IssueGroup.Of(result.Report).Single(g => g.First.Severity == IssueSeverity.Refused);
        group.Reason.ShouldBe("il punto cade in … da Angera (012003)");
        group.Examples.ShouldBe(["riga 2 (S1): Agra (012001), a 5,6 km", "riga 3 (S2): Albizzate (012002), a 6,8 km"]);
    }

    [Fact]
    public void The_groups_stand_in_the_meta_too()
    {
        ImportResult result = Small.Import("sedi.csv", Header + "S1,Uno,capo,R1,012003,9.05,45.65,24/7\nS2,Due,boh,R1,012003,9.06,45.66,24/7\n");

        result.Report.ToLayer().Meta["gruppi"]![0]!.ToJsonString().ShouldContain("\"righe\":2");
        result.Report.ToLayer(trial: true).Meta["riassunto"]!.GetValue<string>().ShouldEndWith("Simulazione: nessun dato è stato scritto.");
        result.Report.ToLayer(trial: true).Meta["importato"]!.GetValue<bool>().ShouldBeFalse();
    }
}
