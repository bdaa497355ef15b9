using System.Globalization;
using System.Text.Json;
using CentriFamiglia.Coverage.Service.Cli;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>
/// The measures of PySAL and R on a matrix of one's own, worked out by hand: a is 10 from x and 20 from y, b 15 and 5, c 30 from y alone. With the steps of these cases a weighs
/// 1 on x and 0.5 on y, b 0.5 and 1, c 0.25.
/// </summary>
public sealed class AccessVariantsTests : IDisposable
{
    private const string Steps = " --decay step:15=0.5,25=0.25";

    private readonly string _folder = Directory.CreateTempSubdirectory("access").FullName;

    public AccessVariantsTests()
    {
        Write("c.csv", "demand,site,cost\na,x,10\na,y,20\nb,x,15\nb,y,5\nc,y,30\n");
        Write("w.csv", "demand,weight\na,100\nb,300\nc,600\n");
        Write("s.csv", "site,supply\nx,30\ny,60\n");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    // a chooses x with 2/3, b with 1/3: x is asked for by 350/3 and y by 1100/3.
    [InlineData("3sfca" + Steps, (6 / 35.0) + (3 / 110.0), (3 / 70.0) + (6 / 55.0), 9 / 220.0)]
    // x draws a with 30 of 60 and b with 15 of 75: it is asked for by 80, y by 415.
    [InlineData("huff" + Steps, 0.1875 + (15 / 415.0), 0.0375 + (48 / 415.0), 15 / 415.0)]
    [InlineData("m2sfca" + Steps, 0.12 + 0.03, 0.03 + 0.12, 0.0075)]
    // x is asked for by 93.75 + 257.8125, y by 75 + 295.3125 + 262.5.
    [InlineData("kd2sfca --limit 40", (0.9375 * 32 / 375) + (0.75 * 64 / 675), (0.859375 * 32 / 375) + (0.984375 * 64 / 675), 0.4375 * 64 / 675)]
    [InlineData("kd2sfca --decay epanechnikov:40", (0.9375 * 32 / 375) + (0.75 * 64 / 675), (0.859375 * 32 / 375) + (0.984375 * 64 / 675), 0.4375 * 64 / 675)]
    [InlineData("gravity --decay linear:20", 15, 7.5 + 45, 0)]
    [InlineData("gravity --decay quartic:20", 30 * 0.5625, (30 * 0.19140625) + (60 * 0.87890625), 0)]
    // Within 5, 10, 15 and 20 a has 0, 30, 30, 90 in reach and b 60, 60, 90, 90.
    [InlineData("cumulative-interval --interval 5,20 --increment 5", 30, 75, 0)]
    [InlineData("cumulative-interval --interval 5,20 --increment 5 --summary mean", 37.5, 75, 0)]
    [InlineData("cumulative-interval --interval 5,20 --increment 5 --summary max", 90, 90, 0)]
    // Within 20, 21, ... 30: c reaches y at the last one only.
    [InlineData("cumulative-interval --interval 20,30 --summary mean", 90, 90, 60 / 11.0)]
    [InlineData("cumulative-interval --interval 20,20", 90, 90, 0)]
    public async Task Three_places_have_the_values_worked_out_by_hand(string measure, double a, double b, double c) => Same(await Values(measure, "demand"), a, b, c);

    [Theory]
    [InlineData("nearest", 10, 5)]
    [InlineData("cumulative --limit 15", 400, 300)]
    [InlineData("gravity" + Steps, 250, 500)]
    // a asks with 100 of the 90 that it reaches within 20, b with 300 of them.
    [InlineData("2sfca --limit 20", 400 / 90.0, 400 / 90.0)]
    [InlineData("huff" + Steps, 50 + 60, 50 + 240 + 600)]
    [InlineData("cumulative-interval --interval 5,20 --increment 5", 250, 300)]
    public async Task From_their_side_sites_have_the_demand_that_reaches_them(string measure, double x, double y) => Same(await Values(measure + " --passive", "site"), x, y);

    [Fact]
    public async Task A_crowd_spills_over_and_the_answer_says_what_a_crowd_was_worth()
    {
        Write("c.csv", "demand,site,cost\na,x,0\na,y,30\n");
        Write("w.csv", "demand,weight\na,10\nb,3\n");
        Write("s.csv", "site,supply\nx,1\ny,1\n");

        (_, string output, string error) = await Run("raam --rho 5 --format json");
        Same(await Values("raam --rho 5 --passive", "site"), 6.25, 3.75);
        (await Lines("raam --rho 5 --limit 29")).ShouldBe(["demand,value", "a,2", "b,"]);

        JsonElement answer = JsonDocument.Parse(output).RootElement;
        answer.GetProperty("rows")[0].GetProperty("value").GetDouble().ShouldBe(1.25, 1e-9);
        answer.GetProperty("rows")[1].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        (answer.GetProperty("meta").GetProperty("tau").GetDouble(), answer.GetProperty("meta").GetProperty("rho").GetDouble()).ShouldBe((60, 5));
        error.ShouldContain("Parametri: tau 60; rho 5.");
        error.ShouldContain("nessuna sede che offra qualcosa in raggio");
    }

    [Fact]
    public async Task The_cost_of_balance_is_there_where_as_much_as_the_demand_is_reached()
    {
        Write("s.csv", "site,supply\nx,300\ny,60\n");

        (await Lines("balancing-cost")).ShouldBe(["demand,value", "a,10", "b,15", "c,"]);
        (await Lines("balancing-cost --increment 4")).ShouldBe(["demand,value", "a,12", "b,16", "c,"]);
        (await Lines("balancing-cost --limit 12")).ShouldBe(["demand,value", "a,10", "b,", "c,"]);
    }

    [Fact]
    public async Task Defaults_stand_in_the_answer_and_sites_are_weighted_by_what_they_offer()
    {
        JsonElement interval = await Meta("cumulative-interval --interval 5,20 --passive");
        JsonElement kernel = await Meta("kd2sfca --limit 40");

        (interval.GetProperty("intervallo").GetString(), interval.GetProperty("incremento").GetDouble(), interval.GetProperty("sintesi").GetString())
            .ShouldBe(("5,20", 1, "median"));
        (interval.GetProperty("lato").GetString(), interval.GetProperty("sedi").GetInt32(), interval.GetProperty("offerta").GetDouble()).ShouldBe(("sedi", 2, 90));
        (kernel.GetProperty("decadimento").GetString(), kernel.GetProperty("limite").GetDouble()).ShouldBe(("epanechnikov:40", 40));
        kernel.TryGetProperty("lato", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("3sfca", "ha bisogno di un decadimento o di un limite")]
    [InlineData("kd2sfca", "ha bisogno di un bacino")]
    [InlineData("kd2sfca --decay exp:1", "non è un nucleo")]
    [InlineData("raam --decay exp:1", "non ha un decadimento")]
    [InlineData("raam --interval 1,2", "la misura raam non la conosce")]
    [InlineData("raam --tau 0", "non è ammesso")]
    [InlineData("nearest --increment 1", "vale per balancing-cost, cumulative-interval")]
    [InlineData("cumulative-interval", "ha bisogno di un intervallo di limiti")]
    [InlineData("cumulative-interval --interval 20", "non è un intervallo di costi")]
    [InlineData("cumulative-interval --interval 30,20", "comincia dopo la fine")]
    [InlineData("cumulative-interval --interval 0,1000 --increment 0.001", "più di 100000 limiti")]
    [InlineData("cumulative-interval --interval 0,10 --limit 5", "ha già i suoi limiti")]
    [InlineData("cumulative-interval --interval 0,10 --summary moda", "non è un valore ammesso")]
    [InlineData("bfca --limit 5 --passive", "non si guarda dalla parte delle sedi")]
    [InlineData("gravity --decay linear:0", "il confine dev'essere positivo")]
    [InlineData("gravity --decay logistic:30", "logistic:FLESSO,DEVIAZIONE")]
    [InlineData("gravity --decay logistic:30,0", "la deviazione dev'essere positiva")]
    [InlineData("gravity --decay quartic:-1", "l'ampiezza dev'essere positiva")]
    public async Task What_a_measure_does_not_know_or_lacks_ends_with_two_and_a_reason(string measure, string reason)
    {
        (int code, string output, string error) = await Run(measure);

        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(reason);
    }

    private static void Same(double[] found, params double[] expected)
    {
        found.Length.ShouldBe(expected.Length);
        for (int i = 0; i < found.Length; i++)
            found[i].ShouldBe(expected[i], 1e-9, $"{i}");
    }

    private async Task<double[]> Values(string measure, string side)
    {
        string[] lines = await Lines(measure);
        lines[0].ShouldBe(side + ",value");
        return [.. lines.Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];
    }

    private async Task<string[]> Lines(string measure)
    {
        (int code, string output, string error) = await Run(measure);
        code.ShouldBe(0, error);
        return output.TrimEnd('\n').Split('\n');
    }

    private async Task<JsonElement> Meta(string measure)
    {
        (int code, string output, string error) = await Run(measure + " --format json");
        code.ShouldBe(0, error);
        return JsonDocument.Parse(output).RootElement.GetProperty("meta");
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
