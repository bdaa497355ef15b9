using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using CentriFamiglia.Coverage.Formats.Roads;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Formats.Tests.Osm;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;

namespace CentriFamiglia.Coverage.Formats.Tests.Roads;

public abstract class RoadNetworkFileTests(string extract, string street) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("roads").FullName;

    private string At(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_is_written_is_read_back_whole()
    {
        RoadNetwork written = Built(extract);
        RoadNetworkFile.Write(At("a.roads"), written, "{}"u8.ToArray(), [RoadFileSection.Of<long>("prova", new long[] { 1, 2, 3 })]);

        using RoadNetworkFile file = RoadNetworkFile.Open(At("a.roads"));

        ContentOf(file.Network).ShouldBe(ContentOf(written));
        Enumerable.Range(0, written.Edges.Count).Select(file.Network.Edges.NameOf).ShouldContain(name => name == street);
        file.Section<long>("prova").ToArray().ShouldBe([1, 2, 3]);
        file.Has("gerarchia").ShouldBeFalse();
        file.ProfileJson.ToArray().ShouldBe("{}"u8.ToArray());
    }

    [Fact]
    public void A_file_says_where_its_network_comes_from()
    {
        RoadNetworkFile.Write(At("a.roads"), Built(extract));

        using RoadNetworkFile file = RoadNetworkFile.Open(At("a.roads"));

        RoadNetworkInfo info = file.Network.Info;
        info.Attribution.ShouldBe("© OpenStreetMap contributors");
        (info.Source, info.Profile, info.ProfileSha256).ShouldBe((extract, "car", RoadProfile.Load("car").Sha256));
        info.SourceSha256.Length.ShouldBe(64);
        info.OsmDate.ShouldNotBeNull("the newest way dates a file whose header does not");
        file.Fingerprint.Length.ShouldBe(64);
    }

    [Fact]
    public void The_same_source_gives_the_same_bytes()
    {
        RoadNetworkFile.Write(At("a.roads"), Built(extract));
        RoadNetworkFile.Write(At("b.roads"), Built(extract));

        File.ReadAllBytes(At("a.roads")).ShouldBe(File.ReadAllBytes(At("b.roads")));
    }

    [Fact]
    public void Any_flipped_bit_is_found()
    {
        RoadNetworkFile.Write(At("a.roads"), Built(extract));
        byte[] sound = File.ReadAllBytes(At("a.roads"));
        var random = new Random(11);
        for (int i = 0; i < 400; i++)
        {
            byte[] broken = [.. sound];

            // Every byte of the head, then a sample of the rest.
            broken[i < 32 ? i : random.Next(sound.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(At("b.roads"), broken);

            Should.Throw<SourceFileException>(() => RoadNetworkFile.Open(At("b.roads"))).Cure.ShouldNotBeEmpty();
        }
    }

    [Theory]
    [InlineData("vuoto", "è vuoto")]
    [InlineData("altro", "non è una rete stradale")]
    [InlineData("corto", "non è una rete stradale")]
    [InlineData("versione", "è della versione 7, questo programma legge la versione 2")]
    [InlineData("versione di prima", "è della versione 1, questo programma legge la versione 2")]
    [InlineData("troncato", "è troncata o allungata")]
    [InlineData("allungato", "è troncata o allungata")]
    [InlineData("manca", "non si può aprire")]
    public void A_file_that_cannot_be_used_is_refused_with_reason_and_cure(string kind, string reason)
    {
        RoadNetworkFile.Write(At("a.roads"), Built(extract));
        byte[] sound = File.ReadAllBytes(At("a.roads"));
        byte[]? content = kind switch
        {
            "vuoto" => [],
            "altro" => [.. Enumerable.Repeat((byte)'x', 4096)],
            "corto" => sound[..20],
            "versione" => OfVersion(sound, 7),
            "versione di prima" => OfVersion(sound, 1),
            "troncato" => sound[..^64],
            "allungato" => [.. sound, 0],
            _ => null,
        };
        if (content is not null)
            File.WriteAllBytes(At("b.roads"), content);

        SourceFileException error = Should.Throw<SourceFileException>(() => RoadNetworkFile.Open(At("b.roads")));

        error.Message.ShouldContain(reason);
        error.Message.ShouldContain("«b.roads»");
        error.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void What_a_killed_program_left_beside_a_network_goes_and_what_another_writes_now_stays()
    {
        File.WriteAllText(At("a.roads.k2jx0aaa.bcd.tmp"), "a half");
        File.SetLastWriteTimeUtc(At("a.roads.k2jx0aaa.bcd.tmp"), DateTime.UtcNow.AddHours(-2));
        File.WriteAllText(At("a.roads.q9zz0bbb.cde.tmp"), "being written");
        File.WriteAllText(At("b.roads.k2jx0aaa.bcd.tmp"), "of another");
        File.SetLastWriteTimeUtc(At("b.roads.k2jx0aaa.bcd.tmp"), DateTime.UtcNow.AddHours(-2));

        RoadNetworkFile.Write(At("a.roads"), Built(extract));

        Directory.GetFiles(Path.GetDirectoryName(At("a.roads"))!, "*.roads*").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            .ShouldBe(["a.roads", "a.roads.q9zz0bbb.cde.tmp", "b.roads.k2jx0aaa.bcd.tmp"]);
    }

    [Fact]
    public void A_network_is_replaced_whole_and_leaves_nothing_beside_it()
    {
        RoadNetwork network = Built(extract);
        RoadNetworkFile.Write(At("a.roads"), network);
        using RoadNetworkFile old = RoadNetworkFile.Open(At("a.roads"));

        RoadNetworkFile.Write(At("a.roads"), network, "{ }"u8.ToArray());

        old.Network.Graph.Head.ToArray().ShouldBe(network.Graph.Head.ToArray(), "the old mapping stays good");
        Directory.GetFiles(_folder).ShouldBe([At("a.roads")]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused()
    {
        RoadNetwork network = Built(extract);

        Should.Throw<SourceFileException>(() => RoadNetworkFile.Write(At("nessuna/a.roads"), network)).Message.ShouldContain("non si può scrivere");
    }

    private static RoadNetwork Built(string extract) =>
        RoadNetworkBuilder.Build(Extracts.Open(extract), RoadProfile.Load("car"), cancellationToken: TestContext.Current.CancellationToken);

    private static byte[] OfVersion(byte[] file, int version)
    {
        byte[] copy = [.. file];
        BitConverter.GetBytes(version).CopyTo(copy, 8);
        return copy;
    }

    /// <summary>All that a network holds, as one text.</summary>
    private static string ContentOf(RoadNetwork network) => string.Join(
        '|',
        Hash(network.Graph.FirstArc), Hash(network.Graph.Head), Hash(network.Graph.Deciseconds), Hash(network.Graph.Decimetres),
        Hash(network.Graph.ArcEdge), Hash(network.Graph.NodeLon), Hash(network.Graph.NodeLat), Hash(network.Graph.NodeOsmId),
        Hash(network.Graph.NodeInMain), Hash(network.Edges.ForwardHead), Hash(network.Edges.BackwardHead),
        Hash(network.Edges.ForwardDeciseconds), Hash(network.Edges.BackwardDeciseconds), Hash(network.Edges.Decimetres),
        Hash(network.Edges.FirstArc), Hash(network.Edges.Arcs), Hash(network.Edges.FirstPoint), Hash(network.Edges.PointLon),
        Hash(network.Edges.PointLat), Hash(network.Edges.Class), Hash(network.Edges.Traits), Hash(network.Edges.Name),
        Hash(network.Edges.WayOsmId), Hash(network.Edges.FirstNameByte), Hash(network.Edges.NameText), Hash(network.Index.Boxes),
        JsonSerializer.Serialize(network.Info));

    private static string Hash<T>(ReadOnlyMemory<T> values)
        where T : unmanaged => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(values.Span)));
}

public sealed class RoadNetworkFileOfViaMontebello() : RoadNetworkFileTests(Extracts.ViaMontebello, "Via Montebello");

public sealed class RoadNetworkFileOfOwnTown() : RoadNetworkFileTests(Extracts.Town, "Via Verticale 5");
