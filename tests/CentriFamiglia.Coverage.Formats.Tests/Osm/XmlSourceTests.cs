using System.IO.Compression;
using System.Text;
using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

public class XmlSourceTests
{
    private const string Small = """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6" generator="a hand">
          <relation id="9"><member type="way" ref="5" role="from"/><tag k="type" v="restriction"/></relation>
          <way id="5" timestamp="2020-01-02T03:04:05Z"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
          <node id="1" lat="45.5" lon="9.1000001"/>
          <node id="2" lat="45.6" lon="9.2"><tag k="highway" v="stop"/></node>
          <node id="3" lat="45.6" lon="9.2" visible="false"/>
        </osm>
        """;

    [Fact]
    public void Objects_are_read_in_any_order_and_deleted_ones_are_not() =>
        OsmCounts.Of(Open(Small)).ShouldBe(new OsmCounts(2, 1, 1, 1));

    [Fact]
    public void Gzip_makes_no_difference()
    {
        OsmFile.Open(Gzip(Encoding.UTF8.GetBytes(Small)), "a.osm.gz").Read(
            OsmKinds.Nodes,
            block => (block.Node(0).Lon, block.Node(0).Lat, block.Node(1).Tags["highway"]).ShouldBe((91_000_001, 455_000_000, "stop")),
            TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""<!DOCTYPE osm [<!ENTITY a "aaaa">]><osm><node id="1" lat="1" lon="1"/></osm>""", "XML non valido")]
    [InlineData("<osm><node id=\"1\" lat=\"1\" lon=\"1\"/>", "XML non valido")]
    [InlineData("<osm><way id=\"molte\"/></osm>", "l'elemento «way» non ha un identificativo valido (riga 1)")]
    [InlineData("<osm><relation id=\"1\"><member type=\"strada\" ref=\"1\"/></relation></osm>", "tipo sconosciuto")]
    [InlineData("<osmChange version=\"0.6\"/>", "contiene soltanto modifiche")]
    [InlineData("<gpx/>", "non è un file OSM XML")]
    public void What_is_not_a_map_is_refused_with_reason_and_cure(string xml, string reason)
    {
        SourceFileException error = Should.Throw<SourceFileException>(() => OsmCounts.Of(Open(xml)));

        error.Message.ShouldContain(reason);
        error.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_gzip_file_that_expands_beyond_measure_is_refused()
    {
        byte[] bomb = Gzip([.. "<osm><!--"u8, .. new byte[70 << 20].Select(_ => (byte)'x'), .. "--></osm>"u8]);

        Should.Throw<SourceFileException>(() => OsmCounts.Of(OsmFile.Open(bomb, "bomba.osm.gz"))).Message.ShouldContain("si espande");
    }

    private static IOsmSource Open(string xml) => OsmFile.Open(Encoding.UTF8.GetBytes(xml), "a.osm");

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }
}
