using CentriFamiglia.Coverage.Formats.Json;

namespace CentriFamiglia.Coverage.Formats.Xlsx;

/// <summary>The sheet that an export adds to explain itself.</summary>
internal static class XlsxInformation
{
    public const string SheetName = "Informazioni";

    public static ImmutableArray<string> Columns { get; } = ["voce", "valore"];

    public static bool IsIn(SourceTable sheet) => sheet.Part == SheetName && sheet.Columns.SequenceEqual(Columns, StringComparer.Ordinal);

    public static string? MarkOf(SourceTable sheet) => sheet.Rows.FirstOrDefault(r => r.Cell(0) == LayerJson.Mark)?.Cell(1);
}
