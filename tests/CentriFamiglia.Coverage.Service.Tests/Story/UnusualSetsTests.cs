using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>Lists of sedi that are not as one would expect, from their import to the answers.</summary>
public sealed class UnusualSetsTests(FilledStore store)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ATS_declared_complete_without_a_sede_is_uncovered_from_end_to_end()
    {
        string path = await MadeUpSedi.ImportAsync(store, ["Brianza"], "Brianza, montagna");

        JsonArray verdicts = await RowsAsync(path, "check", "--level", "ambito");
        verdicts.Where(r => (string)r!["ats"]! == "Montagna").Select(r => (string)r!["verdetto"]!).Distinct(StringComparer.Ordinal).ShouldBe(["SCOPERTO"]);
        verdicts.Where(r => (string)r!["ats"]! == "Pavia").Select(r => (string)r!["verdetto"]!).Distinct(StringComparer.Ordinal).ShouldBe(["NON_CARICATO"]);
        JsonNode budget = (await RowsAsync(path, "budget", "--ats", "Montagna")).ShouldHaveSingleItem()!;
        ((decimal)budget["impegnato_eur"]!, (int)budget["reti"]!, (decimal)budget["libero_eur"]!).ShouldBe((0m, 0, 629_258.97m));
        JsonArray proposals = await RowsAsync(path, "suggest", "--ats", "Montagna");
        proposals.Select(r => (string)r!["ats"]!).Distinct(StringComparer.Ordinal).ShouldBe(["Montagna"]);
        proposals.ShouldContain(r => (string)r!["tipo"]! == "hub");
    }

    [Fact]
    public async Task A_sede_in_an_ATS_that_declared_nothing_gives_its_Ambito_upper_bounds_and_the_others_of_that_ATS_nothing()
    {
        string path = await MadeUpSedi.ImportAsync(store, ["Brianza"], "Brianza");
        string file = await FileAsync(
            path, "in-più.csv", "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nX1,Centro di Vigevano,non_dichiarato,,018177,8.8573,45.3144,24/7\n");
        await DoneAsync(path, "import", file, "--sedi", "mie");

        JsonArray verdicts = await RowsAsync(path, "check", "--level", "ambito", "--ats", "Pavia");
        verdicts.Select(r => ((string)r!["codice"]!, (string)r["verdetto"]!, (bool?)r["elenco_incompleto"])).ShouldBe([
            ("alto-e-basso-pavese", "NON_CARICATO", null), ("broni-e-casteggio", "NON_CARICATO", null), ("lomellina-vigevano", "SEDE", true), ("pavia", "NON_CARICATO", null),
            ("voghera-e-comunita-montana-oltrepo-pavese", "NON_CARICATO", null),
        ]);
        JsonNode finding = (await RowsAsync(path, "findings", "--ats", "Pavia")).Single(r => (string)r!["regola"]! == "R4" && (string)r["codice"]! == "lomellina-vigevano"
            && (string)r["livello"]! == "ambito")!;
        ((string)finding["esito"]!).ShouldBe("non_dichiarato");
        ((string)finding["motivo"]!).ShouldStartWith("Al più ");
        JsonNode suggested = await JsonAsync(path, "suggest", "--ats", "Pavia");
        suggested["rows"]!.AsArray().ShouldBeEmpty();
        suggested["meta"]!["avvertenze"]!.AsArray().Select(w => (string)w!)
            .ShouldContain("4 unità di livello Ambito sono NON_CARICATO: per esse non si propone nulla, perché non si sa se manchi una sede.", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Brianza", "NON_CARICATO")]
    [InlineData("Brianza,Pavia", "COMPETENZA")]
    public async Task A_network_that_declares_an_Ambito_of_another_ATS_covers_it_only_where_that_ATS_is_known(string completeFor, string verdict)
    {
        string path = await MadeUpSedi.ImportAsync(store, ["Brianza"], completeFor);
        string file = await FileAsync(path, "hub.csv",
            "site_id,name,role,network_id,pro_com_t,lon,lat,declared_ambiti\nBR01-H,Hub di Desio,hub,BR01,108023,9.21744,45.62027,Desio|Alto e Basso Pavese\n");
        await DoneAsync(path, "import", file, "--sedi", "mie");

        JsonNode ambito = (await RowsAsync(path, "check", "--level", "ambito", "--ats", "Pavia")).Single(r => (string)r!["codice"]! == "alto-e-basso-pavese")!;

        ((string)ambito["verdetto"]!).ShouldBe(verdict);
        ((string)ambito["motivo"]!).ShouldContain("BR01-H");
        JsonNode network = (await RowsAsync(path, "catchments", "--by", "rete")).Single(r => (string)r!["network_id"]! == "BR01")!;
        ((string)network["ats"]!).ShouldBe("Brianza");
    }

    [Fact]
    public async Task An_ATS_that_is_renamed_keeps_its_answers_under_the_new_name()
    {
        string path = await MadeUpSedi.ImportAsync(store, ["Brianza"], "Brianza");
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(House.Pages.Root, "geodata", "unita.csv"), Cancel);
        string file = await FileAsync(path, "unita.csv", string.Join('\n', lines.Select(line => line.Replace(",Brianza,", ",Brianza e Lario,", StringComparison.Ordinal))));
        JsonArray before = await RowsAsync(path, "suggest", "--ats", "Brianza");

        Outcome import = await DoneAsync(path, "import", file);

        import.Output.ShouldContain("l'ATS «Brianza» si chiama ora «Brianza e Lario»");
        JsonNode after = await JsonAsync(path, "suggest", "--ats", "brianza e lario");
        after["meta"]!["sedi"]!["completo_per"]!.ToJsonString().ShouldBe("[\"Brianza e Lario\"]");
        after["rows"]!.AsArray().Select(r => ((string)r!["pro_com_t"]!, (double)r["residenti_guadagnati"]!))
            .ShouldBe(before.Select(r => ((string)r!["pro_com_t"]!, (double)r["residenti_guadagnati"]!)));
    }

    [Fact]
    public async Task A_path_may_follow_the_option_that_takes_the_ATS()
    {
        string copy = store.Copy(), folder = await MadeUpSedi.WriteAsync(store.Sibling("dopo-completo"), "Brianza");
        const string Declared = "è dichiarato completo per: Brianza;";

        (await DoneAsync(copy, "import", "--format", "csv", "--completo", folder, "--sedi", "mie", "--dry-run")).Output.ShouldContain(Declared);
        (await DoneAsync(copy, "import", "--format", "csv", "--completo", "ats brianza", folder, "--sedi", "mie", "--dry-run")).Output.ShouldContain(Declared);
        (await DoneAsync(copy, "import", "--format", "csv", folder, "--sedi", "mie", "--dry-run", "--completo")).Output.ShouldContain(Declared);
        (await DoneAsync(copy, "import", "--format", "csv", folder, "--completo", "--sedi", "mie", "--dry-run")).Output.ShouldContain(Declared);
    }

    [Theory]
    [InlineData("PERCORSO: manca.", "--completo", "Brianza")]
    [InlineData("PERCORSO: manca.", "--completo", "non-c-e.csv")]
    [InlineData("PERCORSO: manca.", "--completo")]
    public async Task Without_a_path_the_import_says_so(string message, params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, ["import", .. arguments]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(message);
        outcome.Error.ShouldContain("Rimedio: ");
    }

    private static async Task<string> FileAsync(string store, string name, string text)
    {
        string folder = Directory.CreateDirectory(Path.ChangeExtension(store, ".more")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, name), text, Cancel);
        return Path.Combine(folder, name);
    }

    private static async Task<Outcome> DoneAsync(string path, params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(path, arguments);
        outcome.ExitCode.ShouldBe(0, outcome.Output + outcome.Error);
        return outcome;
    }

    private static async Task<JsonNode> JsonAsync(string path, params string[] arguments) =>
        JsonNode.Parse((await DoneAsync(path, [.. arguments, "--format", "json"])).Output)!;

    private static async Task<JsonArray> RowsAsync(string path, params string[] arguments) => (await JsonAsync(path, arguments))["rows"]!.AsArray();
}
