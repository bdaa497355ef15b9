using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>
/// One thing that can be asked: a verb on the command line and a resource over HTTP are both a view of it, with the same parameters
/// and the same rows.
/// </summary>
internal sealed record Question
{
    /// <summary>Italian, one line.</summary>
    public required string Summary { get; init; }

    /// <summary>Italian, what the figures mean.</summary>
    public required string Description { get; init; }

    public required ImmutableArray<Parameter> Parameters { get; init; }

    /// <summary>Of these parameters one at least must be given; none for a question that can be asked without any.</summary>
    public ImmutableArray<Parameter> NeedsOneOf { get; init; } = [];

    /// <summary>The forms that rows may have, by what asks for them; the first is the usual one. Made when the API document asks: a verb has no use for them.</summary>
    public required Func<ImmutableArray<RowsForm>> Rows { get; init; }

    /// <summary>Columns that a terminal shows; machine formats have them all.</summary>
    public required int TerminalColumns { get; init; }

    /// <summary>Format over HTTP where the request leaves the choice: <c>json</c>, or <c>geojson</c> where shapes are the answer.</summary>
    public string UsualFormat { get; init; } = "json";

    /// <summary>Which analysis the values ask for.</summary>
    public Func<Values, AnalysisKey> Key { get; init; } = values =>
        new AnalysisKey(values.Choice(SharedParameters.Sedi), values.Choice(SharedParameters.Travel), null);

    /// <summary>Which analysis the values ask for, with the rule set and the day.</summary>
    public AnalysisKey KeyOf(Values values) => Key(values) with
    {
        Rules = values[SharedParameters.Rules],
        AsOf = SharedParameters.Date.Read(values[SharedParameters.Date]),
        Demand = SharedParameters.DemandOf(values) is { IsResidents: false } demand ? demand.Text : null,
    };

    /// <summary>Where the answer shows a violation, on which <c>--strict</c> ends with an error; null where the verb has no such option.</summary>
    public Func<Analysis, Layer, bool>? IsViolated { get; init; }

    /// <summary>Names the store of the other analysis: only the verb opens one, so that it is no parameter over HTTP.</summary>
    public TextParameter? OtherStore { get; init; }

    /// <summary>Which other analysis the values ask for, to set beside the first; null where one is enough.</summary>
    public Func<Values, AnalysisKey>? OtherKey { get; init; }

    /// <summary>The answer from two analyses, where <see cref="OtherKey"/> asks for two.</summary>
    public Func<Analysis, Analysis, Values, SearchWatch, Layer>? AnswerPair { get; init; }

    /// <summary>The answer. Throws <see cref="InputException"/> or <see cref="CoverageInputException"/> for values that cannot be.</summary>
    public Func<Analysis, Values, Layer> Answer { get; init; } = (_, _) => throw new InvalidOperationException("This question rests on two analyses.");

    /// <summary>The answer where it may take long: it can be watched, and ended; null where none does.</summary>
    public Func<Analysis, Values, SearchWatch, Layer>? AnswerWatched { get; init; }

    /// <summary>Whether a solver looks for the answer: such a question waits for its turn, where many ask. Null where none ever does.</summary>
    public Func<Values, bool>? TakesLong { get; init; }

    /// <summary>Whether the answer is of use but once, so that it is not kept in the place of others.</summary>
    public Func<Values, bool> IsPassing { get; init; } = _ => false;

    /// <summary>The answer from one analysis or from two.</summary>
    public Layer Answered(Analysis analysis, Analysis? other, Values values, SearchWatch? watch = null) =>
        other is not null && AnswerPair is not null ? AnswerPair(analysis, other, values, watch ?? SearchWatch.None)
        : AnswerWatched is not null ? AnswerWatched(analysis, values, watch ?? SearchWatch.None)
        : Answer(analysis, values);

    /// <summary>Name of an ATS as the data write it, from what the user wrote (see <see cref="AtsNames"/>); null for all.</summary>
    /// <exception cref="InputException">There is no such ATS.</exception>
    public static string? FindAts(Analysis analysis, Values values)
    {
        if (values[SharedParameters.Ats] is not { } text)
            return null;
        return FindAts(analysis, SharedParameters.Ats, text);
    }

    /// <summary>Name of an ATS as the data write it.</summary>
    /// <exception cref="InputException">There is no such ATS.</exception>
    public static string FindAts(Analysis analysis, Parameter parameter, string text)
    {
        string[] all = [.. analysis.Snapshot.Units(AreaLevel.Ats).Where(u => u.IsLoaded).Select(u => u.Name)];
        return AtsNames.Find(text, all)
            ?? throw new InputException(parameter.Name, $"'{Shown.Of(text)}' non è una ATS.", $"Le ATS sono: {string.Join(", ", all)}.");
    }
}
