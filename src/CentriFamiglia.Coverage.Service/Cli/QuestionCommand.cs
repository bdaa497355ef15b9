using System.CommandLine;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>A verb that asks one question: its options are the question's parameters.</summary>
internal sealed class QuestionCommand
{
    /// <summary>Characters of a text in a table; whole texts are for the formats that programs read.</summary>
    private const int LongestText = 60;

    private static readonly string[] _formats = ["table", "json", "csv", "geojson"];

    private readonly Question _question;
    private readonly Terminal _terminal;
    private readonly Dictionary<Parameter, Option<string?>> _options;

    public QuestionCommand(Question question, Terminal terminal)
    {
        _question = question;
        _terminal = terminal;
        _options = OptionsOf(question.Parameters);
    }

    /// <summary>What this verb makes of the values before the question is asked.</summary>
    public Func<ParseResult, Values, Values> Prepare { get; init; } = (_, values) => values;

    /// <summary>The store of the other analysis, where the question rests on two; null for the same one.</summary>
    public Func<ParseResult, CancellationToken, Task<OpenStore?>> OtherStore { get; init; } = (_, _) => Task.FromResult<OpenStore?>(null);

    /// <summary>Options for parameters; the global one where there is one. The rule set is chosen when the store is opened.</summary>
    public static Dictionary<Parameter, Option<string?>> OptionsOf(IEnumerable<Parameter> parameters) => parameters.Where(p => p != SharedParameters.Rules).ToDictionary(
        p => p,
        p => p == SharedParameters.Sedi ? GlobalOptions.Sedi : new Option<string?>("--" + p.Option)
        {
            HelpName = p.Placeholder,
            Description = HelpOf(p),
            Arity = p.IsFlag ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        });

    /// <param name="verb">Name of the verb.</param>
    /// <param name="description">Italian, for the help.</param>
    /// <param name="extra">Options of the verb beyond the question's.</param>
    /// <param name="exit">Exit code for an answer; done when null.</param>
    public Command Create(string verb, string description, IEnumerable<Option> extra, Func<ParseResult, Analysis, Layer, int>? exit = null)
    {
        var command = new Command(verb, description);
        foreach (Option option in _options.Values.Where(o => o != GlobalOptions.Sedi).Concat(extra))
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string format = GlobalOptions.FormatOf(parsed, _formats);
            Values values = Prepare(parsed, ValuesOf(parsed, _options));
            (Analysis analysis, Layer layer) = await NamingOptionsAsync(_options, async () =>
            {
                AnalysisKey key = _question.KeyOf(values);
                await using OpenStore store = await OpenStore.OpenAsync(parsed, _terminal, cancellationToken);
                Analysis found = await store.Analyses.GetAsync(key, cancellationToken);
                if (_question.OtherKey is not { } otherKey)
                    return (found, _question.Answered(found, null, values, SearchWatch.None with { Stop = cancellationToken }));
                await using OpenStore? second = await OtherStore(parsed, cancellationToken);
                Analysis other = await (second ?? store).Analyses.GetAsync(otherKey(values), cancellationToken);
                return (found, _question.Answered(found, other, values));
            });
            LayerOutput.Write(layer, format, new TableLook(_question.TerminalColumns, LongestText), _terminal);
            return exit?.Invoke(parsed, analysis, layer) ?? ExitCode.Done;
        });
        return command;
    }

    /// <summary>The values written on the command line, each judged alone before the store is opened.</summary>
    /// <exception cref="InputException">A text is not a value of its parameter.</exception>
    public static Values ValuesOf(ParseResult parsed, Dictionary<Parameter, Option<string?>> options)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((Parameter parameter, Option<string?> option) in options)
        {
            if ((parsed.GetValue(option) ?? (parameter.IsFlag && parsed.GetResult(option) is { Implicit: false } ? "si" : null)) is not { } text)
                continue;
            try
            {
                parameter.Check(text);
            }
            catch (InputException bad)
            {
                throw new InputException(option.Name, bad.Message, bad.Cure);
            }

            texts[parameter.Name] = text;
        }

        return new Values(texts);
    }

    /// <summary>Runs what may refuse a value under the name of its parameter, which a user of the command line knows as an option.</summary>
    /// <exception cref="InputException">Names the option.</exception>
    public static async Task<T> NamingOptionsAsync<T>(Dictionary<Parameter, Option<string?>> options, Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (InputException bad) when (options.FirstOrDefault(o => o.Key.Name == bad.Field).Value is { } option)
        {
            throw new InputException(option.Name, bad.Message, bad.Cure);
        }
    }

    private static string HelpOf(Parameter parameter) => parameter is ChoiceParameter choice
        ? $"{parameter.Description} Valori: {string.Join(", ", choice.Choices)}{(choice.Default is null ? "" : $" (predefinito {choice.Default})")}."
        : parameter.Description;
}
