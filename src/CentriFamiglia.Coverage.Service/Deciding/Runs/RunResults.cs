using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Deciding.Runs;

/// <summary>The results of a run by name, as they were frozen.</summary>
internal static class RunResults
{
    /// <exception cref="InputException">It has no such result.</exception>
    public static JsonObject Of(FrozenRun run, string name) => run.Result(name.Trim())
        ?? throw new InputException("risultato", $"«{Shown.Of(name)}» non è un risultato dell'analisi.", $"I risultati sono: {string.Join(", ", run.ResultNames)}.");
}
