using CentriFamiglia.Coverage.Formats.Tables;

namespace CentriFamiglia.Coverage.Formats.Tests;

/// <summary>A row gives back the cells it was made of, whatever they hold.</summary>
public sealed class RowCellsTests
{
    [Fact]
    public void A_row_gives_back_each_cell_as_it_was()
    {
        foreach (string?[] cells in (string?[][])
            [
                [],
                [null],
                ["", null, "a"],
                ["S1", "Centro àèìòù ÿ", null, "9.05"],
                ["L’età", "€ 70", "mezzo \uD83D surrogato", "日本", "\0"],
                [new string('x', 126), new string('y', 127), new string('è', 20_000), "fine"],
                [new string('’', 20_000), "fine", null],
            ])
        {
            var row = new SourceRow(2, [.. cells], Geometry: null);
            row.Cells.ShouldBe(cells);
            Enumerable.Range(0, cells.Length).Select(row.Cell).ShouldBe(cells);
            row.Cell(cells.Length).ShouldBeNull();
            row.Cell(-1).ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("S1;9,05 ~", true)]
    [InlineData("età", false)]
    [InlineData("due\nrighe", false)]
    [InlineData("L’età", false)]
    public void A_row_is_plain_where_all_its_text_is_visible_ASCII(string cell, bool plain) =>
        new SourceRow(2, ["1", null, cell], Geometry: null).IsPlain.ShouldBe(plain);

    [Fact]
    public void What_few_rows_have_stands_beside_the_others()
    {
        var row = new SourceRow(2, ["1"], Geometry: null, GeometryError: "rotta", RowError: "troppe celle") { RowCure = "Togliere.", Numbers = [true] };

        (row.GeometryError, row.RowError, row.RowCure).ShouldBe(("rotta", "troppe celle", "Togliere."));
        row.IsNumber(0).ShouldBeTrue();
        row.IsNumber(1).ShouldBeFalse();
        new SourceRow(2, ["1"], Geometry: null) { RowCure = null, Numbers = default }.IsNumber(0).ShouldBeFalse();
    }
}
