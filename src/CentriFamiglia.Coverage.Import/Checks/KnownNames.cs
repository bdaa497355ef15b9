namespace CentriFamiglia.Coverage.Import.Checks;

/// <summary>Names already loaded, and the nearest of them to a name that is not.</summary>
internal sealed class KnownNames
{
    private readonly SortedDictionary<string, string> _plainByName = new(StringComparer.Ordinal);

    public KnownNames(IEnumerable<string?> names)
    {
        foreach (string name in names.OfType<string>())
            _plainByName.TryAdd(name, HeaderText.Normalise(name));
    }

    public bool IsEmpty => _plainByName.Count == 0;

    public bool Contains(string name) => _plainByName.ContainsKey(name);

    /// <summary>True when the name is known, and also when no name is: there is nothing to compare with.</summary>
    public bool HasOrCannotTell(string name) => _plainByName.Count == 0 || _plainByName.ContainsKey(name);

    /// <summary><c> (forse «Dalmine»)</c>, or nothing when no name is near.</summary>
    public string Suggestion(string name) => Nearest(name) is { } nearest ? $" (forse «{nearest}»)" : "";

    private string? Nearest(string name)
    {
        string plain = HeaderText.Normalise(name);
        if (plain.Length == 0)
            return null;
        (string Name, int Distance)[] near =
        [
            .. _plainByName
                .Select(n => (n.Key, n.Value.Contains(plain, StringComparison.Ordinal) || plain.Contains(n.Value, StringComparison.Ordinal) ? 1 : Edits(plain, n.Value)))
                .Where(n => n.Item2 <= Math.Max(2, plain.Length / 4))
                .OrderBy(n => n.Item2),
        ];
        return near is [var first, ..] ? first.Name : null;
    }

    /// <summary>Levenshtein distance.</summary>
    private static int Edits(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
