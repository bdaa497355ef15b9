using System.Runtime.ExceptionServices;
using CentriFamiglia.Coverage.Travel;

namespace CentriFamiglia.Coverage.Service.Servers;

/// <summary>
/// Tables of any size, asked in parts that the server makes: smaller ones where it wants them so. Of OSRM a pair depends on nothing
/// but its two places; Valhalla gives up looking sooner or later by what else is asked with it, a few seconds in an hour. Thread-safe.
/// </summary>
internal sealed class ServerTables(RoadServerClient client)
{
    /// <summary>Places at a time: far from every road a server looks for long.</summary>
    private const int MostLocated = 200;

    private int _mostPairs = client.Protocol.MostPairs;
    private long _requests;

    /// <summary>How many tables were asked for.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Costs of all pairs, row-major; null where there is no way.</summary>
    /// <param name="beyond">Where pairs that are too far apart for the server are marked.</param>
    /// <exception cref="RoadServerException">The server does not answer as it should.</exception>
    public TravelCost?[] Costs(IReadOnlyList<Place> from, IReadOnlyList<Place> to, Action<Place, Place> beyond)
    {
        var costs = new TravelCost?[from.Count * to.Count];
        Block[] blocks = [.. Blocks(from.Count, to.Count)];
        InParallel(blocks, (block, number) => Fill(block, $"tabella {number + 1} di {blocks.Length}"));
        return costs;

        void Fill(Block block, string name)
        {
            Interlocked.Increment(ref _requests);
            (Place[] rows, Place[] columns) = ([.. from.Skip(block.Row).Take(block.Rows)], [.. to.Skip(block.Column).Take(block.Columns)]);
            (TravelCost?[]? found, TableRefusal? refusal) = client.Ask($"{name} ({rows.Length} × {columns.Length} luoghi)",
                () => client.Protocol.Table(rows, columns), answer => client.Protocol.ReadTable(answer, rows.Length, columns.Length));
            for (int i = 0; i < found?.Length; i++)
                costs[((block.Row + (i / columns.Length)) * to.Count) + block.Column + (i % columns.Length)] = found[i];
            if (refusal is not { } why)
                return;
            if (why == TableRefusal.TooMany)
                InterlockedMin(ref _mostPairs, Math.Max(1, block.Rows * block.Columns / 2));
            if (block.Rows * block.Columns > 1)
            {
                foreach (Block half in block.Halves())
                    Fill(half, name);
            }
            else if (why == TableRefusal.TooFar)
            {
                beyond(rows[0], columns[0]);
            }
            else if (why == TableRefusal.TooMany)
            {
                throw TooSmall(name);
            }
        }
    }

    /// <summary>Metres from each place to the nearest road; null where there is none.</summary>
    /// <exception cref="RoadServerException">The server does not answer as it should.</exception>
    public double?[] Locate(IReadOnlyList<Place> places)
    {
        int most = Math.Min(MostLocated, client.Protocol.MostPlaces - 1);
        Place[][] parts = [.. places.Chunk(most)];
        var found = new double?[places.Count];
        InParallel(parts, (part, number) => Fill(part, number * most));
        return found;

        void Fill(Place[] part, int first)
        {
            (double?[]? metres, TableRefusal? refusal) = client.Ask($"agganci dei luoghi da {first + 1} a {first + part.Length} di {places.Count}",
                () => client.Protocol.Locate(part), answer => client.Protocol.ReadLocate(answer, part));
            metres?.CopyTo(found, first);
            if (refusal == TableRefusal.TooMany && part.Length == 1)
                throw TooSmall("agganci");
            if (refusal is null || part.Length == 1)
                return;
            Fill(part[..(part.Length / 2)], first);
            Fill(part[(part.Length / 2)..], first + (part.Length / 2));
        }
    }

    private RoadServerException TooSmall(string what) => new(
        $"Il server delle strade {client.Protocol.Address.Shown}, {what}: rifiuta anche una coppia sola di luoghi.",
        "Alzare i limiti delle matrici del server (OSRM: max-table-size; Valhalla: max_matrix_location_pairs).");

    private IEnumerable<Block> Blocks(int rows, int columns)
    {
        if (rows == 0 || columns == 0)
            yield break;
        int most = Volatile.Read(ref _mostPairs);
        int wide = Math.Min(columns, Math.Max(1, (int)Math.Sqrt(most)));
        int high = Math.Min(rows, Math.Max(1, Math.Min(most / wide, client.Protocol.MostPlaces - wide)));
        // Few destinations leave room for many origins, and the other way round.
        wide = Math.Min(columns, Math.Max(1, Math.Min(most / high, client.Protocol.MostPlaces - high)));
        for (int row = 0; row < rows; row += high)
        {
            for (int column = 0; column < columns; column += wide)
                yield return new Block(row, Math.Min(high, rows - row), column, Math.Min(wide, columns - column));
        }
    }

    /// <summary>The first failure ends the rest, and is what is told.</summary>
    private void InParallel<T>(T[] parts, Action<T, int> ask)
    {
        try
        {
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = client.Limits.Parallel, CancellationToken = client.Stop }, i => ask(parts[i], i));
        }
        catch (AggregateException all)
        {
            ExceptionDispatchInfo.Throw(all.InnerExceptions.FirstOrDefault(e => e is RoadServerException) ?? all.InnerExceptions[0]);
        }
    }

    private static void InterlockedMin(ref int place, int value)
    {
        for (int known = Volatile.Read(ref place); value < known;)
        {
            int seen = Interlocked.CompareExchange(ref place, value, known);
            if (seen == known)
                return;
            known = seen;
        }
    }

    private readonly record struct Block(int Row, int Rows, int Column, int Columns)
    {
        public IEnumerable<Block> Halves() => Rows >= Columns
            ? [this with { Rows = Rows / 2 }, this with { Row = Row + (Rows / 2), Rows = Rows - (Rows / 2) }]
            : [this with { Columns = Columns / 2 }, this with { Column = Column + (Columns / 2), Columns = Columns - (Columns / 2) }];
    }
}
