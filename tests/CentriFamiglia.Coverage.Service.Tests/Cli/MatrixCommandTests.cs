using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

public sealed class MatrixCommandTests(FilledStore store) : IDisposable
{
    // A road of 1,564 m eastwards, and an island with a road of its own.
    private const string Extract = """
        <osm version="0.6">
          <node id="1" lat="45.46" lon="9.19"/><node id="2" lat="45.46" lon="9.20"/><node id="3" lat="45.46" lon="9.21"/>
          <node id="8" lat="45.9" lon="9.19"/><node id="9" lat="45.9" lon="9.20"/>
          <way id="7"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/><tag k="maxspeed" v="60"/></way>
          <way id="8"><nd ref="8"/><nd ref="9"/><tag k="highway" v="residential"/></way>
        </osm>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("matrix").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_pair_has_its_line_in_order_and_only_good_ones_have_figures()
    {
        await BuildNetwork();
        Write("a.csv", "id,lon,lat\nmare,8.9,44.2\nest,9.21,45.46\n");
        Write("b.csv", "id;lon;lat\novest;9,19;45,4609\n\"Rho, centro\";9,21;45,46\n");

        (int code, string error) = await Run("matrix", "--roads", At("i.roads"), "--from", At("a.csv"), "--to", At("b.csv"), "-o", At("o.csv"));

        code.ShouldBe(0, error);
        string[] lines = Lines("o.csv");
        lines.Length.ShouldBe(5);
        lines[0].ShouldBe("from,to,seconds,metres,status,from_snap_m,to_snap_m");
        lines[1].ShouldBe("mare,ovest,,,not_snapped,,");
        lines[2].ShouldBe("mare,\"Rho, centro\",,,not_snapped,,");
        lines[4].ShouldBe("est,\"Rho, centro\",0,0,ok,0,0");
        string[] trip = lines[3].Split(',');
        (trip[0], trip[1], trip[4], trip[5], trip[6]).ShouldBe(("est", "ovest", "ok", "0", "100"));
        int.Parse(trip[3]).ShouldBeInRange(1660, 1668);
        int.Parse(trip[2]).ShouldBeInRange(72 + 90, 72 + 160);
        error.ShouldContain("© OpenStreetMap contributors");
        error.ShouldContain("Coppie: 2 calcolate, 0 senza percorso, 2 con un luogo non agganciato.");
    }

    [Fact]
    public async Task Rows_that_are_no_places_are_named_and_the_rest_is_answered()
    {
        await BuildNetwork();
        Write("a.csv", "id,lon,lat\nx,NaN,45.46\ny,9.20,\nz,500000,5030000\nw,9.20,45.46\nw,9.21,45.46\n");
        Write("b.csv", "id,lon,lat\nb,9.19,45.46\n");

        (int code, string error) = await Run("matrix", "--roads", At("i.roads"), "--from", At("a.csv"), "--to", At("b.csv"), "-o", At("o.csv"));

        code.ShouldBe(0);
        Lines("o.csv").Skip(1).Select(line => line.Split(',')[4]).ShouldBe(["not_snapped", "not_snapped", "not_snapped", "ok", "ok"]);
        error.ShouldContain("a.csv, riga 2, id 'x': lon 'NaN' non è un numero di gradi");
        error.ShouldContain("a.csv, riga 3, id 'y': lat '' non è un numero di gradi");
        error.ShouldContain("a.csv, riga 4, id 'z': lon 500000 e lat 5030000 non sono gradi WGS84");
        error.ShouldContain("a.csv, riga 6, id 'w': id già usato alla riga 5");
    }

    [Fact]
    public async Task A_point_beyond_the_cap_is_not_snapped()
    {
        await BuildNetwork();
        Write("a.csv", "id,lon,lat\na,9.20,45.4609\n");

        (await Run("matrix", "--roads", At("i.roads"), "--from", At("a.csv"), "--to", At("a.csv"), "-o", At("o.csv"), "--max-snap", "90")).Code.ShouldBe(0);

        Lines("o.csv")[1].ShouldBe("a,a,,,not_snapped,,");
    }

    [Theory]
    [InlineData("id,lon,lat,pro_com_t")]
    [InlineData("id,lon,lat")]
    public async Task A_trip_to_a_sede_takes_what_gaps_says_of_it(string columns)
    {
        RunningService service = await store.ServiceAsync();
        JsonNode[] sedi = [.. (await service.RowsAsync("/api/v1/sites")).Select(s => s!)];
        // Milano has points of its own: gaps says the mean of their trips.
        JsonNode[] gaps = [.. (await service.RowsAsync("/api/v1/gaps?by=comune&viaggio=stima")).Select(g => g!).Where(g => (string)g["pro_com_t"]! != "015146")];
        Write("a.csv", "id,pro_com_t\n" + string.Concat(gaps.Select(g => $"{g["pro_com_t"]},{g["pro_com_t"]}\n")));
        Write("b.csv", columns + "\n" + string.Concat(sedi.Select(s => string.Join(',', columns.Split(',').Select(c => s[c == "id" ? "site_id" : c])) + "\n")));

        (await Run("matrix", "--travel", "stima", "--from", At("a.csv"), "--to", At("b.csv"), "-o", At("o.csv"), "--store", store.Path)).Code.ShouldBe(0);

        Dictionary<(string From, string To), int> seconds = Lines("o.csv").Skip(1).Select(line => line.Split(',')).ToDictionary(c => (c[0], c[1]), c => int.Parse(c[2]));
        // Minutes are written with two decimals.
        gaps.Length.ShouldBe(1503);
        gaps.Where(g => Math.Abs((seconds[((string)g["pro_com_t"]!, (string)g["sede_vicina"]!)] / 60.0) - (double)g["minuti"]!) > 0.0051)
            .Select(g => $"{g["pro_com_t"]} {g["sede_vicina"]}").ShouldBeEmpty();
        seconds.GroupBy(s => s.Key.From, StringComparer.Ordinal).Sum(g => g.Min(s => s.Value)).ShouldBe(gaps.Sum(g => (int)Math.Round((double)g["minuti"]! * 60)));
    }

    [Fact]
    public async Task Over_roads_too_a_trip_to_a_sede_takes_what_gaps_says_of_it()
    {
        string network = store.Sibling("rete-matrice.roads");
        await SeatRoads.BuildAsync(store.Path, network, kmPerHour: 50);
        await using RunningService service = await RunningService.StartAsync(store.Path, network);
        JsonNode[] sedi = [.. (await service.RowsAsync("/api/v1/sites")).Select(s => s!)];
        JsonNode[] gaps = [.. (await service.RowsAsync("/api/v1/gaps?by=comune")).Select(g => g!).Where(g => (string)g["pro_com_t"]! != "015146")];
        Write("a.csv", "id,pro_com_t\n" + string.Concat(gaps.Select(g => $"{g["pro_com_t"]},{g["pro_com_t"]}\n")));
        Write("b.csv", "id,lon,lat\n" + string.Concat(sedi.Select(s => $"{s["site_id"]},{s["lon"]},{s["lat"]}\n")));

        (await Run("matrix", "--roads", network, "--from", At("a.csv"), "--to", At("b.csv"), "-o", At("o.csv"), "--store", store.Path)).Code.ShouldBe(0);

        Dictionary<(string From, string To), string> seconds = Lines("o.csv").Skip(1).Select(line => line.Split(',')).ToDictionary(c => (c[0], c[1]), c => c[2]);
        JsonNode[] reached = [.. gaps.Where(g => g["minuti"] is not null)];
        reached.Length.ShouldBeGreaterThan(1400);
        reached.Where(g => Math.Abs((int.Parse(seconds[((string)g["pro_com_t"]!, (string)g["sede_vicina"]!)]) / 60.0) - (double)g["minuti"]!) > 0.0051)
            .Select(g => $"{g["pro_com_t"]} {g["sede_vicina"]}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_residents_of_a_comune_are_not_at_its_seat_and_a_place_is_at_itself()
    {
        await using ICoverageStore open = StoreFactory.Open(StoreAddress.Parse(store.Path));
        (TerritoryContent content, _) = await open.ReadAsync(TestContext.Current.CancellationToken);
        Seat seat = content.Comuni.Single(c => c.Code.Value == "016024").Seat!;
        Write("comune.csv", "id,pro_com_t\nbergamo,016024\n");
        Write("punto.csv", FormattableString.Invariant($"id,lon,lat\nmunicipio,{seat.Lon},{seat.Lat}\n"));

        (await SecondsAsync("comune.csv", "comune.csv")).ShouldBe(0);
        (await SecondsAsync("punto.csv", "punto.csv")).ShouldBe(0);
        (await SecondsAsync("comune.csv", "punto.csv")).ShouldBeInRange(2 * 60, 10 * 60, "as gaps has it of a sede in the comune");

        async Task<int> SecondsAsync(string from, string to)
        {
            (await Run("matrix", "--travel", "stima", "--from", At(from), "--to", At(to), "-o", At("o.csv"), "--store", store.Path)).Code.ShouldBe(0);
            return int.Parse(Lines("o.csv")[1].Split(',')[2]);
        }
    }

    [Fact]
    public async Task The_estimate_answers_for_comuni_and_for_points()
    {
        Write("a.csv", "id,pro_com_t\nmilano,015146\nbergamo,16024\nnessuno,999999\n");
        Write("b.csv", "id,lon,lat\np,9.19,45.46\n");
        Write("s.csv", "id,pro_com_t\nbergamo,016024\n");
        (await Run("matrix", "--travel", "stima", "--from", At("s.csv"), "--to", At("s.csv"), "-o", At("i.csv"), "--store", store.Path)).Code.ShouldBe(0);
        Lines("i.csv")[1].ShouldBe("bergamo,bergamo,0,0,ok,0,0", "nothing to itself");

        (int code, string error) = await Run(
            "matrix", "--travel", "stima", "--from", At("a.csv"), "--to", At("b.csv"), "-o", At("o.csv"), "--store", store.Path);

        code.ShouldBe(0, error);
        string[][] cells = [.. Lines("o.csv").Skip(1).Select(line => line.Split(','))];
        cells.Select(row => row[4]).ShouldBe(["ok", "ok", "not_snapped"]);
        int.Parse(cells[1][2]).ShouldBeInRange(35 * 60, 80 * 60);
        error.ShouldContain("Viaggio: stima.");
        error.ShouldContain("pro_com_t '999999' non è un comune dell'archivio");
    }

    [Fact]
    public async Task An_imported_matrix_answers_for_comuni_and_for_points_inside_them()
    {
        string own = store.Copy();
        Write("m.csv", "from,to,minutes,km\n015146,016024,50,55\n");
        Write("a.csv", "id,lon,lat\nduomo,9.19,45.464\nzurigo,8.54,47.37\n");
        Write("b.csv", "id,pro_com_t\nbergamo,016024\nbrescia,017029\n");
        (await Run("import", At("m.csv"), "--as", "matrice", "--store", own)).Code.ShouldBe(0);

        (int code, string error) = await Run("matrix", "--travel", "matrice", "--from", At("a.csv"), "--to", At("b.csv"), "-o", At("o.csv"), "--store", own);

        code.ShouldBe(0, error);
        Lines("o.csv").Skip(1).ShouldBe(
            ["duomo,bergamo,3000,55000,ok,0,0", "duomo,brescia,,,unreachable,,", "zurigo,bergamo,,,not_snapped,,", "zurigo,brescia,,,not_snapped,,"]);
    }

    [Theory]
    [InlineData("--from a.csv --to a.csv -o o.csv", "Indicare --roads RETE.roads oppure --travel")]
    [InlineData("--roads i.roads --travel stima --from a.csv --to a.csv -o o.csv", "dev'essere una")]
    [InlineData("--travel volo --from a.csv --to a.csv -o o.csv", "'volo' non è un valore ammesso")]
    [InlineData("--travel stima --max-snap 5 --from a.csv --to a.csv -o o.csv", "vale solo con --roads")]
    [InlineData("--roads i.roads --max-snap tanto --from a.csv --to a.csv -o o.csv", "non è un numero")]
    [InlineData("--roads i.roads --from a.csv --to a.csv -o a.csv", "andrebbe perduto")]
    [InlineData("--roads i.roads --from a.csv --to a.csv -o nessuna/o.csv", "la cartella di")]
    [InlineData("--roads i.roads --from vuoto.csv --to a.csv -o o.csv", "vuoto.csv")]
    [InlineData("--roads i.roads --from righe.csv --to a.csv -o o.csv", "non contiene righe")]
    [InlineData("--roads i.roads --from colonne.csv --to a.csv -o o.csv", "Servono id, lon, lat (gradi WGS84) oppure id, pro_com_t")]
    [InlineData("--roads manca.roads --from a.csv --to a.csv -o o.csv", "manca.roads")]
    [InlineData("--roads a.csv --from a.csv --to a.csv -o o.csv", "non è una rete stradale")]
    public async Task Bad_input_ends_with_two_a_reason_and_no_output(string line, string reason)
    {
        Write("a.csv", "id,lon,lat\na,9.20,45.46\n");
        Write("vuoto.csv", "");
        Write("righe.csv", "id,lon,lat\n");
        Write("colonne.csv", "nome,x,y\na,9.20,45.46\n");

        (int code, string error) = await Run(["matrix", .. line.Split(' ').Select(word => word.Contains('.', StringComparison.Ordinal) ? At(word) : word)]);

        code.ShouldBe(2);
        error.ShouldContain(reason);
        File.Exists(At("o.csv")).ShouldBeFalse();
    }

    private async Task BuildNetwork()
    {
        Write("i.osm", Extract);
        (int code, string error) = await Run("roads", "build", At("i.osm"), "-o", At("i.roads"));
        code.ShouldBe(0, error);
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);

    private string[] Lines(string name) => File.ReadAllText(At(name)).TrimEnd('\n').Split('\n');

    private static async Task<(int Code, string Error)> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = await CommandLine.RunAsync(words, output, error);
        return (code, error.ToString());
    }
}
