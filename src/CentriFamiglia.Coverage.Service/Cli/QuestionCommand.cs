using System.CommandLine;
using System.CommandLine.Parsing;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Cli;

/// <summary>A verb that asks one question: its options are the question's parameters.</summary>
internal sealed class QuestionCommand(NamedQuestion named, Terminal terminal)
{
    /// <summary>Characters of a text in a table; whole texts are for the formats that programs read.</summary>
    private const int LongestText = 60;

    private static readonly string[] _formats = ["table", "json", "csv", "geojson"];

    private readonly Question _question = named.Question;
    private readonly Dictionary<Parameter, Option<string?>> _options =
        OptionsOf([.. named.Question.Parameters, .. named.Question.OtherStore is { } store ? [store] : Array.Empty<Parameter>()]);

    private readonly Option<bool> _strict = new("--strict") { Description = "Termina con codice 1 se un'area non soddisfa la regola R1 o una rete viola una regola dell'atto." };

    /// <summary>Options for parameters; the global one where there is one. The rule set is chosen when the store is opened.</summary>
    public static Dictionary<Parameter, Option<string?>> OptionsOf(IEnumerable<Parameter> parameters) => parameters.Where(p => p != SharedParameters.Rules).ToDictionary(
        p => p,
        p => p == SharedParameters.Sedi ? GlobalOptions.Sedi : new Option<string?>("--" + p.Option, GlobalOptions.AliasesOf(p))
        {
            HelpName = p.Placeholder,
            Description = HelpOf(p),
            Arity = p.IsFlag ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        });

    /// <summary>The verb, with its options where the command line may name it: those of another verb cannot be asked for.</summary>
    public static Command Create(NamedQuestion named, Terminal terminal, IReadOnlyList<string> args)
    {
        var command = new Command(named.Verb!, named.Help);
        if (args.Any(a => a == named.Verb || a.StartsWith('@')))
            new QuestionCommand(named, terminal).AddTo(command);
        return command;
    }

    private void AddTo(Command command)
    {
        foreach (Option option in _options.Values.Where(o => o != GlobalOptions.Sedi))
            command.Options.Add(option);
        if (_question.IsViolated is not null)
            command.Options.Add(_strict);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string format = GlobalOptions.FormatOf(parsed, _formats);
        Values values = ValuesOf(parsed, _options);
        (Analysis analysis, Layer layer) = await NamingOptionsAsync(_options, async () =>
        {
            AnalysisKey key = _question.KeyOf(values);
            await using OpenStore store = await OpenStore.OpenAsync(parsed, terminal, cancellationToken);
            Analysis found = await store.Analyses.GetAsync(key, cancellationToken);
            if (_question.OtherKey is not { } otherKey)
                return (found, _question.Answered(found, null, values, SearchWatch.None with { Stop = cancellationToken }));
            await using OpenStore? second = OtherStoreOf(values) is { } other ? await OpenStore.OpenAsync(parsed, other, terminal, trial: false, cancellationToken) : null;
            return (found, _question.Answered(found, await (second ?? store).Analyses.GetAsync(otherKey(values), cancellationToken), values));
        });
        LayerOutput.Write(layer, format, new TableLook(_question.TerminalColumns, LongestText), terminal);
        return parsed.GetValue(_strict) && _question.IsViolated?.Invoke(analysis, layer) == true ? ExitCode.Violations : ExitCode.Done;
    }

    /// <summary>The values written on the command line, each judged alone before any file or store is opened.</summary>
    /// <exception cref="InputException">A text is not a value of its parameter, or an option is given twice.</exception>
    public static Values ValuesOf(ParseResult parsed, Dictionary<Parameter, Option<string?>> options)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((Parameter parameter, Option<string?> option) in options)
        {
            OptionResult? result = parsed.GetResult(option);
            if (result is { Implicit: false, IdentifierTokenCount: > 1 })
                throw new InputException(option.Name, "l'opzione è data più di una volta.", "Lasciarla una volta sola.");
            if ((parsed.GetValue(option) ?? (parameter.IsFlag && result is { Implicit: false } ? "si" : null)) is not { } text)
                continue;
            parameter.Check(text, option.Name);
            texts[parameter.Name] = text;
        }

        foreach (TextParameter parameter in options.Keys.OfType<TextParameter>().Where(p => texts.ContainsKey(p.Name)))
            texts[parameter.Name] = parameter.OfFile(texts[parameter.Name]) ?? texts[parameter.Name];
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

    /// <exception cref="InputException">There is no such file: comparing must not make a store.</exception>
    private string? OtherStoreOf(Values values) => _question.OtherStore is { } parameter && values[parameter] is { } named
        ? StoreAddress.Parse(named) is GeoPackageAddress file && !File.Exists(file.Path)
            ? throw new InputException(parameter.Name, $"'{Shown.Of(named)}' non c'è.", "Indicare un archivio che esiste.")
            : named
        : null;

    private static string HelpOf(Parameter parameter) => parameter is ChoiceParameter choice
        ? $"{parameter.Description} Valori: {string.Join(", ", choice.Choices)}{(choice.Default is null ? "" : $" (predefinito {choice.Default})")}."
        : parameter.Description;
}
