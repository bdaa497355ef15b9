using CentriFamiglia.Coverage.Service.Ogc.Documents;
using CentriFamiglia.Coverage.Service.Ogc.Processes;
using static CentriFamiglia.Coverage.Service.Ogc.Pages.HtmlFrame;

namespace CentriFamiglia.Coverage.Service.Ogc.Pages;

/// <summary>Processes and jobs, to read.</summary>
internal static class ProcessPages
{
    public static string List(OgcAddresses addresses) => Of(addresses.Root, "Processi", [Top(addresses)], addresses.Processes + "?f=json",
        $"""
        <p>Ciò che si calcola su richiesta: subito, o come <a href="{Text(addresses.Jobs)}">lavoro</a> con <code>Prefer: respond-async</code>.</p>
        <dl class="list">{string.Concat(OgcProcess.All.Select(p =>
            $"<dt><a href=\"{Text(addresses.Process(p.Id))}\">{Text(p.Id)}</a></dt><dd>{Text(p.Question.Summary)}. {Text(p.Question.Description)}</dd>\n"))}</dl>
        """, null);

    public static string One(OgcProcess process, OgcAddresses addresses) => Of(
        addresses.Root, process.Question.Summary, [Top(addresses), Processes(addresses)], addresses.Process(process.Id) + "?f=json",
        $"""
        <p>{Text(process.Question.Description)}</p>
        <h2>Esecuzione</h2>
        <p><code>POST {Text(addresses.Execution(process.Id))}</code> e un oggetto JSON con il membro <code>inputs</code>; nessun input è obbligatorio.</p>
        <h2>Input</h2>
        <dl class="list">
        {string.Concat(process.Question.Parameters.Select(p => $"<dt><code>{Text(p.Name)}</code></dt><dd>{Text(p.Description)}{Example(p)}</dd>\n"))}</dl>
        <h2>Output</h2>
        <p><code>{OgcProcess.Output}</code>, in una di queste forme: {string.Join(", ", process.Forms.Select(f => $"<code>{Text(f.MediaType)}</code>"))}.</p>
        """, null);

    public static string Jobs(IEnumerable<(string Id, string Process, JsonObject Info)> jobs, OgcAddresses addresses)
    {
        string rows = string.Concat(jobs.Select(j =>
            $"<tr><th scope=\"row\"><a href=\"{Text(addresses.Job(j.Id))}\">{Text(j.Id[..8])}</a></th><td>{Text(j.Process)}</td><td>{Text((string)j.Info["created"]!)}</td>"
            + $"<td>{Text((string)j.Info["message"]!)}</td></tr>\n"));
        return Of(addresses.Root, "Lavori", [Top(addresses), Processes(addresses)], addresses.Jobs + "?f=json", rows.Length == 0
            ? "<p>Nessun lavoro: si comincia con l'esecuzione di un processo e <code>Prefer: respond-async</code>.</p>"
            : $"""
            <div class="wide" tabindex="0" role="region" aria-label="Lavori"><table>
            <thead><tr><th scope="col">Lavoro</th><th scope="col">Processo</th><th scope="col">Chiesto</th><th scope="col">Stato</th></tr></thead>
            <tbody>
            {rows}</tbody>
            </table></div>
            """, null);
    }

    public static string Job(string id, JsonObject info, OgcAddresses addresses) => Of(
        addresses.Root, $"Lavoro {id[..8]}", [Top(addresses), Processes(addresses), (addresses.Jobs, "Lavori")], addresses.Job(id) + "?f=json",
        $"""
        <p>{Text((string)info["message"]!)}{((string)info["status"]! == "successful" ? $" <a href=\"{Text(addresses.Results(id))}\">Risultato</a>." : "")}</p>
        <dl class="list">
        {string.Concat(info.Where(m => m.Value is JsonValue).Select(m => $"<dt>{Text(m.Key)}</dt><dd>{Text(m.Value!.ToString())}</dd>\n"))}</dl>
        """, null);

    private static (string, string) Top(OgcAddresses addresses) => (addresses.Root, "OGC API");

    private static (string, string) Processes(OgcAddresses addresses) => (addresses.Processes, "Processi");

    private static string Example(Parameter parameter) => parameter.Example is { } example ? $" Per esempio <code>{Text(example)}</code>." : "";
}
