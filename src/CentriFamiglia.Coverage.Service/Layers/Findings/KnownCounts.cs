using CentriFamiglia.Coverage.Findings;

namespace CentriFamiglia.Coverage.Service.Layers.Findings;

/// <summary>Columns and totals of what is counted by ATS: nothing where nothing is known.</summary>
internal static class KnownCounts
{
    public static long? Of<T>(T row, Func<T, int> count)
        where T : AtsCounts => row.IsKnown ? count(row) : null;

    /// <summary>Of the ATS of which something is known; null where there is none.</summary>
    public static long? Total<T>(ImmutableArray<T> rows, Func<T, int> count)
        where T : AtsCounts => rows.Any(r => r.IsKnown) ? rows.Where(r => r.IsKnown).Sum(count) : null;

    /// <summary>Names of the ATS that no total counts.</summary>
    public static JsonArray Excluded<T>(ImmutableArray<T> rows)
        where T : AtsCounts => ProvenanceJson.Strings(rows.Where(r => !r.IsKnown).Select(r => r.Unit.Name));

    /// <summary>Whether the counts of an ATS may be more; empty where nothing is known.</summary>
    public static Field<T> UpperBound<T>()
        where T : AtsCounts => CommonColumns.UpperBoundOrNull<T>(r => r.IsKnown ? !r.Complete : null);
}
