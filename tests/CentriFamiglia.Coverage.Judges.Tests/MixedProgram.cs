using System.Diagnostics;
using System.Globalization;
using System.Text;
using Google.OrTools.LinearSolver;

namespace CentriFamiglia.Coverage.Judges.Tests;

/// <summary>A mixed-integer program, a least, that HiGHS and cbc can be asked to solve. Variables are known by their number.</summary>
internal sealed class MixedProgram
{
    private const int MostSeconds = 300;

    private readonly List<(double Cost, int Least, int Most, bool Whole)> _variables = [];
    private readonly List<(double Least, bool Exactly, (int Variable, int Times)[] Terms)> _rows = [];

    /// <summary>A whole number, 0 or 1 unless its bounds say so.</summary>
    public int Bit(double cost, int least = 0, int most = 1) => Add((cost, least, most, true));

    /// <summary>A number from 0 to 1.</summary>
    public int Share(double cost) => Add((cost, 0, 1, false));

    public void AtLeast(double least, IEnumerable<int> terms) => _rows.Add((least, false, [.. terms.Select(term => (term, 1))]));

    public void Exactly(double sum, IEnumerable<int> terms) => _rows.Add((sum, true, [.. terms.Select(term => (term, 1))]));

    public void AtMost(double most, IEnumerable<int> terms) => _rows.Add((-most, false, [.. terms.Select(term => (term, -1))]));

    /// <summary>So many times each variable, together at most.</summary>
    public void AtMost(double most, IEnumerable<(int Variable, int Times)> terms) =>
        _rows.Add((-most, false, [.. terms.Select(term => (term.Variable, -term.Times))]));

    /// <summary>The variable is the sum of the terms.</summary>
    public void Is(int variable, IEnumerable<int> terms) => _rows.Add((0, true, [(variable, -1), .. terms.Select(term => (term, 1))]));

    public void NotAbove(int variable, int other) => _rows.Add((0, false, [(other, 1), (variable, -1)]));

    /// <returns>The least value, proved; null when there is none.</returns>
    public double? Highs()
    {
        using Solver solver = Solver.CreateSolver("HIGHS");
        Variable[] variables = [.. _variables.Select(v => v.Whole
            ? solver.MakeIntVar(v.Least, v.Most, "") : solver.MakeNumVar(v.Least, v.Most, ""))];
        for (int v = 0; v < variables.Length; v++)
            solver.Objective().SetCoefficient(variables[v], _variables[v].Cost);
        foreach ((double least, bool exactly, (int Variable, int Times)[] terms) in _rows)
        {
            Constraint row = solver.MakeConstraint(least, exactly ? least : double.PositiveInfinity);
            foreach ((int variable, int times) in terms)
                row.SetCoefficient(variables[variable], times);
        }

        using var exact = new MPSolverParameters();
        exact.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        solver.SetTimeLimit(MostSeconds * 1000L);
        Solver.ResultStatus status = solver.Solve(exact);
        if (status == Solver.ResultStatus.INFEASIBLE)
            return null;
        status.ShouldBe(Solver.ResultStatus.OPTIMAL, "HiGHS gives no proof");
        double value = solver.Objective().Value();
        solver.Objective().BestBound().ShouldBe(value, 1e-6 * Math.Max(1, Math.Abs(value)), "HiGHS stops short of the proof");
        return value;
    }

    /// <summary>The same by cbc, which must be installed.</summary>
    /// <returns>The least value, proved; null when there is none.</returns>
    public double? Cbc()
    {
        // A row without terms has no place in the file.
        if (_rows.Any(row => row.Terms.Length == 0 && row.Least > 0))
            return null;
        string folder = Directory.CreateTempSubdirectory("judge-").FullName;
        try
        {
            string model = Path.Combine(folder, "model.lp");
            string solution = Path.Combine(folder, "solution");
            File.WriteAllText(model, Text());
            Run("cbc", [model, "ratioGap", "0", "allowableGap", "0", "sec", $"{MostSeconds}", "solve", "solution", solution]);
            string first = File.ReadLines(solution).First();
            if (first.StartsWith("Infeasible", StringComparison.Ordinal)
                || first.StartsWith("Integer infeasible", StringComparison.Ordinal))
                return null;
            first.ShouldStartWith("Optimal", customMessage: "cbc gives no proof");
            return double.Parse(first[(first.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Skips the test where cbc is missing; fails it where it must not be.</summary>
    public static void NeedCbc()
    {
        bool here = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "cbc")));
        Assert.SkipUnless(here || Environment.GetEnvironmentVariable("CI") == "true", "cbc (Debian: coinor-cbc) is not installed");
    }

    /// <summary>In the LP format of CPLEX, one term a line, so that no line is too long for a reader.</summary>
    private string Text()
    {
        var text = new StringBuilder("minimize\nobj:\n");
        for (int v = 0; v < _variables.Count; v++)
        {
            if (_variables[v].Cost != 0)
                text.Append(CultureInfo.InvariantCulture, $"+ {_variables[v].Cost:R} v{v}\n");
        }

        text.Append("subject to\n");
        foreach ((double least, bool exactly, (int Variable, int Times)[] terms) in _rows.Where(row => row.Terms.Length > 0))
        {
            foreach ((int variable, int times) in terms)
                text.Append(CultureInfo.InvariantCulture, $"{times:+0;-0} v{variable}\n");
            text.Append(CultureInfo.InvariantCulture, $"{(exactly ? "=" : ">=")} {least}\n");
        }

        // What is fixed is no choice; what is whole is 0 or 1.
        text.Append("bounds\n");
        for (int v = 0; v < _variables.Count; v++)
        {
            if (_variables[v].Least == _variables[v].Most)
                text.Append(CultureInfo.InvariantCulture, $"v{v} = {_variables[v].Least}\n");
            else if (!_variables[v].Whole)
                text.Append(CultureInfo.InvariantCulture, $"v{v} <= 1\n");
        }

        text.Append("binary\n");
        for (int v = 0; v < _variables.Count; v++)
            text.Append(_variables[v].Whole && _variables[v].Least < _variables[v].Most ? $"v{v}\n" : "");
        return text.Append("end\n").ToString();
    }

    private int Add((double Cost, int Least, int Most, bool Whole) variable)
    {
        _variables.Add(variable);
        return _variables.Count - 1;
    }

    private static void Run(string program, string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{output}\n{errors.Result}");
    }
}
