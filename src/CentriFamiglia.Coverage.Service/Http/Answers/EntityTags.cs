using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Tags of answers (RFC 9110, 8.8.3), all weak.</summary>
internal static class EntityTags
{
    public static EntityTagHeaderValue Of(string tag) => new($"\"{tag}\"", isWeak: true);

    /// <summary>Whether the client has the answer of this tag already, or takes any.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) => request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
