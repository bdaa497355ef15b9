using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Import.Reading;
using Sheet = CentriFamiglia.Coverage.Import.Tests.Office.Workbook.Sheet;

namespace CentriFamiglia.Coverage.Import.Tests.Office;

/// <summary>What a workbook holds beyond one table: more sheets, titles, merged cells, formulas, numbers as text.</summary>
public sealed class WorkbookTests : IDisposable
{
    private static readonly string[] _header = ["site_id", "name", "role", "network_id", "pro_com_t", "lon", "lat", "opening_hours"];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_sheet_with_the_same_header_is_read_and_the_others_are_named()
    {
        ImportResult result = Import(
            "sedi.xlsx",
            new Sheet("Istruzioni", [["Come si compila"], ["Una riga per sede"]]),
            new Sheet("Agra", [_header, Sede("S1", "012001", 9.05, 45.55)]),
            new Sheet("Angera", [[.. _header.Select(h => h.ToUpperInvariant() + " ")], Sede("S2", "012003", 9.05, 45.65)]),
            new Sheet("Foglio vuoto", []),
            new Sheet("Riepilogo", [["comune", "quante"], ["Agra", 1]]));

        result.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S1", "S2"]);
        result.Report.Files.Select(f => $"{f.File} {f.Read}").ShouldBe(["sedi.xlsx [Agra] 1", "sedi.xlsx [Angera] 1"]);
        Named(result).ShouldBe([
            "il foglio «Istruzioni» non è stato letto (1 righe): la sua intestazione non è quella del foglio «Agra»",
            "il foglio «Riepilogo» non è stato letto (1 righe): la sua intestazione non è quella del foglio «Agra»",
        ]);
        result.Report.LeftOut.ShouldBeTrue();
    }

    [Fact]
    public void An_id_on_two_sheets_is_refused_on_the_second_with_the_place_of_the_first() =>
        Import("sedi.xlsx", new Sheet("A", [_header, Sede("S1", "012001", 9.05, 45.55)]), new Sheet("B", [_header, Sede("S1", "012001", 9.06, 45.55)]))
            .Lines().ShouldContain("2|S1|site_id|rifiutata|«S1» è già nel file sedi.xlsx [A], riga 2", StringComparer.Ordinal);

    [Fact]
    public void A_hidden_sheet_is_named_and_one_sheet_alone_leaves_nothing_out()
    {
        ImportResult hidden = Import(
            "sedi.xlsx", new Sheet("Sedi", [_header, Sede("S1", "012001", 9.05, 45.55)]),
            new Sheet("Vecchie", [_header, Sede("S0", "012001", 9.05, 45.55)]) { Hidden = true });
        Named(hidden).ShouldBe(["il foglio nascosto «Vecchie» non è stato letto (1 righe)"]);
        hidden.Report.LeftOut.ShouldBeTrue();

        Import("sola.xlsx", new Sheet("Foglio1", [_header, Sede("S1", "012001", 9.05, 45.55)])).Report.LeftOut.ShouldBeFalse();
    }

    [Fact]
    public void A_sheet_may_be_chosen_by_name_and_a_name_that_is_none_lists_those_there_are()
    {
        Sheet[] sheets = [new("2023", [_header, Sede("S1", "012001", 9.05, 45.55)]), new("2024", [_header, Sede("S2", "012003", 9.05, 45.65)])];

        ImportResult chosen = Import("sedi.xlsx", r => r with { Part = "2024" }, sheets);
        chosen.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S2"]);
        Named(chosen).ShouldBe(["il foglio «2023» non è stato letto (1 righe): non è quello chiesto"]);
        Should.Throw<SourceFileException>(() => Import("sedi.xlsx", r => r with { Part = "2025" }, sheets)).Cure.ShouldBe("I fogli e gli strati sono: «2023», «2024».");
    }

    [Fact]
    public void A_formula_without_its_value_is_refused_with_the_cure_and_one_with_it_is_its_value()
    {
        ImportResult bare = Import("sedi.xlsx", new Sheet("A", [_header, ["H1", "Hub", "hub", "R1", "012001", 9.05, 45.55, new Workbook.Formula("\"lun\"&\" 9-12\"", null)]]));
        bare.Lines().ShouldBe(["2|||rifiutata|la cella H2 ha una formula senza il valore calcolato"]);
        bare.Report.Issues.Single(i => i.Line == 2).Cure.ShouldStartWith("Aprire il file in Excel, salvarlo");
        bare.Next.ShouldBeSameAs(Small.Content);

        Import("sedi.xlsx", new Sheet("A", [_header, ["H1", "Hub", "hub", "R1", "012001", 9.05, 45.55, new Workbook.Formula("B1", "Mo 10:00-12:00")]]))
            .Mine().Sites[0].OpeningHours.ShouldBe("Mo 10:00-12:00");
        Import("sedi.xlsx", new Sheet("A", [_header, ["H1", "Hub", "hub", "R1", "012001", 9.05, 45.55, new Workbook.Formula("\"\"", "")]]))
            .Mine().Sites[0].OpeningHours.ShouldBeNull();
    }

    [Fact]
    public void Merged_cells_mean_all_their_rows_and_the_report_says_so()
    {
        ImportResult result = Import(
            "sedi.xlsx",
            new Sheet("A", [_header, Sede("S1", "012001", 9.05, 45.55), Sede("S2", "012003", 9.05, 45.65, null), Sede("S3", "012003", 9.06, 45.66, null)]) { Merged = ["D2:D4"] });

        result.Mine().Sites.Select(s => $"{s.Id} {s.Network}").ShouldBe(["H1 R1", "S1 R1", "S2 R1", "S3 R1"]);
        result.Report.Issues.ShouldContain(i => i.Reason == "sedi.xlsx: le celle unite D2:D4 (colonna «network_id») sono lette come «R1» in tutte le loro 3 righe.");
    }

    [Fact]
    public void The_header_may_stand_below_titles_and_blanks_beyond_the_last_column_are_blank()
    {
        ImportResult result = Import(
            "sedi.xlsx",
            new Sheet("A", [
                ["Elenco delle sedi", null, null, null, null, null, null, null, null, "\u00A0"],
                ["aggiornato al 31/12"],
                [],
                ["Codice\nsede", "Denominazione\u00A0sede", "Ruolo ", "Rete", "Codice ISTAT\n(comune)", "Longitudine\u00A0(WGS84)", "Latitudine (°)", "Orari"],
                [.. Sede("S1", "012003", 9.05, 45.65), null, " "],
                [" ", "\u00A0"],
                ["Totale sedi: 1"],
            ]),
            r => r with { AcceptValid = true });

        result.Mine().Sites.Select(s => s.Id.Value).ShouldBe(["H1", "S1"]);
        result.Report.Issues.ShouldContain(i => i.Reason == "sedi.xlsx: intestazione alla riga 4; righe di titolo non lette: «Elenco delle sedi», «aggiornato al 31/12».");
        result.Lines().ShouldBe(["7|||rifiutata|sembra la riga di un totale o di una nota («Totale sedi: 1»), non un dato"]);
    }

    [Theory]
    [InlineData("70.000", 70000.0, null)]
    [InlineData("70.000", 65000.5, null)]
    [InlineData("65,500", 70000.0, null)]
    [InlineData("70.000,00", 65000.5, 70000)]
    [InlineData("€ 70 000", 70000.0, 70000)]
    public void Text_is_read_by_the_rule_of_text_and_only_number_cells_are_numbers(string text, double number, int? euro)
    {
        ImportResult result = Import(
            "reti.xlsx", new Sheet("A", [["network_id", "name", "contribution_eur"], ["R2", "Due", text], ["R3", "Tre", number]]), r => r with { AcceptValid = true });

        result.Mine().Networks.Single(n => n.Id.Value == "R3").ContributionEur.ShouldBe((decimal)number);
        result.Mine().Networks.FirstOrDefault(n => n.Id.Value == "R2")?.ContributionEur.ShouldBe(euro);
        if (euro is null)
            result.Lines().ShouldContain(
                "2|R2|contribution_eur|rifiutata|«contribution_eur» è ambiguo: il separatore può essere delle migliaia o dei decimali", StringComparer.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static object?[] Sede(string id, string comune, double lon, double lat, string? network = "R1") =>
        [id, "Centro " + id, "spoke", network, comune, lon, lat, "Mo 09:00-12:00"];

    private static string[] Named(ImportResult result) =>
        [.. result.Report.Issues.Where(i => i.Severity == IssueSeverity.Finding && i.Reason.Contains("non è stato letto", StringComparison.Ordinal)).Select(i => i.Reason)];

    private ImportResult Import(string file, params Sheet[] sheets) => Import(file, r => r, sheets);

    private ImportResult Import(string file, Sheet sheet, Func<ImportRequest, ImportRequest> ask) => Import(file, ask, sheet);

    private ImportResult Import(string file, Func<ImportRequest, ImportRequest> ask, params Sheet[] sheets) =>
        Importer.Import(ask(new ImportRequest(Workbook.Write(_folder.File(file), sheets))), Small.Content);
}
