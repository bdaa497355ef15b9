namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>What the API document says of the address.</summary>
/// <param name="Parameters">Of the query.</param>
internal sealed record PreviewDocument(ImmutableArray<Parameter> Parameters);
