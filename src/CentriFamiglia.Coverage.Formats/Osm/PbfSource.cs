using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Formats.Osm;

/// <summary>
/// A PBF extract (<c>.osm.pbf</c>) as map data: raw and zlib blobs, plain and dense nodes, objects in any order. Blobs are unpacked
/// and decoded by several threads and handed over in file order.
/// </summary>
internal sealed class PbfSource : IOsmSource
{
    private const int BlobsInFlight = 4;
    private const long BytesInFlight = 64L * 1024 * 1024;

    private readonly Func<Stream> _open;

    /// <exception cref="SourceFileException">Not a PBF file, or one that needs what this reader cannot do.</exception>
    public PbfSource(Func<Stream> open, string name, string sha256)
    {
        _open = open;
        using Stream stream = open();
        Info = new OsmSourceInfo(name, sha256, Guarded(stream, name, () => ReadHeader(stream)));
    }

    public OsmSourceInfo Info { get; }

    public void Read(OsmKinds kinds, Action<OsmBlock> onBlock, CancellationToken cancellationToken)
    {
        using Stream stream = _open();
        Guarded(stream, Info.Name, () => ReadHeader(stream));
        var inFlight = new Queue<(Task<OsmBlock> Task, int Bytes)>();
        try
        {
            long bytes = 0;
            PbfBlob? next = Guarded(stream, Info.Name, () => NextData(stream));
            while (next is not null || inFlight.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                while (next is { } blob && inFlight.Count < BlobsInFlight && (inFlight.Count == 0 || bytes + blob.RawSize <= BytesInFlight))
                {
                    inFlight.Enqueue((Task.Run(() => PbfBlockDecoder.Decode(blob.Unpack(), kinds), CancellationToken.None), blob.RawSize));
                    bytes += blob.RawSize;
                    next = Guarded(stream, Info.Name, () => NextData(stream));
                }

                (Task<OsmBlock> task, int size) = inFlight.Peek();
                OsmBlock block = Guarded(stream, Info.Name, () => task.GetAwaiter().GetResult());
                inFlight.Dequeue();
                bytes -= size;
                onBlock(block);
            }
        }
        finally
        {
            Task.WhenAll(inFlight.Select(item => item.Task)).ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static DateTimeOffset? ReadHeader(Stream stream)
    {
        PbfBlob? blob = PbfBlob.Read(stream);
        return blob?.Type == "OSMHeader"
            ? PbfHeader.Read(blob.Unpack())
            : throw new OsmDataException("il file non comincia con un'intestazione OSM");
    }

    private static PbfBlob? NextData(Stream stream)
    {
        PbfBlob? blob;
        do
        {
            blob = PbfBlob.Read(stream);
        }
        while (blob is not null && blob.Type != "OSMData");
        return blob;
    }

    private static T Guarded<T>(Stream stream, string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (OsmDataException e)
        {
            throw OsmFile.Refused(name, e, stream.CanSeek ? stream.Position : null);
        }
    }
}
