namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>
/// What must hold of a row, in the logic of SQL: what is compared with an empty value is neither true nor false, and only a row of which it is
/// true is taken.
/// </summary>
public abstract record RowFilter;

/// <summary>Holds, or not, of whatever row.</summary>
public sealed record ConstantFilter(bool Value) : RowFilter;

/// <param name="All">Whether all parts must hold, or one.</param>
public sealed record JoinedFilter(bool All, ImmutableArray<RowFilter> Parts) : RowFilter;

public sealed record NegatedFilter(RowFilter Inner) : RowFilter;

/// <param name="Operator">One of <c>= &lt;&gt; &lt; &gt; &lt;= &gt;=</c>; texts by their characters.</param>
/// <param name="Left">Of the same kind as the other.</param>
public sealed record ComparedFilter(string Operator, RowValue Left, RowValue Right) : RowFilter;

/// <param name="Pattern"><c>%</c> stands for any text, <c>_</c> for one character, after a backslash both for themselves.</param>
public sealed record LikeFilter(RowValue Value, string Pattern) : RowFilter;

public sealed record EmptyFilter(RowValue Value) : RowFilter;

/// <summary>How the row's geometry is to a shape, as OGC 06-103r4 defines it.</summary>
/// <param name="Relation">Named from the row to the shape.</param>
/// <param name="Shape">WGS84.</param>
public sealed record PlacedFilter(Relation Relation, Geometry Shape) : RowFilter;

public enum Relation
{
    Intersects,
    Disjoint,
    Equals,
    Touches,
    Crosses,
    Within,
    Contains,
    Overlaps,
}

public abstract record RowValue;

/// <param name="Name">One of <see cref="RowSelection.Columns"/>.</param>
public sealed record ColumnValue(string Name) : RowValue;

/// <param name="Value">A text, a <see cref="double"/> or a <see cref="bool"/>.</param>
public sealed record FixedValue(object Value) : RowValue;
