using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Service.Layers;

namespace CentriFamiglia.Coverage.Service.OpenData;

/// <summary>A layer as it leaves in a file of its own: it says which layer it is, what its times rest on, also where there are none, and how it is drawn.</summary>
internal static class ExportedLayer
{
    /// <summary>The mark lets an import know its own lists again, and take no answer for one.</summary>
    public static Layer Of(Layer layer)
    {
        var meta = (JsonObject)layer.Meta.DeepClone();
        meta.Remove(LayerJson.Mark);
        meta.Insert(0, LayerJson.Mark, layer.Name);
        if (!meta.ContainsKey("viaggio"))
            meta["viaggio"] = new JsonObject { ["fonte"] = "nessuna", ["descrizione"] = "Le righe non contengono tempi di viaggio." };
        return LayerStyles.Styled(layer with { Meta = meta });
    }
}
