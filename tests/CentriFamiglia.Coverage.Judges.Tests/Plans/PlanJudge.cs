using Google.OrTools.Sat;

namespace CentriFamiglia.Coverage.Judges.Tests.Plans;

/// <summary>
/// The constrained plan for CP-SAT: one objective after the other, each held while the next is sought. A sede joins a Hub within reach or
/// counts as one without a network; a Hub takes so many Spokes, and Spokes of so many Ambiti.
/// </summary>
internal sealed class PlanJudge
{
    private readonly PlanStatement _statement;
    private readonly CpModel _model = new();
    private readonly BoolVar[] _open;
    private readonly int[] _usable;
    private readonly LinearExpr _alone;

    private PlanJudge(PlanStatement statement, IEnumerable<int> usable)
    {
        _statement = statement;
        _usable = [.. usable.Distinct().Order()];
        _open = [.. statement.Candidates.Select(_ => _model.NewBoolVar(""))];
        foreach (int c in Enumerable.Range(0, _open.Length).Except(_usable))
            _model.Add(_open[c] == 0);
        _alone = Networks();
    }

    /// <summary>Fewest sedi for all units, then fewest without a network, most residents within their limit, least time.</summary>
    public static (long Sedi, long Alone, long Within, long Saved) Units(PlanStatement statement)
    {
        var judge = new PlanJudge(statement, statement.Units.SelectMany(unit => unit));
        judge.Serve();
        long sedi = judge.Hold(LinearExpr.Sum(judge._open), largest: false)!.Value;
        long alone = judge.Hold(judge._alone, largest: false)!.Value;
        long within = judge.Hold(judge.Within(), largest: true)!.Value;
        return (sedi, alone, within, judge.Hold(judge.Saved(reachedOnly: false), largest: true)!.Value);
    }

    /// <summary>The first two alone.</summary>
    public static (long Sedi, long Alone) Fewest(PlanStatement statement)
    {
        var judge = new PlanJudge(statement, statement.Units.SelectMany(unit => unit));
        judge.Serve();
        long sedi = judge.Hold(LinearExpr.Sum(judge._open), largest: false)!.Value;
        return (sedi, judge.Hold(judge._alone, largest: false)!.Value);
    }

    /// <summary>Most residents within their limit by so many Spokes, then least time; null when the units cannot all be served.</summary>
    public static (long Within, long Saved)? Cover(PlanStatement statement, int most, bool everyUnit)
    {
        PlanJudge judge = Spokes(statement, most, everyUnit);
        return judge.Hold(judge.Within(), largest: true) is { } within
            ? (within, judge.Hold(judge.Saved(reachedOnly: false), largest: true)!.Value)
            : null;
    }

    /// <summary>
    /// Most resident-seconds saved by so many Spokes for those who reach a sede;
    /// null when the units cannot all be served.
    /// </summary>
    public static long? Time(PlanStatement statement, int most, bool everyUnit)
    {
        PlanJudge judge = Spokes(statement, most, everyUnit);
        return judge.Hold(judge.Saved(reachedOnly: true), largest: true);
    }

    private static PlanJudge Spokes(PlanStatement statement, int most, bool everyUnit)
    {
        var judge = new PlanJudge(statement, Enumerable.Range(0, statement.Candidates.Length).Where(c => statement.Near[c].Length > 0));
        judge._model.Add(LinearExpr.Sum(judge._open) <= most);
        judge._model.Add(judge._alone == 0);
        if (everyUnit)
            judge.Serve();
        return judge;
    }

    private void Serve()
    {
        // A unit that no candidate can serve is left without.
        foreach (int[] unit in _statement.Units.Where(unit => unit.Intersect(_usable).Any()))
            _model.AddBoolOr(unit.Intersect(_usable).Select(c => _open[c]));
    }

    private long? Hold(LinearExpr objective, bool largest)
    {
        if (largest)
            _model.Maximize(objective);
        else
            _model.Minimize(objective);
        if (ConstraintJudge.Best(_model) is not { } best)
            return null;
        _model.Add(objective == best);
        return best;
    }

    private LinearExpr Networks()
    {
        var spokes = new List<ILiteral>[_statement.Hubs.Length];
        var ambiti = new Dictionary<string, BoolVar>[_statement.Hubs.Length];
        for (int h = 0; h < spokes.Length; h++)
            (spokes[h], ambiti[h]) = ([], new(StringComparer.Ordinal));
        var alone = new List<BoolVar>();
        foreach (int c in _usable)
        {
            alone.Add(_model.NewBoolVar(""));
            var ways = new List<ILiteral> { alone[^1], _open[c].Not() };
            foreach (int h in _statement.Near[c])
            {
                BoolVar joins = _model.NewBoolVar("");
                ways.Add(joins);
                spokes[h].Add(joins);
                if (_statement.Ambito[c].Length == 0 || _statement.Served[h].Contains(_statement.Ambito[c]))
                    continue;
                if (!ambiti[h].TryGetValue(_statement.Ambito[c], out BoolVar? serves))
                    ambiti[h].Add(_statement.Ambito[c], serves = _model.NewBoolVar(""));
                _model.AddImplication(joins, serves);
            }

            _model.AddExactlyOne(ways);
        }

        for (int h = 0; h < spokes.Length; h++)
        {
            _model.Add(LinearExpr.Sum(spokes[h].Select(joins => (BoolVar)joins)) <= _statement.SpokeRoom[h]);
            _model.Add(LinearExpr.Sum(ambiti[h].Values) <= _statement.AmbitiRoom[h]);
        }

        return LinearExpr.Sum(alone);
    }

    private LinearExpr Within()
    {
        var sum = new List<LinearExpr>();
        for (int i = 0; i < _statement.Now.Length; i++)
        {
            if (_statement.Now[i] <= _statement.Limit[i])
                continue;
            BoolVar within = _model.NewBoolVar("");
            _model.AddBoolOr(Nearer(i, _statement.Limit[i]).Append(within.Not()));
            sum.Add(_statement.Residents[i] * within);
        }

        return LinearExpr.Sum(sum);
    }

    /// <summary>By the times that occur: each step down is saved when a sede is as near as that.</summary>
    private LinearExpr Saved(bool reachedOnly)
    {
        var sum = new List<LinearExpr>();
        for (int i = 0; i < _statement.Now.Length; i++)
        {
            if (_statement.Residents[i] == 0 || (reachedOnly && !_statement.Reached[i]))
                continue;
            int above = _statement.Now[i];
            int[] times = [.. _usable.Select(c => _statement.Seconds[i, c]).Where(time => time < above).Distinct().OrderDescending()];
            foreach (int time in times)
            {
                BoolVar near = _model.NewBoolVar("");
                _model.AddBoolOr(Nearer(i, time).Append(near.Not()));
                sum.Add(_statement.Residents[i] * (above - time) * near);
                above = time;
            }
        }

        return LinearExpr.Sum(sum);
    }

    private IEnumerable<ILiteral> Nearer(int point, int seconds) =>
        _usable.Where(c => _statement.Seconds[point, c] <= seconds).Select(c => (ILiteral)_open[c]);
}
