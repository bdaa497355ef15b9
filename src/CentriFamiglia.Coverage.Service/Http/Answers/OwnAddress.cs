namespace CentriFamiglia.Coverage.Service.Http.Answers;

/// <summary>The address of the service as who asks calls it, without a slash at its end.</summary>
internal static class OwnAddress
{
    public static string Of(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
}
