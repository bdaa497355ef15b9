using CentriFamiglia.Coverage.Territory.Need;

namespace CentriFamiglia.Coverage.Tests.Territory;

/// <summary>What can be chosen to be weighed, as it is written and as it is called.</summary>
public class DemandChoiceTests
{
    [Theory]
    [InlineData("residenti", "residenti", "residenti")]
    [InlineData(" Famiglie ", "famiglie", "famiglie")]
    [InlineData("eta_0_14", "eta_0_14", "bambini da 0 a 14 anni")]
    [InlineData("eta_65_oltre", "eta_65_oltre", "persone di 65 anni e oltre")]
    [InlineData("eta_65_oltre=1, eta_0_14=2,residenti=0.50", "residenti=0.5,eta_0_14=2,eta_65_oltre=1", "indice di bisogno")]
    [InlineData("eta_65_oltre=1,5; famiglie", "famiglie=1,eta_65_oltre=1.5", "indice di bisogno")]
    [InlineData("famiglie=3", "famiglie=3", "indice di bisogno")]
    [InlineData("famiglie=0,residenti=1", "residenti=1", "indice di bisogno")]
    public void A_choice_is_a_figure_or_figures_with_their_weights(string written, string text, string name)
    {
        var choice = DemandChoice.Parse(written);

        (choice.Text, choice.Words.Name).ShouldBe((text, name));
        DemandChoice.Parse(choice.Text).Text.ShouldBe(text);
        choice.IsResidents.ShouldBe(text == "residenti");
    }

    [Theory]
    [InlineData("", "Nessuna domanda indicata.")]
    [InlineData("cani", "«cani» non è fra ciò che si può contare.")]
    [InlineData("eta_0_17=1", "«eta_0_17» non è fra ciò che si può contare.")]
    [InlineData("famiglie=-1", "Il peso «-1» non è un numero fra 0 e 1.000.000.")]
    [InlineData("famiglie=molto", "Il peso «molto» non è un numero fra 0 e 1.000.000.")]
    [InlineData("famiglie=1e9", "Il peso «1e9» non è un numero fra 0 e 1.000.000.")]
    [InlineData("famiglie=1,famiglie=2", "«famiglie» ha due pesi.")]
    [InlineData("famiglie=0,residenti=0", "Tutti i pesi sono zero: non conterebbe nessuno.")]
    public void Anything_else_is_refused_with_its_reason(string written, string message) =>
        Should.Throw<CoverageInputException>(() => DemandChoice.Parse(written)).Message.ShouldBe(message);

    [Theory]
    [InlineData("residenti", "nessun residente", "1 residente", "2.000 residenti", "i residenti", "gli stessi residenti", "12 minuti-residente")]
    [InlineData("famiglie", "nessuna famiglia", "1 famiglia", "2.000 famiglie", "le famiglie", "le stesse famiglie", "12 minuti-famiglia")]
    [InlineData("eta_0_14", "nessun bambino da 0 a 14 anni", "1 bambino da 0 a 14 anni", "2.000 bambini da 0 a 14 anni", "i bambini da 0 a 14 anni",
        "gli stessi bambini da 0 a 14 anni", "12 minuti-bambino")]
    [InlineData("eta_65_oltre", "nessuna persona di 65 anni e oltre", "1 persona di 65 anni e oltre", "2.000 persone di 65 anni e oltre",
        "le persone di 65 anni e oltre", "le stesse persone di 65 anni e oltre", "12 minuti-persona")]
    [InlineData("famiglie=2", "nessun punto di bisogno", "1 punto di bisogno", "2.000 punti di bisogno", "i punti di bisogno", "gli stessi punti di bisogno", "12 minuti-punto")]
    public void Sentences_call_it_by_its_name(string choice, string none, string one, string many, string all, string same, string minutes)
    {
        DemandWords words = DemandChoice.Parse(choice).Words;

        (words.Counted(0), words.Counted(1), words.Counted(2000), words.The, words.TheSame, words.Minutes(12)).ShouldBe((none, one, many, all, same, minutes));
    }
}
