namespace CentriFamiglia.Coverage.Formats.GeoPackage;

public static class GeoPackageTables
{
    public static IReadOnlyList<SourceTable> Read(string path, FileLimits limits) => throw new NotSupportedException(path + limits);
}
