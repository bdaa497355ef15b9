using CentriFamiglia.Coverage.Siting.Solver.Problems;
using Google.OrTools.Sat;

namespace CentriFamiglia.Coverage.Judges.Tests.Location;

/// <summary>
/// The same problems for CP-SAT, the median by the radii of each demand instead of its assignment (Cornuéjols, Nemhauser, Wolsey 1980).
/// </summary>
internal static class ConstraintLocation
{
    /// <returns>The best value, and for LSCP-B the weight backed up; null when there is no choice.</returns>
    public static (double Value, double Backup)? Value(LocationKind kind, LocationQuestion question) => kind switch
    {
        LocationKind.PMedian => Best(Median(question)),
        LocationKind.MaximalCovering => Best(Covered(question, times: 1)),
        LocationKind.PCenter => Best(Center(question)),
        LocationKind.SetCovering => Best(Covered(question, times: 0)),
        _ => Best(Covered(question, times: 0)) is { } fewest
            ? (fewest.Value, Best(Covered(question with { P = (int)fewest.Value }, times: 2))!.Value.Value) : null,
    };

    private static (double Value, double Backup)? Best(CpModel model) => ConstraintJudge.Best(model) is { } value ? (value, 0) : null;

    private static CpModel Median(LocationQuestion question)
    {
        (CpModel model, BoolVar[] open) = Sites(question);
        model.Add(LinearExpr.Sum(open) == question.P);
        var total = new List<LinearExpr>();
        for (int i = 0; i < question.Demands; i++)
        {
            if (question.Weights[i] == 0)
                continue;
            int[] radii = [.. question.Within(i, int.MaxValue).Select(j => question.Costs[i, j]).Distinct().Order()];
            model.AddBoolOr(question.Within(i, int.MaxValue).Select(j => open[j]));
            for (int k = 0; k < radii.Length; k++)
            {
                long step = question.Weights[i] * (long)(radii[k] - (k == 0 ? 0 : radii[k - 1]));
                BoolVar beyond = model.NewBoolVar("");
                // Nobody within the radius before.
                model.AddBoolOr([beyond, .. k == 0 ? [] : question.Within(i, radii[k - 1]).Select(j => open[j])]);
                total.Add(step * beyond);
            }
        }

        model.Minimize(LinearExpr.Sum(total));
        return model;
    }

    /// <summary>Most weight within the limit of one or two of p sites; for none the fewest sites within the limit of all.</summary>
    private static CpModel Covered(LocationQuestion question, int times)
    {
        (CpModel model, BoolVar[] open) = Sites(question);
        var weight = new List<LinearExpr>();
        for (int i = 0; i < question.Demands; i++)
        {
            BoolVar[] within = [.. question.Within(i, question.Limit).Select(j => open[j])];
            if (times != 1)
                model.AddBoolOr(within);
            BoolVar counts = model.NewBoolVar("");
            model.Add(LinearExpr.Sum(within) >= times).OnlyEnforceIf(counts);
            weight.Add(question.Weights[i] * counts);
        }

        if (times == 0)
        {
            model.Minimize(LinearExpr.Sum(open));
            return model;
        }

        model.Add(LinearExpr.Sum(open) == question.P);
        model.Maximize(LinearExpr.Sum(weight));
        return model;
    }

    private static CpModel Center(LocationQuestion question)
    {
        (CpModel model, BoolVar[] open) = Sites(question);
        model.Add(LinearExpr.Sum(open) == question.P);
        IntVar worst = model.NewIntVar(0, question.Costs.Cast<int>().Max(), "");
        for (int i = 0; i < question.Demands; i++)
        {
            int[] sites = question.Within(i, int.MaxValue);
            BoolVar[] serves = [.. sites.Select(_ => model.NewBoolVar(""))];
            model.AddExactlyOne(serves);
            for (int k = 0; k < sites.Length; k++)
            {
                model.AddImplication(serves[k], open[sites[k]]);
                model.Add(worst >= question.Costs[i, sites[k]]).OnlyEnforceIf(serves[k]);
            }
        }

        model.Minimize(worst);
        return model;
    }

    private static (CpModel Model, BoolVar[] Open) Sites(LocationQuestion question)
    {
        var model = new CpModel();
        BoolVar[] open = [.. Enumerable.Range(0, question.Sites).Select(j => model.NewBoolVar(""))];
        foreach (int j in question.Fixed)
            model.Add(open[j] == 1);
        foreach (int j in question.Forbidden)
            model.Add(open[j] == 0);
        return (model, open);
    }
}
