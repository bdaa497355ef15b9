namespace CentriFamiglia.Coverage.Import.Reading;

/// <summary>What a number means, which decides how <c>1.234</c> may be read.</summary>
internal enum NumberUse
{
    /// <summary>Coordinates: one separator is always the decimal sign.</summary>
    Coordinate,

    /// <summary>Any number, decimals allowed.</summary>
    Decimal,

    /// <summary>Counts: no decimals.</summary>
    Whole,

    /// <summary>EUR: at most two decimals, so three digits after a separator are thousands.</summary>
    Money,
}
