using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>How the bytes of an answer travel: as they are, or compressed as the Accept-Encoding header allows.</summary>
internal sealed record Coding(string Name, Func<Stream, Stream> Pack, Func<Stream, Stream> Unpack)
{
    // Kept bytes are compressed once for many readers: a better ratio than that of an answer compressed on its way.
    private const CompressionLevel Level = CompressionLevel.Optimal;

    public static Coding Plain { get; } = new("identity", s => s, s => s);

    public static Coding Brotli { get; } = new("br", s => new BrotliStream(s, Level, leaveOpen: true), s => new BrotliStream(s, CompressionMode.Decompress));

    public static Coding Gzip { get; } = new("gzip", s => new GZipStream(s, Level, leaveOpen: true), s => new GZipStream(s, CompressionMode.Decompress));

    /// <summary>The one that the client weighs most; of equals Brotli, then gzip.</summary>
    public static Coding Of(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
            return Plain;
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        double brotli = Weight("br"), gzip = Weight("gzip");
        return Math.Max(brotli, gzip) is 0 or < 0 ? Plain : brotli >= gzip ? Brotli : Gzip;

        double Weight(string name) => (accepted.FirstOrDefault(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(a => a.Value == "*")) is { } found ? found.Quality ?? 1 : 0;
    }

    public byte[] Packed(ReadOnlySpan<byte> plain)
    {
        var packed = new MemoryStream();
        using (Stream stream = Pack(packed))
            stream.Write(plain);
        return packed.ToArray();
    }

    public byte[] Unpacked(byte[] packed)
    {
        using Stream stream = Unpack(new MemoryStream(packed));
        var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
