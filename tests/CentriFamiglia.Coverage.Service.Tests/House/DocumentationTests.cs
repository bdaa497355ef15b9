using CentriFamiglia.Coverage.Service.Cli;
using CentriFamiglia.Coverage.Service.Tests.Support;

namespace CentriFamiglia.Coverage.Service.Tests.House;

/// <summary>The pages say what the program does: their commands are known to it, their answers are its own, their links lead somewhere.</summary>
public sealed class DocumentationTests(FilledStore store)
{
    private const string OneAts = "docs/utente/la-mia-ats.md";
    private const string Unknown = "--opzione-che-non-esiste";

    public static TheoryData<string> Shown => [.. Pages.Commands.Select(c => c.Where)];

    public static TheoryData<string> Answered => [.. Pages.Commands.Where(c => c.Lines.Length > 0).Select(c => c.Where)];

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_command_of_a_page_has_a_verb_and_options_that_the_program_knows(string where)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        // An option that takes a value if there is one would take the word after it: one that always takes one stands between.
        await CommandLine.RunAsync([.. Command(where).Arguments, "--store", "x.gpkg", Unknown], output, error);

        // The first word that is not understood is the one named: the last is, when all those before it are.
        error.ToString().ShouldStartWith($"Errore: {Unknown}: opzione sconosciuta.");
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public async Task An_answer_of_a_page_is_what_the_program_says(string where)
    {
        ShownCommand shown = Command(where);
        Outcome outcome = where.StartsWith(OneAts, StringComparison.Ordinal) ? await OfOneAtsAsync(shown.Arguments) : await CoverageProgram.RunAsync(store.Path, shown.Arguments);

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        shown.DifferenceFrom(outcome.Output).ShouldBeNull();
    }

    [Fact]
    public void The_readme_shows_the_answers_to_a_planner() =>
        Pages.Commands.Where(c => c.Where.StartsWith("README.md", StringComparison.Ordinal) && c.Lines.Length > 0)
            .Select(c => c.Arguments[0])
            .ShouldBe(["check", "suggest", "budget"]);

    [Fact]
    public void No_block_of_a_page_calls_the_program_untried() => Pages.Untried.ShouldBeEmpty();

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading_that_are_there() => Pages.BrokenLinks.ShouldBeEmpty();

    [Fact]
    public void Every_file_that_a_page_for_developers_names_is_there() => Pages.LostFiles.ShouldBeEmpty();

    [Fact]
    public void Every_page_that_a_message_of_the_program_names_is_there()
    {
        string[] named = [.. Pages.NamedByTheProgram.Distinct(StringComparer.Ordinal)];

        named.ShouldContain(name => name == "docs/modelli");
        named.Where(name => !Path.Exists(Path.Combine(Pages.Root, name))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Titolo\nlivello codice\nambito brescia", null)]
    [InlineData("Titolo\nlivello   codice\n ambito\tbrescia", null)]
    [InlineData("Titolo\n…\nambito …", null)]
    [InlineData("Titolo\n…", null)]
    [InlineData("…\n… brescia", null)]
    [InlineData("Titolo\nambito brescia", "shown: ambito brescia; said: livello codice")]
    [InlineData("Titolo\n…\nambito … bresc", "shown: ambito … bresc; said: livello codice")]
    [InlineData("Titolo\nlivello codice", "said and not shown: ambito brescia")]
    [InlineData("…\nambito brescia\nlivello codice", "shown: livello codice; said: ")]
    public void What_is_shown_is_compared_line_by_line(string shown, string? difference) =>
        new ShownCommand("", [], shown.Split('\n')).DifferenceFrom("Titolo\n\n  livello   codice \n ──────── \n  ambito   brescia \n").ShouldBe(difference);

    /// <summary>The page of one ATS is about a store of its own: its folder imported into the shipped data, then asked.</summary>
    private async Task<Outcome> OfOneAtsAsync(string[] arguments)
    {
        if (arguments[0] != "import")
            return await CoverageProgram.RunAsync(await store.OfOneAtsAsync(), arguments);
        string copy = store.Copy(), folder = await MadeUpSedi.WriteAsync(Path.ChangeExtension(copy, ".files"), "Brianza");
        return await CoverageProgram.RunAsync(copy, [.. arguments.Select(a => a == "brianza/" ? folder : a)]);
    }

    private static ShownCommand Command(string where) => Pages.Commands.Single(c => c.Where == where);
}
