using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.GeoPackage;
using CentriFamiglia.Coverage.Formats.Json;
using CentriFamiglia.Coverage.Formats.Parquet;
using CentriFamiglia.Coverage.Formats.Xlsx;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>A form in which rows are sent.</summary>
internal sealed record LayerFormat(RowForm Form, Action<Layer, Stream> Write)
{
    public static ChoiceParameter Parameter { get; } = new(
        "f", "Formato della risposta; senza, decide l'intestazione Accept.", [.. RowForm.All.Select(f => f.Name)], null)
    {
        Option = "format",
        Placeholder = "FORMATO",
        Example = "json",
    };

    public static IReadOnlyList<LayerFormat> All { get; } =
    [
        new(RowForm.Json, LayerJson.Write),
        new(RowForm.GeoJson, LayerGeoJson.Write),
        new(RowForm.Csv, LayerCsv.WriteColumns),
        new(RowForm.Xlsx, LayerXlsx.Write),
        new(RowForm.GeoPackage, (layer, stream) => LayerGeoPackage.Write([LayerStyles.Styled(layer)], stream, ProvenanceJson.MadeAt(layer.Meta))),
        new(RowForm.Parquet, LayerParquet.Write),
    ];

    public string Name => Form.Name;

    public string MediaType => Form.MediaType;

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
