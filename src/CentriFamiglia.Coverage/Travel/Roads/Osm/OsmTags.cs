namespace CentriFamiglia.Coverage.Travel.Roads.Osm;

/// <summary>The tags of one object: key and value pairs.</summary>
public readonly ref struct OsmTags
{
    private readonly OsmStrings _strings;
    private readonly ReadOnlySpan<int> _pairs;

    internal OsmTags(OsmStrings strings, ReadOnlySpan<int> pairs)
    {
        _strings = strings;
        _pairs = pairs;
    }

    public int Count => _pairs.Length / 2;

    /// <summary>Value of a key; null when the object does not have it.</summary>
    public string? this[string key]
    {
        get
        {
            for (int i = 0; i < _pairs.Length; i += 2)
            {
                if (_strings[_pairs[i]] == key)
                    return _strings[_pairs[i + 1]];
            }

            return null;
        }
    }

    /// <summary>Key of a tag by its number.</summary>
    public string KeyAt(int i) => _strings[_pairs[2 * i]];

    public bool Is(string key, string value) => this[key] == value;
}
