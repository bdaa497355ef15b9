using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Tests.Territory;

public class VocabularyTests
{
    [Theory]
    [InlineData("hub", SiteRole.Hub, "hub")]
    [InlineData("non_dichiarato", SiteRole.NotDeclared, "non_dichiarato")]
    [InlineData("non dichiarato", SiteRole.NotDeclared, "non_dichiarato")]
    [InlineData("unknown", SiteRole.NotDeclared, "non_dichiarato")]
    public void Several_words_may_be_read_and_one_is_written(string read, SiteRole role, string written)
    {
        Vocabulary.Role.TryRead(read, out SiteRole found).ShouldBeTrue();

        (found, found.ToText()).ShouldBe((role, written));
    }

    [Theory]
    [InlineData("Hub")]
    [InlineData("")]
    [InlineData("capofila")]
    public void A_word_that_is_not_of_the_list_is_not_read(string word) => Vocabulary.Role.TryRead(word, out _).ShouldBeFalse();

    [Fact]
    public void The_written_words_stand_in_order_of_the_values()
    {
        Vocabulary.Role.Written.ShouldBe(["hub", "spoke", "non_dichiarato"]);
        Vocabulary.Status.Written.ShouldBe(["active", "planned", "closed"]);
        Vocabulary.Precision.Written.ShouldBe(["punto", "comune"]);
        Vocabulary.Evidence.Written.ShouldBe(["listed", "inferred", "unverified"]);
        Vocabulary.Level.Written.ShouldBe(["ambito", "distretto", "asst", "ats", "regione"]);
        Vocabulary.Snai.Written.ShouldBe(["A", "B", "C", "D", "E", "F"]);
        Vocabulary.YesNo.Written.ShouldBe(["si", "no"]);
    }

    [Fact]
    public void A_level_is_a_noun_inside_a_sentence() =>
        Enum.GetValues<AreaLevel>().Select(level => level.ToNoun()).ShouldBe(["Ambito", "Distretto", "ASST", "ATS", "Regione"]);
}
