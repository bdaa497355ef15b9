using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Storage.Contract;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>Turns whatever a request runs into a problem; a defect is also logged, with its stack, on the server's side only.</summary>
internal sealed class FailureHandler(RequestDelegate next, ILogger<FailureHandler> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client went away: nobody reads an answer.
        }
        catch (Exception failure)
        {
            Problem? known = failure is OperationCanceledException
                ? Problem.OfStatus(StatusCodes.Status504GatewayTimeout)
                : Problem.Of(failure);
            if (known is null)
                logger.LogError(failure, "Difetto durante {Path}", context.Request.Path);
            else if (known.Status >= StatusCodes.Status500InternalServerError && failure is not ProblemException)
                logger.LogWarning("{Path}: {Message}", context.Request.Path, failure is StoreException store ? $"{store.Message} {store.Cure}" : failure.Message);
            if (context.Response.HasStarted)
                throw;
            await (known ?? Problem.Defect).WriteAsync(context);
        }
    }
}
