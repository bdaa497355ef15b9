using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>Constraints, candidates of one's own, effects and the curve, on the command line.</summary>
public sealed class SuggestTests(FilledStore store) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"candidati-{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task A_list_of_candidates_in_an_office_s_own_csv_is_chosen_among_with_its_costs()
    {
        await File.WriteAllTextAsync(
            _file,
            "\uFEFFID;Nome;Lon;Lat;Costo;Tipo;Ruolo\nCDC1;Casa della Comunità di Clusone;9.9508;45.8886;15000;casa della comunità;spoke\nSC2;Scuola di "
                + "Ardesio;9.9301;45.9389;8000;scuola;entrambi\nPK3;Parco;10.4150;44.9850;30000;parco;\n",
            TestContext.Current.CancellationToken);

        JsonNode answer = await JsonAsync("suggest", "--goal", "cover", "--spokes", "3", "--budget", "25000", "--candidates", _file);

        answer["rows"]!.AsArray().Select(r => ((string)r!["candidato"]!, (decimal)r["costo_eur"]!, (string)r["candidato_tipo"]!))
            .ShouldBe([("SC2", 8_000m, "scuola"), ("CDC1", 15_000m, "casa della comunità")]);
        ((decimal)answer["meta"]!["totali"]!["costo_eur"]!).ShouldBe(23_000m);
        answer["meta"]!["certificate"]!["sites"]!.AsArray().Select(s => (string)s!).ShouldBe(["SC2", "CDC1"]);
        ((string)answer["meta"]!["certificate"]!["inputs"]!["fotografia_sha256"]!).Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("id,lon,lat\na,45.7,9.7", "il candidato 'a' (45.7, 9.7) non è in alcun comune caricato", "forse sono scambiate")]
    [InlineData("id,lon,lat\na,9.7,45.7\na,9.8,45.7", "riga 3, colonna id: il candidato «a» è già alla riga 2", "identificativo suo")]
    [InlineData("id,lon,lat,costo\na,9.7,45.7,-5", "riga 2, colonna costo: -5 è negativo", "da zero")]
    [InlineData("id,lon,lat,ruolo\na,9.7,45.7,centro", "riga 2, colonna ruolo: «centro» non è un ruolo", "spoke, hub oppure entrambi")]
    [InlineData("id,lon,lat\na,nove,45.7", "riga 2, colonna lon: «nove» non è un numero", "Scrivere un numero")]
    [InlineData("id,lon\na,9.7", "manca la colonna lat", "Aggiungere lat")]
    [InlineData("id,lon,lat\n", "l'elenco dei candidati è vuoto", "id, lon, lat")]
    public async Task A_list_that_cannot_be_used_says_where_and_how_to_mend_it(string content, string what, string cure)
    {
        await File.WriteAllTextAsync(_file, content, TestContext.Current.CancellationToken);
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, ["suggest", "--candidates", _file]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(what);
        outcome.Error.ShouldContain(cure);
    }

    [Theory]
    [InlineData("--fissi")]
    [InlineData("--fixed")]
    public async Task A_Spoke_is_opened_where_it_must_be_and_what_a_resident_gained_costs_is_told(string option)
    {
        JsonNode answer = await JsonAsync("suggest", "--goal", "cover", "--ats", "Bergamo", "--spokes", "3", "--spoke-cost", "20000", option, "Ardesio, 016120");
        JsonNode totals = answer["meta"]!["totali"]!;

        JsonArray rows = answer["rows"]!.AsArray();
        rows.Where(r => (bool)r!["fisso"]!).Select(r => (string)r!["comune"]!).ShouldBe(["Ardesio", "Grumello del Monte"]);
        rows.Count.ShouldBe(3);
        answer["meta"]!["certificate"]!["fixed"]!.AsArray().Select(s => (string)s!).ShouldBe(["016012", "016120"]);
        ((double)totals["eur_per_residente_insieme"]!).ShouldBe(Math.Round(60_000 / (double)totals["residenti_guadagnati_insieme"]!, 2));
    }

    [Fact]
    public async Task Of_ones_own_candidates_one_must_be_opened_by_its_id_or_by_the_comune_that_holds_it_alone()
    {
        await File.WriteAllTextAsync(
            _file, "id,lon,lat\nCDC1,9.9508,45.8886\nSC2,9.9301,45.9389\nPK3,10.4150,44.9850\nSC4,9.9310,45.9390\n", TestContext.Current.CancellationToken);

        JsonNode answer = await JsonAsync("suggest", "--goal", "cover", "--spokes", "2", "--candidates", _file, "--fissi", "SC4,Clusone");
        Outcome two = await CoverageProgram.RunAsync(store.Path, ["suggest", "--candidates", _file, "--fissi", "Ardesio"]);
        Outcome none = await CoverageProgram.RunAsync(store.Path, ["curve", "--candidates", _file, "--fissi", "Treviglio"]);

        answer["meta"]!["certificate"]!["sites"]!.AsArray().Select(s => (string)s!).ShouldBe(["SC4", "CDC1"]);
        (two.ExitCode, none.ExitCode).ShouldBe((2, 2));
        two.Error.ShouldContain("in 'Ardesio' ci sono 2 candidati.");
        two.Error.ShouldContain("Scrivere uno degli identificativi: SC2, SC4.");
        none.Error.ShouldContain("in 'Treviglio' non c'è alcun luogo dell'elenco dei candidati.");
    }

    [Fact]
    public async Task Comune_by_comune_the_minutes_before_and_after_are_told()
    {
        JsonArray rows = (await JsonAsync("suggest", "--by", "comune", "--ats", "Brescia"))["rows"]!.AsArray();

        rows.Count.ShouldBeGreaterThan(0);
        rows.ShouldAllBe(r => (double)r!["minuti_dopo"]! < (double)r["minuti_prima"]!);
        rows.Select(r => (string)r!["pro_com_t"]!).ShouldBe(rows.Select(r => (string)r!["pro_com_t"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_curve_has_one_row_for_each_number_from_none_and_a_proof_for_each()
    {
        JsonArray rows = (await JsonAsync("curve", "--goal", "cover", "--spokes", "5", "--ats", "Bergamo", "--spoke-cost", "20000"))["rows"]!.AsArray();

        rows.Select(r => (int)r!["spoke"]!).ShouldBe([0, 1, 2, 3, 4, 5]);
        rows.ShouldAllBe(r => (string)r!["stato"]! == "optimal" && (double)r["scarto"]! == 0);
        double[] within = [.. rows.Select(r => (double)r!["residenti_nel_limite"]!)];
        rows[0]!["guadagno"].ShouldBeNull();
        rows.Skip(1).Select(r => (double)r!["guadagno"]!).ShouldBe(within.Skip(1).Zip(within, (after, before) => after - before));
        within.ShouldBe(within.Order());
        within[1].ShouldBeGreaterThan(within[0]);
        ((decimal)rows[5]!["costo_eur"]!).ShouldBe(20_000m * ((string)rows[5]!["sedi"]!).Split('|').Length);
    }

    [Fact]
    public async Task The_certificate_counts_as_considered_the_candidates_that_the_message_names()
    {
        JsonNode meta = (await JsonAsync("suggest", "--goal", "cover", "--spokes", "1"))["meta"]!;
        JsonNode certificate = meta["certificate"]!;

        ((int)certificate["candidates_considered"]!).ShouldBe(1337);
        certificate["candidates_dropped"]!.AsObject().Sum(d => (int)d.Value!).ShouldBe(1504 - 1337);
        meta["avvertenze"]!.AsArray().Select(w => (string)w!).ShouldContain(w =>
            w.StartsWith("Candidati: 1337 comuni che una rete può accogliere; 167 non considerati", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_budget_needs_the_cost_of_a_sede()
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, ["suggest", "--ats-budget", "libero"]);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("--ats-budget: il costo di uno Spoke non è indicato");
    }

    private async Task<JsonNode> JsonAsync(params string[] arguments)
    {
        Outcome outcome = await CoverageProgram.RunAsync(store.Path, [.. arguments, "--format", "json"]);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        return JsonNode.Parse(outcome.Output)!;
    }
}
