using CentriFamiglia.Coverage.Service.Layers.Areas;
using NetTopologySuite.Geometries;

namespace CentriFamiglia.Coverage.Service.Layers.ShownTables;

/// <summary>Where on the map the lines of a page are, by their level and code.</summary>
internal sealed class ShownPlaces(TerritorySnapshot snapshot)
{
    private const string Sede = "sede", Rete = "rete", Comune = "comune", Proposta = "proposta";

    private readonly Boundaries _boundaries = new(snapshot);
    private readonly Dictionary<AreaLevel, Dictionary<string, TerritoryUnit>> _units = [];
    private readonly Dictionary<string, Site> _sites = snapshot.Set.Sites.ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
    private readonly ILookup<string, Site> _ofNetwork = snapshot.Set.Sites.Where(s => s.Network is not null).ToLookup(s => s.Network!.Value.Value, StringComparer.Ordinal);

    public static ImmutableArray<string> Levels { get; } =
        [AreaLevel.Ambito.ToText(), AreaLevel.Distretto.ToText(), AreaLevel.Ats.ToText(), Comune, Sede, Rete, Proposta];

    /// <param name="here">Of the line, for the message.</param>
    /// <returns>WGS84; null for what is nowhere, like a network without sedi.</returns>
    /// <exception cref="InputException">There is no such level, or nothing of that code.</exception>
    public Geometry? Of(string level, string code, string here) => level switch
    {
        _ when !Levels.Contains(level, StringComparer.Ordinal) =>
            throw new InputException($"{here}.level", $"'{Shown.Of(level)}' non è un livello.", $"Usare uno di: {string.Join(", ", Levels)}."),
        Comune => ComuneOf(code, here).Boundary,
        Proposta => ComuneOf(code, here) is { Seat: { } seat } ? Cells.Point(seat.Lon, seat.Lat) : null,
        Sede => Cells.Point(_sites.GetValueOrDefault(code) ?? throw Unknown(level, code, here)),
        Rete when snapshot.Set.Networks.All(n => n.Id.Value != code) => throw Unknown(level, code, here),
        Rete => Cells.Points([.. _ofNetwork[code]]),
        _ => _boundaries.Of(UnitOf(level, code, here)),
    };

    private Comune ComuneOf(string code, string here) =>
        (ComuneCode.TryParse(code, out ComuneCode parsed) ? snapshot.FindComune(parsed) : null) ?? throw Unknown(Comune, code, here);

    private TerritoryUnit UnitOf(string level, string code, string here)
    {
        Vocabulary.Level.TryRead(level, out AreaLevel read);
        if (!_units.TryGetValue(read, out Dictionary<string, TerritoryUnit>? units))
            _units[read] = units = snapshot.Units(read).ToDictionary(u => u.Code, StringComparer.Ordinal);
        return units.GetValueOrDefault(code) ?? throw Unknown(level, code, here);
    }

    private static InputException Unknown(string level, string code, string here) =>
        new($"{here}.code", $"nessun elemento di livello {level} ha il codice '{Shown.Of(code)}'.", "Scrivere il codice che sta nella risposta letta, con i suoi zeri.");
}
