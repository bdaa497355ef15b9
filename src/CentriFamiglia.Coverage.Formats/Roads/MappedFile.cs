using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>
/// A file mapped for reading, seen as arrays. Stays mapped until disposed or until nothing holds an array of it any more: a span over
/// it does not keep it alive, so dispose only when no query runs on it, and keep the network while one does.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private bool _disposed;

    /// <exception cref="IOException">Not there, or empty.</exception>
    public MappedFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        Length = stream.Length;
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        // Not AcquirePointer, which would keep the file mapped for ever when a network that was replaced is let go of by nobody: each
        // array of the file holds the view, and the view unmaps itself when the last one is gone.
        _start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
    }

    public long Length { get; }

    /// <param name="offset">Bytes from the start, a multiple of the element's size.</param>
    /// <param name="count">Elements; the caller has checked that they lie in the file.</param>
    public ReadOnlyMemory<T> Memory<T>(long offset, int count)
        where T : unmanaged =>
        new Window<T>(this, (T*)(_start + offset), count).Memory;

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _view.Dispose();
        _file.Dispose();
    }

    private sealed class Window<T>(MappedFile file, T* start, int count) : MemoryManager<T>
        where T : unmanaged
    {
        public override Span<T> GetSpan()
        {
            ObjectDisposedException.ThrowIf(file._disposed, file);
            return new Span<T>(start, count);
        }

        public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
