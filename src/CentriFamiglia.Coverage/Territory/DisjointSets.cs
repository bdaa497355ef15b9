namespace CentriFamiglia.Coverage.Territory;

/// <summary>Numbers from 0 that are joined, directly or through others. Source: Tarjan (1975), with paths halved.</summary>
public sealed class DisjointSets(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    /// <summary>The least number of the set that a number is in.</summary>
    public int Root(int number)
    {
        while (_parent[number] != number)
            number = _parent[number] = _parent[_parent[number]];
        return number;
    }

    public void Join(int one, int other)
    {
        (int a, int b) = (Root(one), Root(other));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
