using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Ogc.Collections;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;

namespace CentriFamiglia.Coverage.Service.Http.Ogc;

/// <summary>
/// Answers to <c>/ogc</c>: kept ones, else computed on the threads of the queues, once however many ask; a layer that a solver looks for
/// waits for its turn there.
/// </summary>
internal sealed class OgcAnswers(AnalysisSource analyses, HeldLayers layers, SearchQueues queues, KeptAnswers kept)
{
    private const long MostKept = 1 << 20;

    /// <param name="asked">What is asked.</param>
    /// <param name="collection">Whose layer it needs; null for none.</param>
    /// <param name="make">Makes the answer on a thread of the queue's.</param>
    /// <exception cref="ProblemException">Too many ask.</exception>
    public async Task SendAsync(HttpContext context, OgcRequest asked, OgcCollection? collection, Func<LoadedStore, CancellationToken, Answer> make)
    {
        LoadedStore loaded = await analyses.LoadAsync(context.RequestAborted);
        string question = $"{EntityTags.Hash(asked.Key)} {analyses.Today:yyyyMMdd}";
        Found found = kept.TagOf(loaded, question) is { } known && kept.Find(known) is { } ready
            ? new Found(known, ready)
            : await FindAsync(context, asked, collection, loaded, question, make);
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        await found.SendAsync(context, loaded);
    }

    private async Task<Found> FindAsync(
        HttpContext context, OgcRequest asked, OgcCollection? collection, LoadedStore loaded, string question, Func<LoadedStore, CancellationToken, Answer> make)
    {
        string client = context.Connection.RemoteIpAddress?.ToString() ?? "", shown = Shown.Of(asked.With());
        if (collection is { TakesLong: true } && !layers.IsHeld(loaded, collection))
        {
            // The queue has limits of its own, which do not count the time in the line.
            context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
            Search search = queues.Long.Join($"{loaded.GetHashCode()} ogc {collection.Id}", shown, client, patient: false, _ => Hold(collection, loaded));
            await queues.Long.AnswerAsync(search, context.RequestAborted);
        }

        Search quick = queues.Quick.Join($"{loaded.GetHashCode()} {question}", shown, client, patient: false, watch => Made(loaded, question, make, watch.Stop));
        return await queues.Quick.AnswerAsync(quick, context.RequestAborted);
    }

    private Found Hold(OgcCollection collection, LoadedStore loaded)
    {
        layers.Of(loaded, collection);
        return new Found("", null);
    }

    private Found Made(LoadedStore loaded, string question, Func<LoadedStore, CancellationToken, Answer> make, CancellationToken stop)
    {
        Analysis analysis = layers.AnalysisOf(loaded);
        Answer answer = make(loaded, stop) with { StaleSince = analysis.StaleSince };
        string tag = EntityTags.Of(loaded, analysis, question);
        kept.Keep(loaded, question, tag, answer, MostKept);
        return new Found(tag, answer);
    }
}
