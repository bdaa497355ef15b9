using System.Collections.Immutable;
using CentriFamiglia.Coverage.Access;
using CentriFamiglia.Coverage.Territory;

namespace CentriFamiglia.Coverage.Siting;

/// <summary>What a run considered, dropped, left out and tied: the material of the certificate and of the notes.</summary>
internal sealed class SuggestionLedger(TerritorySnapshot snapshot)
{
    private const int MostAlternates = 5;

    private readonly List<string> _notes =
    [
        "Le unità sono servite in ordine di minuti-residente risparmiati nella regione (dal maggiore), poi di residenti guadagnati, poi di codice.",
        "Residenti guadagnati e minuti risparmiati di ogni riga valgono per quella proposta da sola; per i Distretti, insieme alle proposte già fatte per gli Ambiti.",
    ];

    private readonly List<UnitChoice> _enumerated = [];
    private readonly List<UnitChoice> _chosen = [];
    private readonly List<UnitChoice> _leftOut = [];

    public int Spokes { get; private set; }

    public ImmutableArray<string> Notes => [.. _notes];

    public void NotLoaded(AreaLevel level, int units)
    {
        if (units > 0)
            _notes.Add($"{units} unità di livello {SuggestionWords.Word(level)} sono NON_CARICATO: per esse non si propone nulla, perché non si sa se manchi una sede.");
    }

    public void Enumerated(UnitChoice choice)
    {
        _enumerated.Add(choice);
        string unit = $"{SuggestionWords.Word(choice.Verdict.Unit.Level)} {choice.Verdict.Unit.Name}";
        if (!choice.Dropped.IsEmpty)
            _notes.Add($"{unit}: non considerati perché senza sede comunale nota: {string.Join(", ", choice.Dropped)}.");
        if (choice.Best.IsEmpty)
            _notes.Add($"{unit}: nessun comune può essere candidato, quindi nessuna proposta.");
    }

    public void Proposed(UnitChoice choice, SuggestionKind kind)
    {
        _chosen.Add(choice);
        Spokes += kind == SuggestionKind.Spoke ? 1 : 0;
    }

    public void LeftOut(UnitChoice choice)
    {
        _leftOut.Add(choice);
        _notes.Add($"{SuggestionWords.Word(choice.Verdict.Unit.Level)} {choice.Verdict.Unit.Name}: nessuna proposta, è raggiunto il numero di nuovi Spoke richiesto.");
    }

    public IEnumerable<int> PointsOfUnits(CoverageState state) =>
        _enumerated.SelectMany(c => UnitChoice.PointsOf(state, c.Verdict.Unit)).Distinct();

    /// <summary>
    /// Each unit's choice is optimal by enumeration. With units left out by the number of Spokes asked for, which ones were served
    /// follows a stated order and is not proved best: the status is then feasible, without a bound.
    /// </summary>
    public SitingCertificate Certificate(ImmutableArray<Suggestion> rows, ImmutableArray<string> unreachable)
    {
        double objective = _chosen.Sum(c => c.Value.ResidentSeconds) / 60;
        bool proved = _leftOut.Count == 0;
        string status = _enumerated.Any(c => c.Best.IsEmpty) ? "infeasible" : proved ? "optimal" : "feasible";
        (ImmutableArray<ImmutableArray<string>> alternates, bool complete) = Alternates();
        return new SitingCertificate(
            "units",
            status,
            GapMeasures.Rounded(objective),
            proved ? GapMeasures.Rounded(objective) : null,
            proved ? 0 : null,
            [.. rows.Select(r => r.Comune.Code.Value)],
            _enumerated.Sum(c => c.Considered),
            alternates,
            complete && proved,
            unreachable);
    }

    /// <summary>
    /// The other combinations of tied comuni, the lowest codes first. When Distretti were served after Ambiti, another choice for an
    /// Ambito may change what a Distretto needs: only the ties of the Distretti are varied then.
    /// </summary>
    private (ImmutableArray<ImmutableArray<string>> Alternates, bool Complete) Alternates()
    {
        bool twoLevels = _chosen.Select(c => c.Verdict.Unit.Level).Distinct().Skip(1).Any();
        int[][] options =
        [
            .. _chosen.Select(c => twoLevels && c.Verdict.Unit.Level == AreaLevel.Ambito ? new[] { c.Best[0] } : [.. c.Best]),
        ];
        bool held = twoLevels && _chosen.Any(c => c.Verdict.Unit.Level == AreaLevel.Ambito && c.Best.Length > 1);
        var alternates = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        int[] digits = new int[options.Length];
        while (Next(digits, options))
        {
            if (alternates.Count == MostAlternates)
                return (alternates.ToImmutable(), false);
            alternates.Add([.. digits.Select((d, i) => snapshot.Comuni[options[i][d]].Code.Value).Order(StringComparer.Ordinal)]);
        }

        return (alternates.ToImmutable(), !held);
    }

    // Counts through the combinations, the last unit fastest; false when all were seen.
    private static bool Next(int[] digits, int[][] options)
    {
        for (int i = digits.Length - 1; i >= 0; i--)
        {
            if (++digits[i] < options[i].Length)
                return true;
            digits[i] = 0;
        }

        return false;
    }
}
