using System.Text;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>Where a verb writes: results on standard output, everything else on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error) : IDisposable
{
    private Stream? _stream;

    public TextWriter Output { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Whether a person reads the output: only then colours and the width of the window matter.</summary>
    public static bool IsInteractive => !Console.IsOutputRedirected;

    /// <summary>Standard output as bytes, so that machine formats are UTF-8 whatever the locale says.</summary>
    public Stream Bytes => _stream ??= Output == Console.Out
        ? Console.OpenStandardOutput()
        : throw new InvalidOperationException("Only the process's own output has bytes.");

    /// <summary>Writes a machine format whole.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        Output.Flush();
        if (Output == Console.Out)
            Bytes.Write(utf8);
        else
            Output.Write(Encoding.UTF8.GetString(utf8));
    }

    public void Message(string text) => Error.WriteLine(text);

    public void Dispose() => _stream?.Dispose();
}
