using CentriFamiglia.Coverage.Formats.Csv;
using CentriFamiglia.Coverage.Formats.GeoJson;
using CentriFamiglia.Coverage.Formats.Json;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>A form in which rows are sent.</summary>
internal sealed record LayerFormat(string Name, string MediaType, Action<Layer, Stream> Write)
{
    public const string GeoJsonType = "application/geo+json";

    public static ChoiceParameter Parameter { get; } = new("f", "Formato della risposta; senza, decide l'intestazione Accept.", ["json", "geojson", "csv"], null)
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
    ];

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
