namespace CentriFamiglia.Coverage.Formats.Tables;

/// <summary>Expands compressed bytes up to the caps of <see cref="FileLimits"/>, trusting no size that the file states.</summary>
internal static class Expansion
{
    private const long FreeBytes = 16L * 1024 * 1024;

    /// <exception cref="SourceFileException">Beyond the caps.</exception>
    public static byte[] ReadAll(Stream expanding, long compressedLength, string name, FileLimits limits)
    {
        using MemoryStream expanded = new();
        Copy(expanding, expanded, compressedLength, name, limits, alreadyExpanded: 0);
        return expanded.ToArray();
    }

    /// <returns>Bytes expanded so far, the ones given included.</returns>
    public static long Copy(Stream expanding, Stream target, long compressedLength, string name, FileLimits limits, long alreadyExpanded)
    {
        long cap = Math.Min(limits.MaxExpandedBytes, Math.Max(FreeBytes, compressedLength * limits.MaxExpansionRatio));
        byte[] buffer = new byte[64 * 1024];
        for (int read; (read = expanding.Read(buffer)) > 0;)
        {
            alreadyExpanded += read;
            if (alreadyExpanded > cap)
                throw FileErrors.ExpandsTooMuch(name, limits);
            target.Write(buffer, 0, read);
        }
        return alreadyExpanded;
    }
}
