namespace CentriFamiglia.Coverage.Territory;

/// <summary>
/// Sorted dictionaries made entry by entry: the framework's own conversion goes through another kind of dictionary, which every process would have
/// to compile for each pair of types.
/// </summary>
public static class Sorted
{
    /// <exception cref="ArgumentException">Two items have one key.</exception>
    public static ImmutableSortedDictionary<TKey, TValue> ToSorted<T, TKey, TValue>(
        this IEnumerable<T> items, Func<T, TKey> key, Func<T, TValue> value, IComparer<TKey>? order = null)
        where TKey : notnull
    {
        var sorted = ImmutableSortedDictionary.CreateBuilder<TKey, TValue>(order);
        foreach (T item in items)
            sorted.Add(key(item), value(item));
        return sorted.ToImmutable();
    }
}
