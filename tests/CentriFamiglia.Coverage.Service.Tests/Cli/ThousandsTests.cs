using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Service.Tests.Cli;

/// <summary>A point between thousands is not a decimal point: a number that may be either is asked for again.</summary>
public class ThousandsTests
{
    [Theory]
    [InlineData("50.000")]
    [InlineData("50,000")]
    [InlineData(" 770.000")]
    public void An_amount_that_may_mean_thousands_is_refused_with_both_readings(string text) =>
        Should.Throw<InputException>(() => SuggestionsQuestion.SpokeCost.Read(text)).Cure.ShouldContain(text.Trim()[..^4] + "000 oppure " + text.Trim()[..^4]);

    [Theory]
    [InlineData("50000", 50000)]
    [InlineData("50.5", 50.5)]
    [InlineData("50,25", 50.25)]
    public void Other_amounts_are_what_they_say(string text, double value) => SuggestionsQuestion.SpokeCost.Read(text).ShouldBe((decimal)value);

    [Theory]
    [InlineData("0.125", false)]
    [InlineData("1.000", true)]
    [InlineData("1234.000", false)]
    [InlineData("-1.000", false)]
    [InlineData("12.0000", false)]
    [InlineData(".000", false)]
    public void Three_figures_after_one_mark_and_at_most_three_before_look_like_thousands(string text, bool like) =>
        ItalianNumber.LooksLikeThousands(text).ShouldBe(like);
}
