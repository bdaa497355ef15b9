namespace CentriFamiglia.Coverage.Formats.Xlsx;

public static class XlsxTable
{
    public static SourceTable Read(byte[] bytes, string name, FileLimits limits) => throw new NotSupportedException(name + limits + bytes.Length);
}
