using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Asked;
using CentriFamiglia.Coverage.Service.Questions;
using CentriFamiglia.Coverage.Service.Servers;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>What the map's first page asks, answered before anybody does. Begun when the service starts; again, when it failed, by whoever wants to know.</summary>
internal sealed class WarmStart(AnalysisSource analyses, QuestionAnswers answers, IHostApplicationLifetime lifetime)
{
    private static readonly (string Name, string Query)[] _first =
    [
        ("coverage", "level=ambito&f=json"), ("places", "by=ambito&f=json"), ("gaps", "by=ambito&f=json"), ("coverage", "level=ats&f=json"), ("places", "by=ats&f=json"),
        ("gaps", "by=regione&f=json"), ("gaps", "by=ats&f=json"), ("sites", "f=geojson"), ("budget", "f=json"), ("networks", "f=json"), ("info", "f=json"),
    ];

    private readonly Lock _gate = new();
    private Task _warming = Task.FromCanceled(new CancellationToken(canceled: true));

    /// <summary>Whether the first answers are there; begins to make them where nothing does.</summary>
    public bool IsReady()
    {
        lock (_gate)
        {
            if (_warming.IsCompleted && !_warming.IsCompletedSuccessfully)
                _warming = Task.Run(WarmAsync);
            return _warming.IsCompletedSuccessfully;
        }
    }

    private async Task WarmAsync()
    {
        LoadedStore loaded = await analyses.LoadAsync(lifetime.ApplicationStopping);
        foreach ((string name, string query) in _first)
        {
            Question question = AllQuestions.List.First(q => q.Name == name).Question;
            var given = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query));
            Values values = QueryValues.Read(given, [.. question.Parameters, LayerFormat.Parameter]);
            var asked = new AskedQuestion(question, name, values.Without(LayerFormat.Parameter), LayerFormat.All.First(f => f.Name == values.Choice(LayerFormat.Parameter)));
            try
            {
                await answers.FindAsync(asked, loaded, "", lifetime.ApplicationStopping);
            }
            catch (Exception refused) when (refused is RoadServerException || Problem.Of(refused) is { Status: < StatusCodes.Status500InternalServerError })
            {
                // A question that this content, or a server of roads that is away, has no answer to is answered so, by whoever asks it: the others are there.
            }
        }
    }
}
