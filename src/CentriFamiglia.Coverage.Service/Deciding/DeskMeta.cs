using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.Deciding;

/// <summary>The meta of what rests on records alone.</summary>
internal static class DeskMeta
{
    public static JsonObject Of(string title, JsonObject totals) => new()
    {
        ["titolo"] = title,
        ["programma"] = Provenance.Program,
        ["totali"] = totals,
    };
}
