using CentriFamiglia.Coverage.Service.Layers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Ogc.Processes;

/// <summary>A question as a process: its parameters are the inputs, its rows the one output.</summary>
/// <param name="Id">As in an address: the verb, where there is one.</param>
/// <param name="Named">What is asked.</param>
internal sealed record OgcProcess(string Id, NamedQuestion Named)
{
    /// <summary>Name of the output.</summary>
    public const string Output = "risposta";

    public static ImmutableArray<OgcProcess> All { get; } =
        [.. ((string[])["suggest", "curve", "gaps", "matrix", "isochrones", "what-if"]).Select(id => new OgcProcess(id, AllQuestions.List.Single(q => (q.Verb ?? q.Name) == id)))];

    public Question Question => Named.Question;

    /// <summary>Forms of the output; the first is what is given where none is asked for.</summary>
    public IEnumerable<RowForm> Forms => RowForm.All.OrderBy(f => f.Name == Question.UsualFormat ? 0 : 1);

    public RowForm UsualForm => Forms.First();

    /// <returns>Null where there is none.</returns>
    public static OgcProcess? Find(string id) => All.FirstOrDefault(p => p.Id == id);
}
