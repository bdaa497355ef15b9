namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>What keeps a request from its answer, as the client is told of it.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
