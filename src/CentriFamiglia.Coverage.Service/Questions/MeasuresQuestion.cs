using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Access.Measures;
using CentriFamiglia.Coverage.Service.Layers.Measures;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>Measures of access to the store's sedi: <c>measures</c>, <c>/api/v1/measures</c>.</summary>
internal static class MeasuresQuestion
{
    private const string All = "tutte";
    private const string Curve = "curva";
    private const string Hours = "ore-raggiungibili";

    public static ChoiceParameter Measure { get; } = new(
        "measure", "Quale misura; tutte; la curva dei minuti; le ore raggiungibili.", [.. Enum.GetValues<SiteMeasure>().Select(m => m.ToText()), All, Curve, Hours], "nearest")
    {
        Placeholder = "MISURA",
        Example = "e2sfca",
    };

    public static ChoiceParameter By { get; } = new(
        "by", "Una riga per ciascuno di questi. Senza: comune; per curva e ore-raggiungibili la regione, o la ATS scelta.", GapsQuestion.By.Choices, null)
    {
        Placeholder = "LIVELLO",
        Example = "comune",
    };

    public static NumberParameter Limit { get; } = GapsQuestion.Limit with
    {
        Description = "Minuti oltre i quali nulla conta, compresi. Senza: 30, e nessuno per i minuti alla prima, seconda e terza sede.",
        Example = "30",
    };

    public static TextParameter Decay { get; } = new(
        "decay", "Decadimento: power:-1, exp:0.05, gaussian:30, linear:60, epanechnikov:30 oppure step:15=1,30=0.42,45=0.09. Senza: quello della misura.")
    {
        Placeholder = "FORMA",
        Example = "exp:0.05",
        Along = ["measure"],
    };

    public static ChoiceParameter Supply { get; } = new("supply", "Che cosa offre una sede: sé stessa, le ore settimanali lette, il personale (che non è fra i dati).",
        ["sedi", "ore", "personale"], "sedi")
    {
        Placeholder = "OFFERTA",
        Example = "ore",
        Along = ["measure"],
    };

    public static NumberParameter Line { get; } = new("line", "Valore sotto il quale si è poveri di accesso, per gli indici FGT; non per i minuti.", 0, 1_000_000, 6)
    {
        Placeholder = "VALORE",
        Example = "0.02",
        Along = ["measure"],
    };

    public static TextParameter Network { get; } = FindingsQuestion.Network with { Description = "Contano solo le sedi di questa rete." };

    public static TextParameter Changes { get; } = WhatIfQuestion.Changes with
    {
        Description = "Le misure con queste modifiche di sedi, scritte come in what-if, invece che con le sedi come sono: per metterle accanto. Dalla riga di comando, un file.",
    };

    public static Question Instance { get; } = new()
    {
        Summary = "Misure di accesso",
        Description = "Quanto sono raggiungibili le sedi: minuti alla prima, seconda e terza; offerta entro il limite, gravità, "
            + "bacini in due passi (2SFCA, E2SFCA, M2SFCA), in tre, bilanciati, "
            + "disponibilità spaziale; media, mediana, percentili, Gini e Theil fra comuni; residenti e comuni entro 5, 10, … 60 minuti; ore settimanali con una sede aperta "
                + "entro il limite. I limiti sono criteri di pianificazione, non previsti dall'atto.",
        Parameters = [Measure, By, Limit, Decay, Supply, Line, Network, Changes, SharedParameters.Ats, SharedParameters.Demand, SharedParameters.Sedi,
            SharedParameters.Travel, SharedParameters.Rules, SharedParameters.Date],
        Rows = () =>
        [
            ComuneMeasureLayer.Shape.As("ComuneMeasureRow", RowGeometry.Areas, "measure di una misura, per comune"),
            AreaMeasureLayer.Shape.As("AreaMeasureRow", RowGeometry.Areas, "per area"),
            ComuneMeasureLayer.WideShape.As("ComuneMeasuresRow", RowGeometry.Areas, "measure=tutte, per comune"),
            ReachLayers.CurveShape.As("ReachRow", RowGeometry.None, "measure=curva"),
            ReachLayers.HoursShape.As("ReachableHoursRow", RowGeometry.None, "measure=ore-raggiungibili"),
        ],
        TerminalColumns = 16,
        IsPassing = values => values[Changes] is not null,
        Answer = (analysis, values) => Answer(values[Changes] is { } changes ? WhatIf.Of(analysis, ChangesText.Read(Changes, changes)).After : analysis, values),
    };

    private static Layer Answer(Analysis analysis, Values values)
    {
        string measure = values.Choice(Measure)!;
        bool distribution = measure is Curve or Hours;
        string by = values.Choice(By) ?? (!distribution ? "comune" : values[SharedParameters.Ats] is null ? "regione" : "ats");
        if (distribution && by == "comune")
            throw new InputException(By.Name, $"{measure} non si dà per comune.", "Chiedere ambito, distretto, ats o regione.");
        MeasureRequest request = Read(analysis, values, measure);
        (AreaLevel? level, _) = GapsQuestion.LevelOf(by, request.Ats);
        return measure switch
        {
            Curve => ReachLayers.Curve(analysis, level!.Value, request),
            Hours => ReachLayers.Hours(analysis, level!.Value, request),
            _ => level is { } area ? AreaMeasureLayer.Make(analysis, area, request) : ComuneMeasureLayer.Make(analysis, request),
        };
    }

    private static MeasureRequest Read(Analysis analysis, Values values, string measure)
    {
        SiteMeasure? one = Enum.GetValues<SiteMeasure>().Where(m => m.ToText() == measure).Cast<SiteMeasure?>().FirstOrDefault();
        string? supply = values.Choice(Supply);
        if (supply == "personale")
            throw new InputException(Supply.Name, "il personale non è fra i dati delle sedi.", "Usare ore o sedi.");
        bool times = measure == Curve || one?.IsTime() == true;
        if (times && supply != "sedi")
            throw new InputException(Supply.Name, $"{measure} conta le sedi, qualunque cosa offrano.", "Togliere l'offerta.");
        if (values[Decay] is not null && (measure is Curve or Hours || one?.HasDecay() == false))
            throw new InputException(Decay.Name, $"{measure} non ha un decadimento.", "Togliere il decadimento; per un confine c'è il limite.");
        double? line = (double?)values.Number(Line);
        if (line is not null && (times || measure is All or Hours))
            throw new InputException(Line.Name, $"a {measure} non si applica una linea di povertà.", "Chiedere una misura in cui di più è meglio, per esempio cumulative.");
        return new MeasureRequest(
            one,
            new SiteAccessTerms(supply == "ore" || measure == Hours ? SiteSupply.Hours : SiteSupply.Sites, (double?)values.Number(Limit),
                FindingsQuestion.KnownNetwork(analysis, values[Network])),
            values[Decay] is { } decay ? DecayText.Read(decay, Decay.Name) : null,
            values[Decay],
            line,
            Question.FindAts(analysis, values));
    }
}
