using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

public class LiechtensteinTests
{
    private static readonly Lazy<RoadNetwork> Built = new(() => RoadNetworkBuilder.Build(Extracts.Open(Extracts.Liechtenstein), RoadProfile.Load("car")));

    [Fact]
    public void Every_way_is_used_or_refused_with_a_reason()
    {
        RoadBuildReport report = Built.Value.Info.Report;

        (report.NodesRead, report.WaysRead, report.RelationsRead).ShouldBe((142_832, 15_247, 358));
        (report.WaysUsed + report.WaysRefused.Values.Sum()).ShouldBe((int)report.WaysRead);
        TestContext.Current.TestOutputHelper!.WriteLine(report + "\n" + string.Join('\n', report.WaysRefused) + "\n" + string.Join('\n', report.RestrictionsNotApplied));
    }
}
