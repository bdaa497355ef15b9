using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.Travel.Roads;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

public sealed class RoadBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roads").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_extract_becomes_a_network_file_with_its_profile_and_the_sections_of_others()
    {
        RoadNetworkInfo info = new RoadBuild(Extracts.PathOf(Extracts.Liechtenstein), At("li.roads"), Profile: "foot")
            .Run(more: network => [RoadFileSection.Of<int>("gerarchia", new int[] { network.Graph.NodeCount })], cancellationToken: TestContext.Current.CancellationToken);

        using RoadNetworkFile file = RoadNetworkFile.Open(At("li.roads"));
        file.Network.Info.Profile.ShouldBe("foot");
        file.Section<int>("gerarchia").Span[0].ShouldBe(info.Report.Nodes);
        RoadProfile.Parse(file.ProfileJson.Span).Sha256.ShouldBe(info.ProfileSha256);
    }

    [Fact]
    public void A_users_own_profile_changes_the_figures_and_the_hash()
    {
        string json = System.Text.Encoding.UTF8.GetString(RoadProfile.Load("car").Source.AsSpan()).Replace("\"name\": \"car\"", "\"name\": \"neve\"", StringComparison.Ordinal);
        File.WriteAllText(At("neve.json"), json);

        RoadNetworkInfo info = new RoadBuild(Extracts.PathOf(Extracts.ViaMontebello), At("a.roads"), Profile: At("neve.json"))
            .Run(cancellationToken: TestContext.Current.CancellationToken);

        info.Profile.ShouldBe("neve");
        (info.ProfileSha256 == RoadProfile.Load("car").Sha256).ShouldBeFalse();
    }

    [Fact]
    public void A_clip_keeps_what_lies_within_thirty_kilometres()
    {
        File.WriteAllText(At("lontano.geojson"), """{"type":"Polygon","coordinates":[[[9.0,45.0],[9.1,45.0],[9.1,45.1],[9.0,45.0]]]}""");
        File.WriteAllText(At("vicino.geojson"), """{"type":"Polygon","coordinates":[[[9.4,46.7],[9.5,46.7],[9.5,46.8],[9.4,46.7]]]}""");
        RoadBuild build = new(Extracts.PathOf(Extracts.Liechtenstein), At("a.roads"));

        Should.Throw<CoverageInputException>(() => (build with { Clip = At("lontano.geojson") }).Run())
            .Message.ShouldContain("non contiene strade percorribili con il profilo «car» entro il ritaglio «lontano.geojson»");
        RoadNetworkInfo info = (build with { Clip = At("vicino.geojson") }).Run(cancellationToken: TestContext.Current.CancellationToken);
        info.Clip.ShouldBe("vicino.geojson");
        info.Bounds[3].ShouldBe(46.8 + (30 / 111.2), 0.02);
        info.Report.Nodes.ShouldBeInRange(100, 3000);
    }

    [Theory]
    [InlineData("bici", "Profilo «bici» sconosciuto: scegliere tra car, car-punta, foot")]
    [InlineData("nessuno.json", "non si può leggere")]
    public void An_unknown_profile_is_refused(string profile, string reason) =>
        Should.Throw<Exception>(() => RoadBuild.ReadProfile(profile)).Message.ShouldContain(reason);
}
