using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Layers.Areas;
using CentriFamiglia.Coverage.Service.Layers.Findings;
using CentriFamiglia.Coverage.Service.Layers.Journeys;
using CentriFamiglia.Coverage.Service.Layers.Measures;
using CentriFamiglia.Coverage.Service.Layers.Proposals;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>Every layer that has shapes, as a collection.</summary>
internal static class OgcCollections
{
    private const string Verdicts = "Per ogni area: se ha una sede (SEDE), se è solo nel territorio dichiarato da un Hub (COMPETENZA), se è scoperta (SCOPERTO) "
        + "o se non si può dire (NON_CARICATO). Regola R1 della D.G.R. XII/1507/2023.";

    private const string Gaps = "Minuti e chilometri in auto dalla sede più vicina, e residenti oltre il limite di viaggio.";

    private const string Measures = "Misure di accesso alle sedi, una riga per area e misura, con le disuguaglianze fra i suoi comuni.";

    public static ImmutableArray<OgcCollection> All { get; } =
    [
        new("comuni", "Comuni", "I comuni lombardi con confine, residenti, famiglie, superficie e sede comunale.", ["pro_com_t"]) { IsPlaces = true },
        new("ambiti", "Ambiti territoriali sociali", "Gli Ambiti con confine e residenti.", ["codice"]) { IsPlaces = true },
        new("distretti", "Distretti", "I Distretti con confine e residenti.", ["codice"]) { IsPlaces = true },
        new("ats", "ATS", "Le ATS con confine e residenti.", ["codice"]) { IsPlaces = true },
        new(SiteLayer.Name, "Sedi", "Le sedi dell'insieme attivo, anche chiuse e previste: Hub e Spoke dei Centri per la Famiglia.", ["site_id"])
        {
            Shape = FeatureShape.Point,
            Validity = ("valid_from", ["valid_to"]),
        },
        new(NetworkLayer.Name, "Reti", "Le reti (un Hub con i suoi Spoke) e l'esito delle regole R2 e R3; la geometria sono le sedi che contano.", ["network_id"])
        {
            Shape = FeatureShape.Points,
            Validity = ("start_date", ["extension_date", "end_date"]),
        },
        new("copertura-ambiti", "Copertura degli Ambiti", Verdicts, ["codice"]),
        new("copertura-distretti", "Copertura dei Distretti", Verdicts, ["codice"]),
        new("copertura-ats", "Copertura delle ATS", Verdicts, ["codice"]),
        new(ComuneGapLayer.Name, "Lacune per comune", Gaps, ["pro_com_t"]),
        new("lacune-ambito", "Lacune per Ambito", Gaps, ["codice"]),
        new("lacune-distretto", "Lacune per Distretto", Gaps, ["codice"]),
        new("lacune-ats", "Lacune per ATS", Gaps, ["codice"]),
        new(ComuneMeasureLayer.Name, "Misure di accesso per comune", "Le misure di accesso alle sedi, una colonna per misura.", ["pro_com_t"]),
        new("misure-ambito", "Misure di accesso per Ambito", Measures, ["codice", "misura"]),
        new("misure-distretto", "Misure di accesso per Distretto", Measures, ["codice", "misura"]),
        new("misure-ats", "Misure di accesso per ATS", Measures, ["codice", "misura"]),
        new(CatchmentLayers.OfSites, "Bacini delle sedi", "Quanti residenti hanno questa sede come la più vicina, e quanta strada fanno.",
            ["site_id"]) { Shape = FeatureShape.Point },
        new(CatchmentLayers.OfNetworks, "Bacini delle reti", "Quanti residenti hanno come più vicina una sede di questa rete.", ["network_id"]) { Shape = FeatureShape.Points },
        new(TripLayers.OfComuni, "Bacini, comune per comune", "A quale sede va chi abita in ogni comune.", ["pro_com_t"]),
        new(SuggestionLayer.Name, SuggestionLayer.Title, "Dove aprire il prossimo Spoke, e dove serve una nuova manifestazione di interesse: la scelta di chi non chiede altro.",
            ["unita_codice", "pro_com_t"])
        {
            Shape = FeatureShape.Point,
            Known = Of(SuggestionLayer.Shape.Columns),
        },
        new(EffectLayer.Name, "Effetti delle proposte", "Che cosa cambierebbero le proposte, comune per comune.", ["pro_com_t"])
        {
            Shape = FeatureShape.Point,
            Known = Of(EffectLayer.Shape.Columns),
        },
        new(FragilityLayer.Name, "Sedi più fragili", "Che cosa si perde se una sede chiude.", ["site_id"])
        {
            Shape = FeatureShape.Point,
            Known = Of(FragilityLayer.Shape.Columns),
        },
        new(FindingLayer.Name, "Rilievi", "Ogni regola dell'atto su ogni area, rete e sede, con esito, motivo e rimedio.",
            ["regola", "livello", "codice"]) { Shape = FeatureShape.Point },
        new(BudgetLayer.Name, "Riparto del fondo", "Il riparto del fondo tra le ATS, con progetti al tetto e residui.", ["codice"]) { Known = Of(BudgetLayer.Shape.Columns) },
        new(LayoutLayer.Name, "Assetto delle progettualità", "Reti, Hub, Spoke, partner e gestori di ogni ATS, accanto alle cifre dell'atto.", ["codice"]),
        new(EquipmentLayer.Name, "Spazi e accessibilità delle sedi", "Le dotazioni dichiarate dalle sedi, ATS per ATS.", ["ats"]),
        new(StandardLayer.Name, "Standard locale", "Lo standard locale dichiarato e il suo esito, area per area.", ["livello", "codice"]),
        new("punti", "Punti di domanda", "I punti di residenza che contano: quelli importati, o la sede comunale con tutti i suoi residenti.",
            ["id"]) { Shape = FeatureShape.Point, Summed = "residenti", IsPlaces = true },
    ];

    /// <summary>The ground of maps, there where a road network is loaded.</summary>
    public static OgcCollection Roads { get; } = new(MainRoadLayer.Name, "Strade principali",
        "Le strade principali della rete stradale caricata, una riga per classe, semplificate per disegnarle sotto i dati: il tracciato non serve a misurare, la lunghezza è "
            + "quella vera. Nelle tessere fino allo zoom 8 ci sono autostrade e superstrade, a 9 e 10 anche le statali, da 11 anche le provinciali. "
            + "Dati © OpenStreetMap contributors, ODbL.",
        ["classe"])
    {
        Shape = FeatureShape.Lines,
        IsPlaces = true,
        Check = analysis => RoadsOf(analysis),
        Own = analysis => MainRoadLayer.Make(analysis, RoadsOf(analysis)),
    };

    /// <summary>Those that there are: the roads too, where a network is loaded.</summary>
    public static ImmutableArray<OgcCollection> Of(Analysis analysis) => analysis.Roads is null ? All : [.. All, Roads];

    /// <param name="id">As in an address.</param>
    /// <returns>Null where there is none.</returns>
    public static OgcCollection? Find(string id) => id == Roads.Id ? Roads : All.FirstOrDefault(c => c.Id == id);

    /// <exception cref="InputException">None is loaded.</exception>
    private static LoadedRoads RoadsOf(Analysis analysis) => analysis.Roads ?? throw TravelSources.NoRoads("collectionId");

    private static ImmutableArray<LayerColumn> Of(ImmutableArray<DescribedColumn> columns) => [.. columns.Select(c => c.Column)];
}
