namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// The main part of a network: the largest set of nodes of which each reaches every other. Where that is not more than half of what
/// hangs together at all, as where every road is one way, the network has no such heart, and all that hangs together is the main part.
/// Source: Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), with a stack of its own in place of recursion.
/// </summary>
internal static class StrongComponents
{
    /// <param name="firstArc">n + 1 offsets.</param>
    /// <param name="head">m heads.</param>
    /// <returns>n flags, 1 inside. Among equally large sets the one that holds the smallest node number.</returns>
    public static byte[] Main(ReadOnlySpan<int> firstArc, ReadOnlySpan<int> head)
    {
        (byte[] strong, int size) = Largest(Number(firstArc, head));
        (byte[] joined, int most) = Largest(Joined(firstArc, head));
        return 2L * size <= most ? joined : strong;
    }

    /// <returns>n flags, 1 inside the largest set of nodes of which each reaches every other, however small it is.</returns>
    public static byte[] Heart(ReadOnlySpan<int> firstArc, ReadOnlySpan<int> head) => Largest(Number(firstArc, head)).Inside;

    private static (byte[] Inside, int Size) Largest(int[] component)
    {
        int[] size = new int[component.Length];
        foreach (int c in component)
            size[c]++;

        int best = -1;
        foreach (int c in component)
        {
            if (best < 0 || size[c] > size[best])
                best = c;
        }

        byte[] inside = Array.ConvertAll(component, c => c == best ? (byte)1 : (byte)0);
        return (inside, best < 0 ? 0 : size[best]);
    }

    /// <summary>For each node the least of those it hangs together with, whichever way the roads run.</summary>
    private static int[] Joined(ReadOnlySpan<int> firstArc, ReadOnlySpan<int> head)
    {
        int nodes = firstArc.Length - 1;
        var sets = new DisjointSets(nodes);
        for (int v = 0; v < nodes; v++)
        {
            foreach (int w in head[firstArc[v]..firstArc[v + 1]])
                sets.Join(v, w);
        }

        return [.. Enumerable.Range(0, nodes).Select(sets.Root)];
    }

    private static int[] Number(ReadOnlySpan<int> firstArc, ReadOnlySpan<int> head)
    {
        int n = firstArc.Length - 1;
        int[] order = new int[n];
        int[] low = new int[n];
        int[] component = new int[n];
        Array.Fill(component, -1);
        int[] nextArc = firstArc[..n].ToArray();
        var open = new Stack<int>();
        var path = new Stack<int>();
        int time = 0;
        int count = 0;
        for (int root = 0; root < n; root++)
        {
            if (order[root] != 0)
                continue;
            path.Push(root);
            while (path.TryPeek(out int v))
            {
                if (order[v] == 0)
                {
                    order[v] = low[v] = ++time;
                    open.Push(v);
                }

                if (nextArc[v] < firstArc[v + 1])
                {
                    int w = head[nextArc[v]++];
                    if (order[w] == 0)
                        path.Push(w);
                    else if (component[w] < 0)
                        low[v] = Math.Min(low[v], order[w]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out int parent))
                    low[parent] = Math.Min(low[parent], low[v]);
                if (low[v] != order[v])
                    continue;
                int member;
                do
                {
                    member = open.Pop();
                    component[member] = count;
                }
                while (member != v);
                count++;
            }
        }

        return component;
    }
}
