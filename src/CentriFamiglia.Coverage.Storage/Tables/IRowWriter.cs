namespace CentriFamiglia.Coverage.Storage.Tables;

/// <summary>
/// Takes the values of one row in the order of the table's columns. One implementation per store: a prepared statement of SQLite,
/// a binary COPY of PostgreSQL.
/// </summary>
internal interface IRowWriter
{
    void Text(string? value);

    void Integer(int? value);

    void BigInteger(long value);

    void Real(double? value);

    void Flag(bool? value);

    /// <summary>Money in EUR, every decimal kept.</summary>
    void Money(decimal? value);

    void Date(DateOnly? value);

    void Texts(ImmutableArray<string> values);

    /// <param name="value">WGS84, SRID 4326, of the kind that the table declares.</param>
    void Shape(Geometry value);
}
