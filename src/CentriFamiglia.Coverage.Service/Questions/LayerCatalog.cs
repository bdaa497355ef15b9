using CentriFamiglia.Coverage.Service.Layers.Areas;
using CentriFamiglia.Coverage.Service.Layers.Findings;
using CentriFamiglia.Coverage.Service.Layers.Journeys;
using CentriFamiglia.Coverage.Service.Layers.Measures;
using CentriFamiglia.Coverage.Service.Layers.Proposals;
using CentriFamiglia.Coverage.Siting.Proposals;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Questions;

/// <summary>One layer that can be exported.</summary>
/// <param name="Name">As on the command line.</param>
/// <param name="Make">Its rows, from an analysis and, where that does not hold them, from the store itself.</param>
internal sealed record LayerSource(string Name, Func<Analysis, ICoverageStore, CancellationToken, Task<Layer>> Make)
{
    public LayerSource(string name, Func<Analysis, Layer> make)
        : this(name, (analysis, _, _) => Task.FromResult(make(analysis))) => OfAnalysis = make;

    /// <summary>Its rows, where an analysis holds them all; null where the store is asked too.</summary>
    public Func<Analysis, Layer>? OfAnalysis { get; }
}

/// <summary>The layers by name.</summary>
internal static class LayerCatalog
{
    private static readonly LayerSource[] _all =
    [
        new("comuni", ComuneLayers.Comuni),
        new("ambiti", a => AreaLayer.Make(a, "ambiti", "Ambiti territoriali sociali", AreaLevel.Ambito)),
        new("distretti", a => AreaLayer.Make(a, "distretti", "Distretti", AreaLevel.Distretto)),
        new("ats", a => AreaLayer.Make(a, "ats", "ATS", AreaLevel.Ats)),
        new("sedi", a => SiteLayer.Make(a, null)),
        new("reti", a => NetworkLayer.Make(a, null)),
        new("copertura-ambiti", a => CoverageLayer.Make(a, AreaLevel.Ambito)),
        new("copertura-distretti", a => CoverageLayer.Make(a, AreaLevel.Distretto)),
        new("copertura-ats", a => CoverageLayer.Make(a, AreaLevel.Ats)),
        new("lacune", a => ComuneGapLayer.Make(a, null)),
        new("lacune-ambito", a => AreaGapLayer.Make(a, AreaLevel.Ambito, null)),
        new("lacune-distretto", a => AreaGapLayer.Make(a, AreaLevel.Distretto, null)),
        new("lacune-ats", a => AreaGapLayer.Make(a, AreaLevel.Ats, null)),
        new(ComuneMeasureLayer.Name, a => ComuneMeasureLayer.Make(a, MeasureRequest.All)),
        new("misure-ambito", a => AreaMeasureLayer.Make(a, AreaLevel.Ambito, MeasureRequest.All)),
        new("misure-distretto", a => AreaMeasureLayer.Make(a, AreaLevel.Distretto, MeasureRequest.All)),
        new("misure-ats", a => AreaMeasureLayer.Make(a, AreaLevel.Ats, MeasureRequest.All)),
        new(CatchmentLayers.OfSites, a => CatchmentLayers.Sites(a, null)),
        new(CatchmentLayers.OfNetworks, a => CatchmentLayers.Networks(a, null)),
        new(TripLayers.OfComuni, a => TripLayers.Comuni(a, null)),
        new(SuggestionLayer.Name, a => SuggestionLayer.Make(a, SuggestionAnswer.Of(a, new SuggestionRequest()))),
        new(EffectLayer.Name, a => EffectLayer.Make(a, SuggestionAnswer.Of(a, new SuggestionRequest()))),
        new("fragilita", a => FragilityLayer.Make(a, default, withProposals: false)),
        new("rilievi", a => FindingLayer.Make(a, FindingFilter.All)),
        new("riparto", BudgetLayer.Make),
        new(LayoutLayer.Name, LayoutLayer.Make),
        new(EquipmentLayer.Name, EquipmentLayer.Make),
        new("standard-locale", a => StandardLayer.Make(a, null, null)),
        new("eccezioni", StandardLayer.Register),
        new("dichiarazioni", DeclarationLayer.Make),
        new("unita", ComuneLayers.Units),
        new("popolazione", ComuneLayers.Population),
        new("eta", ComuneLayers.Ages),
        new("punti", ComuneLayers.Points),
        new("matrice", MatrixLayer.ReadAsync),
    ];

    public static IEnumerable<string> Names => _all.Select(l => l.Name);

    /// <summary>Those that are there whatever the store holds: not the matrix, which an office imports or does not.</summary>
    public static IEnumerable<string> Open => _all.Where(l => l.OfAnalysis is not null).Select(l => l.Name);

    /// <exception cref="InputException">There is no such layer.</exception>
    public static LayerSource Find(string name) =>
        _all.FirstOrDefault(l => l.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new InputException("STRATO", $"'{Shown.Of(name)}' non è uno strato.", $"Gli strati sono: {string.Join(", ", Names)}.");
}
