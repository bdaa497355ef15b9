using System.Diagnostics;
using System.Globalization;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Travel.Roads;
using CentriFamiglia.Coverage.Travel.Roads.Building;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>
/// Mutated real files: each must be read, and made into a network, or be refused, never crash, hang or take memory without bound. The ordinary run takes a small
/// sample; the long one, with a heap of 512 MB so that memory without bound would end it:
/// <c>DOTNET_GCHeapHardLimit=0x20000000 COVERAGE_FUZZ=20000 COVERAGE_FUZZ_SEED=7 dotnet run --project tests/CentriFamiglia.Coverage.Formats.Tests -- -class "*OsmFuzzTests"</c>.
/// </summary>
public class OsmFuzzTests
{
    // The last of each is the one taken seldom.
    private static readonly string[] _real = [Extracts.ViaMontebello, "valhalla_rome.osm.pbf", "unibo_milan_2019.osm.pbf", "gh_monaco.osm.gz"];
    private static readonly string[] _own = [Extracts.VillageDense, Extracts.VillageSparse, Extracts.Town, Extracts.Village];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_mutated_extract_is_read_or_refused(bool own)
    {
        string[] names = own ? _own : _real;
        int count = Setting("COVERAGE_FUZZ", 400);
        int seed = Setting("COVERAGE_FUZZ_SEED", 20231213);
        byte[][] files = [.. names.Select(name => File.ReadAllBytes(Extracts.PathOf(name)))];
        RoadProfile car = RoadProfile.Load("car");
        int refused = 0;

        for (int i = 0; i < count; i++)
        {
            var random = new Random(seed + i);

            // The gzipped file is much the largest: every fortieth is enough.
            int which = i % 40 == 39 ? 3 : i % 3;
            byte[] mutant = Mutation.Of(files[which], random, unpack: which != 3 && random.Next(3) > 0);
            long started = Stopwatch.GetTimestamp();
            try
            {
                IOsmSource source = OsmFile.Open(mutant, names[which]);
                OsmCounts.Touch(source);
                RoadNetworkBuilder.Build(source, car, cancellationToken: TestContext.Current.CancellationToken);
            }
            catch (Exception e) when (e is SourceFileException or CoverageInputException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed + i}, {names[which]}: {e}");
            }

            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30), $"seed {seed + i}, {names[which]}");
        }

        refused.ShouldBeInRange(count / 10, count);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
