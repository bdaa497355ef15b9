using System.Numerics;
using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Formats.Roads;

/// <summary>A named array in a network file. Other parts of the program add theirs (the hierarchy) under names of their own.</summary>
public abstract class RoadFileSection
{
    /// <summary>Longest name, ASCII characters.</summary>
    public const int MaxNameLength = 24;

    private protected RoadFileSection(string name, int elementSize)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxNameLength, nameof(name));
        (Name, ElementSize) = (name, elementSize);
    }

    public string Name { get; }

    public int ElementSize { get; }

    internal abstract ReadOnlySpan<byte> Bytes { get; }

    /// <param name="name">Lower-case ASCII, e.g. <c>graph.head</c>.</param>
    /// <param name="values">Written as they lie in memory, little-endian.</param>
    public static RoadFileSection Of<T>(string name, ReadOnlyMemory<T> values)
        where T : unmanaged => new Typed<T>(name, values);

    private sealed class Typed<T>(string name, ReadOnlyMemory<T> values) : RoadFileSection(name, Marshal.SizeOf<T>())
        where T : unmanaged
    {
        internal override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(values.Span);
    }
}

/// <summary>CRC-32C (Castagnoli), with the processor's own instruction: finds every single flipped bit.</summary>
internal static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (ulong word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (byte rest in bytes[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }
}
