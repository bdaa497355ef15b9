using CentriFamiglia.Coverage.Formats.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace CentriFamiglia.Coverage.Formats.Tests.Text;

public class GuardedTextTests
{
    [Theory]
    [InlineData("=1+2", "'=1+2")]
    [InlineData("+39 02 1234", "'+39 02 1234")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'=x", "''=x")]
    [InlineData("'ndrangheta", "'ndrangheta")]
    [InlineData("L'asilo", "L'asilo")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Text_that_looks_like_a_formula_goes_behind_an_apostrophe(string text, string guarded)
    {
        GuardedText.Guard(text).ShouldBe(guarded);
        GuardedText.Unguard(guarded).ShouldBe(text);
    }

    [Fact]
    public void Any_text_survives_and_none_looks_like_a_formula() =>
        Prop.ForAll(Gen.Elements("'=+-@\t\rax ".ToCharArray()).ArrayOf().ToArbitrary(), characters =>
        {
            string text = new(characters);
            string guarded = GuardedText.Guard(text);
            return GuardedText.Unguard(guarded) == text && (guarded.Length == 0 || !"=+-@\t\r".Contains(guarded[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
}
