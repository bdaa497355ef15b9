using System.Diagnostics;
using Google.OrTools.LinearSolver;
using Google.OrTools.Sat;
using Constraint = Google.OrTools.LinearSolver.Constraint;
using LinearExpr = Google.OrTools.Sat.LinearExpr;

namespace CentriFamiglia.Coverage.Bench.Locate;

/// <summary>HiGHS and CP-SAT on the same model, in this process: the building of their model counts, no start of a process does.</summary>
internal static class OtherSolvers
{
    /// <returns>Seconds and the least value; null when it was not proved in time.</returns>
    public static (double Seconds, double? Value) Highs(LinearModel model, int seconds)
    {
        var watch = Stopwatch.StartNew();
        using Solver solver = Solver.CreateSolver("HIGHS");
        Variable[] variables = [.. model.Variables.Select(v => v.Whole ? solver.MakeBoolVar("") : solver.MakeNumVar(0, 1, ""))];
        for (int v = 0; v < variables.Length; v++)
            solver.Objective().SetCoefficient(variables[v], model.Variables[v].Cost);
        foreach ((double least, bool exactly, (int Variable, int Times)[] terms) in model.Rows)
        {
            Constraint row = solver.MakeConstraint(least, exactly ? least : double.PositiveInfinity);
            foreach ((int variable, int times) in terms)
                row.SetCoefficient(variables[variable], times);
        }

        using var exact = new MPSolverParameters();
        exact.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        solver.SetTimeLimit(seconds * 1000L);
        bool proved = solver.Solve(exact) == Solver.ResultStatus.OPTIMAL;
        return (watch.Elapsed.TotalSeconds, proved ? solver.Objective().Value() : null);
    }

    /// <summary>A share, which costs are whole numbers of these instances, is a choice too: the best ones are.</summary>
    /// <returns>Seconds and the least value; null when it was not proved in time.</returns>
    public static (double Seconds, double? Value) CpSat(LinearModel model, int seconds)
    {
        var watch = Stopwatch.StartNew();
        var program = new CpModel();
        BoolVar[] variables = [.. model.Variables.Select(_ => program.NewBoolVar(""))];
        foreach ((double least, bool exactly, (int Variable, int Times)[] terms) in model.Rows)
        {
            var sum = LinearExpr.WeightedSum(terms.Select(t => variables[t.Variable]), terms.Select(t => (long)t.Times));
            program.AddLinearConstraint(sum, (long)least, exactly ? (long)least : int.MaxValue);
        }

        program.Minimize(LinearExpr.WeightedSum(variables, model.Variables.Select(v => (long)v.Cost)));
        using CpSolver solver = new() { StringParameters = $"max_time_in_seconds:{seconds},num_workers:2,random_seed:1" };
        bool proved = solver.Solve(program) == CpSolverStatus.Optimal;
        return (watch.Elapsed.TotalSeconds, proved ? solver.ObjectiveValue : null);
    }
}
