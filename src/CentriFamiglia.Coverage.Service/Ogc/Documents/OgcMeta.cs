namespace CentriFamiglia.Coverage.Service.Ogc.Documents;

/// <summary>What an answer rests on, short enough to stand on every page of it.</summary>
internal static class OgcMeta
{
    private static readonly string[] _kept =
    [
        "titolo", "data", "programma", "fotografia", "regole", "sedi", "domanda", "non_aggiornato_dal", "viaggio", "residenti_esclusi", "comuni_esclusi",
        "fonte_stato", "licenza", "attribuzioni", "avvertenze",
    ];

    /// <param name="meta">Of a layer.</param>
    public static JsonObject Of(JsonObject meta)
    {
        var kept = new JsonObject();
        foreach (string name in _kept.Where(meta.ContainsKey))
            kept[name] = meta[name]?.DeepClone();
        if (kept["regole"] is JsonObject rules)
        {
            rules.Remove("fonti");
            rules.Remove("varianti");
        }

        return kept;
    }
}
