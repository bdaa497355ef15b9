using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Features;
using CentriFamiglia.Coverage.Service.Ogc.Processes;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>Which jobs are wanted: the parameters of the job list, OGC API - Processes Part 1, 11.2.</summary>
/// <param name="Processes">Ids; null for all.</param>
/// <param name="Statuses">Null for all.</param>
/// <param name="Created">When they were asked for; null for whenever.</param>
/// <param name="Shortest">Seconds of computing at least.</param>
/// <param name="Longest">Seconds of computing at most.</param>
/// <param name="Limit">Jobs at most.</param>
/// <param name="Offset">Jobs to skip.</param>
internal sealed record JobFilter(string[]? Processes, string[]? Statuses, TimeSpanAsked? Created, int? Shortest, int? Longest, int Limit, int Offset)
{
    private const int MostJobs = 1_000;

    public static ImmutableArray<string> Parameters { get; } = ["f", "type", "processID", "status", "datetime", "minDuration", "maxDuration", "limit", "offset"];

    /// <exception cref="InputException">A value is none.</exception>
    public static JobFilter Read(IReadOnlyDictionary<string, string> values)
    {
        _ = ListOf(values, "type", ["process"]);
        return new JobFilter(
            ListOf(values, "processID", [.. OgcProcess.All.Select(p => p.Id)]),
            ListOf(values, "status", ProcessDocuments.Statuses),
            values.TryGetValue("datetime", out string? time) ? TimeSpanAsked.Read(time) : null,
            WholeOf(values, "minDuration", 0, int.MaxValue),
            WholeOf(values, "maxDuration", 0, int.MaxValue),
            WholeOf(values, "limit", 1, MostJobs) ?? 100,
            WholeOf(values, "offset", 0, int.MaxValue) ?? 0);
    }

    public bool Takes(Job job) =>
        job.Process is { } process
        && Processes?.Contains(process) != false
        && Statuses?.Contains(OgcJob.StatusOf(job)) != false
        && Created?.Meets(job.Asked, job.Asked) != false
        // Whoever asks how long is told only of those that have begun.
        && (Shortest is null || OgcJob.DurationOf(job)?.TotalSeconds >= Shortest)
        && (Longest is null || OgcJob.DurationOf(job)?.TotalSeconds <= Longest);

    private static string[]? ListOf(IReadOnlyDictionary<string, string> values, string name, ImmutableArray<string> known)
    {
        if (!values.TryGetValue(name, out string? text))
            return null;
        string[] asked = text.Split(',', StringSplitOptions.TrimEntries);
        return asked.FirstOrDefault(a => !known.Contains(a, StringComparer.Ordinal)) is { } other
            ? throw new InputException(name, $"'{Shown.Of(other)}' non è un valore ammesso.", $"Usare uno o più di: {string.Join(", ", known)}.")
            : asked;
    }

    /// <exception cref="InputException">It is no whole number between the two.</exception>
    public static int? WholeOf(IReadOnlyDictionary<string, string> values, string name, int least, int most) =>
        !values.TryGetValue(name, out string? text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number
        : throw new InputException(name, $"'{Shown.Of(text)}' non è ammesso.", $"Scrivere un numero intero da {least} a {ItalianNumber.Of(most, "#,0")}, senza separatori.");
}
