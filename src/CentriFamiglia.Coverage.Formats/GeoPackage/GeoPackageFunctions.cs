using Microsoft.Data.Sqlite;

namespace CentriFamiglia.Coverage.Formats.GeoPackage;

/// <summary>
/// The SQL functions that the triggers of an R-tree call (GeoPackage 1.3 annex F.3), for one connection.
/// A connection with <c>trusted_schema = OFF</c> refuses to call them from a trigger: it can read such a table but not write to it.
/// </summary>
public static class GeoPackageFunctions
{
    /// <summary>To be called after opening a connection that writes to a table with geometry.</summary>
    public static void Register(SqliteConnection connection)
    {
        Function("ST_MinX", static box => box.MinX);
        Function("ST_MaxX", static box => box.MaxX);
        Function("ST_MinY", static box => box.MinY);
        Function("ST_MaxY", static box => box.MaxY);
        connection.CreateFunction<byte[]?, long?>(
            "ST_IsEmpty",
            static blob => blob is null ? null : Box(blob) is { IsNull: true } ? 1 : 0,
            isDeterministic: true);

        void Function(string name, Func<Envelope, double> side) => connection.CreateFunction<byte[]?, double?>(
            name,
            blob => blob is null || Box(blob) is not { IsNull: false } box ? null : side(box),
            isDeterministic: true);
    }

    private static Envelope Box(byte[] blob) => GeoPackageGeometry.EnvelopeOf(blob);
}
