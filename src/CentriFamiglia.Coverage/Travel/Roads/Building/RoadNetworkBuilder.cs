using CentriFamiglia.Coverage.Travel.Roads.Osm;

namespace CentriFamiglia.Coverage.Travel.Roads.Building;

/// <summary>
/// Makes a network from map data in two passes: ways and restrictions, then the nodes they refer to. The result depends on the
/// objects only, not on their order.
/// </summary>
public static class RoadNetworkBuilder
{
    // Shares of the references of roads that lead to no node: said from the lesser on, too many from the greater.
    private const double NotableMissing = 0.01;
    private const double MostMissing = 0.2;

    /// <param name="source">Read twice.</param>
    /// <param name="profile">Which roads, how fast.</param>
    /// <param name="clip">Null keeps everything.</param>
    /// <param name="progress">Told, in Italian, what is being done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="CoverageInputException">No road that the profile can use.</exception>
    public static RoadNetwork Build(
        IOsmSource source,
        RoadProfile profile,
        RoadClip? clip = null,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        progress?.Report("lettura di strade e divieti di svolta");
        var collector = new WayCollector(profile);
        source.Read(OsmKinds.Ways | OsmKinds.Relations, collector.Take, cancellationToken);

        progress?.Report($"lettura dei nodi di {collector.Refs.Count} punti di strada");
        var nodes = new NodeTable(collector.Refs, profile);
        source.Read(OsmKinds.Nodes, nodes.Take, cancellationToken);
        if (clip is not null)
            ForgetOutside(nodes, clip);

        progress?.Report("taglio delle strade agli incroci");
        (RoadWay Way, int FirstRef, int EndRef)[] ways = collector.Ways();
        var pieces = new RoadPieces(ways, collector.Refs, nodes);
        RequireNodes(source.Info.Name, pieces.NotInFile, collector.Refs.Count);
        if (pieces.Count == 0)
        {
            throw new CoverageInputException(
                $"Il file «{source.Info.Name}» non contiene strade percorribili con il profilo «{profile.Name}»"
                + (clip is null ? "" : $" entro il ritaglio «{clip.Name}»")
                + ": controllare che l'estratto sia quello giusto e contenga le strade (highway).");
        }

        progress?.Report("divieti di svolta e grafo");
        SortedDictionary<string, int> turnsRefused = collector.TurnsRefused;
        var graph = new GraphAssembler(pieces, nodes, profile, collector.Names);
        int applied = 0;
        foreach (TurnRule rule in collector.Turns())
        {
            if (graph.Apply(rule) is { } reason)
                WayCollector.Count(turnsRefused, reason);
            else
                applied++;
        }

        cancellationToken.ThrowIfCancellationRequested();
        (RoadGraph roads, RoadEdges edges) = graph.Assemble();
        int lost = pieces.WaysWithoutPieces();
        if (lost > 0)
            collector.Refused[clip is null ? "nodi mancanti nel file" : "fuori dal ritaglio o con nodi mancanti"] = lost;

        var report = new RoadBuildReport
        {
            NodesRead = nodes.NodesRead,
            WaysRead = collector.WaysRead,
            RelationsRead = collector.RelationsRead,
            WaysUsed = ways.Length - lost,
            WaysRefused = collector.Refused.ToImmutableSortedDictionary(StringComparer.Ordinal),
            RestrictionsApplied = applied,
            RestrictionsNotApplied = turnsRefused.ToImmutableSortedDictionary(StringComparer.Ordinal),
            NodesMissing = pieces.Missing,
            NodesRepeated = nodes.Repeated,
            WaysRepeated = collector.RepeatedWays,
            RestrictionsRepeated = collector.RepeatedTurns,
            SeasonalRoads = collector.Seasonal.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Warnings = Warnings(nodes.Repeated, collector, pieces.NotInFile),
            Nodes = roads.NodeCount,
            Arcs = roads.ArcCount,
            Edges = edges.Count,
            NodesInMain = Sum(roads.NodeInMain.Span),
            NodesSplit = graph.SplitCount,
            Kilometres = Math.Round(Kilometres(edges), 1),
        };
        var info = new RoadNetworkInfo
        {
            Source = source.Info.Name,
            SourceSha256 = source.Info.Sha256,
            OsmDate = source.Info.Date ?? (collector.NewestWay > 0 ? DateTimeOffset.FromUnixTimeSeconds(collector.NewestWay) : null),
            Profile = profile.Name,
            ProfileSha256 = profile.Sha256,
            Season = profile.Season,
            Traffic = profile.Traffic,
            Clip = clip?.Name,
            Bounds = Bounds(roads),
            Report = report,
        };
        return new RoadNetwork(roads, edges, RoadIndexBuilder.Build(edges), info);
    }

    private static void RequireNodes(string name, int missing, int refs)
    {
        if (missing > MostMissing * refs)
        {
            throw new CoverageInputException(
                $"Al file «{name}» mancano {missing} dei {refs} nodi a cui le strade rimandano ({100.0 * missing / refs:0} %): "
                + "scaricare un estratto completo di nodi (per esempio da download.geofabrik.de), o ritagliarlo con «osmium extract --strategy complete_ways».");
        }
    }

    private static ImmutableArray<string> Warnings(int repeatedNodes, WayCollector collector, int missing)
    {
        var warnings = ImmutableArray.CreateBuilder<string>();
        if (missing > NotableMissing * collector.Refs.Count)
        {
            warnings.Add($"Mancano {missing} dei {collector.Refs.Count} nodi a cui le strade rimandano: lì le strade sono tagliate. "
                + "Ai bordi di un estratto è normale; altrove serve un estratto completo.");
        }

        int repeated = repeatedNodes + collector.RepeatedWays + collector.RepeatedTurns;
        if (repeated > 0)
        {
            warnings.Add($"Il file dà due volte {repeatedNodes} nodi, {collector.RepeatedWays} strade e {collector.RepeatedTurns} divieti con lo stesso identificativo: "
                + "vale il primo di ognuno. Controllare se l'estratto è unito male.");
        }

        return warnings.ToImmutable();
    }

    private static void ForgetOutside(NodeTable nodes, RoadClip clip)
    {
        for (int node = 0; node < nodes.Count; node++)
        {
            if (nodes.IsKnown(node) && !clip.Contains(nodes.Lon[node], nodes.Lat[node]))
                nodes.Forget(node);
        }
    }

    private static int Sum(ReadOnlySpan<byte> flags)
    {
        int sum = 0;
        foreach (byte flag in flags)
            sum += flag;
        return sum;
    }

    private static double Kilometres(RoadEdges edges)
    {
        long decimetres = 0;
        foreach (int length in edges.Decimetres.Span)
            decimetres += length;
        return decimetres / 10_000.0;
    }

    private static ImmutableArray<double> Bounds(RoadGraph graph)
    {
        (int west, int east) = RoadIndexBuilder.Extent(graph.NodeLon.Span);
        (int south, int north) = RoadIndexBuilder.Extent(graph.NodeLat.Span);
        return [west / 1e7, south / 1e7, east / 1e7, north / 1e7];
    }
}
