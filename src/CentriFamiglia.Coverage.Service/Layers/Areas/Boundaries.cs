using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.Areas;

/// <summary>Boundaries of the units of a snapshot; levels are read when first asked for.</summary>
internal sealed class Boundaries(TerritorySnapshot snapshot)
{
    private readonly Dictionary<AreaLevel, Dictionary<string, Geometry>> _levels = [];

    /// <summary>Null for the unit of comuni whose membership is not known.</summary>
    public Geometry? Of(TerritoryUnit unit)
    {
        if (!_levels.TryGetValue(unit.Level, out Dictionary<string, Geometry>? byCode))
            _levels[unit.Level] = byCode = snapshot.Areas(unit.Level).ToDictionary(a => a.Code, a => a.Boundary, StringComparer.Ordinal);
        return byCode.GetValueOrDefault(unit.Code);
    }
}
