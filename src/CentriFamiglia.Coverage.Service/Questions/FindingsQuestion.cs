using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Findings;
using CentriFamiglia.Coverage.Rules;
using CentriFamiglia.Coverage.Service.Layers.Findings;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>What each rule of the act says: <c>findings</c>, <c>/api/v1/findings</c>.</summary>
internal static class FindingsQuestion
{
    public static TextParameter Rule { get; } = new("rule", "Solo questa regola.") { Placeholder = "REGOLA", Example = "R8" };

    public static ChoiceParameter Verdict { get; } = new(
        "verdict", "Solo questo esito.", [.. OutcomeText.Words.Written], null)
    {
        Placeholder = "ESITO",
        Example = "non_conforme",
    };

    public static TextParameter Network { get; } = new("network", "Solo questa rete e le sue sedi.") { Placeholder = "RETE", Example = "BG01" };

    public static TextParameter Shared { get; } = new("condivisa",
        "Giorno della lettura comune con la Cabina di Regia (R14), al posto di quello dichiarato: ATS=AAAA-MM-GG separate da ;.")
    {
        Option = "shared",
        Placeholder = "GIORNI",
        Example = "Brescia=2023-12-20",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Rilievi sulle regole dell'atto",
        Description = "Ogni regola R1-R18 su ogni area, rete e sede: clausola, parole dell'atto, esito (conforme, non_conforme, non_dichiarato, informativo), cifre e rimedio. "
            + "Ciò che i dati non dicono è non_dichiarato, mai una violazione; i limiti di viaggio e di carico sono criteri di pianificazione, non previsti dall'atto.",
        Parameters = [Rule, SharedParameters.Ats, Verdict, Network, BudgetQuestion.Residuals, Shared, SharedParameters.Sedi, SharedParameters.Travel, SharedParameters.Rules,
            SharedParameters.Date],
        Rows = () => [FindingLayer.Shape.As("FindingRow", RowGeometry.PointOrNone)],
        TerminalColumns = 10,
        Answer = (analysis, values) => FindingLayer.Make(analysis, new FindingFilter(
            KnownRule(analysis, values[Rule]), Question.FindAts(analysis, values), values.Choice(Verdict), KnownNetwork(analysis, values[Network])?.Value),
                Declared(analysis, values)),
    };

    /// <returns>Null where the user declares nothing beside what the store holds.</returns>
    private static ActDeclarations? Declared(Analysis analysis, Values values) => values[BudgetQuestion.Residuals] is null && values[Shared] is null
        ? null
        : new ActDeclarations(LedgerText.ReadDays(analysis, Shared, values[Shared]))
        {
            Ledgers = LedgerText.Read(analysis, BudgetQuestion.Residuals, values[BudgetQuestion.Residuals]),
        };

    private static string? KnownRule(Analysis analysis, string? text) => text is null
        ? null
        : analysis.Rules.Rules.FirstOrDefault(r => r.Id.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))?.Id
            ?? throw new InputException(Rule.Name, $"'{Shown.Of(text)}' non è una regola.", $"Le regole sono: {string.Join(", ", analysis.Rules.Rules.Select(r => r.Id))}.");

    /// <exception cref="InputException">There is no such network.</exception>
    public static NetworkId? KnownNetwork(Analysis analysis, string? text) => text is null
        ? null
        : analysis.Snapshot.Networks.FirstOrDefault(n => n.Id.Value == text.Trim())?.Id
            ?? throw new InputException(Network.Name,
                analysis.Snapshot.IdleNetworks.Any(n => n.Id.Value == text.Trim())
                    ? $"il progetto della rete {Shown.Of(text.Trim())} non è in corso al {analysis.Snapshot.AsOf:yyyy-MM-dd}."
                    : $"'{Shown.Of(text)}' non è una rete dell'insieme {analysis.Snapshot.Set.Name}.",
                "Gli identificativi sono nella colonna network_id di /api/v1/networks.");
}
