using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

/// <summary>osmium (Debian package osmium-tool) is the oracle for what an extract holds.</summary>
public class OsmiumTests
{
    public static TheoryData<string> Names()
    {
        TheoryData<string> names = [.. Extracts.Own];
        if (Extracts.Folder is { } folder && Directory.Exists(folder))
        {
            foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
            {
                if (Path.GetFileName(path).Contains(".osm", StringComparison.Ordinal))
                    names.Add(Path.GetFileName(path));
            }
        }

        // A folder without extracts still leaves one visible, skipped case.
        if (names.Count == Extracts.Own.Count)
            names.Add(Extracts.Liechtenstein);
        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_of_nodes_ways_relations_and_highways_equal_osmium(string name) =>
        OsmCounts.Of(Extracts.Open(name)).ShouldBe(Osmium.Counts(Extracts.PathOf(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Coordinates_references_and_members_equal_osmium(string name)
    {
        string expected = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".opl");
        try
        {
            Osmium.Run("cat", Extracts.PathOf(name), "-o", expected, "-f", "opl,add_metadata=false");
            Dictionary<string, int> lines = OplLines.Of(Extracts.Open(name));
            foreach (string line in File.ReadLines(expected))
            {
                string key = OplLines.WithoutTags(line);
                lines.TryGetValue(key, out int left).ShouldBeTrue($"osmium has a line that we do not have: {key}");
                lines[key] = left - 1;
            }

            lines.Where(pair => pair.Value != 0).ShouldBeEmpty();
        }
        finally
        {
            File.Delete(expected);
        }
    }

    [Theory]
    [InlineData(Extracts.Liechtenstein, "2015-07-27T21:14:01Z")]
    [InlineData("osrm_monaco.osm.pbf", "2016-03-05T00:26:02Z")]
    [InlineData("gh_andorra.osm.pbf", "2013-05-28T18:59:04Z")]
    [InlineData("valhalla_rome.osm.pbf", null)]
    [InlineData(Extracts.VillageDense, "2024-02-29T12:34:56Z")]
    [InlineData(Extracts.VillageSparse, null)]
    public void The_date_is_the_one_that_the_header_declares(string name, string? date) =>
        Extracts.Open(name).Info.Date.ShouldBe(date is null ? null : DateTimeOffset.Parse(date, CultureInfo.InvariantCulture));
}

/// <summary>Runs the program osmium; the test is skipped, and says so, where it is not installed.</summary>
internal static class Osmium
{
    public static OsmCounts Counts(string path)
    {
        using JsonDocument info = JsonDocument.Parse(Run("fileinfo", "-e", "-j", path));
        JsonElement count = info.RootElement.GetProperty("data").GetProperty("count");
        return new OsmCounts(
            count.GetProperty("nodes").GetInt64(),
            count.GetProperty("ways").GetInt64(),
            count.GetProperty("relations").GetInt64(),
            Highways(path));
    }

    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("osmium", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, errors.Result);
            return output;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("osmium is not installed (Debian package osmium-tool)");
            throw;
        }
    }

    private static long Highways(string path) =>
        Run("tags-filter", "-R", path, "w/highway", "-o", "-", "-f", "opl").Split('\n').LongCount(line => line.StartsWith('w'));
}

/// <summary>Objects as lines of osmium's text format OPL, without tags.</summary>
internal static class OplLines
{
    public static Dictionary<string, int> Of(IOsmSource source)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        source.Read(
            OsmKinds.All,
            block =>
            {
                for (int i = 0; i < block.NodeCount; i++)
                {
                    OsmNode node = block.Node(i);
                    Add($"n{node.Id} x{Degrees(node.Lon)} y{Degrees(node.Lat)}");
                }

                for (int i = 0; i < block.WayCount; i++)
                    Add($"w{block.Way(i).Id} N{string.Join(',', block.Way(i).Nodes.ToArray().Select(id => "n" + id))}");
                for (int i = 0; i < block.RelationCount; i++)
                    Add($"r{block.Relation(i).Id} M{string.Join(',', block.Relation(i).Members.ToArray().Select(Member))}");
            },
            TestContext.Current.CancellationToken);
        return lines;

        void Add(string line) => lines[line] = lines.GetValueOrDefault(line) + 1;
    }

    /// <summary>Roles may hold escapes, so both sides drop them with the tags.</summary>
    public static string WithoutTags(string line)
    {
        IEnumerable<string> kept = line.Split(' ').Where(part => part[0] != 'T').Select(part => part[0] == 'M' ? WithoutRoles(part) : part);
        return string.Join(' ', kept);
    }

    private static string WithoutRoles(string members) => string.Join(',', members.Split(',').Select(member => member.Split('@')[0]));

    private static string Member(OsmMember member) =>
        (member.Kind switch { OsmKinds.Nodes => "n", OsmKinds.Ways => "w", _ => "r" }) + member.Id;

    private static string Degrees(int value) => (value / 10_000_000m).ToString("0.#######", CultureInfo.InvariantCulture);
}
