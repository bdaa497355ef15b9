namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>The areas of one level with their boundaries: the layers <c>ambiti</c>, <c>distretti</c>, <c>ats</c>.</summary>
internal static class AreaLayer
{
    public static LayerShape<TerritoryUnit> Shape { get; } = new(
    [
        .. CommonColumns.Area<TerritoryUnit>(u => u),
        new("residenti", ColumnType.Integer, "Residenti dell'area, persone.", u => u.Residents, 52_781L),
        CommonColumns.ComuniOf<TerritoryUnit>(u => u.Comuni.Length),
        CommonColumns.AreaEvidence<TerritoryUnit>(u => u.Status),
    ]);

    public static Layer Make(Analysis analysis, string name, string title, AreaLevel level)
    {
        ImmutableArray<TerritoryUnit> units = [.. analysis.Snapshot.Units(level).Where(u => u.IsLoaded).OrderBy(u => u.Code, StringComparer.Ordinal)];
        var boundaries = new Boundaries(analysis.Snapshot);
        var totals = new JsonObject { ["aree"] = units.Length, ["residenti"] = units.Sum(u => u.Residents) };
        return Shape.Make(name, units, boundaries.Of, new Provenance(analysis, title, usesTravel: false, totals));
    }
}
