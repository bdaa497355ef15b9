using CentriFamiglia.Coverage.Service.Http.Answers;
using Microsoft.Extensions.Primitives;

namespace CentriFamiglia.Coverage.Service.Http.Writing;

/// <summary>Whether what a change was made from is what there is now: <c>If-Match</c>, <c>If-None-Match: *</c> (RFC 9110, 13.1; RFC 6585, 3).</summary>
internal static class Condition
{
    private static readonly Problem _needed = new(StatusCodes.Status428PreconditionRequired, "Manca la versione letta",
        "La riga c'è già: per cambiarla va detto quale versione si è letta.", "If-Match",
        "Leggerla, e ripetere il suo ETag in If-Match; oppure If-Match: * per scrivere comunque.");

    private static readonly Problem _changed = new(StatusCodes.Status412PreconditionFailed, "Cambiata nel frattempo",
        "La riga non è più quella che era stata letta: nulla è stato scritto.", "If-Match", "Leggerla di nuovo, e ripetere la modifica su ciò che c'è ora.");

    private static readonly Problem _there = new(StatusCodes.Status412PreconditionFailed, "C'è già",
        "C'è già una riga con questo identificativo: nulla è stato scritto.", "If-None-Match", "Scegliere un altro identificativo, oppure cambiare quella che c'è.");

    private static readonly Problem _gone = new(StatusCodes.Status412PreconditionFailed, "Non c'è più",
        "La riga che era stata letta non c'è più: nulla è stato scritto.", "If-Match", "Leggere di nuovo l'elenco; per aggiungerla togliere If-Match.");

    /// <param name="request">With the conditions.</param>
    /// <param name="tag">Of the row now; null where there is none.</param>
    /// <exception cref="ProblemException">It may not be written.</exception>
    public static void Check(HttpRequest request, string? tag)
    {
        StringValues match = request.Headers.IfMatch;
        if (tag is null)
        {
            if (match.Count > 0)
                throw new ProblemException(_gone);
            return;
        }

        if (request.Headers.IfNoneMatch.Count > 0)
            throw new ProblemException(_there);
        if (match.Count == 0)
            throw new ProblemException(_needed);
        if (match.ToString() != "*" && !match.ToString().Split(',', StringSplitOptions.TrimEntries).Contains($"\"{tag}\"", StringComparer.Ordinal))
            throw new ProblemException(_changed);
    }
}
