namespace CentriFamiglia.Coverage.Import;

/// <summary>What leads from one list of sedi to another, as changes that can be tried: applying them to the first gives the second.</summary>
public static class SiteDifferences
{
    /// <summary>Where a sede lies is said whole: a part of it would be completed from the old place.</summary>
    public static ImmutableArray<string> Places { get; } = ["lon", "lat", "pro_com_t", "precisione"];

    /// <summary>What a change that adds a sede would say by itself.</summary>
    private static readonly ImmutableArray<string> _usual = ["name", "source"];

    /// <summary>In the order of the ids; a sede that <paramref name="after"/> does not name is closed.</summary>
    public static ImmutableArray<SiteChange> Between(SiteSet before, SiteSet after)
    {
        SortedDictionary<string, Dictionary<string, string?>> was = RowsOf(before), now = RowsOf(after);
        var changes = ImmutableArray.CreateBuilder<SiteChange>();
        foreach (string id in was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Dictionary<string, string?>? old = was.GetValueOrDefault(id);
            if (!now.TryGetValue(id, out Dictionary<string, string?>? row))
            {
                if (old!["status"] != Vocabulary.Status.Of(SiteStatus.Closed))
                    changes.Add(Of(SiteOperation.Close, id, []));
            }
            else if (old is null)
            {
                changes.Add(Of(SiteOperation.Add, id, row.Where(c => c.Value is not null || _usual.Contains(c.Key, StringComparer.Ordinal))));
            }
            else
            {
                var differ = row.Where(c => old[c.Key] != c.Value).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
                if (differ.Count == 0)
                    continue;
                bool moves = differ.Overlaps(Places);
                SiteOperation operation = differ.IsSubsetOf(Places) ? SiteOperation.Move : SiteOperation.Change;
                changes.Add(Of(operation, id, row.Where(c => differ.Contains(c.Key) || (moves && Places.Contains(c.Key, StringComparer.Ordinal)))));
            }
        }

        return changes.DrainToImmutable();
    }

    private static SiteChange Of(SiteOperation operation, string id, IEnumerable<KeyValuePair<string, string?>> cells) =>
        new(operation, id, cells.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>By id, as a file of sedi says them; the name of the comune says nothing beside its code.</summary>
    private static SortedDictionary<string, Dictionary<string, string?>> RowsOf(SiteSet set)
    {
        Layer layer = ImportLayers.Sedi(TerritoryContent.Empty, set);
        var rows = new SortedDictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
        foreach (LayerRow row in layer.Rows)
        {
            Dictionary<string, string?> cells = layer.Columns.Zip(row.Values).ToDictionary(c => c.First.Name, c => CellText.Of(c.Second, c.First.Type), StringComparer.Ordinal);
            string id = cells["site_id"]!;
            cells.Remove("site_id");
            cells.Remove("comune");
            rows[id] = cells;
        }

        return rows;
    }
}
