namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>A writer yields its output in pieces, valid until the next one, so that files and HTTP responses share one writer.</summary>
internal static class Chunk
{
    public const int Size = 32 * 1024;

    public static void WriteAll(IEnumerable<ReadOnlyMemory<byte>> chunks, Stream stream)
    {
        foreach (ReadOnlyMemory<byte> chunk in chunks)
            stream.Write(chunk.Span);
    }

    public static async Task WriteAllAsync(IEnumerable<ReadOnlyMemory<byte>> chunks, Stream stream, CancellationToken cancellation)
    {
        foreach (ReadOnlyMemory<byte> chunk in chunks)
            await stream.WriteAsync(chunk, cancellation);
    }
}
