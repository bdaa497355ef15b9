using System.Diagnostics;
using System.Text;
using CentriFamiglia.Coverage.Travel.Roads.Routing;

namespace CentriFamiglia.Coverage.Service.Layers.OwnTables;

/// <summary>Writes a matrix as it is computed: one line for every pair, in order. The file appears whole or not at all.</summary>
internal sealed class MatrixFile(string path, Action<string> progress)
{
    private static readonly TimeSpan _progressEvery = TimeSpan.FromSeconds(2);

    /// <returns>Pairs by status.</returns>
    public SortedDictionary<TripStatus, long> Write(MatrixPoint[] from, MatrixPoint[] to, MatrixAnswer answer)
    {
        SortedDictionary<TripStatus, long> counts = [];
        WholeFile.Write(path, draft =>
        {
            using var writer = new StreamWriter(draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
            counts = Write(writer, from, to, answer);
        });
        return counts;
    }

    private SortedDictionary<TripStatus, long> Write(StreamWriter writer, MatrixPoint[] from, MatrixPoint[] to, MatrixAnswer answer)
    {
        string[] toIds = Array.ConvertAll(to, point => Cells.Quoted(point.Id));
        string[] fromSnaps = Array.ConvertAll(answer.FromSnapMetres, Metres);
        string[] toSnaps = Array.ConvertAll(answer.ToSnapMetres, Metres);
        var counts = new SortedDictionary<TripStatus, long>();
        var watch = Stopwatch.StartNew();
        TimeSpan told = TimeSpan.Zero;
        writer.Write("from,to,seconds,metres,status,from_snap_m,to_snap_m\n");
        int i = 0;
        foreach (MatrixCell[] row in answer.Rows)
        {
            string start = Cells.Quoted(from[i].Id) + ',';
            for (int j = 0; j < row.Length; j++)
            {
                writer.Write(start);
                writer.Write(toIds[j]);
                Write(writer, row[j], fromSnaps[i], toSnaps[j]);
                counts[row[j].Status] = counts.GetValueOrDefault(row[j].Status) + 1;
            }

            i++;
            if (watch.Elapsed - told < _progressEvery)
                continue;
            told = watch.Elapsed;
            progress($"{i} di {from.Length} partenze ({100L * i / from.Length} %)");
        }

        return counts;
    }

    private static void Write(StreamWriter writer, MatrixCell cell, string fromSnap, string toSnap)
    {
        switch (cell.Status)
        {
            case TripStatus.Ok:
                writer.Write(',');
                writer.Write(cell.Cost.Seconds);
                writer.Write(',');
                writer.Write(cell.Cost.Metres);
                writer.Write(",ok,");
                writer.Write(fromSnap);
                writer.Write(',');
                writer.Write(toSnap);
                writer.Write('\n');
                break;
            default:
                writer.Write(",,,");
                writer.Write(cell.Word);
                writer.Write(",,\n");
                break;
        }
    }

    private static string Metres(double metres) => metres.ToString("0.#", CultureInfo.InvariantCulture);
}
