namespace CentriFamiglia.Coverage.Service.Http.Asked;

/// <summary>What the <c>Prefer</c> headers of a request say (RFC 7240), as far as it is understood here.</summary>
/// <param name="RespondAsync">Whether the answer may go on by itself.</param>
/// <param name="Wait">How long to wait before it does.</param>
internal readonly record struct Preferences(bool RespondAsync, TimeSpan Wait)
{
    private const int LongestWait = 30;

    public static Preferences Of(HttpRequest request)
    {
        string[] preferences = [.. request.Headers["Prefer"].SelectMany(p => (p ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
        string? wait = preferences.FirstOrDefault(p => p.StartsWith("wait=", StringComparison.OrdinalIgnoreCase));
        return new Preferences(
            preferences.Contains("respond-async", StringComparer.OrdinalIgnoreCase),
            TimeSpan.FromSeconds(wait is not null && int.TryParse(wait.AsSpan(5), out int seconds) ? Math.Clamp(seconds, 0, LongestWait) : 1));
    }
}
