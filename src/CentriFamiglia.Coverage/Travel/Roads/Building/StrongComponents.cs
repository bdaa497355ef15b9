namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// The largest set of nodes of which each reaches every other. Source: Tarjan, "Depth-First Search and Linear Graph Algorithms"
/// (1972), with a stack of its own in place of recursion.
/// </summary>
internal static class StrongComponents
{
    /// <param name="firstArc">n + 1 offsets.</param>
    /// <param name="head">m heads.</param>
    /// <returns>n flags, 1 inside. Among equally large sets the one that holds the smallest node number.</returns>
    public static byte[] Largest(ReadOnlySpan<int> firstArc, ReadOnlySpan<int> head)
    {
        int[] component = Number(firstArc, head, out int count);
        int[] size = new int[count];
        foreach (int c in component)
            size[c]++;

        int best = -1;
        foreach (int c in component)
        {
            if (best < 0 || size[c] > size[best])
                best = c;
        }

        byte[] inside = new byte[component.Length];
        for (int v = 0; v < inside.Length; v++)
            inside[v] = component[v] == best ? (byte)1 : (byte)0;
        return inside;
    }

    private static int[] Number(ReadOnlySpan<int> firstArc, ReadOnlySpan<int> head, out int count)
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
        count = 0;
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
