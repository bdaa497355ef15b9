using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

public sealed class EditedGeoPackageTests(FilledStore filled) : EditedStoreTests
{
    private static Task<Seen>? _without;

    protected override Task<Seen>? WithoutAsync
    {
        get => _without;
        set => _without = value;
    }

    [Fact]
    public async Task Every_verb_goes_on_says_so_once_on_standard_error_and_in_its_meta()
    {
        string path = await CopyAsync();
        await EditAsync(path, "update {0}sedi set role = 'spoek' where set_sedi = 'dimostrative' and site_id = 'BG01-S1'");
        const string said = "Avvertenza: Archivio, sedi, fid 2, «BG01-S1», colonna role: «spoek» non è un valore di «role». La riga non conta. "
            + "Scrivere uno di: hub, spoke, non_dichiarato.";

        foreach (string verb in (string[])["check", "gaps", "budget", "findings"])
        {
            Outcome outcome = await CoverageProgram.RunAsync(path, verb, "--format", "json");

            outcome.ExitCode.ShouldBe(0);
            outcome.Error.ShouldBe($"{said}{Environment.NewLine}Correggere la riga in QGIS (o con psql), oppure importare di nuovo l'elenco.{Environment.NewLine}");
            JsonNode.DeepEquals(JsonNode.Parse(outcome.Output)!["meta"]!["archivio"], JsonNode.Parse(
                """
                {
                  "righe_escluse": 1,
                  "rilievi": [
                    {
                      "tabella": "sedi", "fid": 2, "id": "BG01-S1", "insieme": "dimostrative", "colonna": "role", "valore": "spoek",
                      "codice": "valore_non_ammesso", "motivo": "«spoek» non è un valore di «role»",
                      "rimedio": "Scrivere uno di: hub, spoke, non_dichiarato.", "esclusa": true
                    }
                  ]
                }
                """)).ShouldBeTrue(outcome.Output);
        }
    }

    [Fact]
    public async Task The_service_answers_with_the_rest_and_says_so_in_its_meta()
    {
        string path = await CopyAsync();
        await EditAsync(path, "update {0}sedi set status = 'boh' where set_sedi = 'dimostrative' and site_id = 'BG01-S1'");
        await using RunningService service = await RunningService.StartAsync(path);

        JsonNode answer = await service.JsonAsync("/api/v1/sites");

        answer["rows"]!.AsArray().Count.ShouldBe(195);
        answer["meta"]!["archivio"]!["righe_escluse"]!.GetValue<int>().ShouldBe(1);
        ((string)answer["meta"]!["avvertenze"]![0]!).ShouldStartWith("Archivio, sedi, fid 2, «BG01-S1», colonna status: «boh» non è un valore di «status». La riga non conta.");
    }

    [Fact]
    public async Task An_import_leaves_a_row_that_cannot_be_read_where_it_is_and_one_that_names_it_mends_it()
    {
        string path = await CopyAsync();
        await EditAsync(path, "update {0}sedi set role = 'spoek' where set_sedi = 'dimostrative' and site_id = 'BG01-S1'");
        string other = await FileAsync("altra.csv", "BG99-H", "hub"), same = await FileAsync("stessa.csv", "BG01-S1", "spoke");

        Outcome added = await CoverageProgram.RunAsync(path, "import", other, "--format", "csv");
        Outcome between = await CoverageProgram.RunAsync(path, "check", "--format", "json");
        Outcome mended = await CoverageProgram.RunAsync(path, "import", same, "--format", "csv");
        Outcome check = await CoverageProgram.RunAsync(path, "check", "--format", "json");

        added.ExitCode.ShouldBe(0, added.Output + added.Error);
        ((string)JsonNode.Parse(between.Output)!["meta"]!["archivio"]!["rilievi"]![0]!["id"]!).ShouldBe("BG01-S1");
        mended.ExitCode.ShouldBe(0, mended.Output + mended.Error);
        JsonNode.Parse(check.Output)!["meta"]!["archivio"].ShouldBeNull();
        JsonNode.Parse(check.Output)!["meta"]!["sedi"]!["sedi_attive"]!.GetValue<int>().ShouldBe(197);
    }

    [Fact]
    public async Task An_import_keeps_a_sede_that_was_moved_over_a_border_as_it_is()
    {
        string path = await CopyAsync();
        await EditAsync(path, "update {0}sedi set geom = {punto} where set_sedi = 'dimostrative' and site_id = 'BG01-S1'");

        Outcome imported = await CoverageProgram.RunAsync(path, "import", await FileAsync("nuova.csv", "BG99-H", "hub"), "--format", "csv");
        Outcome check = await CoverageProgram.RunAsync(path, "check", "--format", "json");

        imported.ExitCode.ShouldBe(0, imported.Output + imported.Error);
        JsonNode meta = JsonNode.Parse(check.Output)!["meta"]!;
        ((string)meta["archivio"]!["rilievi"]![0]!["id"]!).ShouldBe("BG01-S1");
        meta["sedi"]!["sedi_attive"]!.GetValue<int>().ShouldBe(196);
    }

    protected override Task<string> CopyAsync() => Task.FromResult(filled.Copy());

    protected override Task EditAsync(string address, string sql) => OtherProgram.OgrInfoAsync(address, sql
        .Replace("{0}", "", StringComparison.Ordinal)
        .Replace("{punto}", $"x'{OtherProgram.GeoPackagePoint(9.19, 45.4642)}'", StringComparison.Ordinal)
        .Replace("{lontano}", $"x'{OtherProgram.GeoPackagePoint(12.5, 41.9)}'", StringComparison.Ordinal)
        .Replace("{niente}", $"x'{OtherProgram.GeoPackagePoint(double.NaN, 45.4642)}'", StringComparison.Ordinal));

    protected override string Texts(string text) => $"'[\"{text}\"]'";

    private async Task<string> FileAsync(string name, string id, string role)
    {
        string file = filled.Sibling($"{Guid.NewGuid():N}-{name}");
        await File.WriteAllTextAsync(file, $"site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\n{id},Sede,{role},BG01,016098,9.56036,45.64254,Mo 09:00-12:00\n");
        return file;
    }
}
