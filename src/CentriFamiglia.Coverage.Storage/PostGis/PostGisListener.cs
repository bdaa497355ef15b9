using Npgsql;

namespace CentriFamiglia.Coverage.Storage.PostGis;

/// <summary>
/// One connection of its own that hears what other sessions commit. Lost, it is opened again, later and later but never later than
/// <see cref="_longest"/>; whoever listens is then told to look, because what was said in the meantime was said to nobody.
/// </summary>
internal sealed class PostGisListener(NpgsqlConnectionStringBuilder settings)
{
    private static readonly TimeSpan _shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(5);

    private readonly string _address = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
    {
        ApplicationName = $"{settings.ApplicationName} ascolto",
        Pooling = false,
    }.ConnectionString;

    public async Task ListenAsync(Action<StoreNotice> told, CancellationToken cancellationToken)
    {
        TimeSpan pause = _shortest;
        while (!cancellationToken.IsCancellationRequested)
        {
            bool heard = false;
            try
            {
                await using var connection = new NpgsqlConnection(_address);
                await connection.OpenAsync(cancellationToken);
                connection.Notification += (_, notice) => told(notice.Channel == PostGisSql.JobsChannel ? StoreNotice.Jobs : StoreNotice.Content(notice.Payload));
                await using (var listen = new NpgsqlCommand(PostGisSql.Listen, connection))
                    await listen.ExecuteNonQueryAsync(cancellationToken);
                (heard, pause) = (true, _shortest);
                told(StoreNotice.Listening);
                while (true)
                    await connection.WaitAsync(cancellationToken);
            }
            catch (Exception error) when (PostGisErrors.IsOfServer(error) || (error is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                if (heard)
                    told(StoreNotice.Lost);
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < _longest ? pause * 2 : _longest;
        }
    }
}
