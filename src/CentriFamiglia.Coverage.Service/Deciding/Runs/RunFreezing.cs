using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Scenarios;
using CentriFamiglia.Coverage.Service.Dossiers;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Findings;
using CentriFamiglia.Coverage.Service.Layers.Proposals;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Servers;

namespace CentriFamiglia.Coverage.Service.Deciding.Runs;

/// <summary>Makes the frozen text of an analysis: what its questions answer, without what hangs on clock, machine or store.</summary>
internal static class RunFreezing
{
    private const int Format = 1;

    /// <summary>What of a meta is of the moment and the machine.</summary>
    private static readonly string[] _passing = ["data", "durate_ms", "non_aggiornato_dal"];

    /// <summary>The knobs of a run: those of the proposals.</summary>
    public static ImmutableArray<Parameter> Parameters { get; } = [.. SuggestionsQuestion.Instance.Parameters.Where(p => p != SuggestionsQuestion.By)];

    private static readonly ImmutableArray<(string Name, Func<Question> Question, string? Level, Parameter? Of)> _results =
    [
        ("copertura-ambito", () => CoverageQuestion.Instance, "ambito", CoverageQuestion.Level),
        ("copertura-distretto", () => CoverageQuestion.Instance, "distretto", CoverageQuestion.Level),
        ("copertura-ats", () => CoverageQuestion.Instance, "ats", CoverageQuestion.Level),
        ("lacune-regione", () => GapsQuestion.Instance, "regione", GapsQuestion.By),
        ("lacune-ats", () => GapsQuestion.Instance, "ats", GapsQuestion.By),
        ("lacune-ambito", () => GapsQuestion.Instance, "ambito", GapsQuestion.By),
        ("lacune-distretto", () => GapsQuestion.Instance, "distretto", GapsQuestion.By),
        ("lacune-comune", () => GapsQuestion.Instance, "comune", GapsQuestion.By),
        ("sedi", () => SitesQuestion.Instance, null, null),
        ("reti", () => NetworksQuestion.Instance, null, null),
        ("rilievi", () => FindingsQuestion.Instance, null, null),
        ("eccezioni", () => ExceptionsQuestion.Instance, null, null),
        ("dichiarazioni", () => DeclarationsQuestion.Instance, null, null),
    ];

    /// <param name="analysis">As the store is, of the key that <paramref name="values"/> ask for.</param>
    /// <param name="values">Of <see cref="Parameters"/>.</param>
    /// <param name="scenario">Whose changes are made first; null for none.</param>
    /// <param name="watch">Ends the search.</param>
    /// <exception cref="InputException">A value cannot be, or the store changed since the scenario was written down.</exception>
    public static FrozenRun Of(Analysis analysis, Values values, Scenario? scenario, SearchWatch watch)
    {
        Analysis state = scenario is null ? analysis : ScenarioTrial.On(analysis, ScenarioTrial.Of(analysis.Snapshot.Content, scenario, Prevailing.Nobody).Set);
        var results = new JsonObject();
        foreach ((string name, Func<Question> question, string? level, Parameter? of) in _results)
            results[name] = Answer(question().Answered(state, null, Level(of, level)));
        (Analysis judged, SuggestionAnswer found) = SuggestionsQuestion.Found(state, values, watch);
        JsonObject proposals = Answer(SuggestionLayer.Make(judged, found));
        results["proposte"] = proposals;
        (results["fondi"], string? without) = Funds(state, found, values.Number(SuggestionsQuestion.SpokeCost) ?? scenario?.SpokeCostEur);
        if (scenario is not null)
            results["confronto"] = Answer(CompareLayer.Make(analysis, state, new CompareFilter("all", ChangedOnly: true, null), withProposals: false));
        var run = new JsonObject
        {
            ["formato"] = Format,
            ["programma"] = Provenance.Program,
            ["ingressi"] = Inputs(state, scenario),
            ["parametri"] = Given(values),
            ["riproducibile"] = state.State.Travel is not ServerTravel
                && (values[SuggestionsQuestion.TimeLimit] is null || (string?)proposals["meta"]!["certificate"]?["status"] == "optimal"),
            ["risultati"] = results,
            ["non_calcolati"] = without is null ? new JsonObject() : new JsonObject { ["fondi"] = without },
            ["confini"] = DossierShapes.Of(state.Snapshot),
        };
        return new FrozenRun(RecordJson.Text(run));
    }

    /// <summary>The allocation with what these very proposals cost; or why there is none.</summary>
    private static (JsonObject? Funds, string? Why) Funds(Analysis state, SuggestionAnswer found, decimal? spokeCost)
    {
        try
        {
            ImmutableArray<AtsBudget> budgets = AtsBudgets.Compute(
                state.State, ActDeclarations.In(state.Snapshot).Ledgers, found.Result.Suggestions, spokeCost);
            return (Answer(BudgetLayer.Make(state, null, budgets, usesTravel: true)), null);
        }
        catch (CoverageInputException impossible)
        {
            return (null, impossible.Message);
        }
    }

    private static JsonObject Inputs(Analysis state, Scenario? scenario) => new()
    {
        ["fotografia"] = state.Snapshot.Hash,
        ["alla_data"] = Cells.Date(state.Snapshot.AsOf),
        ["insieme"] = state.Snapshot.Set.Name,
        ["regole"] = new JsonObject { ["id"] = state.Rules.Id, ["sha256"] = state.Rules.Sha256 },
        ["viaggio"] = new JsonObject { ["fonte"] = state.State.Travel.Info.Kind, ["impronta"] = state.State.Travel.Info.Fingerprint },
        ["domanda"] = state.Snapshot.Choice.Text,
        ["scenario"] = scenario is null ? null : ScenarioOf(scenario),
    };

    private static JsonObject ScenarioOf(Scenario scenario)
    {
        JsonObject json = ScenarioJson.Of(scenario);
        return new JsonObject
        {
            ["id"] = scenario.Id,
            ["nome"] = scenario.Name,
            ["linea"] = json["linea"]?.DeepClone(),
            ["modifiche"] = json["changes"]!.DeepClone(),
            ["reti"] = json["networks"]!.DeepClone(),
        };
    }

    private static JsonObject Given(Values values)
    {
        var given = new JsonObject();
        foreach (Parameter parameter in Parameters.Where(p => values[p] is not null).OrderBy(p => p.Name, StringComparer.Ordinal))
            given[parameter.Name] = values[parameter];
        return given;
    }

    private static Values Level(Parameter? parameter, string? level) =>
        new(parameter is null ? [] : new Dictionary<string, string>(StringComparer.Ordinal) { [parameter.Name] = level! });

    private static JsonObject Answer(Layer layer)
    {
        using var bytes = new MemoryStream();
        LayerJson.Write(layer, bytes);
        JsonObject answer = JsonNode.Parse(bytes.ToArray())!.AsObject();
        JsonObject meta = answer["meta"]!.AsObject();
        foreach (string name in _passing)
            meta.Remove(name);
        (meta["fotografia"] as JsonObject)?.Remove("revisione");
        (meta["certificate"] as JsonObject)?.Remove("seconds");
        return answer;
    }
}
