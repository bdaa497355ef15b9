using System.Collections.Immutable;
using CentriFamiglia.Coverage.Import.Stored;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Import.Tests.Stored;

/// <summary>What a store holds is judged as if a file held it.</summary>
public class StoreCheckTests
{
    [Fact]
    public void What_an_import_made_has_no_finding_and_comes_back_as_it_is()
    {
        CheckedContent found = StoreCheck.Check(Small.Content);

        found.Findings.ShouldBeEmpty();
        found.Content.SiteSets.Single().Sites.ShouldBe(Small.Content.SiteSets.Single().Sites);
        found.Content.Memberships.ShouldBe(Small.Content.Memberships);
        found.Readable.SiteSets.Single().Networks.ShouldBe(Small.Content.SiteSets.Single().Networks);
    }

    [Fact]
    public void The_sets_that_ship_have_no_finding()
    {
        StoreCheck.Check(Shipped.Content).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_sede_of_which_the_comune_alone_is_known_counts_wherever_the_seat_of_its_comune_is()
    {
        ImmutableArray<Site> everywhere =
        [
            .. Shipped.Content.Comuni.Where(c => c.Seat is not null).Select(c => new Site
            {
                Id = new SiteId(c.Code.Value),
                Name = c.Name,
                Role = SiteRole.NotDeclared,
                Comune = c.Code,
                Lon = c.Seat!.Lon,
                Lat = c.Seat.Lat,
                Precision = SitePrecision.Comune,
            }),
        ];

        CheckedContent found = StoreCheck.Check(Shipped.Content with
        {
            SiteSets = [new SiteSet { Name = SiteSet.Mine, Active = true, Sites = everywhere, Networks = [] }],
        });

        Lines(found).ShouldBeEmpty();
        found.Content.SiteSets.Single().Sites.Length.ShouldBe(1504);
    }

    [Fact]
    public void A_sede_in_another_comune_than_its_code_is_left_out_of_the_answers_and_kept_for_an_import()
    {
        TerritoryContent moved = With(Hub() with { Lon = 9.15 });

        CheckedContent found = StoreCheck.Check(moved);

        Lines(found).ShouldBe(["sedi||H1|geom|coordinate_fuori_comune|esclusa"]);
        found.Content.SiteSets.Single().Sites.ShouldBeEmpty();
        found.Readable.SiteSets.Single().Sites.ShouldBe(moved.SiteSets.Single().Sites);
    }

    [Fact]
    public void A_row_whose_word_an_import_reads_counts_and_is_not_told()
    {
        CheckedContent found = StoreCheck.Check(Small.Content with { Unread = [Sede("H2", 7, ("role", "Capofila"))] });

        found.Findings.ShouldBeEmpty();
        found.Content.SiteSets.Single().Sites.Select(s => (s.Id.Value, s.Role)).ShouldBe([("H1", SiteRole.Hub), ("H2", SiteRole.Hub)]);
        found.Readable.SiteSets.Single().Sites.Length.ShouldBe(2);
        found.Readable.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("role", "hubb", "valore_non_ammesso")]
    [InlineData("operators", "due", "numero_non_leggibile")]
    [InlineData("valid_from", "domani", "data_non_leggibile")]
    [InlineData("pro_com_t", "BERGAMO", "codice_comune_non_valido")]
    [InlineData("site_id", null, "valore_mancante")]
    [InlineData("site_id", "H1", "identificativo_ripetuto")]
    public void A_row_that_an_import_would_refuse_is_named_with_its_number_and_column(string column, string? value, string code)
    {
        CheckedContent found = StoreCheck.Check(Small.Content with { Unread = [Sede("H2", 7, (column, value))] });

        string id = column == "site_id" ? value ?? "" : "H2";
        Lines(found).ShouldBe([$"sedi|7|{id}|{column}|{code}|esclusa"]);
        found.Content.SiteSets.Single().Sites.Select(s => s.Id.Value).ShouldBe(["H1"]);
        found.Content.Unread.ShouldBeEmpty();
        found.Readable.Unread.Length.ShouldBe(1);
    }

    [Fact]
    public void Lost_zeros_are_mended_and_told_and_the_row_counts()
    {
        TerritoryContent content = Small.Content with { Unread = [Sede("H2", 7, ("pro_com_t", "12001"))] };

        CheckedContent found = StoreCheck.Check(content);

        Lines(found).ShouldBe(["sedi|7|H2|pro_com_t|zeri_iniziali_persi|conta"]);
        found.Content.SiteSets.Single().Sites.Length.ShouldBe(2);
    }

    [Fact]
    public void Rows_that_the_reader_could_not_place_are_told_as_they_are()
    {
        CheckedContent found = StoreCheck.Check(Small.Content with
        {
            Unread =
            [
                Sede("H1", 8) with { Fault = new StoredFault(StoredFaultKind.Repeated, "site_id", "H1", "«H1» è già in un'altra riga") },
                Sede("H3", 9, ("set_sedi", "mei")) with { Fault = new StoredFault(StoredFaultKind.UnknownSet, "set_sedi", "mei", "l'insieme «mei» non è fra quelli") },
                Sede("H4", 10, ("site_id", null)) with { Fault = new StoredFault(StoredFaultKind.Repeated, "site_id", null, "è già in un'altra riga") },
                new StoredRow("punti", 4, [new("id", "P9", false), new("pro_com_t", "012001", false), new("residenti", "tanti", false)],
                    new StoredFault(StoredFaultKind.Value, "residenti", "tanti", "la cella contiene 'tanti'")),
                new StoredRow("ambiti", 3, [new("codice", "L1", false), new("nome", "Luino", false)],
                    new StoredFault(StoredFaultKind.Value, "fonte_stato", "forse", "«forse» non è un valore")),
                new StoredRow("set_sedi", 2, [new("nome", "note", false)], new StoredFault(StoredFaultKind.Value, "attivo", "vero", "la cella contiene 'vero'")),
            ],
        });

        Lines(found).ShouldBe([
            "ambiti|3|L1|fonte_stato|valore_dell_archivio_non_leggibile|esclusa",
            "punti|4|P9|residenti|valore_dell_archivio_non_leggibile|esclusa",
            "sedi|8|H1|site_id|identificativo_ripetuto|esclusa",
            "sedi|9|H3|set_sedi|insieme_sconosciuto|esclusa",
            "sedi|10||site_id|identificativo_ripetuto|esclusa",
            "set_sedi|2|note|attivo|valore_dell_archivio_non_leggibile|conta"]);
        found.Findings[0].Cure.ShouldContain("L'area è rifatta dai comuni");
    }

    [Fact]
    public void Sets_that_no_import_would_make_are_told()
    {
        SiteSet mine = Small.Content.SiteSets.Single();

        CheckedContent found = StoreCheck.Check(Small.Content with { SiteSets = [mine with { Name = "Mie", CompleteFor = ["Isubria"] }, mine] });

        Lines(found).ShouldBe([
            "set_sedi||Mie|nome|insieme_sconosciuto|conta",
            "set_sedi|||attivo|insieme_attivo_non_uno|conta",
            "set_sedi||Mie|completo_per|completo_per_ats_sconosciuta|conta"]);
        found.Findings[2].Reason.ShouldEndWith("che non è un'ATS dell'archivio (forse «Insubria»)");
    }

    [Fact]
    public void A_network_left_out_takes_none_of_its_sedi_with_it()
    {
        SiteSet mine = Small.Content.SiteSets.Single();
        TerritoryContent content = Small.Content with { SiteSets = [mine with { Networks = [mine.Networks[0] with { Months = 0 }] }] };

        CheckedContent found = StoreCheck.Check(content);

        Lines(found).ShouldBe(["reti||R1|months|durata_di_zero_mesi|esclusa"]);
        found.Content.SiteSets.Single().Networks.ShouldBeEmpty();
        found.Content.SiteSets.Single().Sites.Select(s => s.Network?.Value).ShouldBe(["R1"]);
    }

    [Fact]
    public void A_comune_with_a_figure_that_cannot_be_is_left_out_alone_and_so_is_what_stands_in_it()
    {
        TerritoryContent content = Small.Content with { Comuni = Small.Content.Comuni.SetItem(0, Small.Content.Comuni[0] with { Residents = -1 }) };

        CheckedContent found = StoreCheck.Check(content);

        found.Content.Comuni.Select(c => c.Name).ShouldBe(["Albizzate", "Angera", "Bergamo"]);
        Lines(found).ShouldBe(["comuni||012001|residenti|numero_negativo|esclusa", "sedi||H1|pro_com_t|comune_sconosciuto|esclusa"]);
    }

    [Fact]
    public void A_declaration_of_an_ATS_that_nobody_knows_is_left_out()
    {
        CheckedContent found = StoreCheck.Check(Small.Content with
        {
            Declarations = [new AtsDeclaration("Insubria", 10m, null, null), new AtsDeclaration("Isubrria", 20m, null, null)],
        });

        Lines(found).ShouldBe(["dichiarazioni||Isubrria|ats|ats_sconosciuta|esclusa"]);
        found.Content.Declarations.Select(d => d.Ats).ShouldBe(["Insubria"]);
    }

    [Fact]
    public void The_sentence_says_the_row_the_column_why_what_becomes_of_it_and_the_cure()
    {
        CheckedContent found = StoreCheck.Check(Small.Content with { Unread = [Sede("H2", 7, ("role", "hubb"))] });

        found.Findings.Single().Sentence.ShouldBe(
            "Archivio, sedi, fid 7, «H2», colonna role: «hubb» non è un valore di «role». La riga non conta. Scrivere uno di: hub, spoke, non_dichiarato.");
    }

    [Theory]
    [InlineData("sedi.csv", "site_id,name,role,network_id,pro_com_t,lon,lat\nH9,Altra,spoke,R1,012001,9.05,45.55\n", false, true)]
    [InlineData("sedi.csv", "site_id,name,role,network_id,pro_com_t,lon,lat\nH9,Altra,spoke,R1,012001,9.05,45.55\n", true, false)]
    [InlineData("sedi.csv", "site_id,name,role,network_id,pro_com_t,lon,lat\nH2,Due,spoke,R1,012001,9.05,45.55\n", false, false)]
    [InlineData("reti.csv", "network_id,name\nR2,Rete due\n", false, true)]
    [InlineData("popolazione.csv", "pro_com_t,residenti\n012001,401\n", false, true)]
    public void An_import_takes_away_no_row_that_it_cannot_read_unless_it_names_it_or_is_the_whole_list(string name, string csv, bool replace, bool kept)
    {
        TerritoryContent content = StoreCheck.Check(Small.Content with { Unread = [Sede("H2", 7, ("role", "hubb"))] }).Readable;

        ImportResult result = Small.Import(name, csv, r => r with { Replace = replace }, content);

        result.Applied.ShouldBeTrue();
        result.Next.Unread.Select(row => row.Number).ShouldBe(kept ? [7L] : []);
    }

    [Fact]
    public void A_whole_list_takes_away_no_row_that_names_no_set_of_sedi()
    {
        TerritoryContent content = StoreCheck.Check(Small.Content with { Unread = [Sede("H2", 7, ("set_sedi", null))] }).Readable;

        ImportResult result = Small.Import(
            "sedi.csv", "site_id,name,role,network_id,pro_com_t,lon,lat\nH9,Altra,spoke,R1,012001,9.05,45.55\n", r => r with { Replace = true }, content);

        result.Applied.ShouldBeTrue();
        result.Next.Unread.Select(row => row.Number).ShouldBe([7L]);
    }

    private static string[] Lines(CheckedContent found) =>
        [.. found.Findings.Select(f => $"{f.Table}|{f.Number}|{f.Id}|{f.Column}|{f.Code.Code}|{(f.LeftOut ? "esclusa" : "conta")}")];

    private static Site Hub() => Small.Content.SiteSets.Single().Sites.Single();

    private static TerritoryContent With(Site site) => Small.Content with { SiteSets = [Small.Content.SiteSets.Single() with { Sites = [site] }] };

    /// <summary>A row of <c>sedi</c> that would be a good one but for some cells.</summary>
    private static StoredRow Sede(string id, long fid, params (string Column, string? Text)[] edits)
    {
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["set_sedi"] = "mie",
            ["site_id"] = id,
            ["name"] = "Seconda",
            ["role"] = "spoke",
            ["network_id"] = "R1",
            ["pro_com_t"] = "012001",
            ["status"] = "active",
            ["precisione"] = "punto",
            ["dimostrativo"] = "0",
            ["spaces"] = "[]",
        };
        foreach ((string column, string? text) in edits)
            cells[column] = text;
        string fault = edits.Length > 0 ? edits[0].Column : "role";
        return new StoredRow("sedi", fid, [.. cells.Select(c => new StoredCell(c.Key, c.Value, IsNumber: false))],
            new StoredFault(StoredFaultKind.Value, fault, cells[fault], "prova"))
        {
            Geometry = Small.Wkt("POINT (9.05 45.56)"),
        };
    }
}
