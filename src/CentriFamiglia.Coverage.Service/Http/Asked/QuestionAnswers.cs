using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Searches;
using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Asked;

/// <summary>
/// Answers to questions: kept ones, else computed on the threads of the queues, once however many ask. Nothing here computes on the
/// thread of a request.
/// </summary>
internal sealed class QuestionAnswers(AnalysisSource analyses, SearchQueues queues, KeptAnswers kept)
{
    /// <summary>The tag of the answer and, where it is kept or takes but a moment, the answer.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="loaded">The content that it is asked of.</param>
    /// <param name="client">Address of who asks.</param>
    /// <param name="cancellationToken">Who asks has gone.</param>
    /// <exception cref="ProblemException">Too many ask.</exception>
    public async Task<Found> FindAsync(AskedQuestion asked, LoadedStore loaded, string client, CancellationToken cancellationToken)
    {
        string question = KeyOf(asked);
        if (kept.TagOf(loaded, question) is { } known)
        {
            if (kept.Find(known) is { } ready)
                return new Found(known, ready);
            if (asked.TakesLong)
                return new Found(known, null);
        }

        Search search = queues.Quick.Join($"{loaded.GetHashCode()} {question}", asked.Shown, client, patient: false, watch => Answered(asked, loaded, question, watch));
        return await queues.Quick.AnswerAsync(search, cancellationToken);
    }

    /// <summary>One more asker for the search of an answer, joined if it goes on already.</summary>
    /// <param name="asked">What is asked.</param>
    /// <param name="loaded">The content that it is asked of.</param>
    /// <param name="tag">Of the answer.</param>
    /// <param name="client">Address of who asks.</param>
    /// <param name="patient">Whether no request is kept open for it.</param>
    /// <exception cref="ProblemException">Too many ask.</exception>
    public Search Search(AskedQuestion asked, LoadedStore loaded, string tag, string client, bool patient) =>
        queues.Long.Join(tag, asked.Shown, client, patient, watch => Make(asked, loaded, tag, watch));

    /// <summary>The search of an answer, long or not, that goes on by itself.</summary>
    /// <exception cref="ProblemException">Too many ask.</exception>
    public Search Later(AskedQuestion asked, LoadedStore loaded, string client)
    {
        string question = KeyOf(asked);
        if (asked.TakesLong && kept.TagOf(loaded, question) is { } known)
            return Search(asked, loaded, known, client, patient: true);
        return queues.Long.Join($"{loaded.GetHashCode()} {question}", asked.Shown, client, patient: true, watch =>
        {
            Found found = Answered(asked, loaded, question, watch);
            return found.Answer is null ? Make(asked, loaded, found.Tag, watch) : found;
        });
    }

    private string KeyOf(AskedQuestion asked) => $"{asked.Key} {analyses.Today:yyyyMMdd}";

    private Found Answered(AskedQuestion asked, LoadedStore loaded, string question, SearchWatch watch)
    {
        (Analysis analysis, Analysis? other) = AnalysesOf(asked, loaded);
        string tag = TagOf(asked, loaded, analysis, other);
        if (!asked.IsPassing)
            kept.Remember(loaded, question, tag);
        return asked.TakesLong ? new Found(tag, kept.Find(tag)) : Make(asked, loaded, tag, watch);
    }

    private Found Make(AskedQuestion asked, LoadedStore loaded, string tag, SearchWatch watch)
    {
        if (kept.Find(tag) is { } ready)
            return new Found(tag, ready);
        (Analysis analysis, Analysis? other) = AnalysesOf(asked, loaded);
        Layer layer = asked.Question.Answered(analysis, other, asked.Values, watch);
        watch.Stop.ThrowIfCancellationRequested();
        if (asked.IsPassing)
            return new Found(tag, Answer.Of(layer, asked.Format, Coding.Plain) with { StaleSince = analysis.StaleSince });
        Answer answer = Answer.Of(layer, asked.Format, Coding.Brotli) with { StaleSince = analysis.StaleSince };
        kept.Keep(tag, answer);
        return new Found(tag, answer);
    }

    private (Analysis Analysis, Analysis? Other) AnalysesOf(AskedQuestion asked, LoadedStore loaded) => (
        analyses.Of(loaded, asked.Question.KeyOf(asked.Values)),
        asked.Question.OtherKey is { } otherKey ? analyses.Of(loaded, otherKey(asked.Values)) : null);

    /// <summary>Of the question and of all that its answer rests on.</summary>
    private static string TagOf(AskedQuestion asked, LoadedStore loaded, Analysis analysis, Analysis? other) => EntityTags.Hash(string.Join('\n',
        loaded.Identity, analysis.StaleSince, analysis.Snapshot.Hash, analysis.Snapshot.AsOf, analysis.Rules.Sha256, analysis.State.Travel.Info.Fingerprint,
        analysis.Roads?.Travel.Info.Fingerprint,
        other?.Snapshot.Hash, other?.Snapshot.AsOf, other?.Rules.Sha256, other?.State.Travel.Info.Fingerprint, Provenance.Program, asked.Key));
}
