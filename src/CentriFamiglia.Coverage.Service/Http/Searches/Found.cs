using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>What a computation gives: the tag of the answer and, unless only that was wanted, the answer.</summary>
internal sealed record Found(string Tag, Answer? Answer)
{
    /// <summary>Sends the answer, or says that who asks has it already.</summary>
    /// <param name="loaded">The content that was asked.</param>
    public Task SendAsync(HttpContext context, LoadedStore loaded)
    {
        HttpResponse response = context.Response;
        // Weak, because the moment in an answer differs between two of the same figures.
        EntityTagHeaderValue tag = EntityTags.Of(Tag);
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "no-cache";
        if (!EntityTags.IsKnown(context.Request, tag))
            return Answer!.SendAsync(context);
        Answers.Answer.TellStale(response, loaded.StaleSince);
        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }
}
