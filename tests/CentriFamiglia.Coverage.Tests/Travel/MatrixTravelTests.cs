using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.Tests.Small;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Tests.Travel;

public class MatrixTravelTests
{
    private static readonly ComuneCode _alfa = new("000001");
    private static readonly ComuneCode _beta = new("000002");
    private static readonly TravelMatrixInfo _info = new(3, "ab12", "matrice.csv");

    private static readonly MatrixTravel _matrix = MatrixTravel.Create(
        [new(_alfa, _beta, 12.51, 9.4), new(_beta, _alfa, 13, null), new(_beta, _beta, 2, 1)], _info, GridTravel.OneMinuteSteps);

    [Fact]
    public void A_pair_costs_what_the_matrix_says_in_each_direction()
    {
        Cost(At(_alfa, 0), At(_beta, 5)).ShouldBe(new TravelCost(751, 9400));
    }

    [Fact]
    public void A_pair_with_minutes_only_takes_its_kilometres_from_the_other_source() =>
        Cost(At(_beta, 5), At(_alfa, 0)).ShouldBe(new TravelCost(780, 5000));

    [Fact]
    public void Inside_a_comune_the_matrix_answers_where_it_has_the_pair_and_the_other_source_elsewhere()
    {
        Cost(At(_beta, 5), At(_beta, 9)).ShouldBe(new TravelCost(120, 1000));
        Cost(At(_alfa, 0), At(_alfa, 3)).ShouldBe(new TravelCost(180, 3000));
    }

    [Fact]
    public void A_pair_that_the_matrix_does_not_hold_cannot_be_made() => Cost(At(_alfa, 0), At(new("000003"), 1)).ShouldBeNull();

    [Fact]
    public void The_description_names_the_file_and_says_where_another_source_stands_in()
    {
        _matrix.Info.Kind.ShouldBe("matrice");
        _matrix.Info.Fingerprint.ShouldBe("ab12+griglia/");
        _matrix.Info.Description.ShouldBe(
            "Matrice comune-comune importata (matrice.csv, 3 coppie): i minuti valgono da comune a comune. "
            + "La matrice non dà tempi interni per 1 dei suoi comuni: lì vale un'altra fonte. "
            + "Per 1 coppie la matrice non dà i km: sono di un'altra fonte. Griglia di prova.");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_not_a_time_is_refused(double minutes) =>
        Should.Throw<CoverageInputException>(() => MatrixTravel.Create([new(_alfa, _beta, minutes, 1)], _info, GridTravel.OneMinuteSteps));

    [Fact]
    public void Costs_are_row_major() =>
        _matrix.Costs([At(_alfa, 0), At(_beta, 0)], [At(_beta, 0), At(_alfa, 0), At(_alfa, 1)]).Select(c => c?.Seconds)
            .ShouldBe([751, 0, 60, 120, 780, 780]);

    private static TravelCost? Cost(Place from, Place to) => _matrix.Costs([from], [to])[0];

    private static Place At(ComuneCode comune, int x) =>
        new(SmallTerritory.West + (x * SmallTerritory.Step), SmallTerritory.South, comune, null);
}
