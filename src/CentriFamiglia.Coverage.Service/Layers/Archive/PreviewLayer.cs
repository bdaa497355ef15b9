using CentriFamiglia.Coverage.Import;
using CentriFamiglia.Coverage.Import.Reading;

namespace CentriFamiglia.Coverage.Service.Layers.Archive;

/// <summary>The report of an import that is only tried; in its meta what would change, and where it lies.</summary>
internal static class PreviewLayer
{
    /// <summary>More are no picture.</summary>
    private const int MostPoints = 5_000;

    public static Layer Make(ImportPreview preview)
    {
        Layer report = preview.Result.Report.ToLayer(trial: true);
        var meta = (JsonObject)report.Meta.DeepClone();
        meta["generi"] = ProvenanceJson.Strings(ImportKinds.All.Select(k => k.Name()));
        meta["sedi"] = preview.Set;
        meta["completo_prima"] = ProvenanceJson.Strings(preview.CompleteFor.Before);
        meta["completo_dopo"] = ProvenanceJson.Strings(preview.CompleteFor.After);
        meta["reti"] = new JsonArray([.. preview.Networks.Select(n => new JsonObject { ["op"] = n.Operation, ["id"] = n.Network.Id.Value, ["nome"] = n.Network.Name })]);
        meta["modifiche"] = new JsonArray([.. preview.Changes.Take(ImportPreview.MostChanges).Select(ToJson)]);
        meta["modifiche_numero"] = preview.Changes.Length;
        meta["senza_rete"] = ProvenanceJson.Strings(preview.WithoutNetwork);
        meta["prova_rifiutata"] = preview.Refusal is { } refusal
            ? new JsonObject { ["campo"] = refusal.Field, ["motivo"] = refusal.Message, ["rimedio"] = refusal.Cure }
            : null;
        meta["punti"] = new JsonArray([.. Refused(preview).Concat(Accepted(preview)).Take(MostPoints)]);
        return report with { Meta = meta };
    }

    /// <summary>As <c>what-if</c> reads it.</summary>
    private static JsonObject ToJson(SiteChange change)
    {
        var json = new JsonObject { ["op"] = SiteChange.Operations.Of(change.Operation), ["id"] = change.Id };
        foreach ((string column, string? cell) in change.Cells)
            json[column] = column is "lon" or "lat" && Degrees(cell) is { } degrees ? degrees : cell;
        return json;
    }

    private static IEnumerable<JsonNode> Refused(ImportPreview preview) => preview.Result.Report.Issues
        .Where(i => i is { Severity: IssueSeverity.Refused, Place: not null })
        .DistinctBy(i => (i.File, i.Line))
        .Select(i => Point(i.Id, i.Line, i.Place!.X, i.Place.Y, "rifiutata"));

    private static IEnumerable<JsonNode> Accepted(ImportPreview preview) => preview.Changes
        .Select(c => (Change: c, Lon: Degrees(c.Cells.GetValueOrDefault("lon")), Lat: Degrees(c.Cells.GetValueOrDefault("lat"))))
        .Where(p => p is { Lon: not null, Lat: not null })
        .Select(p => Point(p.Change.Id, null, p.Lon!.Value, p.Lat!.Value, SiteChange.Operations.Of(p.Change.Operation)));

    private static JsonObject Point(string? id, int? line, double lon, double lat, string outcome) =>
        new() { ["id"] = id, ["riga"] = line, ["lon"] = Math.Round(lon, 6), ["lat"] = Math.Round(lat, 6), ["esito"] = outcome };

    private static double? Degrees(string? cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) ? degrees : null;
}
