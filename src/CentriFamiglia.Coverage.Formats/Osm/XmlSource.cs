using System.IO.Compression;
using System.Xml;
using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>
/// An OSM XML extract (API 0.6), plain or gzipped, streamed. No document type, no entities; what a gzipped file may expand to is
/// capped. Objects marked as deleted are passed over.
/// </summary>
internal sealed class XmlSource : IOsmSource
{
    private const int ObjectsPerBlock = 8000;
    private const long ExpansionFloor = 64L * 1024 * 1024;
    private const int ExpansionRatio = 100;

    private readonly Func<Stream> _open;
    private readonly bool _gzip;

    /// <exception cref="SourceFileException">Not OSM XML.</exception>
    public XmlSource(Func<Stream> open, bool gzip, string name, string sha256)
    {
        (_open, _gzip) = (open, gzip);
        Info = new OsmSourceInfo(name, sha256, null);
        Info = Info with { Date = Guarded(ReadRoot) };
    }

    public OsmSourceInfo Info { get; }

    public void Read(OsmKinds kinds, Action<OsmBlock> onBlock, CancellationToken cancellationToken)
    {
        foreach (OsmBlock block in Blocks(kinds))
        {
            cancellationToken.ThrowIfCancellationRequested();
            onBlock(block);
        }
    }

    private IEnumerable<OsmBlock> Blocks(OsmKinds kinds)
    {
        using Stream stream = OpenStream();
        using XmlReader xml = XmlReader.Create(stream, Settings());
        bool more = Guarded(() => MoveToRoot(xml) && xml.Read());
        while (more)
        {
            var block = new OsmBlock(new OsmStrings());
            more = Guarded(() => Fill(block, xml, kinds));
            yield return block;
        }
    }

    private DateTimeOffset? ReadRoot()
    {
        using Stream stream = OpenStream();
        using XmlReader xml = XmlReader.Create(stream, Settings());
        MoveToRoot(xml);
        return Date(xml.GetAttribute("osmosis_replication_timestamp") ?? xml.GetAttribute("timestamp"));
    }

    private static bool MoveToRoot(XmlReader xml)
    {
        if (xml.MoveToContent() == XmlNodeType.Element && xml.LocalName == "osm")
            return true;
        throw xml.LocalName is "osmChange" or "diffResult"
            ? new OsmDataException(
                "contiene soltanto modifiche (osmChange), non una mappa",
                "Scaricare l'estratto completo, .osm.pbf oppure .osm.")
            : new OsmDataException(
                "non è un file OSM XML",
                "Scaricare un estratto .osm.pbf, per esempio «nord-ovest» da download.geofabrik.de.");
    }

    /// <returns>False at the end of the document.</returns>
    private static bool Fill(OsmBlock block, XmlReader xml, OsmKinds kinds)
    {
        int objects = 0;
        while (!xml.EOF)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Read();
                continue;
            }

            OsmKinds kind = XmlObject.Kind(xml.LocalName);
            bool wanted = kinds.HasFlag(kind) && kind != OsmKinds.None
                && xml.GetAttribute("action") != "delete" && xml.GetAttribute("visible") != "false";
            if (wanted)
            {
                XmlObject.Read(block, xml, kind);
                objects++;
            }
            else
            {
                xml.Skip();
            }

            if (objects == ObjectsPerBlock)
                return true;
        }

        return false;
    }

    private Stream OpenStream()
    {
        Stream file = _open();
        return _gzip
            ? new CappedStream(new GZipStream(file, CompressionMode.Decompress), Math.Max(ExpansionFloor, file.Length * ExpansionRatio))
            : file;
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    };

    internal static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OsmDataException e)
        {
            throw OsmFile.Refused(Info.Name, e);
        }
        catch (XmlException e)
        {
            throw OsmFile.Refused(Info.Name, new OsmDataException($"XML non valido alla riga {e.LineNumber}, colonna {e.LinePosition}", inner: e));
        }
        catch (InvalidDataException e)
        {
            throw OsmFile.Refused(Info.Name, new OsmDataException("la compressione gzip è danneggiata", inner: e));
        }
    }
}
