using CentriFamiglia.Coverage.Service.Http.Answers;

namespace CentriFamiglia.Coverage.Service.Http.Searches;

/// <summary>What a computation gives: the tag of the answer and, unless only that was wanted, the answer.</summary>
internal sealed record Found(string Tag, Answer? Answer);
