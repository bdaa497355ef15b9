using CentriFamiglia.Coverage.Import.Checks;

namespace CentriFamiglia.Coverage.Import.Stored;

/// <summary>
/// Names of areas in <c>unita</c> that none of the areas stored beside it has: they are made anew at every import, so such a name was written
/// by another program. It is believed, because it may be meant, and told, because it may be a slip that makes an area of one comune.
/// </summary>
internal static class AreaRemarks
{
    private static readonly (AreaLevel Level, string Column, Func<Membership, string?> Name)[] _levels =
    [
        (AreaLevel.Ambito, "ambito", m => m.Ambito),
        (AreaLevel.Distretto, "distretto", m => m.Distretto),
        (AreaLevel.Asst, "asst", m => m.Asst),
        (AreaLevel.Ats, "ats", m => m.Ats),
    ];

    /// <summary>Whether every membership is in the stored area that it names, at each level, and its validity is in order.</summary>
    public static bool AreOfAreas(TerritoryContent content)
    {
        Dictionary<(AreaLevel, ComuneCode), Area> areas = [];
        foreach (Area area in content.Areas)
        {
            foreach (ComuneCode comune in area.Comuni)
                areas[(area.Level, comune)] = area;
        }

        return content.Memberships.All(m => !(m.ValidFrom > m.ValidTo) && Array.TrueForAll(_levels, level =>
            level.Name(m) is var name && (string.IsNullOrWhiteSpace(name) || (areas.TryGetValue((level.Level, m.Comune), out Area? area) && area.Name == name && area.Ats == m.Ats))));
    }

    public static IEnumerable<StoredFinding> Of(TerritoryContent content)
    {
        foreach ((AreaLevel level, string column, Func<Membership, string?> name) in _levels)
        {
            var known = new KnownNames(content.Areas.Where(a => a.Level == level).Select(a => a.Name));
            foreach (IGrouping<string, Membership> rows in content.Memberships
                .Where(m => name(m) is { Length: > 0 } written && !known.HasOrCannotTell(written))
                .GroupBy(m => name(m)!, StringComparer.Ordinal))
            {
                string others = rows.Count() == 1 ? "" : $", e in altre {rows.Count() - 1} righe";
                yield return new StoredFinding("unita", IssueCodes.AreaNameNew, $"«{rows.Key}» non è fra le aree dell'archivio{known.Suggestion(rows.Key)}{others}", LeftOut: false)
                {
                    Id = rows.First().Comune.Value,
                    Column = column,
                    Value = rows.Key,
                };
            }
        }
    }
}
