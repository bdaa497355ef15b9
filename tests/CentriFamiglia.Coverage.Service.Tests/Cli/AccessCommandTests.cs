using System.Globalization;
using System.Text.Json;
using CentriFamiglia.Coverage.Service.Cli;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

public sealed class AccessCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("access").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("exp_cost_to_closest_schools.csv", "travel_time", "schools", "nearest")]
    [InlineData("exp_cost_to_2nd_closest_schools.csv", "travel_time", "schools", "second")]
    [InlineData("exp_gravity_exp005_jobs.csv", "jobs", "jobs", "gravity --decay exp:0.05")]
    [InlineData("exp_2sfca_binary45.csv", "jobs", "jobs", "2sfca --limit 45")]
    [InlineData("exp_e2sfca_stepped.csv", "jobs", "jobs", "e2sfca --decay step:15=1,30=0.42,45=0.09")]
    [InlineData("exp_bfca_exp005.csv", "jobs", "jobs", "bfca --decay exp:0.05")]
    [InlineData("exp_spatial_availability_exp005.csv", "jobs", "jobs", "spatial-availability --decay exp:0.05")]
    public async Task Published_values_come_out(string expected, string column, string supply, string measure)
    {
        Prepare(supply);

        Dictionary<string, double?> found = await Values(measure);

        foreach (Dictionary<string, string> row in Table(expected))
            Same(found[row["id"]], row[column], row["id"]);
    }

    [Fact]
    public async Task Cumulative_opportunities_come_out_at_every_limit()
    {
        Prepare("jobs");
        foreach (IGrouping<string, Dictionary<string, string>> limit in Table("exp_cumulative_cutoff_jobs.csv").GroupBy(row => row["travel_time"], StringComparer.Ordinal))
        {
            Dictionary<string, double?> found = await Values($"cumulative --limit {limit.Key}");
            foreach (Dictionary<string, string> row in limit)
                Same(found[row["id"]], row["jobs"], row["id"]);
        }
    }

    [Fact]
    public async Task Published_indices_of_inequality_come_out()
    {
        Prepare("jobs");
        JsonElement indices = await Indices("cumulative --limit 45 --poverty-line 39030.5");
        Dictionary<string, string> names = new(StringComparer.Ordinal)
        {
            ["gini"] = "gini",
            ["palma_income_per_capita"] = "palma",
            ["theil_t"] = "theil_t",
            ["concentration_standard_income"] = "concentration_standard",
            ["concentration_corrected_income"] = "concentration_corrected",
            ["fgt_FGT0_line_39030.5"] = "fgt0",
            ["fgt_FGT1_line_39030.5"] = "fgt1",
            ["fgt_FGT2_line_39030.5"] = "fgt2",
        };

        foreach (Dictionary<string, string> row in Table("exp_equity_metrics_cum45_jobs.csv"))
            Same(indices.GetProperty(names[row["metric"]]).GetDouble(), row["value"], row["metric"]);
    }

    /// <summary>
    /// By hand. With the steps, a weighs 1 on x and 0.5 on y, b 0.5 and 1, c 0.25 on y: x is asked for by 100 + 150, y by 50 + 300 + 150.
    /// Balanced, x is asked for by 200/3 + 100 and y by 100/3 + 200 + 600, and b has 1/3 of x's 0.18 and 4/7 of y's 0.072.
    /// </summary>
    [Theory]
    [InlineData("nearest", 10, 5, 30)]
    [InlineData("second", 20, 5, 30)]
    [InlineData("cumulative --limit 20", 61, 61, 0)]
    [InlineData("cumulative --limit 19.9", 1, 61, 0)]
    [InlineData("gravity --decay step:15=0.5,25=0.25", 60, 75, 15)]
    [InlineData("gravity --decay zone:15=1,25=0.5", 60, 90, 0)]
    [InlineData("2sfca --limit 20", 0.225, 0.225, 0)]
    [InlineData("e2sfca --decay step:15=0.5,25=0.25", 0.18, 0.18, 0.03)]
    [InlineData("bfca --decay step:15=0.5,25=0.25", 0.12 + (0.072 * 2 / 7), 0.06 + (0.072 * 4 / 7), 0.072 / 7)]
    [InlineData("spatial-availability --decay step:15=0.5,25=0.25", 12 + 6, 18 + 36, 18)]
    public async Task Three_places_and_two_sites_have_the_values_worked_out_by_hand(string measure, double a, double b, double c)
    {
        OwnCase(supplyOfX: measure is "second" || measure.StartsWith("cumulative", StringComparison.Ordinal) ? 1 : 30);

        Dictionary<string, double?> found = await Values(measure);

        foreach ((string place, double value) in new[] { ("a", a), ("b", b), ("c", c) })
            found[place]!.Value.ShouldBe(value, 1e-12, place);
    }

    [Theory]
    [InlineData("step:15=1,30=0.42,45=0.09", "meno di 15: 1|da 15 compreso a meno di 30: 1|da 30 compreso a meno di 45: 0.42|da 45 compreso in poi: 0.09")]
    [InlineData("zone:15=1,30=0.42,45=0.09", "fino a 15 compreso: 1|oltre 15 e fino a 30 compreso: 0.42|oltre 30 e fino a 45 compreso: 0.09|oltre 45: 0")]
    public async Task The_bands_are_told_as_they_were_read(string decay, string bands)
    {
        OwnCase(supplyOfX: 30);

        (_, string output, string error) = await Run($"gravity --decay {decay} --format json");

        JsonDocument.Parse(output).RootElement.GetProperty("meta").GetProperty("fasce").EnumerateArray().Select(band => band.GetString()!)
            .ShouldBe(bands.Split('|'));
        error.ShouldContain(bands.Replace("|", "; "));
    }

    /// <summary>400 residents reach 90 each, 600 nothing: the mean is 36, so that Gini is 0.6 and Theil 0.4 * 2.5 * ln 2.5.</summary>
    [Fact]
    public async Task The_indices_of_two_groups_are_those_worked_out_by_hand()
    {
        OwnCase(supplyOfX: 30);

        JsonElement indices = await Indices("cumulative --limit 20 --poverty-line 45");

        indices.GetProperty("gini").GetDouble().ShouldBe(0.6, 1e-12);
        indices.GetProperty("theil_t").GetDouble().ShouldBe(Math.Log(2.5), 1e-12);
        foreach (string fgt in (string[])["fgt0", "fgt1", "fgt2"])
            indices.GetProperty(fgt).GetDouble().ShouldBe(0.6, 1e-12, fgt);
    }

    [Fact]
    public async Task What_is_not_there_is_an_empty_cell_and_a_word_never_a_number()
    {
        // b reaches nothing; nobody lives where alone z could be reached from.
        Write("c.csv", "demand,site,cost\na,x,10\na,y,0\nc,z,5\n");
        Write("w.csv", "demand,weight\na,100\nb,50\nc,0\n");
        Write("s.csv", "site,supply\nx,10\ny,0\nz,4\n");

        (await Lines("nearest")).ShouldBe(["demand,value", "a,10", "b,", "c,5"]);
        (await Lines("second")).ShouldBe(["demand,value", "a,10", "b,", "c,5"]);
        (await Lines("gravity --decay power:-1")).ShouldBe(["demand,value", "a,1", "b,0", "c,0.8"]);
        (await Lines("2sfca --limit 10")).ShouldBe(["demand,value", "a,0.1", "b,0", "c,0"]);
        (await Lines("spatial-availability --limit 10")).ShouldBe(["demand,value", "a,10", "b,0", "c,"]);
        JsonElement indices = await Indices("nearest");
        indices.GetProperty("palma").GetString().ShouldBe("non_disponibile");
        indices.GetProperty("fgt0").GetString().ShouldBe("non_disponibile");
        indices.GetProperty("gini").GetDouble().ShouldBe(0);
    }

    [Theory]
    [InlineData("nearest", "c.csv", "demand,site,cost\na,x,NaN", "non è un numero")]
    [InlineData("nearest", "c.csv", "demand,site,cost\na,x,-1", "è negativo")]
    [InlineData("nearest", "c.csv", "demand,site,cost\na,x,1\na,x,2", "già in una riga precedente")]
    [InlineData("nearest", "c.csv", "demand,site\na,x", "manca la colonna cost")]
    [InlineData("nearest", "w.csv", "demand,weight\na,1\na,1", "già in una riga precedente")]
    [InlineData("nearest", "s.csv", "site,supply\nx,", "la cella è vuota")]
    [InlineData("gravity", "c.csv", null, "ha bisogno di un decadimento o di un limite")]
    [InlineData("gravity --decay power:1", "c.csv", null, "il lontano conterebbe più del vicino")]
    [InlineData("gravity --decay step:30=0.5,15=1", "c.csv", null, "i costi devono crescere")]
    [InlineData("gravity --decay volo:3", "c.csv", null, "la forma non è conosciuta")]
    [InlineData("nearest --decay exp:1", "c.csv", null, "non ha un decadimento")]
    [InlineData("cumulative", "c.csv", null, "ha bisogno di un limite")]
    [InlineData("vicinanza", "c.csv", null, "non è un valore ammesso")]
    public async Task Bad_input_ends_with_two_and_a_reason(string measure, string file, string? text, string reason)
    {
        Write("c.csv", "demand,site,cost\na,x,1\n");
        Write("w.csv", "demand,weight\na,1\n");
        Write("s.csv", "site,supply\nx,1\n");
        if (text is not null)
            Write(file, text + "\n");

        (int code, string output, string error) = await Run(measure);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(reason);
    }

    [Fact]
    public async Task What_only_the_costs_name_is_told_and_counts_for_nothing()
    {
        Write("c.csv", "demand,site,cost\na,x,1\naltri,x,1\na,ignota,1\n");
        Write("w.csv", "demand,weight\na,0\n");
        Write("s.csv", "site,supply\nx,0\n");

        (int code, string output, string error) = await Run("2sfca --limit 5");

        code.ShouldBe(0);
        output.ShouldBe("demand,value\na,0\n");
        error.ShouldContain("1 domanda dei costi non è nel file della domanda");
        error.ShouldContain("1 sede dei costi non è nel file dell'offerta");
        error.ShouldContain("Il peso di tutte le domande è zero");
        error.ShouldContain("L'offerta di tutte le sedi è zero");
    }

    private static void Same(double? found, string expected, string what)
    {
        if (double.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value))
            (Math.Abs(found!.Value - value) <= 1e-9 * Math.Max(Math.Abs(value), 1e-12)).ShouldBeTrue($"{what}: {found} and not {value}");
        else
            found.ShouldBeNull(what);
    }

    private void OwnCase(int supplyOfX)
    {
        Write("c.csv", "demand,site,cost\na,x,10\na,y,20\nb,x,15\nb,y,5\nc,y,30\n");
        Write("w.csv", "demand,weight,income\na,100,10\nb,300,20\nc,600,30\n");
        Write("s.csv", $"site,supply\nx,{supplyOfX}\ny,60\n");
    }

    private void Prepare(string supply)
    {
        if (!Directory.Exists(Benchmarks))
            Assert.Skip($"The published values are not here: {Benchmarks}");
        Write("c.csv", string.Concat(Table("travel_matrix_120.csv").Select(row => $"{row["from_id"]},{row["to_id"]},{row["travel_time"]}\n").Prepend("demand,site,cost\n")));
        Write("w.csv", string.Concat(Table("land_use_120.csv").Select(row => $"{row["id"]},{row["population"]},{row["income_per_capita"]}\n").Prepend("demand,weight,income\n")));
        Write("s.csv", string.Concat(Table("land_use_120.csv").Select(row => $"{row["id"]},{row[supply]}\n").Prepend("site,supply\n")));
    }

    private static string Benchmarks { get; } = Path.Combine(Environment.GetEnvironmentVariable("COVERAGE_BENCHMARKS") ?? Beside(), "accessibility");

    private static string Beside()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CentriFamiglia.Coverage.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "benchmarks");
    }

    private static IEnumerable<Dictionary<string, string>> Table(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Benchmarks, file));
        string[] names = lines[0].Split(',');
        return lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }

    private async Task<Dictionary<string, double?>> Values(string measure) => (await Lines(measure)).Skip(1).Select(line => line.Split(','))
        .ToDictionary(cells => cells[0], cells => cells[1].Length == 0 ? (double?)null : double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private async Task<string[]> Lines(string measure)
    {
        (int code, string output, string error) = await Run(measure);
        code.ShouldBe(0, error);
        return output.TrimEnd('\n').Split('\n');
    }

    private async Task<JsonElement> Indices(string measure)
    {
        (int code, string output, string error) = await Run(measure + " --format json");
        code.ShouldBe(0, error);
        return JsonDocument.Parse(output).RootElement.GetProperty("meta").GetProperty("indici");
    }

    private async Task<(int Code, string Output, string Error)> Run(string measure)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] words = ["access", "--costs", At("c.csv"), "--demand", At("w.csv"), "--supply", At("s.csv"), "--measure", .. measure.Split(' ')];
        return (await CommandLine.RunAsync(words, output, error), output.ToString(), error.ToString());
    }

    private string At(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
