using System.Text;

namespace CentriFamiglia.Coverage.Travel.Roads.Osm;

/// <summary>The strings of one block, by number; those that lie in a byte buffer are decoded when first asked for.</summary>
public sealed class OsmStrings
{
    private readonly byte[] _utf8;
    private readonly List<(int Start, int Length)> _ranges = [];
    private readonly List<string?> _texts = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public OsmStrings()
        : this([])
    {
    }

    /// <param name="utf8">Buffer that <see cref="AddRange"/> refers to.</param>
    public OsmStrings(byte[] utf8) => _utf8 = utf8;

    public int Count => _texts.Count;

    /// <exception cref="ArgumentOutOfRangeException">No such string.</exception>
    public string this[int number] => _texts[number] ??= Decode(_ranges[number]);

    /// <summary>Adds a string that lies in the buffer.</summary>
    public void AddRange(int start, int length)
    {
        _ranges.Add((start, length));
        _texts.Add(null);
    }

    /// <summary>Adds a text, or finds it among those added by this method.</summary>
    /// <returns>Its number.</returns>
    public int Intern(string text)
    {
        if (_numbers.TryGetValue(text, out int number))
            return number;
        _ranges.Add(default);
        _texts.Add(text);
        return _numbers[text] = _texts.Count - 1;
    }

    private string Decode((int Start, int Length) range) => Encoding.UTF8.GetString(_utf8, range.Start, range.Length);
}
