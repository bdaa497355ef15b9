using System.Runtime.InteropServices;

namespace CentriFamiglia.Coverage.Storage.GeoPackage;

/// <summary>
/// What Linux knows of a file and .NET does not tell: its number on the disk, and when anything of it last changed, which no program sets.
/// Without them a file put in the place of another, with its length and time, would pass for it.
/// </summary>
internal static class LinuxFile
{
    private const int AtCurrentDirectory = -100;

    /// <summary>Room for <c>struct statx</c>, 256 bytes on every processor (linux/stat.h).</summary>
    private const int Size = 256;

    /// <summary>Text to be compared; empty on other systems, and where the C library has no <c>statx</c>.</summary>
    public static string Facts(string path)
    {
        if (!OperatingSystem.IsLinux())
            return "";
        try
        {
            byte[] found = new byte[Size];
            const uint NumberAndChange = 0x100 | 0x80;
            if (Statx(AtCurrentDirectory, path, flags: 0, NumberAndChange, found) != 0)
                return "";
            ReadOnlySpan<byte> bytes = found;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{MemoryMarshal.Read<ulong>(bytes[32..])} {MemoryMarshal.Read<long>(bytes[96..])}.{MemoryMarshal.Read<uint>(bytes[104..])}");
        }
        catch (EntryPointNotFoundException)
        {
            return "";
        }
    }

    [DllImport("libc", EntryPoint = "statx", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int directory, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, [Out] byte[] found);
}
