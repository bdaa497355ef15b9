namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// The order in which both stores give rows by their key, column after column: that of the bytes of UTF-8, which is that of code points.
/// </summary>
internal static class KeyOrder
{
    /// <summary>The items in the order of their keys; the same list when it is so already.</summary>
    public static IReadOnlyList<T> Sorted<T>(StoreTable<T> table, IReadOnlyList<T> items)
    {
        for (int i = 1; i < items.Count; i++)
        {
            if (Compare(table, items[i - 1], items[i]) > 0)
                return [.. items.Order(Comparer<T>.Create((a, b) => Compare(table, a, b)))];
        }

        return items;
    }

    public static int Compare(string a, string b)
    {
        int i = a.AsSpan().CommonPrefixLength(b);
        if (i == a.Length || i == b.Length)
            return a.Length - b.Length;
        // In UTF-16 the two halves of a later code point come before the last few thousand of the first plane.
        return char.IsSurrogate(a[i]) == char.IsSurrogate(b[i]) ? a[i] - b[i] : char.IsSurrogate(a[i]) ? 1 : -1;
    }

    /// <summary>The whole key as one text: no text that this program stores holds what parts its columns.</summary>
    public static string Text(IEnumerable<string> key) => string.Join('\0', key);

    public static int Compare<T>(StoreTable<T> table, T a, T b)
    {
        foreach (StoreKey<T> key in table.Key)
        {
            if (Compare(key.Of(a), key.Of(b)) is not 0 and var order)
                return order;
        }

        return 0;
    }
}
