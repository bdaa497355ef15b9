using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.TestPostGis;
using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary><c>coverage verify</c>, and what the other verbs do with a store that is not as it was written.</summary>
public sealed class VerifyTests(FilledStore store, PostGisServer server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_as_it_was_written_has_every_table_intact()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, "verify", "--format", "json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonArray rows = Rows(outcome);
        rows.Select(r => (string)r!["nome"]!).ShouldBe(
        [
            "ambiti", "asst", "ats", "comuni", "dichiarazioni", "distretti", "documenti", "matrice", "matrice_info", "punti", "reti", "sedi", "set_sedi", "unita",
        ]);
        rows.ShouldAllBe(r => (string)r!["oggetto"]! == "tabella" && (string)r["stato"]! == "integra" && !(bool)r["differisce"]!);
        ((long)rows[3]!["righe"]!).ShouldBe(1504);
    }

    [Fact]
    public async Task A_shared_store_too()
    {
        Assert.SkipWhen(PostGisServer.WhyUnavailable is not null, PostGisServer.WhyUnavailable ?? "");
        string database = await server.CreateEmptyDatabaseAsync();
        await FilledStore.FillAsync(database, shared: true);
        await OtherProgram.PsqlAsync(database, "create rule perdi as on insert to coverage.sedi do instead nothing; update coverage.reti set name = 'Altro nome'");

        Outcome outcome = await CoverageProgram.RunAsync(database, "verify", "--format", "csv");

        outcome.ExitCode.ShouldBe(1, outcome.Error);
        string[] lines = outcome.Output.Split('\n');
        lines[0].Trim().ShouldBe("oggetto,nome,righe,stato,differisce,nota");
        lines[1].ShouldStartWith("regola,perdi,,estranea,true,\"sulla tabella sedi, non è di questo programma");
        lines.ShouldContain(l => l.StartsWith("tabella,reti,", StringComparison.Ordinal) && l.Contains(",modificata_fuori,false,", StringComparison.Ordinal));
        (await CoverageProgram.RunAsync(database, "check")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_table_edited_by_GDAL_is_not_verifiable_and_that_is_no_difference()
    {
        string path = store.Copy();
        await OtherProgram.OgrInfoAsync(path, "update sedi set name = 'Altro nome' where site_id = 'BS07-H'");

        Outcome outcome = await CoverageProgram.RunAsync(path, "verify", "--format", "json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonNode row = Rows(outcome).Single(r => (string)r!["stato"]! != "integra")!;
        ((string)row["nome"]!, (string)row["stato"]!).ShouldBe(("sedi", "modificata_fuori"));
        ((string)row["nota"]!).ShouldBe("modificata fuori dal programma dopo l'ultima importazione: non verificabile");
    }

    [Fact]
    public async Task A_changed_byte_is_found_by_verify_and_refused_by_every_other_verb_with_the_name_of_the_table()
    {
        string path = store.Copy();
        await ReplaceAsync(path, "Lavenone"u8.ToArray(), "Lavenona"u8.ToArray());

        Outcome verify = await CoverageProgram.RunAsync(path, "verify", "--format", "json");
        Outcome check = await CoverageProgram.RunAsync(path, "check");
        Outcome import = await CoverageProgram.RunAsync(path, "import", "docs/modelli/comuni.csv", "--as", "comuni");

        verify.ExitCode.ShouldBe(1, verify.Error);
        JsonNode row = Rows(verify).Single(r => (bool)r!["differisce"]!)!;
        ((string)row["nome"]!, (string)row["stato"]!).ShouldBe(("comuni", "danneggiata"));
        check.ExitCode.ShouldBe(2);
        check.Output.ShouldBeEmpty();
        check.Error.ShouldContain("La tabella 'comuni' dell'archivio è danneggiata");
        import.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_store_cut_in_half_is_a_difference_and_one_that_is_not_there_is_bad_input_and_not_created()
    {
        string path = store.Copy(), absent = store.Sibling("mai-visto.gpkg");
        await using (FileStream file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);

        Outcome half = await CoverageProgram.RunAsync(path, "verify", "--format", "json");
        Outcome none = await CoverageProgram.RunAsync(absent, "verify");

        half.ExitCode.ShouldBe(1, half.Error);
        Rows(half).ShouldContain(r => (string)r!["stato"]! == "danneggiata");
        none.ExitCode.ShouldBe(2);
        none.Error.ShouldContain("non esiste ancora");
        File.Exists(absent).ShouldBeFalse();
    }

    [Fact]
    public async Task A_trigger_that_is_not_ours_is_listed_and_an_import_beside_it_changes_nothing()
    {
        string path = store.Copy();
        await OtherProgram.OgrInfoAsync(path, "create trigger svuota after insert on sedi begin delete from comuni; end");
        string mine = store.Sibling("sedi-con-trigger.csv");
        await File.WriteAllTextAsync(mine, "site_id;name;role;network_id;comune;pro_com_t;lon;lat\nX1;Centro di prova;hub;;Lecco;097042;9,39;45,85\n", Cancel);

        Outcome import = await CoverageProgram.RunAsync(path, "import", mine, "--as", "sedi", "--sedi", "mie");
        Outcome verify = await CoverageProgram.RunAsync(path, "verify");

        import.ExitCode.ShouldBe(2);
        import.Error.ShouldContain("contiene il trigger 'svuota' sulla tabella 'sedi', che non è di questo programma");
        verify.ExitCode.ShouldBe(1);
        verify.Output.ShouldContain("svuota");
        (await CountAsync(path, "comuni")).ShouldBe(1504);
    }

    [Fact]
    public async Task The_checksums_of_the_network_beside_the_store_or_named_are_told()
    {
        string path = store.Copy(), roads = Path.ChangeExtension(path, ".roads");
        await SeatRoads.BuildAsync(path, roads, kmPerHour: 70);

        Outcome sound = await CoverageProgram.RunAsync(path, "verify", "--format", "json");
        byte[] bytes = await File.ReadAllBytesAsync(roads, Cancel);
        bytes[bytes.Length / 2] ^= 1;
        string broken = store.Sibling("rotta.roads");
        await File.WriteAllBytesAsync(broken, bytes, Cancel);
        Outcome damaged = await CoverageProgram.RunAsync(path, "verify", "--roads", broken, "--format", "json");
        Outcome absent = await CoverageProgram.RunAsync(path, "verify", "--roads", store.Sibling("manca.roads"));

        sound.ExitCode.ShouldBe(0, sound.Error);
        ((string)Rows(sound)[0]!["oggetto"]!, (string)Rows(sound)[0]!["stato"]!).ShouldBe(("strade", "integra"));
        damaged.ExitCode.ShouldBe(1, damaged.Error);
        ((string)Rows(damaged)[0]!["nota"]!).ShouldContain("non corrisponde alla sua somma di controllo");
        absent.ExitCode.ShouldBe(2);
    }

    private static JsonArray Rows(Outcome outcome) => JsonNode.Parse(outcome.Output)!["rows"]!.AsArray();

    private static async Task<long> CountAsync(string path, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"select count(*) from {table}";
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task ReplaceAsync(string path, byte[] text, byte[] by)
    {
        byte[] bytes = await File.ReadAllBytesAsync(path, Cancel);
        int at = bytes.AsSpan().LastIndexOf(text);
        at.ShouldBeGreaterThan(0);
        by.CopyTo(bytes, at);
        await File.WriteAllBytesAsync(path, bytes, Cancel);
    }
}
