using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Travel;

public class TravelEstimateTests
{
    private static readonly TravelEstimate Estimate = TravelEstimate.Parse(Document().ToJsonString());

    [Fact]
    public void Someone_inside_one_comune_still_travels() =>
        Estimate.Costs([At(9.05, 45.05, 100)], [At(9.05, 45.05, 100)])[0].ShouldBe(new TravelCost((60 + 180 + 120) / 2, 1400));

    [Fact]
    public void A_place_that_moves_a_little_changes_a_time_a_little()
    {
        var random = new Random(4);
        for (int i = 0; i < 500; i++)
        {
            // Inside one cell: where cells meet, the ground steps by one digit.
            Place a = At(9.01 + (random.NextDouble() / 20), 45.01, 100), b = At(9.31 + (random.NextDouble() / 20), 45.01, 100);
            Math.Abs(Estimate.Minutes(a, b) - Estimate.Minutes(a, b with { Lon = b.Lon + 0.0001 })).ShouldBeLessThan(0.02);
        }
    }

    [Fact]
    public void The_formula_is_the_mean_of_the_straight_line_and_the_way_over_the_localities()
    {
        // The line crosses the steep row (100 m/km) and ends in the empty one (2 km); both places are localities, half an hour apart.
        Place south = At(9.05, 45.05, 100), north = At(9.05, 45.25, 300);
        double d = Geodesy.DistanceKm(9.05, 45.05, 9.05, 45.25);
        double k = Math.Sqrt((d * d) + 1);
        double line = k + (3 * Math.Sqrt(k)) + (0.02 * 200) + (d / (d + 1) * (5 + (0.1 * 4))), graph = (4 * k / (k + 1)) + 30;

        Estimate.Halves(south, north).Line.ShouldBe(line, 1e-9);
        Estimate.Halves(south, north).Graph.ShouldBe(graph, 1e-9);
        Estimate.Minutes(south, north).ShouldBe((line + graph) / 2, 1e-9);
    }

    [Fact]
    public void The_band_is_a_constant_a_share_of_the_minutes_and_a_share_of_what_the_halves_differ_by()
    {
        Place south = At(9.05, 45.05, 100), north = At(9.05, 45.25, 300);
        (double line, double graph) = Estimate.Halves(south, north);
        double minutes = Estimate.Minutes(south, north), apart = Math.Abs(line - graph);

        TravelBand band = Estimate.Band(south, north, Estimate.Costs([south], [north])[0]!.Value);

        band.LowSeconds.ShouldBe((int)Math.Round(60 * (minutes - 1 - (0.1 * minutes) - (0.5 * apart))));
        band.HighSeconds.ShouldBe((int)Math.Round(60 * (minutes + 2 + (0.2 * minutes))));
    }

    [Fact]
    public void A_band_holds_its_trip_and_begins_no_sooner_than_a_fast_straight_line()
    {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++)
        {
            Place a = Anywhere(random), b = Anywhere(random);
            TravelCost cost = Estimate.Costs([a], [b])[0]!.Value;
            TravelBand band = Estimate.Band(a, b, cost);

            band.LowSeconds.ShouldBeInRange((int)(Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat) * 3600 / 130) - 1, cost.Seconds);
            band.HighSeconds.ShouldBeGreaterThanOrEqualTo(cost.Seconds);
        }
    }

    [Fact]
    public void Only_trips_longer_than_the_limit_of_their_origin_may_be_left_out()
    {
        var random = new Random(9);
        Place[] from = [.. Enumerable.Range(0, 60).Select(_ => Somewhere())], to = [.. Enumerable.Range(0, 50).Select(_ => Somewhere())];
        int[] seconds = [.. from.Select(_ => random.Next(0, 6_000))];

        TravelCost?[] all = Estimate.Costs(from, to), some = Estimate.CostsWithin(from, seconds, to);

        for (int pair = 0; pair < all.Length; pair++)
        {
            if (some[pair] is null)
                all[pair]!.Value.Seconds.ShouldBeGreaterThan(seconds[pair / to.Length]);
            else
                some[pair].ShouldBe(all[pair]);
        }

        some.Count(c => c is null).ShouldBeGreaterThan(0);

        Place Somewhere() => At(9.0 + (random.NextDouble() / 2), 45.0 + (random.NextDouble() / 2), random.Next(50, 900));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(60)]
    public void The_least_trips_of_an_origin_are_told_however_long_they_are(int least)
    {
        var random = new Random(10);
        Place[] from = [.. Enumerable.Range(0, 40).Select(_ => Anywhere(random))], to = [.. Enumerable.Range(0, 50).Select(_ => Anywhere(random))];
        int[] seconds = [.. from.Select(_ => random.Next(0, 3_000))];

        TravelCost?[] all = Estimate.Costs(from, to), some = Estimate.CostsWithin(from, seconds, to, least);

        for (int i = 0; i < from.Length; i++)
        {
            (TravelCost?[] every, TravelCost?[] told) = (all[(i * to.Length)..((i + 1) * to.Length)], some[(i * to.Length)..((i + 1) * to.Length)]);
            int[] nearest = [.. Enumerable.Range(0, to.Length).OrderBy(j => every[j]!.Value.Seconds).Take(least)];
            foreach (int j in nearest.Union(Enumerable.Range(0, to.Length).Where(j => every[j]!.Value.Seconds <= seconds[i])))
                told[j].ShouldBe(every[j]);
        }
    }

    [Fact]
    public void A_time_is_the_same_both_ways()
    {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            Place a = Anywhere(random), b = Anywhere(random);
            Estimate.Minutes(a, b).ShouldBe(Estimate.Minutes(b, a));
        }
    }

    [Fact]
    public void A_time_is_never_less_than_that_of_a_fast_straight_line()
    {
        var random = new Random(2);
        for (int i = 0; i < 5000; i++)
        {
            Place a = Anywhere(random), b = Anywhere(random);
            Estimate.Minutes(a, b).ShouldBeGreaterThanOrEqualTo(Geodesy.DistanceKm(a.Lon, a.Lat, b.Lon, b.Lat) * 60 / 100);
        }
    }

    [Fact]
    public void An_unknown_altitude_is_that_of_the_localities_around() =>
        Estimate.Minutes(At(9.05, 45.05, 100), At(9.05, 45.25, null)).ShouldBe(Estimate.Minutes(At(9.05, 45.05, 100), At(9.05, 45.25, 400)));

    [Fact]
    public void Places_beyond_the_ground_have_an_estimate_too() =>
        Estimate.Costs([At(2.35, 48.85, null)], [At(12.5, 41.9, null)])[0]!.Value.Seconds.ShouldBeGreaterThan(3600);

    [Fact]
    public void Each_pair_stands_at_its_row_and_column_and_does_not_depend_on_the_others()
    {
        Place[] from = [At(9.01, 45.01, 90), At(9.11, 45.21, 900)], to = [At(9.2, 45.1, 120), At(9.3, 45.3, null), At(9, 45, 100)];

        TravelCost?[] all = Estimate.Costs(from, to);

        all.Length.ShouldBe(6);
        for (int i = 0; i < 6; i++)
            all[i].ShouldBe(Estimate.Costs([from[i / 3]], [to[i % 3]])[0]);
    }

    [Fact]
    public void The_source_says_that_it_is_an_estimate_and_how_wrong()
    {
        TravelSourceInfo info = Estimate.Info;

        info.ShouldBe(new TravelSourceInfo("stima", "È una stima.", 3.0, 6.5, info.Fingerprint));
        info.Fingerprint.Length.ShouldBe(64);
        TravelSourceInfo other = TravelEstimate.Parse(Document(d => d["frase"] = "Altra.").ToJsonString()).Info;
        (other.Fingerprint == info.Fingerprint).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{", "non si legge")]
    [InlineData("{}", "non si legge")]
    [InlineData("""{"modello":"altro/9"}""", "'altro/9'")]
    public void A_document_of_another_kind_is_refused(string json, string words) =>
        Should.Throw<FormatException>(() => TravelEstimate.Parse(json)).Message.ShouldContain(words);

    [Fact]
    public void A_negative_coefficient_is_refused() =>
        Refusal(d => d["coefficienti"]!["minuti_per_km"] = -1).ShouldContain("'minuti_per_km'");

    [Fact]
    public void A_broken_row_of_the_ground_is_refused() =>
        Refusal(d => d["terreno"]!["vuoto"]![1] = "0?00").ShouldContain("riga 2");

    [Fact]
    public void A_missing_row_of_the_ground_is_refused() =>
        Refusal(d => d["terreno"]!["quota"]!.AsArray().RemoveAt(0)).ShouldContain("2 righe invece di 3");

    [Theory]
    [InlineData("localita", "9.05 45.05", "9.05 45.05")]
    [InlineData("archi", "1 x", "1 x")]
    [InlineData("archi", "9 100", "rotto")]
    public void A_broken_graph_is_refused(string part, string text, string words) =>
        Refusal(d => d["grafo"]![part]![0] = text).ShouldContain(words);

    private static string Refusal(Action<JsonObject> change) =>
        Should.Throw<FormatException>(() => TravelEstimate.Parse(Document(change).ToJsonString())).Message;

    private static Place At(double lon, double lat, double? altitude) => new(lon, lat, new ComuneCode("000001"), altitude);

    private static Place Anywhere(Random random) =>
        At(8.9 + (random.NextDouble() * 0.6), 44.9 + (random.NextDouble() * 0.5), random.Next(2000));

    // Four columns by three rows of a tenth of a degree; the middle row is steep (100 m/km), the northern one empty (2 km).
    private static JsonObject Document(Action<JsonObject>? change = null)
    {
        var document = (JsonObject)JsonNode.Parse("""
            {
              "modello": "stima-viaggio/3",
              "frase": "È una stima.",
              "coefficienti": {
                "minuti_per_km": 1, "minuti_per_radice_km": 3, "minuti_per_m_di_dislivello": 0.02,
                "minuti_per_pendenza": 5, "minuti_per_vuoto": 0.1, "km_di_accesso": 1, "fattore_di_percorso": 1.4,
                "peso_del_grafo": 0.5, "minuti_di_avvio": 4, "minuti_per_km_dai_luoghi": 1.2, "minuti_per_m_dai_luoghi": 0.02,
                "km_ora_in_linea_d_aria": 100, "km_ora_in_linea_d_aria_p10": 130
              },
              "fascia": {
                "sotto": { "minuti": 1, "per_minuto": 0.1, "per_minuto_di_disaccordo": 0.5 }, "sopra": { "minuti": 2, "per_minuto": 0.2, "per_minuto_di_disaccordo": 0 }
              },
              "grafo": {
                "localita": ["9.05 45.05 100", "9.05 45.25 300", "9.35 45.05 100", "9.35 45.25 300", "9.2 45.15 200", "9.2 45.05 100"],
                "archi": ["1 3000 4 2500 5 2000", "3 4000 4 2500", "3 3000 4 2500 5 2000", "4 2500", "5 1900", ""],
                "laghi": [{ "nome": "di prova", "rive": ["9.1 45.1 9.15 45.1 9.15 45.2 9.1 45.2 9.1 45.1"] }]
              },
              "errore": { "medio_assoluto_fra_poli_minuti": 3.0, "p90_assoluto_minuti": 6.5 },
              "terreno": {
                "ovest": 9, "sud": 45, "cella_lon": 0.1, "cella_lat": 0.1, "colonne": 4, "righe": 3,
                "passo_pendenza_m_per_km": 10, "passo_vuoto_km": 0.5, "passo_quota_m": 100,
                "pendenza": ["0000", "aaaa", "0000"], "vuoto": ["0000", "0000", "4444"], "quota": ["1111", "2222", "4444"]
              }
            }
            """)!;
        change?.Invoke(document);
        return document;
    }
}
