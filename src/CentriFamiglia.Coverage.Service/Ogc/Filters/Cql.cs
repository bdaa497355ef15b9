using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Ogc.Filters;

/// <summary>
/// A filter of the Common Query Language (CQL2, OGC 21-065r2), however it was written: what <see cref="CqlText"/> and
/// <see cref="CqlJson"/> read and <see cref="CqlFilter"/> applies. Names and coordinates are as written, not yet looked up.
/// </summary>
internal abstract record Cql;

internal sealed record CqlConstant(bool Value) : Cql;

/// <param name="All">Whether all parts must hold, or one.</param>
internal sealed record CqlLogic(bool All, ImmutableArray<Cql> Parts) : Cql;

internal sealed record CqlNot(Cql Inner) : Cql;

/// <param name="Operator">One of <c>= &lt;&gt; &lt; &gt; &lt;= &gt;=</c>.</param>
internal sealed record CqlComparison(string Operator, CqlScalar Left, CqlScalar Right) : Cql;

/// <param name="Pattern"><c>%</c> stands for any text, <c>_</c> for one character, after a backslash both for themselves.</param>
internal sealed record CqlLike(CqlScalar Value, CqlScalar Pattern) : Cql;

internal sealed record CqlBetween(CqlScalar Value, CqlScalar Low, CqlScalar High) : Cql;

internal sealed record CqlIn(CqlScalar Value, ImmutableArray<CqlScalar> Items) : Cql;

internal sealed record CqlIsNull(CqlScalar Value) : Cql;

/// <param name="Relation">In lower case, <c>s_intersects</c>.</param>
internal sealed record CqlSpatial(string Relation, CqlShape Left, CqlShape Right) : Cql;

internal abstract record CqlScalar;

internal sealed record CqlProperty(string Name) : CqlScalar;

internal sealed record CqlWord(string Value) : CqlScalar;

internal sealed record CqlNumber(double Value) : CqlScalar;

internal sealed record CqlTruth(bool Value) : CqlScalar;

internal sealed record CqlMoment(DateTimeOffset Value) : CqlScalar;

/// <param name="Case">Whether it makes capitals equal, or accents.</param>
internal sealed record CqlFold(bool Case, CqlScalar Inner) : CqlScalar;

internal abstract record CqlShape;

internal sealed record CqlShapeProperty(string Name) : CqlShape;

/// <param name="Value">Coordinates in the order of the filter's CRS.</param>
internal sealed record CqlShapeLiteral(Geometry Value) : CqlShape;

/// <param name="Numbers">Four or six, in the order of the filter's CRS.</param>
internal sealed record CqlShapeBox(ImmutableArray<double> Numbers) : CqlShape;
