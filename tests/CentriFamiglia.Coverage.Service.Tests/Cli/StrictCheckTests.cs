using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>
/// <c>check --strict</c> where no area is proved to break R1, the planner's own list not being complete: what is left to break is a rule of
/// networks.
/// </summary>
public sealed class StrictCheckTests(FilledStore store) : IDisposable
{
    private const string Sedi = "site_id,name,role,network_id,pro_com_t,lon,lat,opening_hours\nH1,Hub di Lecco,hub,R1,097042,9.39,45.85,24/7\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("coverage-strict-").FullName;

    [Theory]
    [InlineData(0, "S1,Spoke,spoke,R1,097042,9.40,45.86,24/7")]
    [InlineData(1, "H2,Secondo Hub,hub,R1,097042,9.40,45.86,24/7")]
    [InlineData(1, "S1,Spoke senza rete,spoke,,097042,9.40,45.86,24/7")]
    [InlineData(1, "H2,Hub senza rete,hub,,097042,9.40,45.86,24/7")]
    [InlineData(1, "S1,Spoke nel punto del suo Hub,spoke,R1,097042,9.39,45.85,24/7")]
    [InlineData(0, "X1,Ruolo non dichiarato,non_dichiarato,R1,097042,9.40,45.86,24/7")]
    public async Task Strict_ends_with_1_for_a_violation_of_a_network_alone(int expected, string sede)
    {
        string copy = store.Copy();
        await File.WriteAllTextAsync(Path.Combine(_folder, "reti.csv"), "network_id,name,ats\nR1,Rete uno,Brianza\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "sedi.csv"), Sedi + sede + "\n", TestContext.Current.CancellationToken);
        (await RunAsync("import", _folder, "--sedi", "mie", "--store", copy)).ShouldBe(0);

        (await RunAsync("check", "--sedi", "mie", "--store", copy)).ShouldBe(0);
        (await RunAsync("check", "--strict", "--sedi", "mie", "--store", copy)).ShouldBe(expected);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Task<int> RunAsync(params string[] arguments) => CommandLine.RunAsync(arguments, TextWriter.Null, TextWriter.Null);
}
