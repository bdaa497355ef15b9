using CentriFamiglia.Coverage.Service.Ogc.Crs;
using CentriFamiglia.Coverage.Service.Ogc.Filters;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Features;

/// <summary>What is asked of the features of one collection, made ready: nothing is left to fail.</summary>
internal sealed record FeatureQuery
{
    /// <summary>Features in an answer where nobody says how many.</summary>
    public const int UsualLimit = 100;

    /// <summary>In one answer at most: the others are behind its <c>next</c>.</summary>
    public const int MostFeatures = 10_000;

    /// <summary>In one file at most: of more there is <c>coverage export</c>.</summary>
    public const int MostInFile = 100_000;

    /// <summary>The parameters besides the properties themselves.</summary>
    public static ImmutableArray<string> Parameters { get; } =
        ["f", "bbox", "bbox-crs", "crs", "datetime", "limit", "offset", "sortby", "properties", "filter", "filter-lang", "filter-crs"];

    public required int Limit { get; init; }

    /// <summary>Features passed over.</summary>
    public required int Offset { get; init; }

    /// <summary>Of the answer.</summary>
    public required OgcCrs Crs { get; init; }

    /// <summary>WGS84; null for everywhere.</summary>
    public Geometry? Box { get; init; }

    /// <summary>Null for ever.</summary>
    public TimeSpanAsked? Time { get; init; }

    /// <summary>All must take a feature.</summary>
    public ImmutableArray<CqlFilter> Filters { get; init; } = [];

    /// <summary>Columns by which to sort, the first above all.</summary>
    public ImmutableArray<(int Column, bool Falls)> Sort { get; init; } = [];

    /// <summary>Columns of the answer, in its order.</summary>
    public required ImmutableArray<int> Columns { get; init; }
}
