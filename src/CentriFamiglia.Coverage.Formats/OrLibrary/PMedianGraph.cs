using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CentriFamiglia.Coverage.Siting.Solver.Problems;

namespace CentriFamiglia.Coverage.Formats.OrLibrary;

/// <summary>
/// An uncapacitated p-median instance of OR-Library (Beasley 1990): <c>n m p</c>, then m edges <c>i j cost</c>, undirected, nodes from 1.
/// An edge listed twice keeps its last cost. Every node is a demand of weight 1 and a candidate; costs are shortest paths.
/// </summary>
/// <param name="P">Sites to open, as the file says.</param>
/// <param name="Costs">Shortest paths between all nodes, named 1 to n; nodes without a path are missing pairs.</param>
public sealed record PMedianGraph(int P, CostMatrix Costs)
{
    /// <summary>The matrix of all paths must fit in memory.</summary>
    private const int MostNodes = 4_000;

    // No path has more than MostNodes edges, so sums of whole costs stay below NoPath, and NoPath twice fits an int.
    private const int NoPath = 1_000_000_000;
    private const int MostWhole = NoPath / MostNodes;

    /// <exception cref="SourceFileException">Missing, or not of this format; the message names the line.</exception>
    public static PMedianGraph Read(string path)
    {
        string name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new SourceFileException($"{path}: il file non esiste.", "Controllare il percorso e il nome.");
        if (new FileInfo(path).Length > FileLimits.Default.MaxFileBytes)
            throw FileErrors.TooBig(name, FileLimits.Default.MaxFileBytes);
        return Read(File.ReadLines(path), name);
    }

    /// <param name="lines">The lines of the file.</param>
    /// <param name="name">File name, for messages.</param>
    /// <exception cref="SourceFileException">Not of this format; the message names the line.</exception>
    public static PMedianGraph Read(IEnumerable<string> lines, string name)
    {
        (int line, int edges) = (0, 0);
        (int Nodes, int Edges, int P)? head = null;
        double[] cost = [];
        foreach (string text in lines)
        {
            line++;
            string[] cells = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length == 0)
                continue;
            if (cells.Length != 3)
                throw Bad(name, line, $"ha {cells.Length} numeri invece di 3", head is null ? "La prima riga è: nodi archi p." : "Ogni arco è: nodo nodo costo.");
            if (head is not { } size)
            {
                head = (Whole(cells[0], name, line, "nodi", 1, MostNodes), Whole(cells[1], name, line, "archi", 0, int.MaxValue),
                    Whole(cells[2], name, line, "p", 0, int.MaxValue));
                cost = Unconnected(head.Value.Nodes);
                continue;
            }

            int from = Whole(cells[0], name, line, "primo nodo", 1, size.Nodes) - 1;
            int to = Whole(cells[1], name, line, "secondo nodo", 1, size.Nodes) - 1;
            double length = Cost(cells[2], name, line);
            edges++;
            if (from != to)
                (cost[(from * size.Nodes) + to], cost[(to * size.Nodes) + from]) = (length, length);
        }

        if (head is not { } stated)
            throw FileErrors.Empty(name);
        if (edges != stated.Edges)
        {
            throw new SourceFileException(
                $"{name}: gli archi sono {edges}, la prima riga ne dichiara {stated.Edges}.",
                "Il file è troncato oppure la prima riga (nodi archi p) è sbagliata.");
        }

        ShortestPaths(cost, stated.Nodes);
        return new PMedianGraph(stated.P, Matrix(cost, stated.Nodes));
    }

    private static double[] Unconnected(int nodes)
    {
        double[] cost = new double[nodes * nodes];
        Array.Fill(cost, double.PositiveInfinity);
        for (int i = 0; i < nodes; i++)
            cost[(i * nodes) + i] = 0;
        return cost;
    }

    // In whole numbers, where they are whole, twice as many fit the processor's registers.
    private static void ShortestPaths(double[] cost, int nodes)
    {
        if (!Array.TrueForAll(cost, c => double.IsPositiveInfinity(c) || (c < MostWhole && Math.Floor(c) == c)))
        {
            Floyd(cost, nodes, double.PositiveInfinity);
            return;
        }

        int[] whole = Array.ConvertAll(cost, c => double.IsPositiveInfinity(c) ? NoPath : (int)c);
        Floyd(whole, nodes, NoPath);
        for (int at = 0; at < cost.Length; at++)
            cost[at] = whole[at] >= NoPath ? double.PositiveInfinity : whole[at];
    }

    // Floyd 1962, several columns at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Floyd<T>(T[] cost, int nodes, T none)
        where T : struct, INumber<T>
    {
        for (int via = 0; via < nodes; via++)
        {
            Span<T> onward = cost.AsSpan(via * nodes, nodes);
            for (int from = 0; from < nodes; from++)
            {
                T first = cost[(from * nodes) + via];
                if (from == via || first >= none)
                    continue;
                Span<T> row = cost.AsSpan(from * nodes, nodes);
                Span<Vector<T>> wide = MemoryMarshal.Cast<T, Vector<T>>(row);
                Span<Vector<T>> wideOnward = MemoryMarshal.Cast<T, Vector<T>>(onward);
                var add = new Vector<T>(first);
                for (int k = 0; k < wide.Length; k++)
                    wide[k] = Vector.Min(wide[k], wideOnward[k] + add);
                for (int k = wide.Length * Vector<T>.Count; k < nodes; k++)
                    row[k] = T.Min(row[k], onward[k] + first);
            }
        }
    }

    private static CostMatrix Matrix(double[] cost, int nodes)
    {
        ImmutableArray<string> names = [.. Enumerable.Range(1, nodes).Select(k => k.ToString(CultureInfo.InvariantCulture))];
        return CostMatrix.FromTable(names, names, cost);
    }

    private static int Whole(string cell, string name, int line, string what, int least, int most) =>
        int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value
            : throw Bad(name, line, $"{what} è «{cell}»", $"Serve un numero intero da {least} a {most}.");

    private static double Cost(string cell, string name, int line) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) && value >= 0
            ? value
            : throw Bad(name, line, $"il costo è «{cell}»", "Serve un numero finito, non negativo, con il punto per i decimali.");

    private static SourceFileException Bad(string name, int line, string what, string cure) => new($"{name}: riga {line}: {what}.", cure);
}
