using System.Security.Cryptography;
using System.Text;
using CentriFamiglia.Coverage.Service.Layers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>Tags of answers (RFC 9110, 8.8.3), all weak.</summary>
internal static class EntityTags
{
    public static EntityTagHeaderValue Of(string tag) => new($"\"{tag}\"", isWeak: true);

    /// <summary>Equal for equal texts; short, whatever they say.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    /// <summary>Of an answer that rests on one analysis.</summary>
    /// <param name="loaded">The content that was asked.</param>
    /// <param name="question">Equal for equal questions.</param>
    public static string Of(LoadedStore loaded, Analysis analysis, string question) => Hash(string.Join('\n',
        loaded.Identity, analysis.StaleSince, analysis.Snapshot.Hash, analysis.Snapshot.AsOf, analysis.Rules.Sha256, analysis.State.Travel.Info.Fingerprint,
        analysis.Roads?.Travel.Info.Fingerprint, Provenance.Program, question));

    /// <summary>Whether the client has the answer of this tag already, or takes any.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) => request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
