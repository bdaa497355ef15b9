using System.Diagnostics.Metrics;
using CentriFamiglia.Coverage.Service.Http.Answers;
using CentriFamiglia.Coverage.Service.Http.Jobs;
using CentriFamiglia.Coverage.Service.Http.Searches;

namespace CentriFamiglia.Coverage.Service.Http.Observed;

/// <summary>The service's own measures, read when somebody asks for them: nothing is counted twice.</summary>
internal sealed class ServiceMeter
{
    public const string Name = "CentriFamiglia.Coverage";

    private const string Of = "di";

    public ServiceMeter(IMeterFactory meters, AnalysisSource analyses, SearchQueues queues, KeptAnswers kept, StoreNews news, JobRunner jobs)
    {
        Meter meter = meters.Create(Name);
        StoreWatch store = analyses.Watch;
        meter.CreateObservableGauge("coverage.searches.running", () => queues.Long.Running, null, "Ricerche in corso.");
        meter.CreateObservableGauge("coverage.searches.waiting", () => queues.Long.Waiting, null, "Ricerche che aspettano il loro turno.");
        meter.CreateObservableCounter("coverage.searches.joined", () => queues.Long.Joined, null, "Richieste che hanno trovato la loro ricerca già avviata.");
        meter.CreateObservableCounter("coverage.answers.hits", () => kept.Hits, null, "Risposte date senza calcolarle di nuovo.");
        meter.CreateObservableGauge("coverage.answers.size", () => kept.Size, "By", "Byte delle risposte tenute.");
        meter.CreateObservableGauge("coverage.snapshot.age", () => Seconds(store.Confirmed), "s", "Da quanto il contenuto in memoria è stato confermato dall'archivio.");
        meter.CreateObservableGauge("coverage.snapshot.size", () => SizeOf(store.Last?.Content), null, "Righe del contenuto in memoria.");
        meter.CreateObservableCounter("coverage.snapshot.reads", () => store.Reads, null, "Letture del contenuto dall'archivio.");
        meter.CreateObservableCounter("coverage.cache.hits", () => store.Hits, null, "Richieste per cui il contenuto in memoria era quello dell'archivio.");
        meter.CreateObservableCounter("coverage.store.errors", () => store.Errors, null, "Volte in cui l'archivio non si è raggiunto o usato.");
        meter.CreateObservableGauge("coverage.store.listening", () => news.IsListening ? 1 : 0, null, "1 mentre si ascolta ciò che altri scrivono nell'archivio condiviso.");
        meter.CreateObservableCounter("coverage.store.listens", () => news.Times, null, "Volte in cui si è cominciato ad ascoltare: una, e una dopo ogni collegamento perso.");
        meter.CreateObservableCounter("coverage.store.notices", () => news.Heard, null, "Cambiamenti del contenuto uditi.");
        meter.CreateObservableCounter("coverage.jobs.run", () => jobs.Run, null, "Lavori dell'archivio condiviso calcolati fino in fondo da questo processo.");
        meter.CreateObservableGauge("coverage.store.away", () => store.StaleSince is null ? 0 : 1, null, "1 mentre si risponde dagli ultimi dati perché l'archivio non risponde.");
    }

    private static IEnumerable<Measurement<double>> Seconds(DateTimeOffset? confirmed) =>
        confirmed is { } seen ? [new Measurement<double>((DateTimeOffset.UtcNow - seen).TotalSeconds)] : [];

    private static IEnumerable<Measurement<long>> SizeOf(TerritoryContent? content) => content is null
        ? []
        :
        [
            new Measurement<long>(content.Comuni.Length, KeyValuePair.Create<string, object?>(Of, "comuni")),
            new Measurement<long>(content.SiteSets.Sum(s => s.Sites.Length), KeyValuePair.Create<string, object?>(Of, "sedi")),
            new Measurement<long>(content.SiteSets.Sum(s => s.Networks.Length), KeyValuePair.Create<string, object?>(Of, "reti")),
        ];
}
