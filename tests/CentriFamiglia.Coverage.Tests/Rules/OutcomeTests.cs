using CentriFamiglia.Coverage.Rules;

namespace CentriFamiglia.Coverage.Tests.Rules;

public class OutcomeTests
{
    [Theory]
    [InlineData("conforme", new Outcome[0])]
    [InlineData("conforme", new[] { Outcome.Conforme, Outcome.Conforme })]
    [InlineData("informativo", new[] { Outcome.Informativo, Outcome.Conforme })]
    [InlineData("non_dichiarato", new[] { Outcome.Informativo, Outcome.NonDichiarato })]
    [InlineData("non_conforme", new[] { Outcome.NonConforme, Outcome.Informativo, Outcome.NonDichiarato })]
    public void The_worst_is_a_violation_then_what_is_not_said_then_what_is_pointed_out(string worst, Outcome[] outcomes) =>
        outcomes.Worst().ToText().ShouldBe(worst);
}
