using CentriFamiglia.Coverage.Service.Ogc.Collections;
using CentriFamiglia.Coverage.Service.Ogc.Crs;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>
/// A filter made ready for the features of one collection: names are looked up and types agree, so that nothing is left to fail. What is
/// compared with an empty value is neither true nor false, and only a filter that is true takes a feature. Of one thread.
/// </summary>
internal sealed class CqlFilter
{
    private readonly FeatureSchema _schema;
    private readonly OgcCrs _crs;
    private readonly Func<LayerRow, bool?> _test;
    private int _spatial;

    /// <param name="filter">As it was read.</param>
    /// <param name="schema">Of the collection.</param>
    /// <param name="crs">Of the filter's coordinates.</param>
    /// <exception cref="InputException">The collection has no such property, or the filter compares what cannot be.</exception>
    public CqlFilter(Cql filter, FeatureSchema schema, OgcCrs crs)
    {
        (_schema, _crs, Written) = (schema, crs, filter);
        Box = null;
        _test = TestOf(filter, isWhole: true);
    }

    /// <summary>As it was read.</summary>
    public Cql Written { get; }

    /// <summary>Of its coordinates.</summary>
    public OgcCrs Crs => _crs;

    /// <summary>A box in which all features are that the filter takes; null where nothing is known of one. WGS84.</summary>
    public Envelope? Box { get; private set; }

    public bool Takes(LayerRow row) => _test(row) is true;

    /// <param name="isWhole">Whether nothing is taken for which it does not hold.</param>
    private Func<LayerRow, bool?> TestOf(Cql filter, bool isWhole)
    {
        switch (filter)
        {
            case CqlConstant constant:
                return _ => constant.Value;
            case CqlNot { Inner: var inner }:
                Func<LayerRow, bool?> negated = TestOf(inner, isWhole: false);
                return row => !negated(row);
            case CqlLogic logic:
                Func<LayerRow, bool?>[] parts = [.. logic.Parts.Select(p => TestOf(p, isWhole && logic.All))];
                return row => Joined(parts, row, logic.All);
            case CqlComparison comparison:
                return CqlValues.Comparison(comparison.Operator, ScalarOf(comparison.Left), ScalarOf(comparison.Right));
            case CqlLike like:
                return CqlValues.Like(ScalarOf(like.Value), ScalarOf(like.Pattern));
            case CqlBetween between:
                CqlValue value = ScalarOf(between.Value);
                Func<LayerRow, bool?> low = CqlValues.Comparison(">=", value, ScalarOf(between.Low)), high = CqlValues.Comparison("<=", value, ScalarOf(between.High));
                return row => Joined([low, high], row, all: true);
            case CqlIn { Value: var one, Items: var items }:
                CqlValue tested = ScalarOf(one);
                Func<LayerRow, bool?>[] equal = [.. items.Select(i => CqlValues.Comparison("=", tested, ScalarOf(i)))];
                return row => Joined(equal, row, all: false);
            case CqlIsNull { Value: CqlProperty { Name: FeatureSchema.Geometry } }:
                return row => row.Geometry is null;
            case CqlIsNull { Value: var empty }:
                CqlValue maybe = ScalarOf(empty);
                return row => maybe.Of(row) is null;
            case CqlSpatial spatial:
                return SpatialOf(spatial, isWhole);
            default:
                throw new InvalidOperationException(filter.GetType().Name);
        }
    }

    /// <summary>As SQL joins: what is not known is decided by a part that is.</summary>
    private static bool? Joined(Func<LayerRow, bool?>[] parts, LayerRow row, bool all)
    {
        bool? joined = all;
        foreach (Func<LayerRow, bool?> part in parts)
        {
            bool? holds = part(row);
            if (holds == !all)
                return !all;
            if (holds is null)
                joined = null;
        }

        return joined;
    }

    private CqlValue ScalarOf(CqlScalar scalar)
    {
        switch (scalar)
        {
            case CqlWord { Value: var text }:
                return new CqlValue(CqlKind.Text, _ => text);
            case CqlNumber { Value: var number }:
                return new CqlValue(CqlKind.Number, _ => number);
            case CqlTruth { Value: var truth }:
                return new CqlValue(CqlKind.Truth, _ => truth);
            case CqlMoment { Value: var moment }:
                return new CqlValue(CqlKind.Moment, _ => moment);
            case CqlFold fold:
                return CqlValues.Fold(fold.Case, ScalarOf(fold.Inner));
            case CqlProperty { Name: FeatureSchema.Geometry }:
                throw new InputException(CqlLimits.Field, "geometry non si confronta con un valore.",
                    "Usare una funzione spaziale, per esempio S_INTERSECTS(geometry, POINT(9.67 45.70)).");
            case CqlProperty { Name: var name }:
                int index = _schema.Find(name, CqlLimits.Field);
                return CqlValues.Of(_schema.Columns[index], index);
            default:
                throw new InvalidOperationException(scalar.GetType().Name);
        }
    }

    private Func<LayerRow, bool?> SpatialOf(CqlSpatial spatial, bool isWhole)
    {
        CqlLimits.CheckSpatial(++_spatial);
        Geometry? left = LiteralOf(spatial.Left, _crs), right = LiteralOf(spatial.Right, _crs);
        if (left is not null && right is not null)
        {
            bool holds = CqlRelation.Holds(spatial.Relation, left, right);
            return _ => holds;
        }

        if (left is null && right is null)
        {
            string relation = spatial.Relation;
            return row => row.Geometry is { } own ? CqlRelation.Holds(relation, own, own) : null;
        }

        Geometry literal = (left ?? right)!;
        if (isWhole && spatial.Relation != CqlRelation.Disjoint)
            Box = Box is null ? literal.EnvelopeInternal : Box.Intersection(literal.EnvelopeInternal);
        Func<Geometry, bool> test = CqlRelation.Prepared(right is null ? spatial.Relation : CqlRelation.Turned(spatial.Relation), literal);
        return row => row.Geometry is { } geometry ? test(geometry) : null;
    }

    /// <summary>WGS84; null for the geometry of the feature.</summary>
    public static Geometry? LiteralOf(CqlShape shape, OgcCrs crs)
    {
        switch (shape)
        {
            case CqlShapeProperty { Name: FeatureSchema.Geometry }:
                return null;
            case CqlShapeProperty { Name: var name }:
                throw new InputException(CqlLimits.Field, $"'{Shown.Of(name)}' non è una geometria.", $"L'unica geometria di una raccolta si chiama {FeatureSchema.Geometry}.");
            case CqlShapeBox { Numbers: var numbers }:
                return CrsBox.Of(numbers, crs, CqlLimits.Field, "Scrivere BBOX(9.5,45.5,10,46): i due numeri di un angolo, poi i due dell'angolo opposto.");
            case CqlShapeLiteral { Value: var written }:
                Geometry moved = written.Copy();
                moved.Apply(new Move(crs));
                return moved.IsValid
                    ? moved
                    : throw new InputException(CqlLimits.Field, "una geometria del filtro incrocia sé stessa, o i suoi anelli non tornano.",
                        "Correggerla: ogni anello si chiude, e non attraversa gli altri.");
            default:
                throw new InvalidOperationException(shape.GetType().Name);
        }
    }

    private sealed class Move(OgcCrs crs) : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq)
        {
            for (int i = 0; i < seq.Count; i++)
            {
                Coordinate place = crs.ToWgs84(seq.GetX(i), seq.GetY(i), CqlLimits.Field);
                seq.SetX(i, place.X);
                seq.SetY(i, place.Y);
            }
        }
    }
}
