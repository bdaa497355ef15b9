using System.Security.Cryptography;
using System.Text;

namespace CentriFamiglia.Coverage.Import.Kinds;

/// <summary>What is known of a matrix without reading it again.</summary>
public static class MatrixFingerprint
{
    /// <param name="entries">In order of (from, to).</param>
    /// <param name="source">Name of the file.</param>
    /// <returns>SHA-256 over one line <c>from,to,minutes,km</c> per pair, shortest round-trip decimals, LF.</returns>
    public static TravelMatrixInfo Of(ImmutableArray<TravelMatrixEntry> entries, string? source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TravelMatrixEntry entry in entries)
        {
            string line = string.Create(CultureInfo.InvariantCulture, $"{entry.From},{entry.To},{entry.Minutes:R},{entry.Km:R}\n");
            hash.AppendData(Encoding.ASCII.GetBytes(line));
        }

        return new TravelMatrixInfo(entries.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), source);
    }
}
