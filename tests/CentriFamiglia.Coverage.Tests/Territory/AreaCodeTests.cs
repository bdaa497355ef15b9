using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Tests.Territory;

public class AreaCodeTests
{
    [Theory]
    [InlineData("Valle Imagna - Villa d'Almè", "valle-imagna-villa-d-alme")]
    [InlineData("1 Brescia", "1-brescia")]
    [InlineData("Alto Milanese (Legnano e Castano)", "alto-milanese-legnano-e-castano")]
    [InlineData("Cantù", "cantu")]
    [InlineData("Cantu\u0300", "cantu")]
    public void A_name_becomes_a_plain_key(string name, string code) => AreaCode.From(name).ShouldBe(code);
}
