using System.Diagnostics;
using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// A second server from which content is read. It may lag behind the first: it is read only where its content is one that the first had since the
/// read was asked for, waited for a little; otherwise, and where it does not answer, the first is read.
/// </summary>
internal sealed class PostGisReplica(PostGisGate primary, PostGisGate replica) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(50);

    // One that does not answer would be waited for at every read.
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(10);

    private long _restsUntil = long.MinValue;

    public bool Rests => Environment.TickCount64 < Volatile.Read(ref _restsUntil);

    public PostGisGate Gate => replica;

    /// <summary>It failed: it is left alone for a while.</summary>
    public void Rest() => Volatile.Write(ref _restsUntil, Environment.TickCount64 + (long)_rest.TotalMilliseconds);

    /// <returns>A transaction of the replica that sees a content which the first server had since the call; null where there is none soon.</returns>
    /// <exception cref="StoreException">The first server cannot be asked.</exception>
    public async Task<PostGisReading?> BeginAsync(CancellationToken cancellationToken)
    {
        if (Rests)
            return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < _patience; await Task.Delay(_between, cancellationToken))
        {
            seen.Add(await primary.ReadingAsync(session => ContentOfAsync(session, cancellationToken), cancellationToken));
            PostGisReading? reading = null;
            try
            {
                reading = await replica.BeginAsync(cancellationToken);
                if (seen.Contains(await ContentOfAsync(reading.Session, cancellationToken)))
                {
                    (PostGisReading found, reading) = (reading, null);
                    return found;
                }
            }
            catch (Exception error) when (PostGisErrors.IsOfServer(error))
            {
                Rest();
                return null;
            }
            finally
            {
                if (reading is not null)
                    await reading.DisposeAsync();
            }
        }

        return null;
    }

    public ValueTask DisposeAsync() => replica.DisposeAsync();

    // Without the database's number, which is another one in a database that is replicated by its rows.
    private static async Task<string> ContentOfAsync(PostGisSession session, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = session.Command(PostGisSql.Content);
        return (string?)await command.ExecuteScalarAsync(cancellationToken) ?? "";
    }
}
