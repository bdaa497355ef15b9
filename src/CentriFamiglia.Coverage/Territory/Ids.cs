using System.Diagnostics.CodeAnalysis;

namespace CentriFamiglia.Coverage.Territory;

/// <summary>ISTAT code of a comune (<c>pro_com_t</c>): exactly six digits, kept as text so that leading zeros survive.</summary>
public readonly record struct ComuneCode : IComparable<ComuneCode>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text is not six ASCII digits.</exception>
    public ComuneCode(string value) =>
        _value = IsWellFormed(value) ? value : throw new FormatException($"'{value}' non è un codice ISTAT di sei cifre.");

    public string Value => _value ?? "000000";

    public static bool TryParse([NotNullWhen(true)] string? text, out ComuneCode code)
    {
        code = default;
        if (!IsWellFormed(text))
            return false;
        code = new ComuneCode(text);
        return true;
    }

    private static bool IsWellFormed([NotNullWhen(true)] string? text) => text is { Length: 6 } && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    public int CompareTo(ComuneCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>Identifier of a sede as its owner writes it; unique inside one set of sedi, compared ordinally.</summary>
public readonly record struct SiteId(string Value) : IComparable<SiteId>
{
    public int CompareTo(SiteId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>Identifier of a network (rete, progettualità); unique inside one set of sedi, compared ordinally.</summary>
public readonly record struct NetworkId(string Value) : IComparable<NetworkId>
{
    public int CompareTo(NetworkId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>Identifier of a demand point; unique in the store, compared ordinally.</summary>
public readonly record struct DemandPointId(string Value) : IComparable<DemandPointId>
{
    public int CompareTo(DemandPointId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
