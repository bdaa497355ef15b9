using Npgsql;
using NpgsqlTypes;

namespace CentriFamiglia.Coverage.TestPostGis;

/// <summary>One arc for <see cref="PgRouting"/>. Weights below 2^53 in sum, so that its floating point numbers add them exactly.</summary>
public readonly record struct PgArc(long From, long To, long Weight);

/// <summary>pgRouting (Debian package <c>postgresql-NN-pgrouting</c>) in a database of its own: another engine to stand beside ours.</summary>
public sealed class PgRouting : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private PgRouting(string connectionString) => (ConnectionString, _source) = (connectionString, NpgsqlDataSource.Create(connectionString));

    public string ConnectionString { get; }

    /// <summary>Why a null came from <see cref="CreateAsync"/>.</summary>
    public static string WhyUnavailable => PostGisServer.WhyUnavailable ?? "pgRouting is not here: apt-get install postgresql-15-pgrouting.";

    /// <returns>Null where it is not installed.</returns>
    /// <exception cref="InvalidOperationException">It is not installed and this is CI, where it must be.</exception>
    public static async Task<PgRouting?> CreateAsync(PostGisServer server)
    {
        if (PostGisServer.WhyUnavailable is null)
        {
            var routing = new PgRouting(await server.CreateEmptyDatabaseAsync());
            await using NpgsqlCommand look = routing.Command("select count(*) from pg_available_extensions where name in ('postgis', 'pgrouting')");
            if (await look.ExecuteScalarAsync() is 2L)
            {
                await routing.ExecuteAsync("create extension postgis; create extension pgrouting");
                return routing;
            }

            await routing.DisposeAsync();
        }

        return Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException(WhyUnavailable) : null;
    }

    public async Task<string> VersionAsync()
    {
        await using NpgsqlCommand command = Command("select pgr_version()");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes a table <c>(id, source, target, cost)</c> of directed arcs.</summary>
    public async Task LoadAsync(string table, IEnumerable<PgArc> arcs)
    {
        await ExecuteAsync($"create table {table} (id bigint, source bigint, target bigint, cost double precision)");
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync();
        await using (NpgsqlBinaryImporter rows = await connection.BeginBinaryImportAsync($"copy {table} from stdin (format binary)"))
        {
            long id = 0;
            foreach (PgArc arc in arcs)
            {
                await rows.StartRowAsync();
                await rows.WriteAsync(++id, NpgsqlDbType.Bigint);
                await rows.WriteAsync(arc.From, NpgsqlDbType.Bigint);
                await rows.WriteAsync(arc.To, NpgsqlDbType.Bigint);
                await rows.WriteAsync((double)arc.Weight, NpgsqlDbType.Double);
            }

            await rows.CompleteAsync();
        }

        await ExecuteAsync($"analyze {table}");
    }

    /// <summary>Least costs by <c>pgr_dijkstraCost</c> over a table of <see cref="LoadAsync"/>; pairs without a path are missing.</summary>
    public async Task<Dictionary<(long From, long To), long>> CostsAsync(string table, long[] from, long[] to)
    {
        await using NpgsqlCommand command = Command(
            $"select start_vid, end_vid, agg_cost from pgr_dijkstraCost('select id, source, target, cost from {table}', $1, $2, true)", from, to);
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync();
        var costs = new Dictionary<(long, long), long>();
        while (await rows.ReadAsync())
            costs[(rows.GetInt64(0), rows.GetInt64(1))] = (long)rows.GetDouble(2);
        return costs;
    }

    /// <param name="sql">With <c>$1</c>, <c>$2</c>, ... for the parameters.</param>
    /// <param name="parameters">Their values.</param>
    public NpgsqlCommand Command(string sql, params object[] parameters)
    {
        NpgsqlCommand command = _source.CreateCommand(sql);
        command.CommandTimeout = 600;
        foreach (object value in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using NpgsqlCommand command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }
}
