using CentriFamiglia.Coverage.Service.Ogc.Documents;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Ogc;

/// <summary>JSON for programs or HTML for people: what <c>f</c> says, else what the Accept header weighs most. Some answers have other formats.</summary>
internal static class OgcFormat
{
    private static readonly string[] _json = [OgcMedia.Json, OgcMedia.GeoJson, OgcMedia.Schema, "application/vnd.oai.openapi+json"];

    /// <summary>The formats of what both programs and people read.</summary>
    public static ImmutableArray<string> Usual { get; } = ["json", "html"];

    /// <summary>The format that is wanted.</summary>
    /// <param name="asked">Value of <c>f</c>; null for none.</param>
    /// <param name="formats">Of this answer; the first where nobody says which.</param>
    /// <param name="request">Whose Accept header counts.</param>
    /// <exception cref="InputException">The value is none.</exception>
    public static string Of(string? asked, ImmutableArray<string> formats, HttpRequest request) => asked switch
    {
        null => formats.Contains("html", StringComparer.Ordinal) && PrefersHtml(request) ? "html" : formats[0],
        _ when formats.Contains(asked, StringComparer.Ordinal) => asked,
        _ => throw new InputException("f", $"'{Shown.Of(asked)}' non è un formato.", $"Usare {string.Join(" o ", formats)}."),
    };

    private static bool PrefersHtml(HttpRequest request)
    {
        // Nothing is asked, or nothing that is understood: programs ask so.
        IList<MediaTypeHeaderValue> accepted = request.GetTypedHeaders().Accept;
        return Weight([OgcMedia.Html]) > Weight(_json);

        double Weight(string[] types) => types.Max(type => accepted
            .Where(a => new MediaTypeHeaderValue(type).IsSubsetOf(Plain(a)))
            .OrderByDescending(a => a.MatchesAllTypes ? 0 : a.MatchesAllSubTypes ? 1 : 2)
            .Select(a => a.Quality ?? 1)
            .FirstOrDefault());
    }

    /// <summary>Without parameters: a version or a charset that is asked for is what there is.</summary>
    private static MediaTypeHeaderValue Plain(MediaTypeHeaderValue media) => new(media.MediaType);
}
