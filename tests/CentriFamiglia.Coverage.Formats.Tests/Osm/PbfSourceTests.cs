using CentriFamiglia.Coverage.Formats.Osm;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Travel.Roads.Osm;
using static CentriFamiglia.Coverage.Formats.Tests.Osm.PbfWriter;

namespace CentriFamiglia.Coverage.Formats.Tests.Osm;

public class PbfSourceTests
{
    [Fact]
    public void Plain_and_dense_nodes_are_read_alike()
    {
        byte[] plain = Block(["", "highway", "stop"],
            Bytes(1, [.. SignedNumber(1, 7), .. Packed(2, 1), .. Packed(3, 2), .. SignedNumber(8, 456_000_000), .. SignedNumber(9, 91_000_000)]));
        byte[] dense = Block(["", "highway", "stop"], Bytes(2, [.. Deltas(1, 7), .. Deltas(8, 456_000_000), .. Deltas(9, 91_000_000), .. Packed(10, 1, 2, 0)]));

        Nodes(File(Header(), Data(plain))).ShouldBe(["7 91000000 456000000 stop"]);
        Nodes(File(Header(), Data(dense))).ShouldBe(["7 91000000 456000000 stop"]);
    }

    [Fact]
    public void Granularity_and_offsets_count_wherever_they_stand_in_the_block()
    {
        byte[] node = Bytes(1, [.. SignedNumber(1, 1), .. SignedNumber(8, 450_000), .. SignedNumber(9, -90_000)]);
        byte[] scale = [.. Number(17, 100_000), .. Number(19, 500_000_000), .. Number(20, 1_000_000_000)];
        byte[] group = Block([""], node);

        Nodes(File(Header(), Data([.. scale, .. group]))).ShouldBe(["1 -80000000 455000000 "]);
        Nodes(File(Header(), Data([.. group, .. scale]))).ShouldBe(["1 -80000000 455000000 "]);
    }

    [Fact]
    public void A_coordinate_off_the_Earth_is_no_place() =>
        Nodes(File(Header(), Data(Block([""], Bytes(1, [.. SignedNumber(1, 1), .. SignedNumber(8, 910_000_000), .. SignedNumber(9, 0)])))))
            .ShouldBe([$"1 {OsmBlock.NoLocation} {OsmBlock.NoLocation} "]);

    [Fact]
    public void Raw_blobs_and_blobs_of_unknown_type_are_taken()
    {
        byte[] way = Block([""], Bytes(3, [.. Number(1, 5), .. Deltas(8, 1, 2, 3)]));
        byte[] file = File(Header("OsmSchema-V0.6", "DenseNodes"), Blob("Extra", Raw([1, 2, 3])), Blob("OSMData", Raw(way)));

        OsmCounts.Of(OsmFile.Open(file, "a.osm.pbf")).ShouldBe(new OsmCounts(0, 1, 0, 0));
    }

    public static TheoryData<string, string> Refusals() => new()
    {
        { "vuoto", "è vuoto" },
        { "testo", "non è un estratto OpenStreetMap" },
        { "zip", "archivio zip" },
        { "bzip2", "compresso con bzip2" },
        { "lz4", "compressi con lz4" },
        { "zstd", "compressi con zstd" },
        { "lzma", "compressi con lzma" },
        { "storia", "storia delle modifiche" },
        { "coordinate nelle strade", "(LocationsOnWays)" },
        { "coordinate nelle strade, per chi legge", "(LocationsOnWays)" },
        { "funzione", "«Sort.Magic», che non è supportata" },
        { "troncato", "il file è troncato" },
        { "intestazione enorme", "l'intestazione di blocco dichiara" },
        { "blocco enorme", "un blocco dichiara 67108864 byte" },
        { "bomba", "dopo la decompressione (massimo 33554432)" },
        { "bugia corta", "non ha la lunghezza dichiarata" },
        { "bugia lunga", "non ha la lunghezza dichiarata" },
        { "zlib rotto", "è danneggiato" },
        { "testo mancante", "rimanda a un testo che non c'è" },
        { "varint infinito", "più di dieci byte" },
        { "campo lungo", "più byte di quanti ce ne siano" },
        { "senza intestazione", "non comincia con un'intestazione OSM" },
        { "troppi nodi", "più oggetti di quanti ne scriva qualunque programma" },
        { "coordinate spaiate", "un numero è troncato" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_file_that_cannot_be_read_is_refused_with_reason_and_cure(string kind, string reason)
    {
        byte[] good = Block([""], Bytes(3, [.. Number(1, 5), .. Deltas(8, 1, 2, 3)]));
        byte[] broken = Zlib(good);
        broken[^1] ^= 0x55;
        byte[] file = kind switch
        {
            "vuoto" => [],
            "testo" => "id;nome\n1;Como\n"u8.ToArray(),
            "zip" => "PK\u0003\u0004qualcosa"u8.ToArray(),
            "bzip2" => "BZh91AY"u8.ToArray(),
            "lz4" => File(Header(), Blob("OSMData", Bytes(6, [1, 2, 3]))),
            "zstd" => File(Header(), Blob("OSMData", Bytes(7, [1, 2, 3]))),
            "lzma" => File(Header(), Blob("OSMData", Bytes(4, [1, 2, 3]))),
            "storia" => File(Header("OsmSchema-V0.6", "HistoricalInformation")),
            "coordinate nelle strade" => File(Blob("OSMHeader", Raw(Bytes(5, "LocationsOnWays"u8.ToArray())))),
            "coordinate nelle strade, per chi legge" => File(Header("LocationsOnWays")),
            "funzione" => File(Header("Sort.Magic")),
            "troncato" => File(Header(), Data(good))[..^3],
            "intestazione enorme" => [.. Header(), 0, 1, 0, 1, 0x0a],
            "blocco enorme" => File(Header(), Blob("OSMData", [1], declared: 64 << 20)),
            "bomba" => File(Header(), Blob("OSMData", Zlib(good, declared: 1L << 40))),
            "bugia corta" => File(Header(), Blob("OSMData", Zlib(good, declared: good.Length - 1))),
            "bugia lunga" => File(Header(), Blob("OSMData", Zlib(good, declared: good.Length + 1))),
            "zlib rotto" => File(Header(), Blob("OSMData", broken)),
            "testo mancante" => File(Header(), Data(Block(["", "a"], Bytes(3, [.. Number(1, 5), .. Packed(2, 1), .. Packed(3, 9)])))),
            "varint infinito" => File(Header(), Data([.. Enumerable.Repeat((byte)0xff, 20)])),
            "campo lungo" => File(Header(), Data([0x12, 0x7f, 1])),
            "senza intestazione" => Data(good),
            "troppi nodi" => File(Header(), Data(Block([""], Bytes(2, [.. Bytes(1, new byte[9 << 20]), .. Bytes(8, new byte[9 << 20]), .. Bytes(9, new byte[9 << 20])])))),
            "coordinate spaiate" => File(Header(), Data(Block([""], Bytes(2, [.. Deltas(1, 1, 2), .. Deltas(8, 5), .. Deltas(9, 5, 6)])))),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

        SourceFileException error = Should.Throw<SourceFileException>(() => OsmCounts.Of(OsmFile.Open(file, "estratto.osm.pbf")));

        error.Message.ShouldStartWith("Il file «estratto.osm.pbf» non si può usare: ");
        error.Message.ShouldContain(reason);
        error.Cure.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        Should.Throw<SourceFileException>(() => OsmFile.Open("/nessuna/cartella/italia.osm.pbf")).Message.ShouldContain("«italia.osm.pbf»");

    private static List<string> Nodes(byte[] file)
    {
        var nodes = new List<string>();
        OsmFile.Open(file, "a.osm.pbf").Read(
            OsmKinds.Nodes,
            block =>
            {
                for (int i = 0; i < block.NodeCount; i++)
                    nodes.Add($"{block.Node(i).Id} {block.Node(i).Lon} {block.Node(i).Lat} {block.Node(i).Tags["highway"]}");
            },
            TestContext.Current.CancellationToken);
        return nodes;
    }
}
