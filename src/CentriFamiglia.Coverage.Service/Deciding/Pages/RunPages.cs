using CentriFamiglia.Coverage.Records;
using CentriFamiglia.Coverage.Service.Deciding.Decisions;
using CentriFamiglia.Coverage.Service.Deciding.Runs;
using CentriFamiglia.Coverage.Service.Dossiers;

namespace CentriFamiglia.Coverage.Service.Deciding.Pages;

/// <summary>The pages of a run: its dossier, and the minutes of what was decided on it.</summary>
internal static class RunPages
{
    /// <summary>All that a page is made of.</summary>
    internal sealed record Ground(FrozenRun Run, RunHead Head, ImmutableArray<Decision> Decisions);

    public static async Task<Ground> GroundAsync(string id, RunDesk runs, DecisionDesk decisions, CancellationToken cancellationToken)
    {
        RunHead head = (await runs.GetAsync(id, cancellationToken)).Head;
        return new Ground(await runs.ContentAsync(head, cancellationToken), head, await decisions.OfAsync(head.Id, cancellationToken));
    }

    /// <param name="ats">As a user writes it; null for all that the run is of.</param>
    /// <exception cref="InputException">The run has no such ATS.</exception>
    public static string Dossier(Ground ground, string? ats) => DossierPage.Write(ground.Run, ground.Head, ground.Decisions, ats is null ? null : FindAts(ground.Run, ats));

    public static string Minutes(Ground ground) => Verbale.Write(ground.Run, ground.Head, ground.Decisions);

    public static Layer MinutesLayer(Ground ground) => VerbaleLayer.Make(ground.Run, ground.Head, ground.Decisions);

    private static string FindAts(FrozenRun run, string text)
    {
        string[] all = [.. run.Rows("copertura-ats").Select(r => (string?)r["nome"]).OfType<string>()];
        return AtsNames.Find(text, all) ?? throw new InputException("ats", $"'{Shown.Of(text)}' non è una ATS di questa analisi.", $"Le ATS sono: {string.Join(", ", all)}.");
    }
}
