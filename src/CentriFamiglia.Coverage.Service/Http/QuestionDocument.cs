using CentriFamiglia.Coverage.Service.Questions;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>What the API document says of an address; the address itself answers from the same question.</summary>
internal sealed record QuestionDocument(Question Question, ImmutableArray<Parameter> Parameters);
