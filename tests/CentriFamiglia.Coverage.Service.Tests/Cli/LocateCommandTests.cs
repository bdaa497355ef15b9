using System.Text.Json;
using CentriFamiglia.Coverage.Service.Cli;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

public sealed class LocateCommandTests : IDisposable
{
    private const string Costs = """
        demand,site,cost
        Aprica,Tirano,10
        Aprica,Sondrio,30
        Teglio,Tirano,15
        Teglio,Sondrio,12
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("locate").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_answer_is_a_bare_object_with_names_as_text()
    {
        (int code, string output, _) = await Run("locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "-p", "1");

        code.ShouldBe(0);
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("problem").GetString().ShouldBe("p-median");
        answer.GetProperty("status").GetString().ShouldBe("optimal");
        answer.GetProperty("objective").GetDouble().ShouldBe(25);
        answer.GetProperty("bound").GetDouble().ShouldBe(25);
        answer.GetProperty("gap").GetDouble().ShouldBe(0);
        answer.GetProperty("sites").EnumerateArray().Select(s => s.GetString()).ShouldBe(["Tirano"]);
        answer.GetProperty("candidates_considered").GetInt32().ShouldBe(2);
        answer.GetProperty("alternates").GetArrayLength().ShouldBe(0);
        answer.GetProperty("alternates_complete").GetBoolean().ShouldBeTrue();
        answer.GetProperty("unreachable_demands").GetArrayLength().ShouldBe(0);
        answer.GetProperty("seconds").GetDouble().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public async Task Weights_and_fixed_sites_count()
    {
        (_, string output, _) = await Run(
            "locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "--weights", File("w.csv", "demand,weight\nTeglio,10\n"),
            "--fixed", File("f.csv", "site\nSondrio\n"), "-p", "1");

        JsonDocument.Parse(output).RootElement.GetProperty("objective").GetDouble().ShouldBe(150);
    }

    [Fact]
    public async Task A_demand_named_only_with_its_weight_is_one_that_nobody_reaches()
    {
        (int code, string output, _) = await Run(
            "locate", "--problem", "lscp", "--costs", File("c.csv", Costs), "--weights", File("w.csv", "demand,weight\nLivigno,5\n"), "--limit", "20");

        code.ShouldBe(0);
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("status").GetString().ShouldBe("infeasible");
        answer.GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("unreachable_demands").EnumerateArray().Select(d => d.GetString()).ShouldBe(["Livigno"]);
    }

    [Fact]
    public async Task Backup_tells_its_weight()
    {
        (_, string output, _) = await Run("locate", "--problem", "lscp-b", "--costs", File("c.csv", Costs), "--limit", "30");

        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("objective").GetDouble().ShouldBe(1);
        answer.GetProperty("backup_weight").GetDouble().ShouldBe(0);
        answer.GetProperty("alternates").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("lscp")]
    [InlineData("lscp-b")]
    public async Task A_number_of_sites_that_is_not_asked_for_is_said_not_to_be_used(string problem)
    {
        string costs = File("c.csv", Costs);
        (int code, string output, string error) = await Run("locate", "--problem", problem, "--costs", costs, "--limit", "30", "-p", "2");
        (_, _, string without) = await Run("locate", "--problem", problem, "--costs", costs, "--limit", "30");

        code.ShouldBe(0);
        JsonDocument.Parse(output).RootElement.GetProperty("objective").GetDouble().ShouldBe(1);
        error.ShouldContain($"-p non è stato usato: {problem}");
        without.ShouldNotContain("-p");
    }

    [Fact]
    public async Task OR_Library_gives_p_unless_told_otherwise()
    {
        string graph = File("g.txt", "3 2 1\n1 2 4\n2 3 6\n");
        (_, string one, _) = await Run("locate", "--problem", "p-median", "--orlib", graph);
        (_, string two, _) = await Run("locate", "--problem", "p-median", "--orlib", graph, "-p", "2");

        JsonDocument.Parse(one).RootElement.GetProperty("objective").GetDouble().ShouldBe(10);
        JsonDocument.Parse(two).RootElement.GetProperty("objective").GetDouble().ShouldBe(4);
        JsonDocument.Parse(one).RootElement.GetProperty("sites")[0].GetString().ShouldBe("2");
    }

    [Theory]
    [InlineData("a,x,-1", "riga 2, colonna cost: -1 è negativo")]
    [InlineData("a,x,NaN", "riga 2, colonna cost: «NaN» non è un numero")]
    [InlineData("a,x,", "riga 2, colonna cost: la cella è vuota")]
    [InlineData("a,x,1\na,x,1", "riga 3, colonna site: la coppia «a», «x» è già alla riga 2")]
    [InlineData(",x,1", "riga 2, colonna demand: la cella è vuota")]
    [InlineData("", "il problema è vuoto")]
    [InlineData("a,x,1\na,y,2", "-p 3 non è possibile")]
    public async Task Bad_costs_name_row_and_column(string rows, string message)
    {
        (int code, string output, string error) = await Run(
            "locate", "--problem", "p-median", "--costs", File("c.csv", "demand,site,cost\n" + rows), "-p", "3");

        (code, output).ShouldBe((2, ""));
        error.ShouldContain(message);
    }

    [Theory]
    [InlineData("demand,weight\nAprica,-1\n", "riga 2, colonna weight: -1 è negativo")]
    [InlineData("demand,weight\nAprica,NaN\n", "riga 2, colonna weight: «NaN» non è un numero")]
    [InlineData("demand,weight\nAprica,1\nAprica,2\n", "riga 3, colonna demand: la domanda «Aprica» ha già un peso")]
    public async Task Bad_weights_name_row_and_column(string text, string message)
    {
        (int code, string output, string error) = await Run(
            "locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "--weights", File("w.csv", text), "-p", "1");

        (code, output).ShouldBe((2, ""));
        error.ShouldContain(message);
    }

    [Theory]
    [InlineData("lscp")]
    [InlineData("lscp-b")]
    public async Task A_limit_below_every_cost_is_infeasible_and_names_everybody(string problem)
    {
        (int code, string output, _) = await Run("locate", "--problem", problem, "--costs", File("c.csv", Costs), "--limit", "9");

        code.ShouldBe(0);
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("status").GetString().ShouldBe("infeasible");
        answer.GetProperty("unreachable_demands").EnumerateArray().Select(d => d.GetString()).ShouldBe(["Aprica", "Teglio"]);
    }

    [Theory]
    [InlineData("p-median")]
    [InlineData("mclp")]
    public async Task Where_nobody_has_weight_every_choice_is_as_good(string problem)
    {
        string weights = File("w.csv", "demand,weight\nAprica,0\nTeglio,0\n");
        string[] limit = problem == "mclp" ? ["--limit", "20"] : [];
        (_, string output, _) = await Run(["locate", "--problem", problem, "--costs", File("c.csv", Costs), "--weights", weights, "-p", "1", .. limit]);

        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("status").GetString().ShouldBe("optimal");
        answer.GetProperty("objective").GetDouble().ShouldBe(0);
        answer.GetProperty("alternates").GetArrayLength().ShouldBe(1);
        answer.GetProperty("alternates_complete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Time_that_reading_has_used_up_leaves_a_choice_that_is_not_said_to_be_the_best()
    {
        // Two by two would be proved by the first bound.
        IEnumerable<string> rows = Enumerable.Range(0, 30).SelectMany(i => Enumerable.Range(0, 30).Select(j => $"d{i},s{j},{((i * 31) + (j * 47) + (i * j * 7)) % 101}\n"));
        string costs = File("c.csv", "demand,site,cost\n" + string.Concat(rows));
        (_, string whole, _) = await Run("locate", "--problem", "p-median", "--costs", costs, "-p", "5");
        (int code, string output, string error) = await Run("locate", "--problem", "p-median", "--costs", costs, "-p", "5", "--time-limit", "0");

        code.ShouldBe(0);
        double best = JsonDocument.Parse(whole).RootElement.GetProperty("objective").GetDouble();
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("status").GetString().ShouldBe("feasible");
        answer.GetProperty("objective").GetDouble().ShouldBeInRange(best, 1.1 * best);
        answer.GetProperty("bound").GetDouble().ShouldBeInRange(1, best);
        error.ShouldContain("Fermato prima della dimostrazione");
    }

    [Theory]
    [InlineData("site\nMilano\n", "la sede «Milano» non è fra quelle dei costi")]
    [InlineData("site\nTirano\nTirano\n", "è già alla riga 2")]
    [InlineData("nome\nTirano\n", "manca la colonna site")]
    public async Task Bad_fixed_sites_are_named(string text, string message)
    {
        (int code, _, string error) = await Run(
            "locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "--fixed", File("f.csv", text), "-p", "1");

        code.ShouldBe(2);
        error.ShouldContain(message);
    }

    [Theory]
    [InlineData("--problem", "p-mediana", "non è un problema conosciuto")]
    [InlineData("--problem", "mclp", "serve il limite")]
    [InlineData("--problem", "p-center", "Serve il numero di sedi")]
    public async Task Bad_usage_is_told(string option, string value, string message)
    {
        (int code, _, string error) = await Run("locate", option, value, "--costs", File("c.csv", Costs));

        code.ShouldBe(2);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task Capacities_send_who_finds_no_room_elsewhere_whole_or_in_part()
    {
        string[] question =
        [
            "locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "--weights", File("w.csv", "demand,weight\nAprica,4\nTeglio,3\n"),
            "--capacities", File("k.csv", "site,capacity\nTirano,5\nSondrio,2\n"), "-p", "2",
        ];
        (int code, string output, _) = await Run([.. question, "--assignment", "split"]);
        (_, string whole, _) = await Run(question);

        code.ShouldBe(0);
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        // Aprica at Tirano 4 x 10, one of Teglio beside it 15, two at Sondrio 2 x 12.
        answer.GetProperty("objective").GetDouble().ShouldBe(79, 1e-9);
        answer.GetProperty("assignment_kind").GetString().ShouldBe("split");
        answer.GetProperty("assignment").EnumerateArray().Count(row => row.GetProperty("demand").GetString() == "Teglio").ShouldBe(2);
        JsonElement none = JsonDocument.Parse(whole).RootElement;
        none.GetProperty("status").GetString().ShouldBe("infeasible", "Teglio fits nowhere whole once Aprica is at Tirano");
        none.GetProperty("sites_enough").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_mean_of_the_two_nearest_is_a_question_too()
    {
        (_, string output, _) = await Run("locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "-p", "2", "--nearest", "2");

        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("objective").GetDouble().ShouldBe(33.5);
        answer.GetProperty("nearest").GetInt32().ShouldBe(2);
    }

    [Theory]
    [InlineData("site,capacity\nMilano,5\n", "la sede «Milano» non è fra quelle dei costi")]
    [InlineData("site,capacity\nTirano,5\nTirano,6\n", "ha già una capacità")]
    [InlineData("site,capacity\nTirano,tanta\n", "«tanta» non è un numero")]
    [InlineData("site\nTirano\n", "manca la colonna capacity")]
    public async Task Bad_capacities_are_named(string text, string message)
    {
        (int code, _, string error) = await Run(
            "locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "--capacities", File("k.csv", text), "-p", "1");

        code.ShouldBe(2);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task An_assignment_without_capacities_is_refused()
    {
        (int code, _, string error) = await Run("locate", "--problem", "p-median", "--costs", File("c.csv", Costs), "-p", "1", "--assignment", "split");

        code.ShouldBe(2);
        error.ShouldContain("vale solo con --capacities");
    }

    [Fact]
    public async Task Infeasible_says_how_many_sites_would_do()
    {
        string costs = File("c.csv", "demand,site,cost\nAprica,Tirano,10\nTeglio,Sondrio,12\n");
        (_, string output, _) = await Run("locate", "--problem", "p-center", "--costs", costs, "-p", "1");

        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("status").GetString().ShouldBe("infeasible");
        (answer.GetProperty("sites_enough").GetInt32(), answer.GetProperty("sites_at_least").GetInt32()).ShouldBe((2, 2));
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
