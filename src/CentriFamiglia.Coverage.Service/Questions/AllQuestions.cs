namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>A question with where it is asked.</summary>
/// <param name="Verb">On the command line; null where no verb asks it.</param>
/// <param name="Name">Over HTTP: <c>/api/v1/name</c>, and the name of the operation in the API document.</param>
/// <param name="Made">Gives the question: a verb makes only its own.</param>
/// <param name="Help">Of the verb, Italian.</param>
internal sealed record NamedQuestion(string? Verb, string Name, Func<Question> Made, string? Help)
{
    public Question Question => Made();
}

/// <summary>Every question, in the order of the help and of the API document.</summary>
internal static class AllQuestions
{
    public static ImmutableArray<NamedQuestion> List { get; } =
    [
        new("check", "coverage", () => CoverageQuestion.Instance, "I verdetti: quali Ambiti, Distretti e ATS hanno un Centro per la Famiglia."),
        new("gaps", "gaps", () => GapsQuestion.Instance, "Le distanze: minuti e chilometri dalla sede più vicina."),
        new("week", "week", () => WeekQuestion.Instance, "La settimana: quanti residenti trovano una sede aperta, mezz'ora per mezz'ora."),
        new("measures", "measures", () => MeasuresQuestion.Instance, "Le misure di accesso alle sedi, le loro disuguaglianze, la curva dei minuti."),
        new("catchments", "catchments", () => CatchmentsQuestion.Instance, "I bacini: chi va a quale sede, e quanto pesa su ciascuna."),
        new("suggest", "suggestions", () => SuggestionsQuestion.Instance, "Le proposte: dove aprire il prossimo Spoke, e dove serve una nuova manifestazione di interesse."),
        new("curve", "curve", () => CurveQuestion.Instance, "Quanto vale ogni nuovo Spoke in più: da 0 a N."),
        new("fragility", "fragility", () => FragilityQuestion.Instance, "Le sedi più fragili: che cosa si perde se una chiude."),
        new("budget", "budget", () => BudgetQuestion.Instance, "Il riparto del fondo tra le ATS, al centesimo, con residui e impegni."),
        new("rimodulazione", "rimodulazione", () => BudgetQuestion.WithProposals, "Quanto costano le proposte, ATS per ATS: rimodulazione e nuovo avviso."),
        new("findings", "findings", () => FindingsQuestion.Instance, "I rilievi: ogni regola dell'atto su ogni area, rete e sede."),
        new("assetto", "assetto", () => LayoutQuestion.Instance, "L'assetto delle progettualità: reti, Hub, Spoke, partner e gestori, accanto alle cifre dell'atto."),
        new("dotazioni", "dotazioni", () => EquipmentQuestion.Instance, "Spazi e accessibilità delle sedi, ATS per ATS."),
        new("exceptions", "exceptions", () => ExceptionsQuestion.Instance, "Lo standard locale dichiarato e il registro delle eccezioni."),
        new("compare", "compare", () => CompareQuestion.Instance, "Due situazioni a confronto: ogni misura di ogni area, prima e dopo."),
        new("what-if", "what-if", () => WhatIfQuestion.Instance, "Una prova: che cosa cambia se si aggiungono, spostano, chiudono o modificano delle sedi."),
        new(null, "places", () => PlacesQuestion.Instance, null),
        new(null, "sites", () => SitesQuestion.Instance, null),
        new(null, "networks", () => NetworksQuestion.Instance, null),
        new(null, "declarations", () => DeclarationsQuestion.Instance, null),
        new(null, "matrix", () => MatrixQuestion.Instance, null),
        new("isochrones", "isochrones", () => IsochronesQuestion.Instance, "Da dove si raggiunge una sede entro i minuti, sulla rete stradale."),
        new(null, "main-roads", () => MainRoadsQuestion.Instance, null),
        new(null, "info", () => InfoQuestion.Instance, null),
    ];

    public static ImmutableArray<NamedQuestion> Verbs { get; } = [.. List.Where(q => q.Verb is not null)];
}
