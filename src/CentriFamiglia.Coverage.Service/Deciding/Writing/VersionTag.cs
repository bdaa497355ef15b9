using System.Security.Cryptography;
using System.Text;

namespace CentriFamiglia.Coverage.Service.Deciding.Writing;

/// <summary>The name of one version of what is written, to whoever writes it next (RFC 9110, 8.8.3).</summary>
internal static class VersionTag
{
    private const int Length = 16;

    /// <summary>Another one for every other text.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
