using CentriFamiglia.Coverage.Formats.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Formats.Tests;

/// <summary>Random tables of text with everything that breaks formats: quotes, delimiters, line breaks, apostrophes, formulas, accents.</summary>
internal static class Texts
{
    private static readonly string[] _pieces =
        ["a", "Z9", " ", "è", "€", "𝒳", "\"", "'", ",", ";", "\t", "\n", "\r", "\r\n", "=", "+", "-", "@", "_x000D_", "_", "<", "&", "]]>", "|", "\u00A0", "\uFEFFx"];

    private static Gen<string?> Cell { get; } = Gen.OneOf(
        Gen.Constant((string?)null),
        Gen.Elements(_pieces).ArrayOf().Select(pieces => (string?)string.Concat(pieces)));

    /// <summary>Rectangular, at least one row and column; the first cell is never blank, since a blank line is no row.</summary>
    public static Arbitrary<string?[][]> Tables { get; } = (
        from columns in Gen.Choose(1, 5)
        from rows in Cell.ArrayOf(columns).NonEmptyListOf()
        select (string?[][])[.. rows.Select((cells, i) => (string?[])[$"r{i}", .. cells])]).ToArbitrary();

    public static void ShouldBeSame(SourceTable table, string?[][] rows, bool emptyIsNull = true)
    {
        table.Rows.Length.ShouldBe(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            table.Rows[i].RowError.ShouldBeNull();
            table.Rows[i].Cells.ShouldBe(rows[i].Select(cell => emptyIsNull && cell is "" ? null : cell));
        }
    }
}
