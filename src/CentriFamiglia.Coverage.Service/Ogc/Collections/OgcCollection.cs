using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Ogc.Collections;

/// <summary>One collection of features: a layer as <c>export</c> writes it, under the layer's name.</summary>
/// <param name="Id">The layer's name.</param>
/// <param name="Title">Italian.</param>
/// <param name="Description">Italian, what a feature is and what its figures mean.</param>
/// <param name="Key">Columns that tell one feature from another.</param>
internal sealed record OgcCollection(string Id, string Title, string Description, ImmutableArray<string> Key)
{
    /// <summary>Whether it is a register of places, which says nothing of sedi.</summary>
    public bool IsPlaces { get; init; }

    public FeatureShape Shape { get; init; } = FeatureShape.Areas;

    /// <summary>Columns of the first day that a feature is valid on, and of the last, the first of them that says any; null where features have no time.</summary>
    public (string From, ImmutableArray<string> To)? Validity { get; init; }

    /// <summary>Column of a figure that points drawn as one have together; null where none is to be summed.</summary>
    public string? Summed { get; init; }

    /// <summary>Columns where they are known before the rows are; null where the rows tell.</summary>
    public ImmutableArray<LayerColumn>? Known { get; init; }

    /// <summary>Whether a solver looks for its rows.</summary>
    public bool TakesLong => Known is not null;

    /// <summary>Throws where the content has no such collection.</summary>
    public Action<Analysis> Check { get; init; } = _ => { };

    /// <summary>Makes the layer where it is none that can be exported.</summary>
    public Func<Analysis, Layer>? Own { get; init; }

    public Layer Make(Analysis analysis) => Own is not null ? Own(analysis) : LayerCatalog.Find(Id).OfAnalysis!(analysis);
}
