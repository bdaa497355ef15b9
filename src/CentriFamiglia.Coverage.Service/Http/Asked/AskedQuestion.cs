using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Asked;

/// <summary>A question with all that its answer depends on but the content.</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Name">Of the question, as in its address.</param>
/// <param name="Values">Without the format.</param>
/// <param name="Format">Of the answer.</param>
internal sealed record AskedQuestion(Question Question, string Name, Values Values, LayerFormat Format)
{
    /// <summary>Equal for equal questions; short, whatever was asked.</summary>
    public string Key { get; } = EntityTags.Hash(string.Join('\n', Name, Values.Canonical, Format.Name));

    /// <summary>Whether a solver looks for the answer.</summary>
    public bool TakesLong => Question.TakesLong?.Invoke(Values) == true;

    /// <summary>Whether the answer is of use but once.</summary>
    public bool IsPassing => Question.IsPassing(Values);

    /// <summary>For people: address and parameters.</summary>
    public string Shown => Values.Canonical is { Length: > 0 } query ? $"/api/v1/{Name}?{(query.Length <= 300 ? query : query[..297] + "...")}" : $"/api/v1/{Name}";
}
