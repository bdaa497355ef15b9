using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Formats.Xlsx;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>A form in which rows are sent.</summary>
internal sealed record LayerFormat(string Name, string MediaType, Action<Layer, Stream> Write)
{
    public const string GeoJsonType = "application/geo+json";

    public static ChoiceParameter Parameter { get; } = new("f", "Formato della risposta; senza, decide l'intestazione Accept.", ["json", "geojson", "csv", "xlsx", "gpkg"], null)
    {
        Option = "format",
        Placeholder = "FORMATO",
        Example = "json",
    };

    public static IReadOnlyList<LayerFormat> All { get; } =
    [
        new("json", "application/json", LayerJson.Write),
        new("geojson", GeoJsonType, LayerGeoJson.Write),
        new("csv", "text/csv", LayerCsv.WriteColumns),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", LayerXlsx.Write),
        new("gpkg", "application/geopackage+sqlite3", (layer, stream) => LayerGeoPackage.Write(layer, stream, ProvenanceJson.MadeAt(layer.Meta))),
    ];

    /// <summary>What a file is called: the layer's name where the content is read by programs that show the name, null where it says itself what it is.</summary>
    public string? FileNameOf(Layer layer) => Name is "json" or "geojson" ? null : $"{layer.Name}.{Name}";

    public string ContentType => Name == "csv" ? "text/csv; charset=utf-8; header=present" : MediaType;

    /// <summary>The format of <c>?f=</c>, else the best one of the Accept header, else the usual one.</summary>
    /// <param name="values">Of the request.</param>
    /// <param name="request">Whose Accept header counts.</param>
    /// <param name="usual">Name of the format where the request leaves the choice.</param>
    public static LayerFormat Of(Values values, HttpRequest request, string usual)
    {
        if (values.Choice(Parameter) is { } name)
            return All.First(f => f.Name == name);
        IEnumerable<MediaTypeHeaderValue> wanted = request.GetTypedHeaders().Accept
            .Where(a => (a.Quality ?? 1) > 0)
            .OrderByDescending(a => a.Quality ?? 1);
        foreach (MediaTypeHeaderValue media in wanted)
        {
            if (media.MatchesAllTypes)
                break;
            if (All.FirstOrDefault(f => new MediaTypeHeaderValue(f.MediaType).IsSubsetOf(media)) is { } format)
                return format;
        }

        return All.First(f => f.Name == usual);
    }
}
