using CentriFamiglia.Coverage.Service.Servers;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Service.Tests.Servers;

/// <summary>Which data a server has is asked now and then, and other data are another source.</summary>
public sealed class ServerBesideTests
{
    [Fact]
    public async Task Other_data_are_another_source_and_an_absence_is_not()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        var clock = new SetClock();
        using var messages = new StringWriter();
        using var beside = new ServerBeside(
            RoadServerAddress.Parse("x", server.Address), SnapOptions.Default, AskedServer.Hasty, messages, clock, TestContext.Current.CancellationToken);

        ServerTravel first = beside.Current();
        beside.Current().ShouldBeSameAs(first);
        clock.Now += ServerBeside.Between;
        (await AgainAsync()).ShouldBeSameAs(first, "its data are the same");
        server.Always = OfficeServer.Status(500);
        clock.Now += ServerBeside.Between;
        (await AgainAsync()).ShouldBeSameAs(first, "nobody knows of other data");
        beside.Problem.ShouldNotBeNull().ShouldContain("ha risposto 500");
        (server.Always, server.DataVersion) = (null, "2026-12-01");
        clock.Now += ServerBeside.Soon;
        ServerTravel second = await AgainAsync();

        second.Version.ShouldBe("2026-12-01");
        second.Info.Fingerprint.ShouldNotBe(first.Info.Fingerprint, StringComparer.Ordinal);
        beside.Problem.ShouldBeNull();
        messages.ToString().ShouldContain("Avvertenza: Il server delle strade");

        async Task<ServerTravel> AgainAsync()
        {
            beside.Current();
            await beside.Looked;
            return beside.Current();
        }
    }

    [Fact]
    public async Task Where_nobody_says_the_version_two_runs_of_the_program_are_two_sources()
    {
        await using OfficeServer server = await OfficeServer.StartAsync();
        server.DataVersion = null;
        var clock = new SetClock();
        string[] prints = new string[2];
        for (int run = 0; run < 2; run++)
        {
            using var beside = new ServerBeside(
                RoadServerAddress.Parse("x", server.Address), SnapOptions.Default, AskedServer.Hasty, TextWriter.Null, clock, TestContext.Current.CancellationToken);
            prints[run] = beside.Current().Info.Fingerprint;
            clock.Now += TimeSpan.FromSeconds(1);
        }

        prints[0].ShouldNotBe(prints[1], StringComparer.Ordinal);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
