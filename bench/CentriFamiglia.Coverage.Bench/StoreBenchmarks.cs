using BenchmarkDotNet.Attributes;
using CentriFamiglia.Coverage.Storage;
using CentriFamiglia.Coverage.Storage.Contract;
using CentriFamiglia.Coverage.Territory;
using CentriFamiglia.Coverage.TestPostGis;
using NetTopologySuite.IO;
using Npgsql;

namespace CentriFamiglia.Coverage.Bench;

/// <summary>Writing the 1,504 comuni with their boundaries into PostGIS; beside it the same rows inserted one by one.</summary>
public class StoreBenchmarks
{
    private readonly PostGisServer _server = new();
    private ICoverageStore _store = null!;
    private NpgsqlDataSource _plain = null!;
    private TerritoryContent _content = Shipped.Content;

    [GlobalSetup]
    public void Start()
    {
        _store = StoreFactory.Open(StoreAddress.Parse(_server.CreateStoreAsync().GetAwaiter().GetResult()));
        _plain = NpgsqlDataSource.Create(_server.CreateStoreAsync().GetAwaiter().GetResult());
        using NpgsqlCommand create = _plain.CreateCommand("create table plain (pro_com_t text primary key, geom public.geometry(geometry, 4326))");
        create.ExecuteNonQuery();
        var empty = new StoreReading(TerritoryContent.Empty, 0);
        _store.WriteAsync(_content, ContentParts.Comuni, null, empty, CancellationToken.None).GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void Stop()
    {
        _store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _plain.Dispose();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Only code and boundary, without the other columns and indexes of the store.</summary>
    [Benchmark(Baseline = true)]
    public async Task InsertRowByRow()
    {
        await using NpgsqlConnection connection = await _plain.OpenConnectionAsync();
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync();
        await using (var clear = new NpgsqlCommand("delete from plain", connection))
            await clear.ExecuteNonQueryAsync();
        var writer = new WKBWriter();
        foreach (Territory.Comune comune in Shipped.Content.Comuni)
        {
            await using var insert = new NpgsqlCommand("insert into plain values ($1, public.st_geomfromwkb($2, 4326))", connection);
            insert.Parameters.Add(new NpgsqlParameter { Value = comune.Code.Value });
            insert.Parameters.Add(new NpgsqlParameter { Value = writer.Write(comune.Boundary) });
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>Every comune with one resident more. Reach: under 1 s.</summary>
    [Benchmark]
    public async Task<long> StoreComuni()
    {
        StoreState state = await _store.StateAsync(CancellationToken.None);
        TerritoryContent next = _content with { Comuni = [.. _content.Comuni.Select(c => c with { Residents = c.Residents + 1 })] };
        long revision = await _store.WriteAsync(next, ContentParts.Comuni, null, new StoreReading(_content, state.Revision), CancellationToken.None);
        _content = next;
        return revision;
    }
}
