using System.Text.Json;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

public sealed class RoadsCommandTests(FilledStore store) : IDisposable
{
    private const string Extract = """
        <osm version="0.6">
          <node id="1" lat="45.46" lon="9.19"/><node id="2" lat="45.46" lon="9.20"/><node id="3" lat="45.47" lon="9.20"/>
          <way id="7" timestamp="2024-05-06T07:08:09Z"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/></way>
          <way id="8"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way>
        </osm>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("roads").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_network_is_built_and_tells_where_it_comes_from()
    {
        File.WriteAllText(At("italia.osm"), Extract);

        (int built, _, string progress) = await Run("roads", "build", At("italia.osm"), "-o", At("italia.roads"));
        (int told, string output, _) = await Run("roads", "info", At("italia.roads"), "--format", "json");

        (built, told).ShouldBe((0, 0));
        progress.ShouldContain("lettura dei nodi");
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("meta").GetProperty("data_osm").GetString().ShouldBe("2024-05-06T07:08:09Z");
        answer.GetProperty("meta").GetProperty("profilo").GetString().ShouldBe("car");
        answer.GetProperty("meta").GetProperty("attribuzioni")[0].GetString().ShouldBe("© OpenStreetMap contributors");
        answer.GetProperty("rows").EnumerateArray()
            .Single(row => row.GetProperty("voce").GetString() == "escluse: classe non percorribile: highway=footway")
            .GetProperty("numero").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task A_profile_is_exported_changed_and_used()
    {
        File.WriteAllText(At("italia.osm"), Extract);
        (_, string json, _) = await Run("roads", "profile", "car");
        File.WriteAllText(At("lento.json"), json.Replace("\"name\": \"car\"", "\"name\": \"lento\"", StringComparison.Ordinal));

        (int code, string output, _) = await Run("roads", "build", At("italia.osm"), "-o", At("a.roads"), "--profile", At("lento.json"), "--format", "json");

        code.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.GetProperty("meta").GetProperty("profilo").GetString().ShouldBe("lento");
    }

    [Fact]
    public async Task A_pass_that_winter_closes_is_named_and_a_profile_of_winter_and_traffic_says_so()
    {
        File.WriteAllText(At("passo.osm"), Extract.Replace(
            "<tag k=\"highway\" v=\"footway\"/>",
            "<tag k=\"highway\" v=\"secondary\"/><tag k=\"name\" v=\"Passo dello Stelvio\"/><tag k=\"motor_vehicle:conditional\" v=\"no @ (Nov-May)\"/>",
            StringComparison.Ordinal));
        (_, string json, _) = await Run("roads", "profile", "car");
        File.WriteAllText(At("inverno.json"), json.Replace("\"season\": \"estate\"", "\"season\": \"inverno\"", StringComparison.Ordinal)
            .Replace("\"traffic\": { \"urban\": 1, \"extraurban\": 1 }", "\"traffic\": { \"urban\": 0.65, \"extraurban\": 0.9 }", StringComparison.Ordinal));

        (int summer, string open, _) = await Run("roads", "build", At("passo.osm"), "-o", At("a.roads"), "--format", "json");
        (int winter, string closed, _) = await Run("roads", "build", At("passo.osm"), "-o", At("b.roads"), "--profile", At("inverno.json"), "--format", "json");

        (summer, winter).ShouldBe((0, 0));
        (Number(open, "usate"), Number(closed, "usate")).ShouldBe((2, 1));
        foreach (string answer in new[] { open, closed })
            Number(answer, "aperte in una sola stagione: Passo dello Stelvio").ShouldBe(1);
        JsonElement meta = JsonDocument.Parse(closed).RootElement.GetProperty("meta");
        meta.GetProperty("stagione").GetString().ShouldBe("inverno");
        meta.GetProperty("profilo_sha256").GetString().ShouldNotBe(
            JsonDocument.Parse(open).RootElement.GetProperty("meta").GetProperty("profilo_sha256").GetString(), StringComparer.Ordinal);
        meta.GetProperty("avvertenze")[0].GetString().ShouldBe("I tempi di questa rete sono con il traffico del profilo (0,65 della velocità nell'abitato, 0,9 fuori), "
            + "d'inverno: una scelta di chi ha scritto il profilo, non una misura.");

        static double Number(string answer, string item) => JsonDocument.Parse(answer).RootElement.GetProperty("rows").EnumerateArray()
            .Single(row => row.GetProperty("voce").GetString() == item).GetProperty("numero").GetDouble();
    }

    [Fact]
    public async Task What_a_file_gives_twice_or_lacks_is_said_where_it_is_built()
    {
        File.WriteAllText(At("doppio.osm"), Extract.Replace(
            "</osm>", "<way id=\"7\"><nd ref=\"1\"/><nd ref=\"3\"/><tag k=\"highway\" v=\"primary\"/></way></osm>", StringComparison.Ordinal));
        File.WriteAllText(At("monco.osm"), Extract.Replace("<node id=\"2\" lat=\"45.46\" lon=\"9.20\"/>", "", StringComparison.Ordinal));

        (int twice, _, string told) = await Run("roads", "build", At("doppio.osm"), "-o", At("a.roads"));
        (int lacking, _, string why) = await Run("roads", "build", At("monco.osm"), "-o", At("b.roads"));

        (twice, lacking).ShouldBe((0, 2));
        told.ShouldContain("Avvertenza: Il file dà due volte 0 nodi, 1 strade e 0 divieti con lo stesso identificativo: vale il primo di ognuno.");
        why.ShouldContain("mancano 1 dei 2 nodi a cui le strade rimandano (50 %)");
    }

    [Fact]
    public async Task A_network_of_Lombardia_is_held_against_the_official_minutes()
    {
        await SeatRoads.BuildAsync(store.Path, At("lombardia.roads"), kmPerHour: 70);

        (int code, string output, string error) = await Run("roads", "check", At("lombardia.roads"), "--format", "json");
        (int told, string table, _) = await Run("roads", "check", At("lombardia.roads"));

        (code, told).ShouldBe((0, 0), error);
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        JsonElement totals = answer.GetProperty("meta").GetProperty("totali");
        JsonElement[] rows = [.. answer.GetProperty("rows").EnumerateArray()];
        rows.Length.ShouldBe(950);
        double[] differences = [.. rows.Where(r => r.GetProperty("stato").GetString() == "ok")
            .Select(r => r.GetProperty("minuti_rete").GetDouble() - r.GetProperty("minuti_ufficiali").GetDouble())];
        totals.GetProperty("comuni_calcolati").GetInt32().ShouldBe(differences.Length);
        totals.GetProperty("distorsione_minuti").GetDouble().ShouldBe(differences.Average(), 0.006);
        totals.GetProperty("errore_medio_minuti").GetDouble().ShouldBe(differences.Average(Math.Abs), 0.006);
        totals.GetProperty("correlazione_di_rango").GetDouble().ShouldBeInRange(0.5, 1);
        // The made-up roads know only Lombardia: poles beyond its border cannot be joined.
        rows.Where(r => r.GetProperty("polo").GetString() == "Verbania").ShouldAllBe(r => r.GetProperty("stato").GetString() == "not_snapped");
        table.ShouldContain("i 15 comuni che differiscono di più");
        table.ShouldContain("ora di punta");
    }

    [Fact]
    public async Task A_network_of_another_country_says_that_it_holds_nothing_to_compare()
    {
        File.WriteAllText(At("altrove.osm"), Extract.Replace("45.4", "47.4", StringComparison.Ordinal));
        await Run("roads", "build", At("altrove.osm"), "-o", At("altrove.roads"));

        (int code, string output, _) = await Run("roads", "check", At("altrove.roads"));

        code.ShouldBe(0);
        output.ShouldContain("non contiene nessuno dei comuni del confronto");
    }

    [Theory]
    [InlineData("roads check manca.roads", "il file non esiste")]
    [InlineData("roads build manca.osm.pbf -o a.roads", "il file non esiste")]
    [InlineData("roads build manca.osm.pbf -o a.gpkg", "non finisce con .roads")]
    [InlineData("roads build manca.osm.pbf -o a.roads --profile bici", "Profilo «bici» sconosciuto")]
    [InlineData("roads build manca.osm.pbf -o a.roads --clip manca.geojson", "manca.geojson")]
    [InlineData("roads info manca.roads", "il file non esiste")]
    public async Task Bad_input_ends_with_two_a_reason_and_no_output(string line, string reason)
    {
        (int code, string output, string error) = await Run(line.Split(' '));

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(reason);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandLine.RunAsync(words, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
