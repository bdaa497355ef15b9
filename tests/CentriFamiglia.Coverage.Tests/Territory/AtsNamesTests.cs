using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Tests.Territory;

public class AtsNamesTests
{
    private static readonly string[] _known =
        ["Bergamo", "Brescia", "Brianza", "Insubria", "Milano Città Metropolitana", "Montagna", "Pavia", "Val Padana"];

    [Theory]
    [InlineData("Brianza", "Brianza")]
    [InlineData("BRIANZA", "Brianza")]
    [InlineData("ats brianza", "Brianza")]
    [InlineData("ATS della Brianza", "Brianza")]
    [InlineData("Agenzia di Tutela della Salute della Brianza", "Brianza")]
    [InlineData("ATS dell'Insubria", "Insubria")]
    [InlineData("ATS dell’Insubria", "Insubria")]
    [InlineData("val-padana", "Val Padana")]
    [InlineData("ATS della Val Padana", "Val Padana")]
    [InlineData("Milano", "Milano Città Metropolitana")]
    [InlineData("ATS della Città Metropolitana di Milano", "Milano Città Metropolitana")]
    [InlineData("milano citta metropolitana", "Milano Città Metropolitana")]
    [InlineData("di Pavia", "Pavia")]
    public void An_ATS_is_known_by_its_short_and_its_official_name_in_any_case(string written, string name) => AtsNames.Find(written, _known).ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("ATS")]
    [InlineData("Brianz")]
    [InlineData("Brianza e Insubria")]
    [InlineData("Padana Nord")]
    public void Anything_else_is_none(string written) => AtsNames.Find(written, _known).ShouldBeNull();

    [Fact]
    public void A_part_of_two_names_is_none_of_them_and_the_whole_of_one_is_that_one()
    {
        AtsNames.Find("Milano", ["Milano Nord", "Milano Sud"]).ShouldBeNull();
        AtsNames.Find("Milano", ["Milano Nord", "Milano"]).ShouldBe("Milano");
    }

    [Theory]
    [InlineData("ATS BRIANZA", "Brianza")]
    [InlineData("Ats della Montagna", "Montagna")]
    [InlineData("Milano", "Milano")]
    [InlineData("Monza e Brianza", "Monza e Brianza")]
    public void A_new_table_has_the_usual_spelling_and_a_name_with_other_words_stays(string written, string usual) => AtsNames.Usual(written, []).ShouldBe(usual);

    [Fact]
    public void A_name_already_known_keeps_its_spelling() => AtsNames.Usual("ats MONZA", ["Monza"]).ShouldBe("Monza");

    [Theory]
    [InlineData("Montagna", "ATS della Montagna")]
    [InlineData("Milano Città Metropolitana", "ATS della Città Metropolitana di Milano")]
    [InlineData("Insubria", "ATS dell'Insubria")]
    [InlineData("Monza", "ATS Monza")]
    public void In_a_sentence_an_ATS_has_its_official_name(string name, string official) => AtsNames.Official(name).ShouldBe(official);
}
