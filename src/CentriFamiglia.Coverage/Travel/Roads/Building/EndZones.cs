namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Roads that only those may use who start or end there (<c>motor_vehicle=destination</c>): a zone is all of them that hang together.
/// Where every mouth of a zone can be reached from every other by roads that are open to all, nobody needs to pass through, and nobody does.
/// Where a zone is the only way to something it stays a way, but a slower one.
/// </summary>
internal sealed class EndZones
{
    private readonly bool[] _inside;
    private readonly bool[] _mouths;
    private readonly bool[] _slowed;

    /// <param name="pieces">Of all roads.</param>
    /// <param name="passable">Whether such roads are as good as others for passing through.</param>
    public EndZones(RoadPieces pieces, bool passable)
    {
        _inside = new bool[2 * pieces.Count];
        _slowed = new bool[2 * pieces.Count];
        _mouths = new bool[pieces.JunctionCount];
        bool[] restricted = new bool[2 * pieces.Count];
        for (int directed = 0; directed < restricted.Length && !passable; directed++)
            restricted[directed] = pieces.IsOpen(directed) && pieces.IsRestricted(directed);
        if (!restricted.Contains(true))
            return;
        bool[] own = [.. restricted];
        AddBackyards(pieces, restricted);
        Judge(pieces, own, restricted);
        IsEmpty = !_inside.Contains(true);
    }

    /// <summary>Whether no zone is closed to those who pass through.</summary>
    public bool IsEmpty { get; } = true;

    /// <summary>Whether a directed piece lies in a zone that is closed to those who pass through.</summary>
    public bool IsInside(int directed) => _inside[directed];

    /// <summary>Whether such a zone begins at a junction.</summary>
    public bool IsMouth(int junction) => _mouths[junction];

    /// <summary>Whether a directed piece lies in a zone that some must pass through.</summary>
    public bool IsSlowed(int directed) => _slowed[directed];

    /// <summary>Open roads behind a zone, that lead nowhere else, belong to it.</summary>
    private static void AddBackyards(RoadPieces pieces, bool[] restricted)
    {
        var open = new DisjointSets(pieces.JunctionCount);
        bool[] touched = new bool[pieces.JunctionCount];
        for (int directed = 0; directed < restricted.Length; directed++)
        {
            if (restricted[directed])
                touched[pieces.TailOf(directed)] = touched[pieces.HeadOf(directed)] = true;
            else if (pieces.IsOpen(directed))
                open.Join(pieces.TailOf(directed), pieces.HeadOf(directed));
        }

        int[] size = new int[touched.Length];
        bool[] behind = new bool[touched.Length];
        for (int junction = 0; junction < touched.Length; junction++)
        {
            size[open.Root(junction)]++;
            behind[open.Root(junction)] |= touched[junction];
        }

        int main = Array.IndexOf(size, size.Max());
        for (int directed = 0; directed < restricted.Length; directed++)
        {
            int root = open.Root(pieces.TailOf(directed));
            restricted[directed] |= pieces.IsOpen(directed) && root != main && behind[root] && root == open.Root(pieces.HeadOf(directed));
        }
    }

    private void Judge(RoadPieces pieces, bool[] own, bool[] restricted)
    {
        var zones = new DisjointSets(pieces.JunctionCount);
        bool[] inZone = new bool[pieces.JunctionCount];
        bool[] onOpen = new bool[pieces.JunctionCount];
        for (int directed = 0; directed < restricted.Length; directed++)
        {
            if (!pieces.IsOpen(directed))
                continue;
            (int tail, int head) = (pieces.TailOf(directed), pieces.HeadOf(directed));
            bool[] marked = restricted[directed] ? inZone : onOpen;
            marked[tail] = marked[head] = true;
            if (restricted[directed])
                zones.Join(tail, head);
        }

        byte[] heart = HeartOfOpenRoads(pieces, restricted);
        int[] mouths = new int[pieces.JunctionCount];
        bool[] needed = new bool[pieces.JunctionCount];
        for (int junction = 0; junction < mouths.Length; junction++)
        {
            if (!inZone[junction] || !onOpen[junction])
                continue;
            mouths[zones.Root(junction)]++;
            needed[zones.Root(junction)] |= heart[junction] == 0;
        }

        for (int directed = 0; directed < restricted.Length; directed++)
        {
            int zone = zones.Root(pieces.TailOf(directed));
            if (!restricted[directed] || mouths[zone] < 2)
                continue;
            _inside[directed] = !needed[zone];
            _slowed[directed] = needed[zone] && own[directed];
        }

        for (int junction = 0; junction < mouths.Length; junction++)
            _mouths[junction] = inZone[junction] && onOpen[junction] && mouths[zones.Root(junction)] > 1 && !needed[zones.Root(junction)];
    }

    /// <summary>The junctions that all reach one another without a zone.</summary>
    private static byte[] HeartOfOpenRoads(RoadPieces pieces, bool[] restricted)
    {
        int[] first = new int[pieces.JunctionCount + 1];
        for (int directed = 0; directed < restricted.Length; directed++)
            first[pieces.TailOf(directed) + 1] += pieces.IsOpen(directed) && !restricted[directed] ? 1 : 0;
        for (int junction = 0; junction < pieces.JunctionCount; junction++)
            first[junction + 1] += first[junction];
        int[] next = first[..^1];
        int[] heads = new int[first[^1]];
        for (int directed = 0; directed < restricted.Length; directed++)
        {
            if (pieces.IsOpen(directed) && !restricted[directed])
                heads[next[pieces.TailOf(directed)]++] = pieces.HeadOf(directed);
        }

        return StrongComponents.Heart(first, heads);
    }
}
