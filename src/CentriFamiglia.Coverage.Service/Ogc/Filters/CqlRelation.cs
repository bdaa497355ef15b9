using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.RelateNG;

namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>The spatial functions of CQL2, as OGC 06-103r4 defines them.</summary>
internal static class CqlRelation
{
    public const string Disjoint = "s_disjoint";

    public static bool Holds(string relation, Geometry left, Geometry right) => RelateNG.Relate(left, right, PredicateOf(relation));

    /// <summary>Tests many geometries against one: <paramref name="relation"/> of that one to each.</summary>
    public static Func<Geometry, bool> Prepared(string relation, Geometry literal)
    {
        var prepared = RelateNG.Prepare(literal);
        return geometry => prepared.Evaluate(geometry, PredicateOf(relation));
    }

    /// <summary>The relation that holds the other way round.</summary>
    public static string Turned(string relation) => relation switch
    {
        "s_within" => "s_contains",
        "s_contains" => "s_within",
        _ => relation,
    };

    private static TopologyPredicate PredicateOf(string relation) => relation switch
    {
        "s_intersects" => RelatePredicate.Intersects(),
        Disjoint => RelatePredicate.Disjoint(),
        "s_equals" => RelatePredicate.EqualsTopologically(),
        "s_touches" => RelatePredicate.Touches(),
        "s_crosses" => RelatePredicate.Crosses(),
        "s_within" => RelatePredicate.Within(),
        "s_contains" => RelatePredicate.Contains(),
        "s_overlaps" => RelatePredicate.Overlaps(),
        _ => throw new ArgumentOutOfRangeException(nameof(relation), relation, null),
    };
}
