using Microsoft.Extensions.Primitives;

namespace CentriFamiglia.Coverage.Service.Http;

/// <summary>
/// Reads a query string; the values stand under the parameters' own names, whichever was written. A parameter that is not known is
/// refused: a mistyped filter must not answer for the whole region.
/// </summary>
internal static class QueryValues
{
    /// <exception cref="InputException">A parameter is unknown, given twice, under whatever of its names, or its value is not one.</exception>
    public static Values Read(IQueryCollection query, ImmutableArray<Parameter> parameters)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, StringValues given) in query)
        {
            Parameter parameter = parameters.FirstOrDefault(p => p.Names.Contains(name, StringComparer.Ordinal))
                ?? throw new InputException(
                    Shown.Of(name),
                    "parametro sconosciuto.",
                    parameters.IsEmpty ? "Qui non ci sono parametri." : $"I parametri sono: {string.Join(", ", parameters.Select(p => p.Name))}.");
            if (given.Count != 1)
                throw new InputException(name, "il parametro è dato più di una volta.", "Lasciarlo una volta sola.");
            string text = given[0] ?? "";
            parameter.Check(text, name);
            if (!texts.TryAdd(parameter.Name, text))
            {
                string names = string.Join(", ", parameter.Names.Where(query.ContainsKey));
                throw new InputException(name, $"il parametro è dato più di una volta: {names} sono lo stesso.", "Lasciarlo una volta sola.");
            }
        }

        return new Values(texts);
    }
}
