using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Ogc.Processes;

namespace CentriFamiglia.Coverage.Service.Http.Ogc.Processes;

/// <summary>The exceptions that OGC API - Processes Part 1 names.</summary>
internal static class ProcessProblems
{
    private const string Types = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

    public static Problem NotReady { get; } = new(
        StatusCodes.Status404NotFound, "Risultato non pronto", "Il lavoro non è finito.", "jobID", "Chiedere lo stato del lavoro, e il risultato quando è successful.")
    {
        Type = Types + "result-not-ready",
    };

    public static Problem Dismissed { get; } = new(
        StatusCodes.Status410Gone, "Lavoro annullato", "Il lavoro è stato annullato: non ha un risultato.", "jobID", "Chiedere di nuovo l'esecuzione.");

    public static Problem NoProcess(string id) => new(
        StatusCodes.Status404NotFound, "Processo inesistente", $"'{Shown.Of(id)}' non è un processo.", "processID",
        $"I processi sono: {string.Join(", ", OgcProcess.All.Select(p => p.Id))}.")
    {
        Type = Types + "no-such-process",
    };

    public static Problem NoJob(string id) => new(
        StatusCodes.Status404NotFound, "Lavoro inesistente", $"'{Shown.Of(id)}' non è un lavoro, o non lo è più.", "jobID",
        "I lavori finiti si tengono un giorno in un archivio condiviso, altrimenti un quarto d'ora e un riavvio li dimentica: chiedere di nuovo l'esecuzione.")
    {
        Type = Types + "no-such-job",
    };
}
