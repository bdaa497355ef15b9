using System.Security.Cryptography;
using System.Text;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http.Jobs;

/// <summary>Jobs that are kept in a shared store, asked for and answered by whichever of its servers.</summary>
internal static class StoredJobs
{
    /// <summary>How many may wait in all.</summary>
    public const int MostWaiting = 256;

    public static NewJob New(AskedJob asked) => new(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), asked.Owner, asked.Address, asked.Text, asked.Process, asked.IsDocument);

    public static Job Of(KeptJob kept) => new(kept.Asked.Id, kept.Asked.Shown, kept.State)
    {
        Owner = kept.Asked.Owner,
        Asked = kept.Created,
        Begun = kept.Begun,
        Ended = kept.Ended,
        Elapsed = kept.Begun is { } begun ? (kept.Ended ?? kept.Now) - begun : TimeSpan.Zero,
        Before = kept.Before,
        Progress = kept.Progress,
        Problem = kept.Problem is { } text ? ProblemOf(text) : null,
        Process = kept.Asked.Process,
        IsDocument = kept.Asked.IsDocument,
        Format = FormatOf(kept.Asked.Question),
    };

    /// <exception cref="ProblemException">It failed.</exception>
    public static Answer AnswerOf(JobResult result) => result.Problem is { } text
        ? throw new ProblemException(ProblemOf(text))
        : Answer.Of(result.ContentType!, result.Bytes, Coding.Plain, result.FileName) with { StaleSince = result.StaleSince };

    public static JobResult ResultOf(Answer answer) => new(answer.ContentType, answer.FileName, answer.Plain(), answer.StaleSince, null);

    public static JobResult ResultOf(Problem problem) => new(null, null, null, null, Encoding.UTF8.GetString(problem.Bytes(null)));

    private static Problem ProblemOf(string text)
    {
        JsonNode told = JsonNode.Parse(text)!;
        return new Problem((int)told["status"]!, (string)told["title"]!, (string)told["detail"]!, (string?)told["campo"], (string)told["rimedio"]!)
        {
            Type = (string)told["type"]!,
        };
    }

    /// <summary>The last part of the address; one that this version does not know is told as the usual.</summary>
    private static LayerFormat FormatOf(string address)
    {
        string name = address[(address.LastIndexOf('=') + 1)..];
        return LayerFormat.All.FirstOrDefault(f => f.Name == name) ?? LayerFormat.All[0];
    }
}
