using System.Text.Json.Nodes;
using CentriFamiglia.Coverage.Formats.Tables;
using CentriFamiglia.Coverage.Service.Analyses;
using CentriFamiglia.Coverage.Service.Input;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Tests.Support;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Tests.Story;

/// <summary>
/// Every question in every form and every layer, over four sets of sedi: what is not known has no figure anywhere, only the facts that are
/// listed here, and every answer says whom it leaves out.
/// </summary>
public sealed class NotKnownTests(FilledStore filled)
{
    /// <summary>Columns that hold for an area whose sedi are not known: names, people, evidence, what is asked, money by R12, limits, why.</summary>
    private static readonly HashSet<string> _facts = new(
        ("livello codice nome ats ambito distretto asst pro_com_t comune da_codice da_nome id residenti comuni comuni_senza_residenti fonte_stato dimostrativo viaggio provincia "
            + "lon lat ovest sud est nord zona punti famiglie_comune classe_snai limite_minuti misura unita minuti ore_da ore_a verdetto motivo residenti_esclusi comuni_esclusi "
            + "assegnazione_eur parte_uguale_eur parte_residenti_eur progetti_al_tetto residuo_eur eur_per_residente residui_anni_precedenti_eur disponibile_eur "
            + "tetto_ats_eur tetto_ats_mesi progetti_al_tetto_ats formula regola sezione esito cifre rimedio citazione atto quota_richiesta_pct stato nota reti_atto "
                + "gestori_ambito_atto gestori_asst_atto "
            + "gestori_comune_atto gestori_terzo_settore_atto").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Figures of a finding, and measures of a comparison, that are facts of an area whose sedi are not known.</summary>
    private static readonly HashSet<string> _factsOfFindings = new(
        ["residenti", "ambiti_non_noti", "distretti_non_noti", "assegnazione_eur", "parte_uguale_eur", "parte_residenti_eur", "tetto_eur", "tetto_progetto_eur",
            "rilievi_non_dichiarati"],
        StringComparer.Ordinal);

    /// <summary>Layers that hold no answer, only what was loaded.</summary>
    private static readonly string[] _loaded = ["comuni", "ambiti", "distretti", "ats", "unita", "popolazione", "eta", "punti", "matrice", "eccezioni", "dichiarazioni"];

    [Theory]
    [InlineData("mie", "Brianza", 8_747_153, 1_365)]
    [InlineData("mie", "Brianza|Pavia", 8_212_185, 1_179)]
    [InlineData("mie", "", 9_950_742, 1_504)]
    [InlineData("note", "", 6_524_656, 902)]
    public async Task What_is_not_known_has_no_figure_in_any_answer(string set, string ats, long residentsLeftOut, int comuniLeftOut)
    {
        string path = ats.Length == 0 ? filled.Path : await MadeUpSedi.ImportAsync(filled, ats.Split('|'), ats.Replace('|', ','));
        await using ICoverageStore store = StoreFactory.Open(StoreAddress.Parse(path));
        using var source = new AnalysisSource(store, TimeProvider.System);
        Analysis analysis = await source.GetAsync(new AnalysisKey(set, null, null), CancellationToken.None);
        var known = new KnownPlaces(analysis);
        (known.ResidentsLeftOut, known.ComuniLeftOut).ShouldBe((residentsLeftOut, comuniLeftOut));
        var faults = new List<string>();
        int answers = 0;

        await foreach ((string what, Layer layer) in AnswersAsync(source, store, set))
        {
            faults.AddRange(Faults(layer, known).Distinct(StringComparer.Ordinal).Take(5).Select(fault => $"{what}: {fault}"));
            string? level = LevelOf(layer);
            bool sameComuni = Text(layer.Meta["comuni_esclusi"]) == $"{comuniLeftOut}" || level == "distretto";
            if (Text(layer.Meta["residenti_esclusi"]) != $"{known.LeftOutOf(level)}" || !sameComuni)
                faults.Add($"{what}: leaves out {layer.Meta["residenti_esclusi"]} residents of {layer.Meta["comuni_esclusi"]} comuni");
            if (Text(layer.Meta["totali"]?["residenti_esclusi"]) is { } total && total != $"{known.LeftOutOf(level)}")
                faults.Add($"{what}: its totals leave out {total}");
            answers++;
        }

        faults.ShouldBeEmpty();
        answers.ShouldBeGreaterThan(70);
    }

    /// <summary>The one level of the areas that the rows count the people of; null where they are no areas of one level, or only places.</summary>
    private static string? LevelOf(Layer layer) =>
        layer.Name != "luoghi" && layer.Columns[0].Name == "livello"
        && layer.Rows.Select(r => (string)r.Values[0]!).Distinct(StringComparer.Ordinal).ToArray() is [var level] ? level : null;

    private static string? Text(JsonNode? value) => value?.ToJsonString();

    private static IEnumerable<string> Faults(Layer layer, KnownPlaces known)
    {
        string[] names = [.. layer.Columns.Select(c => c.Name)];
        foreach (LayerRow row in layer.Rows)
        {
            object? Cell(string name) => Array.IndexOf(names, name) is >= 0 and var at ? row.Values[at] : null;
            if (!known.IsUnknown(Cell))
            {
                if (Cell("elenco_incompleto") is bool incomplete && Cell("ats") is string { Length: > 0 } ats && incomplete == known.IsComplete(ats))
                    yield return $"elenco_incompleto={incomplete} in {ats}";
                continue;
            }

            if (names.Contains("verdetto") && (string?)Cell("verdetto") != "NON_CARICATO")
                yield return $"{Cell("codice")} is {Cell("verdetto")}";
            if (Cell("cifre") is string figures)
            {
                foreach (string figure in figures.Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Where(f => !_factsOfFindings.Contains(f.Split('=')[0]) && !f.EndsWith("=non dichiarato", StringComparison.Ordinal)))
                    yield return $"{Cell("regola")} {figure}";
            }

            bool compared = names.Contains("differenza");
            if (compared && _factsOfFindings.Contains((string)Cell("misura")!))
                continue;
            // The minutes of a curve are what is asked, those of a trip are a figure.
            foreach ((string name, object? value) in names.Zip(row.Values).Where(c => c.Second is not (null or "")))
            {
                if (!_facts.Contains(name) || (name == "minuti" && !names.Contains("quota_residenti_entro_pct")))
                    yield return $"{name}={value}";
            }
        }
    }

    private static async IAsyncEnumerable<(string What, Layer Layer)> AnswersAsync(AnalysisSource source, ICoverageStore store, string set)
    {
        Analysis analysis = await source.GetAsync(new AnalysisKey(set, null, null), CancellationToken.None);
        foreach (NamedQuestion named in AllQuestions.List)
        {
            // Isochrones and main roads are of a road network; there is none here. A time between two places rests on no list of sedi.
            if (named.Name is "isochrones" or "main-roads" or "info" or "matrix")
                continue;
            foreach (Dictionary<string, string> texts in Forms(named.Question))
            {
                var values = new Values(new Dictionary<string, string>(texts, StringComparer.Ordinal) { ["sedi"] = set });
                Analysis? other = named.Question.OtherKey is { } key ? await source.GetAsync(key(values), CancellationToken.None) : null;
                Layer? layer = Answered(named, await source.GetAsync(named.Question.KeyOf(values), CancellationToken.None), other, values);
                if (layer is not null)
                    yield return ($"{named.Name}?{values.Canonical}", layer);
            }
        }

        foreach (string name in LayerCatalog.Names.Except(_loaded, StringComparer.Ordinal))
            yield return (name, await LayerCatalog.Find(name).Make(analysis, store, CancellationToken.None));
    }

    /// <summary>Null where nothing is known at all and the question says so instead of answering.</summary>
    private static Layer? Answered(NamedQuestion named, Analysis analysis, Analysis? other, Values values)
    {
        try
        {
            return named.Question.Answered(analysis, other, values);
        }
        catch (Exception refused) when (analysis.Snapshot.Sites.IsEmpty && named.Name == "curve" && refused is CoverageInputException or InputException)
        {
            refused.Message.ShouldContain("coverage import FILE --sedi mie --completo");
            return null;
        }
    }

    /// <summary>The question with each value of each of its choices, the others as usual; measures of areas in all forms.</summary>
    private static IEnumerable<Dictionary<string, string>> Forms(Question question)
    {
        Dictionary<string, string> usual = question.OtherKey is null ? [] : new(StringComparer.Ordinal) { ["con_proposte"] = "si" };
        if (question.Parameters.Any(p => p.Name == "spokes"))
            usual["spokes"] = "2";
        yield return usual;
        ChoiceParameter[] choices = [.. question.Parameters.OfType<ChoiceParameter>().Where(p => p.Name is "by" or "level" or "measure" or "goal" or "con_proposte")];
        foreach (ChoiceParameter choice in choices)
        {
            foreach (string value in choice.Choices.Where(v => v != choice.Default && usual.GetValueOrDefault(choice.Name) != v))
                yield return new(usual, StringComparer.Ordinal) { [choice.Name] = value };
        }

        if (question.Parameters.Any(p => p.Name == "measure"))
        {
            foreach (string by in (string[])["ambito", "distretto", "ats", "comune"])
            {
                foreach (string measure in (string[])["curva", "ore-raggiungibili", "e2sfca", "spatial-availability"])
                {
                    if (by != "comune" || measure is "e2sfca" or "spatial-availability")
                        yield return new(usual, StringComparer.Ordinal) { ["by"] = by, ["measure"] = measure };
                }
            }
        }

        if (question.Parameters.FirstOrDefault(p => p.Name == "at") is not null)
        {
            foreach (string by in (string[])["comune", "ambito", "ats"])
                yield return new(usual, StringComparer.Ordinal) { ["at"] = "Mo 10:00", [choices[0].Name] = choices[0].Choices.Contains(by, StringComparer.Ordinal) ? by : "all" };
        }
    }
}
