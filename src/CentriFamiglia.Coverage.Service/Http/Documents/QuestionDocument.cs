using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http.Documents;

/// <summary>What the API document says of an address; the address itself answers from the same question.</summary>
/// <param name="Name">Of the question in the address.</param>
internal sealed record QuestionDocument(string Name, Question Question, ImmutableArray<Parameter> Parameters);
