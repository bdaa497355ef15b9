using System.Text.RegularExpressions;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.Contract;

/// <summary>Which store is meant: a GeoPackage file or a PostgreSQL database. Printing one never shows a password.</summary>
public abstract partial class StoreAddress
{
    /// <summary>For messages and logs, without a password.</summary>
    public abstract string DisplayName { get; }

    /// <summary>
    /// Reads what a user gives with <c>--store</c> or <c>COVERAGE_STORE</c>: a path ending in <c>.gpkg</c>; a
    /// <c>postgres://</c> or <c>postgresql://</c> address; keywords of Npgsql (<c>Host=...;Database=...</c>) or libpq
    /// (<c>host=... dbname=...</c>).
    /// </summary>
    /// <exception cref="StoreRefusedException">None of these. The message holds nothing of a text that may contain a password.</exception>
    public static StoreAddress Parse(string text)
    {
        string trimmed = text.Trim();
        if (PostgresScheme().IsMatch(trimmed))
            return new PostGisAddress(PostgresText.FromUrl(trimmed));
        if (HostKeyword().IsMatch(trimmed))
            return new PostGisAddress(PostgresText.FromKeywords(trimmed));
        if (trimmed.EndsWith(".gpkg", StringComparison.OrdinalIgnoreCase))
            return new GeoPackageAddress(trimmed);
        bool mayHoldPassword = trimmed.AsSpan().ContainsAny('=', '@');
        throw new StoreRefusedException(
            mayHoldPassword || trimmed.Length == 0
                ? "L'archivio indicato non è né un file .gpkg né una stringa di connessione PostgreSQL."
                : $"L'archivio '{trimmed}' non è né un file .gpkg né una stringa di connessione PostgreSQL.",
            "Indicare un file che finisce in .gpkg, oppure 'Host=...;Database=...;Username=...;Password=...', oppure 'postgres://utente:password@host/database'.");
    }

    public sealed override string ToString() => DisplayName;

    [GeneratedRegex(@"^postgres(ql)?://", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex PostgresScheme();

    [GeneratedRegex(@"(^|[;\s])\s*(host|server|hostaddr)\s*=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: PatternTime.Milliseconds)]
    private static partial Regex HostKeyword();
}

/// <summary>A GeoPackage file.</summary>
public sealed class GeoPackageAddress(string path) : StoreAddress
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public override string DisplayName => Path;
}

/// <summary>A PostgreSQL database.</summary>
public sealed class PostGisAddress : StoreAddress
{
    internal PostGisAddress(NpgsqlConnectionStringBuilder settings)
    {
        Settings = settings;
        DisplayName = $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database ?? settings.Username}";
    }

    public override string DisplayName { get; }

    internal NpgsqlConnectionStringBuilder Settings { get; }
}
