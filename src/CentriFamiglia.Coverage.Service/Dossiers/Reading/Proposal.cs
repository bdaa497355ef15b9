using CentriFamiglia.Coverage.Records;

namespace CentriFamiglia.Coverage.Service.Dossiers.Reading;

/// <summary>A proposal of a run with what was decided on it.</summary>
/// <param name="Number">From 1, as on the map.</param>
/// <param name="Row">Of the result <c>proposte</c>.</param>
/// <param name="Decision">Null where nobody has said anything of it.</param>
internal sealed record Proposal(int Number, JsonObject Row, Decision? Decision)
{
    public bool IsHub => Row.Text("tipo") == "hub";

    public string Kind => Wording.Of(Row.Text("tipo"));

    public string Comune => Row.Text("comune") ?? Figure.Unknown;

    public string Ats => Row.Text("ats") ?? Figure.Unknown;

    public string Ambito => Row.Text("ambito") ?? Figure.Unknown;

    /// <summary>Whose Hub takes it.</summary>
    public string Network => Row.Text("rete") is not { } network ? IsHub ? "nuova" : Figure.Unknown
        : network.StartsWith("nuova:", StringComparison.Ordinal) ? "del nuovo Hub proposto" : network;

    /// <summary>In one word.</summary>
    public string Outcome => Decision?.Outcome is { } outcome ? Records.Decision.Outcomes.Of(outcome) : "non ancora deciso";

    /// <summary>By whom and when.</summary>
    public string Signed => Decision is { Outcome: not null } decision
        ? $"{Outcome} da {decision.By ?? Figure.Unknown}{(decision.At is { } at ? $" il {Figure.Day(at)}" : "")}"
        : Outcome;
}
