using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Tests.Money;

public class ContributionFormulaTests
{
    private static readonly FormulaInput _input = new(Members: 4, Residents: 120_000, Km2: 250.5m);

    [Theory]
    [InlineData("70000", 70_000)]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("100 / 10 / 5", 2)]
    [InlineData("-2 * -3", 6)]
    [InlineData("5000 * aderenti + 0.1 * residenti", 32_000)]
    [InlineData("5000*members+0.1*residents", 32_000)]
    [InlineData("2 * km2", 501)]
    [InlineData("min(70000; 20000 * aderenti)", 70_000)]
    [InlineData("MAX(1, min(2; 3)) / 3", 0.67)]
    public void An_expression_has_the_value_that_arithmetic_gives(string text, double value) =>
        ContributionFormula.Parse(text).Value(_input).ShouldBe((decimal)value);

    [Theory]
    [InlineData("", "al carattere 1: la formula finisce a metà")]
    [InlineData("1 +", "la formula finisce a metà")]
    [InlineData("1 2", "'2' non era atteso")]
    [InlineData("abitanti * 2", "'abitanti' non è previsto. Si possono usare: numeri, aderenti, residenti, km2")]
    [InlineData("(1 + 2", "manca ')'")]
    [InlineData("min(1)", "servono due valori separati da ;")]
    [InlineData("1.2.3", "'1.2.3' non è un numero")]
    [InlineData("System.IO", "'system' non è previsto")]
    [InlineData("1 ^ 2", "'^' non era atteso")]
    [InlineData(".5", "'.' non era atteso")]
    public void What_is_not_an_expression_is_refused_with_its_place(string text, string message) =>
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse(text)).Message.ShouldContain(message);

    [Theory]
    [InlineData("0.005", 0.01)]
    [InlineData("-0.005", -0.01)]
    [InlineData("0.0049", 0.0)]
    [InlineData("1.015", 1.02)]
    [InlineData("min(2; 3) - max(2; 3)", -1)]
    [InlineData("min(3, 2)", 2)]
    [InlineData("--4", 4)]
    [InlineData("2 - -3", 5)]
    [InlineData("8 / 4 * 2", 4)]
    [InlineData("2 + 8 / 4 - 1", 3)]
    [InlineData("  km2  ", 250.5)]
    [InlineData("RESIDENTI", 120_000)]
    public void Half_cents_go_away_from_zero_and_signs_bind_as_in_arithmetic(string text, double value) =>
        ContributionFormula.Parse(text).Value(_input).ShouldBe((decimal)value);

    [Theory]
    [InlineData("(", ")", 39)]
    [InlineData("-", "", 39)]
    [InlineData("min(1;", ")", 39)]
    public void Forty_levels_are_read_and_one_more_is_refused(string open, string close, int most)
    {
        string Nested(int levels) => string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));

        Math.Abs(ContributionFormula.Parse(Nested(most)).Value(_input)).ShouldBe(1);
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse(Nested(most + 1))).Message.ShouldContain("tropp");
        // Side by side there may be any number.
        ContributionFormula.Parse(string.Join('+', Enumerable.Repeat($"{open}1{close}", 45))).Text.Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Five_hundred_characters_are_read_and_one_more_is_refused()
    {
        ContributionFormula.Parse(new string(' ', 499) + "1").Value(_input).ShouldBe(1);
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse(new string(' ', 500) + "1")).Message
            .ShouldBe("La formula è più lunga di 500 caratteri: abbreviarla.");
    }

    [Theory]
    [InlineData("1 2", 3)]
    [InlineData("1 +", 4)]
    [InlineData("abc", 4)]
    [InlineData("2 * (3", 7)]
    [InlineData("min(1)", 7)]
    [InlineData("min 1", 6)]
    public void A_refusal_names_the_character(string text, int at) =>
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse(text)).Message.ShouldContain($"al carattere {at}:");

    [Fact]
    public void Brackets_without_end_are_refused_before_the_stack_is() =>
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse(new string('(', 499))).Message.ShouldContain("troppe parentesi");

    [Fact]
    public void A_division_by_zero_is_told_with_the_figures() =>
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse("1000 / (aderenti - 4)").Value(_input)).Message
            .ShouldBe("La formula «1000 / (aderenti - 4)» divide per zero con aderenti 4, residenti 120000, km2 250.5: correggere la formula o completare i dati.");

    [Fact]
    public void A_number_beyond_all_amounts_is_told() =>
        Should.Throw<CoverageInputException>(() => ContributionFormula.Parse("residenti * residenti * residenti * residenti * residenti * residenti").Value(_input))
            .Message.ShouldContain("troppo grande");
}
