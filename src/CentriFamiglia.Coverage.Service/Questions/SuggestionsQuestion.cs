using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Budget;
using CentriFamiglia.Coverage.Service.Layers.Proposals;
using CentriFamiglia.Coverage.Siting.Networks;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Where the next sede should be: <c>suggest</c>, <c>/api/v1/suggestions</c>.</summary>
internal static class SuggestionsQuestion
{
    public static ChoiceParameter Level { get; } = new("level", "Per quali aree si cerca una sede.", ["ambito", "distretto", "entrambi"], "ambito")
    {
        Placeholder = "LIVELLO",
        Example = "ambito",
    };

    public static ChoiceParameter Goal { get; } = new(
        "goal", "Che cosa si cerca: units (una sede in ogni area che non ne ha), cover (più residenti nel limite), time (meno minuti).", ["units", "cover", "time"], "units")
    {
        Placeholder = "SCOPO",
        Example = "cover",
    };

    public static ChoiceParameter Counted { get; } = new(
        "conta", "Con una ATS: di chi sono i residenti che contano, i suoi (ciò che altri guadagnano sta a parte) oppure quelli di tutte.", ["propri", "tutte"], "propri")
    {
        Placeholder = "CHI",
        Example = "tutte",
    };

    public static NumberParameter Spokes { get; } = new("spokes", "Quante nuove sedi al più (units) o quanti nuovi Spoke (cover, time; predefinito 10).", 0, 1000,
        0)
    { Placeholder = "N", Example = "10" };

    public static NumberParameter Reach { get; } = new(
        "reach", "Quanti minuti può distare uno Spoke dal suo Hub, compresi (criterio di pianificazione).", 0, 600, 2)
    {
        Placeholder = "MINUTI",
        Example = "40",
    };

    public static NumberParameter Budget { get; } = new("budget", "Spesa massima in euro, con il costo di una sede.", 0, 1_000_000_000, 2)
    {
        Placeholder = "EUR",
        Example = "300000",
        Along = ["spoke-cost"],
    };

    public static ChoiceParameter AtsBudget { get; } = new(
        "ats-budget", "Spesa massima di ciascuna ATS, con il costo di una sede: la sua assegnazione (R12, R15), oppure ciò che i contributi già dichiarati ne lasciano.",
            ["no", "assegnazione", "libero"], "no")
    {
        Placeholder = "SPESA",
        Example = "assegnazione",
        Along = ["spoke-cost"],
    };

    public static ChoiceParameter EveryUnit { get; } = new("every-unit", "Con cover e time: R1 come vincolo, una sede in ogni area del livello che non ne ha.", ["no", "si"], "no")
    {
        Placeholder = "SI",
        Example = "si",
        Along = ["goal"],
        IsFlag = true,
    };

    public static ChoiceParameter Balance { get; } = new("balance", "Con cover e time: i nuovi Spoke divisi fra le ATS in proporzione ai residenti (criterio di pianificazione).",
        ["no", "si"], "no")
    {
        Placeholder = "SI",
        Example = "si",
        Along = ["goal"],
        IsFlag = true,
    };

    public static NumberParameter Share { get; } = new("share", "Con cover: il minor numero di Spoke che porta questa quota di residenti entro il limite, percento.", 0.01m, 100,
        2)
    { Placeholder = "PERCENTO", Example = "90", Along = ["goal"] };

    public static TextParameter Candidates { get; } = new(
        "candidati", "Luoghi propri al posto delle sedi comunali, come elenco JSON di oggetti con id, lon, lat e, volendo, name, cost, kind, role. Dalla riga di comando un file "
            + "con quelle colonne.")
    {
        Option = "candidates",
        Placeholder = "FILE",
        IsLong = true,
        Example = "[{\"id\":\"S1\",\"lon\":9.7,\"lat\":45.7}]",
        OfFile = text => text.TrimStart().StartsWith('[') ? null : CandidateText.OfFile(text),
    };

    public static TextParameter ReplaceHub { get; } = new("replace-hub", "Hub da sostituire con una nuova manifestazione di interesse (R6): identificativi separati da virgola.")
    {
        Placeholder = "ID",
        Example = "BG01-H",
    };

    public static TextParameter OnlyIn { get; } = new(
        "only-in", "I soli comuni in cui proporre una sede, separati da virgola: codici ISTAT o nomi. Non vale per chi prende il posto di un Hub (replace-hub).")
    {
        Placeholder = "COMUNI",
        Example = "016024,016062",
    };

    public static TextParameter NotIn { get; } = new(
        "not-in", "Comuni in cui non proporre alcuna sede, separati da virgola: codici ISTAT o nomi. Non vale per chi prende il posto di un Hub (replace-hub).")
    {
        Placeholder = "COMUNI",
        Example = "015146",
    };

    public static TextParameter Fixed { get; } = new(
        "fissi", "Comuni in cui una nuova sede va aperta comunque, contata fra le N, separati da virgola: codici ISTAT o nomi; con candidati anche i loro identificativi.")
    {
        Also = "fixed",
        Placeholder = "COMUNI",
        Example = "016024",
    };

    public static ChoiceParameter By { get; } = new("by", "Una riga per proposta, oppure per comune: minuti e residenti nel limite prima e dopo.", ["proposta", "comune"],
        "proposta")
    { Placeholder = "COSA", Example = "proposta" };

    public static NumberParameter SpokeCost { get; } = new("spoke-cost", "Costo di una nuova sede in euro: lo indica chi chiede, l'atto non lo dà.", 1, 1_000_000_000,
        2)
    { Also = "costo_spoke", Placeholder = "EUR", Example = "20000" };

    public static ChoiceParameter LimitAs { get; } = new(
        "limite-come", "Quale tempo della stima si giudica: centrale; prudente (il P90: conta solo chi è quasi certamente nel limite); ottimista (il P10). Con rete o matrice non "
            + "cambia nulla.", BandEdges.Words.Written, BandEdges.Words.Of(BandEdge.Central))
    {
        Placeholder = "COME",
        Example = "prudente",
    };

    public static NumberParameter TimeLimit { get; } = new("time-limit", "Secondi di calcolo al più.", 1, 86_400, 0) { Placeholder = "S", Example = "20" };

    public static Question Instance { get; } = new()
    {
        Summary = "Proposte di nuove sedi",
        Description = "Con units, il minor numero di nuove sedi perché ogni area ne abbia una (poi meno nuovi Hub, più residenti entro il limite, meno minuti); con cover o "
            + "time, i nuovi Spoke che portano più residenti entro il limite o risparmiano più minuti. Ogni scelta è dimostrata. Prima nuovi Spoke di reti esistenti; un nuovo "
                + "Hub, con una nuova manifestazione di interesse, solo dove nessuna rete può. Sono proposte, mai decisioni.",
        Parameters = [Level, SharedParameters.Ats, Counted, Spokes, Goal, GapsQuestion.Limit, LimitAs, Share, EveryUnit, Balance, Budget, SpokeCost, AtsBudget, Reach, Candidates,
            OnlyIn, NotIn, Fixed, ReplaceHub, TimeLimit, By, SharedParameters.Demand, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules,
            SharedParameters.Date],
        Rows = () => [SuggestionLayer.Shape.As("SuggestionRow", RowGeometry.Point, "by=proposta"), EffectLayer.Shape.As("EffectRow", RowGeometry.PointOrNone, "by=comune")],
        TerminalColumns = 11,
        Key = GapsQuestion.Instance.Key,
        TakesLong = _ => true,
        AnswerWatched = (analysis, values, watch) =>
        {
            (analysis, SuggestionAnswer answer) = Found(analysis, values, watch);
            return values.Choice(By) == "comune" ? EffectLayer.Make(analysis, answer) : SuggestionLayer.Make(analysis, answer);
        },
    };

    /// <summary>The proposals before they become rows, with the analysis that they were judged in.</summary>
    public static (Analysis Analysis, SuggestionAnswer Answer) Found(Analysis analysis, Values values, SearchWatch watch)
    {
        Analysis edged = Edged(analysis, values.Choice(LimitAs)!);
        return (edged, SuggestionAnswer.Of(edged, Request(edged, values), (double?)values.Number(TimeLimit), watch.Stop));
    }

    /// <summary>The constraints that the values ask for; the goal <c>units</c> stands where the question has none.</summary>
    public static SuggestionRequest Request(Analysis analysis, Values values)
    {
        ImmutableArray<SitingCandidate>? candidates = CandidateText.Read(analysis, Candidates, values[Candidates]);
        return new SuggestionRequest
        {
            Level = values.Choice(Level) switch
            {
                "distretto" => SuggestionLevel.Distretto,
                "entrambi" => SuggestionLevel.Entrambi,
                _ => SuggestionLevel.Ambito,
            },
            Goal = values.Choice(Goal) switch
            {
                "cover" => SuggestionGoal.Cover,
                "time" => SuggestionGoal.Time,
                _ => SuggestionGoal.Units,
            },
            Ats = Question.FindAts(analysis, values),
            CountAll = CountsAll(values),
            MaxSpokes = (int?)values.Number(Spokes),
            // Who gives the search a time wants it to use it.
            MostNodes = values.Number(TimeLimit) is null ? new SuggestionRequest().MostNodes : int.MaxValue,
            ReachMinutes = (double?)values.Number(Reach),
            EveryUnit = values.Choice(EveryUnit) == "si",
            Balance = values.Choice(Balance) == "si",
            SharePercent = (double?)values.Number(Share),
            Candidates = candidates,
            Fixed = FixedText.Read(analysis, Fixed, values[Fixed], candidates),
            OnlyIn = ComuneText.Read(analysis, OnlyIn, values[OnlyIn]),
            NotIn = ComuneText.Read(analysis, NotIn, values[NotIn]),
            ReplaceHubs = [.. (values[ReplaceHub] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => new SiteId(id))],
            SedeCostEur = values.Number(SpokeCost),
            BudgetEur = Priced(values, Budget, values.Number(Budget)),
            BudgetByAts = Priced(values, AtsBudget, values.Choice(AtsBudget) switch
            {
                "assegnazione" => Amounts(analysis, b => b.Allocation.Assigned),
                "libero" => Amounts(analysis, b => Math.Max(0, b.Free ?? 0)),
                _ => null,
            }),
        };
    }

    /// <summary>The same with the times that the limit is judged by.</summary>
    private static Analysis Edged(Analysis analysis, string limitAs)
    {
        CoverageState state = analysis.State;
        BandEdges.Words.TryRead(limitAs, out BandEdge edge);
        ITravelSource travel = BandEdgeTravel.Of(state.Travel, edge);
        return ReferenceEquals(travel, state.Travel) ? analysis : analysis with { State = CoverageState.Compute(state.Snapshot, state.Rules, travel, state.LimitMinutes) };
    }

    public static bool CountsAll(Values values) => values.Choice(Counted) == "tutte";

    /// <summary>A limit of money says nothing without the cost of a sede, which the act does not give.</summary>
    private static T? Priced<T>(Values values, Parameter asked, T? limit) => limit is null || values.Number(SpokeCost) is not null
        || values[Candidates]?.Contains("\"cost\":", StringComparison.Ordinal) == true
        ? limit
        : throw new InputException(
            asked.Name, "il costo di uno Spoke non è indicato, quindi una spesa massima non dice quanti aprirne.",
                "Indicare anche il costo di una sede (spoke-cost), oppure togliere la spesa massima e dare il numero di Spoke.");

    private static ImmutableSortedDictionary<string, decimal> Amounts(Analysis analysis, Func<AtsBudget, decimal> amount) =>
        AtsBudgets.Declared(analysis.State).ToImmutableSortedDictionary(b => b.Allocation.Ats, amount, StringComparer.Ordinal);
}
